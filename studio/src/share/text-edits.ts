/** What makes one text of another, line by line: compact, for a link. */

/** At a line of the old text: how many lines go, and which come. */
export type TextEdit = readonly [line: number, removed: number, ...added: string[]];

/** Above it the middle is replaced whole. */
const MOST_CELLS = 4_000_000;

/** The edits in order of place; none where the two are the same. */
export const textEdits = (before: string, now: string): readonly TextEdit[] => {
  const [a, b] = [before.split("\n"), now.split("\n")];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [middle, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (middle.length === 0 && other.length === 0) return [];
  if ((middle.length + 1) * (other.length + 1) > MOST_CELLS) return [[head, middle.length, ...other]];
  return hunks(middle, other, head);
};

/** By the longest common subsequence of lines. */
const hunks = (a: readonly string[], b: readonly string[], offset: number): readonly TextEdit[] => {
  const width = b.length + 1;
  const common = new Int32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  }
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [from, first] = [i, j];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break;
      if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) i++;
      else j++;
    }
    edits.push([offset + from, i - from, ...b.slice(first, j)]);
  }
  return edits;
};

/** The text that the edits make. Throws where they do not fit. */
export const editedText = (before: string, edits: readonly TextEdit[]): string => {
  const lines = before.split("\n");
  for (const [line, removed, ...added] of edits.toReversed()) {
    if (!Number.isInteger(line) || !Number.isInteger(removed) || line < 0 || removed < 0 || line + removed > lines.length) throw new Error("the link's changes do not fit the preset");
    lines.splice(line, removed, ...added);
  }
  return lines.join("\n");
};
