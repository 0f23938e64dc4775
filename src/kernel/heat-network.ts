/**
 * A network of heat capacities joined by conductances, each node radiating, stepped through a series of forced heat.
 *
 *   1. C_i dT_i/dt = P_i - k_i T_i^4 - sum_j G_ij (T_i - T_j), P constant over the step, k = eta eps sigma A
 *   2. two implicit stages, gamma = 1 - 1/sqrt 2: U = T0 + gamma h f(U), T1 = T0 + (1 - gamma) h f(U) + gamma h f(T1)   (Alexander 1977, SDIRK of order 2)
 *   3. a stage is C (U - b) = gamma h f(U): Newton, its matrix C + gamma h (4 k T^3 + Laplacian of G) symmetric and positive definite, by Cholesky
 *   4. emitted_i = h k_i [(1 - gamma) U_i^4 + gamma T1_i^4]
 *
 * The scheme is L-stable: a node of any small capacity goes to its balance, and the steady state is that of equation 1 whatever the step.
 * A step in which a node would lose more than a third of its temperature in the first stage is halved, so temperatures stay positive.
 * Heat in, emitted and stored are summed apart: that they close (1e-9 of the heat moved) is a test, not a definition.
 *
 * Assumes: one temperature a node, constant properties, a coolant that is one well-mixed node. Range: C > 0, G >= 0, k >= 0, T > 0; the
 * matrix is dense, for tens of nodes. NaN from where a node is driven below 0 K (P < 0 without end).
 * Accuracy: order 2 in the step (tests); `heat-step.ts` is exact for one node alone.
 */

export type HeatNetwork = {
  /** One a node. */
  readonly capacity_J_per_K: Float64Array;
  /** k, one a node; 0 where it does not radiate. */
  readonly emission_W_per_K4: Float64Array;
  /** Ends of the links, node indices, and their conductances: three columns of one length. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly conductance_W_per_K: Float64Array;
};

export type HeatNetworkRun = {
  readonly step_s: number;
  /** At the start, one a node. */
  readonly start_K: Float64Array;
  /** Forced heat, a row of one number a node for each step. */
  readonly heatIn_W: Float64Array;
};

export type HeatNetworkTotals = {
  readonly in_J: number;
  readonly emitted_J: number;
  readonly stored_J: number;
};

const GAMMA = 1 - Math.SQRT1_2;
const NEWTON_LIMIT = 100;
const HALVINGS = 40;

/** Temperatures at the end of each step into `temperatures_K` (a row a step), energy radiated by each node added to `emitted_J`. */
export function runHeatNetwork(network: HeatNetwork, run: HeatNetworkRun, temperatures_K: Float64Array, emitted_J: Float64Array): HeatNetworkTotals {
  const nodes = network.capacity_J_per_K.length;
  const room = workspace(nodes);
  const before = emitted_J.reduce((sum, x) => sum + x, 0);
  const now = Float64Array.from(run.start_K);
  let in_J = 0;
  for (let at = 0; at < run.heatIn_W.length; at += nodes) {
    const heat = run.heatIn_W.subarray(at, at + nodes);
    for (let i = 0; i < nodes; i++) in_J += heat[i]! * run.step_s;
    advance(network, room, { now, heat, emitted_J }, run.step_s, 0);
    temperatures_K.set(now, at);
  }
  let stored_J = 0;
  for (let i = 0; i < nodes; i++) stored_J += network.capacity_J_per_K[i]! * (now[i]! - run.start_K[i]!);
  return { in_J, emitted_J: emitted_J.reduce((sum, x) => sum + x, 0) - before, stored_J };
}

type Workspace = { readonly matrix: Float64Array; readonly right: Float64Array; readonly base: Float64Array; readonly stage: Float64Array; readonly next: Float64Array };
type State = { readonly now: Float64Array; readonly heat: Float64Array; readonly emitted_J: Float64Array };

const workspace = (nodes: number): Workspace => ({
  matrix: new Float64Array(nodes * nodes),
  right: new Float64Array(nodes),
  base: new Float64Array(nodes),
  stage: new Float64Array(nodes),
  next: new Float64Array(nodes),
});

function advance(network: HeatNetwork, room: Workspace, state: State, step_s: number, depth: number): void {
  const { base, stage, next } = room;
  const { now, heat, emitted_J } = state;
  base.set(now);
  stage.set(now);
  solveStage(network, room, heat, GAMMA * step_s, stage);
  if (depth < HALVINGS && falls(now, stage)) {
    advance(network, room, state, step_s / 2, depth + 1);
    advance(network, room, state, step_s / 2, depth + 1);
    return;
  }
  const weight = (1 - GAMMA) / GAMMA;
  for (let i = 0; i < now.length; i++) base[i] = now[i]! + weight * (stage[i]! - now[i]!);
  next.set(stage);
  solveStage(network, room, heat, GAMMA * step_s, next);
  for (let i = 0; i < now.length; i++) {
    emitted_J[i] = emitted_J[i]! + step_s * network.emission_W_per_K4[i]! * ((1 - GAMMA) * stage[i]! ** 4 + GAMMA * next[i]! ** 4);
    now[i] = next[i]! > 0 ? next[i]! : NaN;
  }
}

/** Whether the explicit part of the second stage would come near zero. */
function falls(now: Float64Array, stage: Float64Array): boolean {
  for (let i = 0; i < now.length; i++) if (stage[i]! < (2 / 3) * now[i]!) return true;
  return false;
}

/** C (U - base) = h f(U), Newton from what `unknown` holds. */
function solveStage(network: HeatNetwork, room: Workspace, heat: Float64Array, h: number, unknown: Float64Array): void {
  const nodes = unknown.length;
  for (let round = 0; round < NEWTON_LIMIT; round++) {
    fillSystem(network, room, heat, h, unknown);
    solveCholesky(room.matrix, room.right, nodes);
    let moved = 0;
    for (let i = 0; i < nodes; i++) {
      unknown[i] = unknown[i]! + room.right[i]!;
      moved = Math.max(moved, Math.abs(room.right[i]!) / Math.abs(unknown[i]!));
    }
    // Newton doubles the digits: what is left after a move of 1e-8 is rounding.
    if (moved < 1e-8) return;
  }
}

/** Newton's matrix and minus the residual. */
function fillSystem(network: HeatNetwork, { matrix, right, base }: Workspace, heat: Float64Array, h: number, at: Float64Array): void {
  const { capacity_J_per_K: c, emission_W_per_K4: k, from, to, conductance_W_per_K } = network;
  const nodes = at.length;
  matrix.fill(0);
  for (let i = 0; i < nodes; i++) {
    const cubed = k[i]! * at[i]! ** 3;
    matrix[i * nodes + i] = c[i]! + 4 * h * cubed;
    right[i] = h * (heat[i]! - cubed * at[i]!) - c[i]! * (at[i]! - base[i]!);
  }
  for (let link = 0; link < from.length; link++) {
    const a = from[link]!;
    const b = to[link]!;
    const g = h * conductance_W_per_K[link]!;
    const flow = g * (at[a]! - at[b]!);
    right[a] = right[a]! - flow;
    right[b] = right[b]! + flow;
    matrix[a * nodes + a] = matrix[a * nodes + a]! + g;
    matrix[b * nodes + b] = matrix[b * nodes + b]! + g;
    matrix[a * nodes + b] = matrix[a * nodes + b]! - g;
    matrix[b * nodes + a] = matrix[b * nodes + a]! - g;
  }
}

/** Solves in place, the answer in `x`; uses the lower triangle. */
function solveCholesky(a: Float64Array, x: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= a[i * n + m]! * a[j * n + m]!;
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let m = 0; m < i; m++) x[i] = x[i]! - a[i * n + m]! * x[m]!;
    x[i] = x[i]! / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) x[i] = x[i]! - a[m * n + i]! * x[m]!;
    x[i] = x[i]! / a[i * n + i]!;
  }
}
