/** Hours that jobs waited, by what they waited for, counted by hand. */
import { describe, expect, test } from "vitest";
import { EASY, jobOf, PLANNED, prepareSupply, simulate, type Policy, type Pool } from "../../../src/schedule/index.ts";
import { waitLog } from "../../../src/serve/jobs/waits.ts";

const steady = (value: number) => ({ t_s: [0], value: [value] });

/** Four nodes of a kilowatt in orbit, a megabyte a second up to them. */
const ORBIT: Pool = {
  id: "orbit", tier: "orbit", domain: "orbit", place: "orbit", jurisdictions: [], nodes: 4, acceleratorsPerNode: 1, power_W: steady(1000), heat_W: steady(1e6), accelerators: steady(1), cap_W: null, battery: null,
  maintenance: [], from_s: 0, until_s: null, in_B_per_s: steady(1e6), out_B_per_s: null, latency_ms: 1,
  price: { accelerator_usd_per_h: steady(0), energy_usd_per_kWh: steady(0), carbon_g_per_kWh: steady(0), in_usd_per_B: 0, out_usd_per_B: 0 },
};
const GREEDY: Policy = { ...EASY, order: { kind: "priority", ageing_per_h: 0 }, preemption: null, placement: { kind: "tier", first: "orbit", spill: true } };

/** 18 GB take 18,000 s = 5 h over the link; every quarter of an hour a job of a second has the fleet looked at. */
const waitsUnder = (policy: Policy, expires_s: number | null = null) => {
  const log = waitLog();
  const of = (id: string, submit_s: number, estimate_s: number) => ({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 500, estimate_s });
  const tick = Array.from({ length: 60 }, (_, i) => jobOf(of(`tick${i}`, i * 900, 1), { class: "tick" }));
  const jobs = [jobOf(of("a", 0, 600), { class: "data", input_B: 18e9, inputPlace: "ground", expires_s }), ...tick];
  const { entries } = simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply([ORBIT]), policy, outages: [], end_s: 86_400, watch: (event, step) => { if (event.kind === "decide") log.look(step); } });
  return { start_h: (entries[0]!.firstStart_s ?? NaN) / 3600, waits: log.waits().filter((one) => one.class === "data") };
};

describe("why jobs waited", () => {
  for (const [name, policy] of [["booked ahead", PLANNED], ["tier by tier", GREEDY]] as const) {
    test(`${name}: five hours for its data are five hours of one job, for that alone`, () => {
      const { start_h, waits } = waitsUnder(policy);
      expect(start_h).toBeCloseTo(5, 2);
      expect(waits.map(({ reason }) => reason)).toEqual(["data on its way"]);
      // The look at its start finds it gone: at most a quarter of an hour less.
      expect(waits[0]!.job_h).toBeGreaterThanOrEqual(4.75);
      expect(waits[0]!.job_h).toBeLessThanOrEqual(5.01);
    });
  }

  test("two hours until it expires are two hours for which no place takes it", () => {
    const { start_h, waits } = waitsUnder(GREEDY, 7200);
    expect(start_h).toBeNaN();
    // The look at its end finds it gone.
    expect(waits).toMatchObject([{ reason: "no place takes it", job_h: expect.closeTo(1.75, 9) }]);
  });
});
