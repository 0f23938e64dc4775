/** Links as queues: what single transfers have sent, what the queue has left, and what the link could send. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { handOver, emptyQueue, leftBy, sentBy, type Linked, type Transfer } from "../../src/schedule/link-queue.ts";
import { prepareSupply, type Curve } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

const linked = (out: Curve, until_s: number | null = null): Linked => ({ ready: prepareSupply([hall(1, { out_B_per_s: out, until_s })]).pools[0]!, index: 0, into: emptyQueue(), out: emptyQueue() });

/** Sum of steps from 0 on, by hand. */
const sumOf = ({ t_s, value }: Curve, to_s: number): number => Array.from(t_s).reduce((sum, t, i) => sum + value[i]! * Math.max(0, Math.min(to_s, t_s[i + 1] ?? Infinity) - t), 0);

test("by hand: two passes of 100 s at 10 B/s; 1,500 B and 700 B that wait for them, and 300 B that never get down", () => {
  const pool = linked({ t_s: [0, 100, 200, 300, 400], value: [0, 10, 0, 10, 0] });
  const transfers = [1500, 500, 300].map((bytes) => handOver(pool, "out", bytes, 50));
  expect(transfers.map(({ ready_s }) => ready_s)).toEqual([350, 400, Infinity]);
  const sent = (t_s: number): readonly number[] => transfers.map((one) => sentBy(pool, "out", one, t_s));
  expect(sent(50)).toEqual([0, 0, 0]);
  expect(sent(150)).toEqual([500, 0, 0]);
  expect(sent(250)).toEqual([1000, 0, 0]);
  expect(sent(375)).toEqual([1500, 250, 0]);
  expect(sent(Infinity)).toEqual([1500, 500, 0]);
  expect([50, 150, 250, 375, Infinity].map((t_s) => leftBy(pool, "out", t_s))).toEqual([2300, 1800, 1300, 550, 300]);
});

test("of a pool that is gone before, all of it stays, and what comes later passes in its time", () => {
  const pool = linked({ t_s: [0], value: [10] }, 100);
  const [one, two] = [2000, 700].map((bytes) => handOver(pool, "out", bytes, 0));
  expect([one!.ready_s, sentBy(pool, "out", one!, 1e6), two!.ready_s, sentBy(pool, "out", two!, 1e6)]).toEqual([Infinity, 0, 70, 700]);
  expect([0, 50, 1e6, Infinity].map((t_s) => leftBy(pool, "out", t_s))).toEqual([2700, 2200, 2000, 2000]);
});

test("at any time: handed over = sent + left, by job as by queue, and never more than the link could send", () => {
  const steps = fc.array(fc.record({ lasts_s: fc.integer({ min: 1, max: 5000 }), rate: fc.constantFrom(0, 0, 1, 7.3, 1e5) }), { minLength: 1, maxLength: 12 });
  const offers = fc.array(fc.record({ gap_s: fc.integer({ min: 0, max: 4000 }), bytes: fc.double({ min: 0, max: 1e7, noNaN: true }) }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(steps, offers, fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 6 }), (drawn, offered, looks) => {
    let at_s = 0;
    const t_s = drawn.map(({ lasts_s }) => (at_s += lasts_s) - lasts_s);
    const curve = { t_s, value: drawn.map(({ rate }) => rate) };
    const pool = linked(curve);
    const transfers: Transfer[] = [];
    let now_s = 0;
    for (const { gap_s, bytes } of offered) transfers.push(handOver(pool, "out", bytes, (now_s += gap_s)));
    const room = (to_s: number): number => sumOf(curve, to_s);
    for (const look_s of [...looks.map((extra_s) => now_s + extra_s), Infinity]) {
      const sent = transfers.reduce((sum, one) => sum + sentBy(pool, "out", one, look_s), 0);
      const born = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
      const least = 1e-12 * (born + room(Math.min(look_s, 1e6))) + 1e-9;
      expect(Math.abs(born - sent - leftBy(pool, "out", look_s))).toBeLessThanOrEqual(100 * least);
      if (look_s < Infinity) expect(sent).toBeLessThanOrEqual(room(look_s) + 100 * least);
    }
  }));
});
