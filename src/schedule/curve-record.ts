/** A pool as JSON holds it: its curves as plain arrays. */
import type { Curve } from "./curve.ts";
import type { Pool } from "./supply.ts";

const plain = ({ t_s, value }: Curve): Curve => ({ t_s: Array.from(t_s), value: Array.from(value) });

export const curveRecord = (pool: Pool): Pool => ({
  ...pool,
  power_W: plain(pool.power_W),
  heat_W: plain(pool.heat_W),
  accelerators: plain(pool.accelerators),
  cap_W: pool.cap_W === null ? null : plain(pool.cap_W),
  in_B_per_s: pool.in_B_per_s === null ? null : plain(pool.in_B_per_s),
  out_B_per_s: pool.out_B_per_s === null ? null : plain(pool.out_B_per_s),
  price: {
    ...pool.price,
    accelerator_usd_per_h: plain(pool.price.accelerator_usd_per_h),
    energy_usd_per_kWh: plain(pool.price.energy_usd_per_kWh),
    carbon_g_per_kWh: plain(pool.price.carbon_g_per_kWh),
  },
});
