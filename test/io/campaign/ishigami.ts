/**
 * A computation for tests: Ishigami's function (Ishigami and Homma, 1990) of points that are pure in their index. `work` repeats it, so that a
 * shard takes time; `fail`, `end`, `hang` name samples whose shard throws, ends its thread or never ends, `failOnce` one that does so only
 * where the file does not exist yet.
 */
import { existsSync, writeFileSync } from "node:fs";
import { randomDoubles } from "../../../src/kernel/index.ts";
import type { Computation } from "../../../src/io/campaign/index.ts";

export interface Asked {
  readonly seed: number;
  readonly work?: number;
  readonly fail?: number;
  readonly end?: number;
  readonly hang?: number;
  readonly failOnce?: { readonly sample: number; readonly file: string };
}

const ishigami = (a: number, b: number, c: number): number => Math.sin(a) + 7 * Math.sin(b) * Math.sin(b) + 0.1 * c * c * c * c * Math.sin(a);

const has = ({ start, end }: { readonly start: number; readonly end: number }, sample: number | undefined): boolean => sample !== undefined && sample >= start && sample < end;

export const computationOf = (subject: unknown): Computation => {
  const { seed, work = 1, fail, end, hang, failOnce } = subject as Asked;
  return {
    columns: ["x1", "x2", "x3", "y"],
    fill: (range, [x1, x2, x3, y]) => {
      if (has(range, fail)) throw new Error(`sample ${fail} has no value`);
      if (has(range, end)) process.exit(7);
      while (has(range, hang)) continue;
      if (has(range, failOnce?.sample) && !existsSync(failOnce!.file)) {
        writeFileSync(failOnce!.file, "");
        throw new Error("not the first time");
      }
      for (let i = range.start; i < range.end; i++) {
        const draw = randomDoubles({ seed, stream: 1, index: i });
        const [a, b, c] = [draw(), draw(), draw()].map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
        let value = 0;
        for (let again = 0; again < work; again++) value = ishigami(a, b, c);
        const row = i - range.start;
        x1![row] = a;
        x2![row] = b;
        x3![row] = c;
        y![row] = value;
      }
    },
  };
};
