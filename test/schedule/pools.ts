/** Pools for tests: a hall on the ground without limits, and what differs from it. */
import { constantCurve, type Pool } from "../../src/schedule/index.ts";

const c = constantCurve;

/** Nodes of one accelerator with all the power there is, free of charge. */
export const hall = (nodes: number, more: Partial<Pool> = {}): Pool => ({
  id: "hall", tier: "ground", domain: more.id ?? "hall", place: more.id ?? "hall", jurisdictions: [], nodes, acceleratorsPerNode: 1,
  power_W: c(1e6), heat_W: c(1e6), accelerators: c(more.acceleratorsPerNode ?? 1), cap_W: null, battery: null, maintenance: [], from_s: -1e9, until_s: null,
  in_B_per_s: null, out_B_per_s: null, latency_ms: 0,
  price: { accelerator_usd_per_h: c(0), energy_usd_per_kWh: c(0), carbon_g_per_kWh: c(0), in_usd_per_B: 0, out_usd_per_B: 0 },
  ...more,
});

/** Light of `lit_min` in every `turn_min`, from `phase_min` on, for `turns` turns; dark afterwards. */
export const flashes = ({ lit_min, turn_min, phase_min, turns, power_W }: { readonly lit_min: number; readonly turn_min: number; readonly phase_min: number; readonly turns: number; readonly power_W: number }) => {
  const t_s = [-1e9];
  const value = [0];
  for (let i = 0; i < turns; i++) {
    t_s.push(60 * (phase_min + i * turn_min), 60 * (phase_min + i * turn_min + lit_min));
    value.push(power_W, 0);
  }
  return { t_s, value };
};
