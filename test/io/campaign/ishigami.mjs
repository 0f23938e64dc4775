/**
 * A computation for tests, of the built package: Ishigami's function (Ishigami and Homma, 1990) of points that are pure in their index.
 * Of its subject, `work` repeats it, so that a shard takes time; `fail`, `end`, `hang` name samples whose shard throws, ends its thread or
 * never ends; `failOnce` one that throws while its file is not there; `unsteady` one whose value differs from thread to thread. `hold` lets so
 * many shards begin, and the others wait until its folder has a file `go`: what a test does meanwhile finds work whatever the machine is at.
 */
import { appendFileSync, existsSync, statSync, writeFileSync } from "node:fs";
import { threadId } from "node:worker_threads";
import { randomDoubles } from "../../../dist/kernel/index.js";

const ishigami = (a, b, c) => Math.sin(a) + 7 * Math.sin(b) * Math.sin(b) + 0.1 * c * c * c * c * Math.sin(a);

const has = ({ start, end }, sample) => sample !== undefined && sample >= start && sample < end;

/** Waits without work. */
const nothing = new Int32Array(new SharedArrayBuffer(4));
const wait = (ms) => Atomics.wait(nothing, 0, 0, ms);

const held = ({ after, folder }) => {
  appendFileSync(`${folder}/begun`, ".");
  if (statSync(`${folder}/begun`).size > after) while (!existsSync(`${folder}/go`)) wait(5);
};

export const computationOf = ({ seed, work = 1, fail, end, hang, failOnce, unsteady, hold }) => ({
  columns: ["x1", "x2", "x3", "y"],
  compute: (range) => {
    const columns = Array.from({ length: 4 }, () => new Float64Array(range.end - range.start));
    const [x1, x2, x3, y] = columns;
    if (has(range, fail)) throw new Error(`sample ${fail} has no value`);
    if (has(range, end)) process.exit(7);
    if (hold !== undefined) held(hold);
    if (has(range, hang)) wait(Infinity);
    if (has(range, failOnce?.sample) && !existsSync(failOnce.file)) {
      writeFileSync(failOnce.file, "");
      throw new Error("not the first time");
    }
    for (let i = range.start; i < range.end; i++) {
      const draw = randomDoubles({ seed, stream: 1, index: i });
      const [a, b, c] = [draw(), draw(), draw()].map((u) => Math.PI * (2 * u - 1));
      let value = 0;
      for (let again = 0; again < work; again++) value = ishigami(a, b, c);
      const row = i - range.start;
      x1[row] = a;
      x2[row] = b;
      x3[row] = c;
      y[row] = i === unsteady ? process.pid + threadId : value;
    }
    return columns;
  },
});
