/** What must start first is booked first, by hand. */
import { expect, test } from "vitest";
import { jobOf, PLANNED, prepareSupply, simulate, type Job, type PlannedPlacement, type Policy } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

const HOUR_S = 3600;
const job = (id: string, hours: number, due_h: number): Job => jobOf({ id, submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: hours * HOUR_S }, { due_s: due_h * HOUR_S, late_usd_per_h: 1 });

test("one node, three cheap hours from the fourth on: the job of three hours, due after that of one, must start before it and has them", () => {
  // By due times the short one, due at 9, would take the first of them and leave the long one, due at 10, two dear hours: 0.11 + 0.12 $ in place of 0.03 + 0.1 $.
  const jobs = [job("short", 1, 9), job("long", 3, 10)];
  const energy_usd_per_kWh = { t_s: Float64Array.of(0, 4 * HOUR_S, 7 * HOUR_S), value: Float64Array.of(0.1, 0.01, 0.1) };
  const none = { t_s: Float64Array.of(0), value: Float64Array.of(0) };
  const pool = hall(1, { from_s: 0, price: { accelerator_usd_per_h: none, energy_usd_per_kWh, carbon_g_per_kWh: none, in_usd_per_B: 0, out_usd_per_B: 0 } });
  const policy: Policy = { ...PLANNED, placement: { ...(PLANNED.placement as PlannedPlacement), published_s: null } };
  const { entries } = simulate({ workload: { jobs, run_s: [HOUR_S, 3 * HOUR_S] }, supply: prepareSupply([pool]), policy, outages: [], end_s: Infinity, watch: () => {} });
  expect(entries.map(({ job: { id }, firstStart_s }) => [id, firstStart_s! / HOUR_S])).toEqual([["short", 0], ["long", 4]]);
});
