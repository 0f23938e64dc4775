import { expect, test } from "vitest";
import { designOf, primBox } from "../../../src/risk/index.ts";
import { rowHalves } from "../../../src/risk/analysis/row-halves.ts";

test("halves part the rows, and differ by one at most", () => {
  for (const rows of [0, 1, 2, 9, 100, 4097]) {
    const { seen, unseen } = rowHalves(rows);
    expect([...seen, ...unseen].toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row));
    expect(seen.length - unseen.length).toBe(rows % 2);
  }
});

test("both halves of a Sobol sequence are the cube: a corner of volume 0.06 holds for 6 % of either", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const rows = 4096;
    const { point } = designOf({ kind: "sobol", dimensions: 2, samples: rows, seed, factors: [[0], [1]], secondOrder: false, scramble: "owen" });
    const inputs = [new Float64Array(rows), new Float64Array(rows)];
    const holds = new Uint8Array(rows);
    const u = new Float64Array(2);
    for (let i = 0; i < rows; i++) {
      point(i, u);
      u.forEach((value, d) => { inputs[d]![i] = value; });
      holds[i] = u[0]! < 0.2 && u[1]! < 0.3 ? 1 : 0;
    }
    // Four standard deviations of a fair half of 246 rows.
    const found = primBox({ paths: ["a", "b"], inputs, holds, wanted: 0.9 })!;
    expect(Math.abs(found.base - 0.06)).toBeLessThan(0.0155);
    expect(found.density).toBeGreaterThan(0.7);
  }
});
