/** Nodes of a pool by what they have free: taken and given back in constant time, the fullest that will do first. */

export interface NodeSet {
  readonly acceleratorsPerNode: number;
  /** Free accelerators of each node; those of a node that is down are kept, but it is in no level. */
  readonly free: Int32Array;
  /** Nodes by their number of free accelerators; the last is taken first. */
  readonly levels: readonly number[][];
  /** Place of each node in its level; -1 for a node that is down. */
  readonly at: Int32Array;
}

export const nodeSet = (nodes: number, acceleratorsPerNode: number): NodeSet => ({
  acceleratorsPerNode,
  free: new Int32Array(nodes).fill(acceleratorsPerNode),
  // The lowest number lies on top.
  levels: Array.from({ length: acceleratorsPerNode + 1 }, (_, level) => (level === acceleratorsPerNode ? Array.from({ length: nodes }, (_node, i) => nodes - 1 - i) : [])),
  at: Int32Array.from({ length: nodes }, (_, i) => nodes - 1 - i),
});

/** Number of nodes that are up and have so many free. */
export const nodesWith = ({ levels, acceleratorsPerNode }: NodeSet, accelerators: number): number => {
  if (accelerators === acceleratorsPerNode) return levels[accelerators]!.length;
  let count = 0;
  for (let level = accelerators; level <= acceleratorsPerNode; level++) count += levels[level]!.length;
  return count;
};

export const isUp = (set: NodeSet, node: number): boolean => set.at[node]! >= 0;

const leave = ({ levels, at, free }: NodeSet, node: number): void => {
  const level = levels[free[node]!]!;
  const last = level.pop()!;
  if (last !== node) {
    level[at[node]!] = last;
    at[last] = at[node]!;
  }
};

const enter = ({ levels, at, free }: NodeSet, node: number): void => {
  const level = levels[free[node]!]!;
  at[node] = level.length;
  level.push(node);
};

/** Takes accelerators of a node (gives them back where negative). */
export const takeFrom = (set: NodeSet, node: number, accelerators: number): void => {
  const up = isUp(set, node);
  if (up) leave(set, node);
  set.free[node]! -= accelerators;
  if (up) enter(set, node);
};

export const takeDown = (set: NodeSet, node: number): void => {
  leave(set, node);
  set.at[node] = -1;
};

export const bringUp = (set: NodeSet, node: number): void => enter(set, node);

/** The nodes that would be taken first, fullest first; `most` of them. */
export const firstNodes = (set: NodeSet, accelerators: number, most: number): number[] => {
  const found: number[] = [];
  for (let level = accelerators; level <= set.acceleratorsPerNode && found.length < most; level++) {
    const nodes = set.levels[level]!;
    for (let i = nodes.length - 1; i >= 0 && found.length < most; i--) found.push(nodes[i]!);
  }
  return found;
};
