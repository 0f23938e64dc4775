/** What a search for whole launches may leave: a twentieth of the price of the cheapest launch, whatever of it is deposit, salvage or chance. */
import { expect, test } from "vitest";
import { formulate, gapFor } from "../../src/plan/index.ts";
import type { OptionCase } from "../../src/plan/index.ts";
import { gapNotes } from "../../src/plan/notes.ts";
import { jointModel } from "../../src/plan/uncertain/joint-model.ts";
import { fleet, planCase, problem, vehicle, wants } from "./cases.ts";

const N = 24;
const factor = Array.from({ length: N }, (_, t) => 1.05 ** -(t / 4));
const launch = { ...vehicle(N).launch, usd: factor.map(() => 100e6) };
const of = (order: OptionCase["order"], reliability: number) => ({ ...planCase(problem(N, { salvage: true, vehicles: [vehicle(N, { reliability, order, launch })], fleet: fleet(N), classes: [wants(N)] })), factor });
const orders = [null, { lead: 4, deposit_frac: 0.5, held: 0 }, { lead: 4, deposit_frac: 1, held: 0 }];
/** M$: 100 in the last quarter. */
const CHEAPEST = 100 * factor.at(-1)!;

test.each(orders.flatMap((order) => [0.9, 0.98].map((reliability) => ({ order, reliability }))))("$order.deposit_frac, $reliability", ({ order, reliability }) => {
  const c = of(order, reliability);
  const { gap, gap_frac } = gapFor(formulate(c).model);
  expect([gap, gap_frac]).toEqual([expect.closeTo(0.05 * CHEAPEST, 9), 0]);
  // A note above half of the same price, none below.
  const note = (left: number) => gapNotes(c, { status: "optimal", gap_frac: left / 1e4, objective: 1e4, solver: "", primal: new Float64Array(), rowDual: new Float64Array(), columnDual: new Float64Array(), basis: null, conflict: { rows: [], columns: [] } });
  expect([note(0.49 * CHEAPEST).length, note(0.51 * CHEAPEST).length]).toEqual([0, 1]);
});

test("of several futures, of the cheapest in any, whatever its chance and the weight of the tail", () => {
  const dear = of(null, 0.9);
  const cheap = { ...dear, vehicles: dear.vehicles.map((v) => ({ ...v, launch: { ...v.launch, usd: v.launch.usd.map((usd) => usd / 2) } })) };
  const parts = [dear, cheap].map((c, i) => ({ model: formulate(c).model, chance_frac: [0.9, 0.1][i]!, constant: 0 }));
  expect(gapFor(jointModel(parts, { first: new Set(), risk: { tail_frac: 0.9, weight_frac: 0.5 } }).model).gap).toBeCloseTo((0.05 * CHEAPEST) / 2, 9);
});

test("where no launch is whole, a share of the objective", () => {
  expect(gapFor(formulate(planCase(problem(2, { classes: [wants(2)] }))).model)).toEqual({ gap_frac: 1e-4 });
});
