/** What holds a platform in place beside drag, by the kind of its orbit. */
import { geostationaryKeeping_m_per_s_per_yr, sunEarthL1Keeping_m_per_s_per_yr } from "../physics/index.ts";
import type { Orbit } from "./load.ts";
import { LOW_REGION_KM } from "./low-region.ts";

/** Speed a year against Sun, Moon and the Earth's shape, where it is known (physics/station-keeping). */
export const keeping_m_per_s_per_yr = ({ type, longitude_deg }: Pick<Orbit, "type" | "longitude_deg">): number => {
  switch (type) {
    case "geostationary": return geostationaryKeeping_m_per_s_per_yr(longitude_deg);
    case "sun-earth-l1": return sunEarthL1Keeping_m_per_s_per_yr();
    case "heliocentric":
    case "sun-synchronous":
    case "circular": return 0;
  }
};

/** Speed a year for avoidance: none above 2,000 km, where no rate is published. */
export const avoidance_m_per_s_per_yr = ({ avoidance }: Orbit, altitude_km: number | null): number =>
  altitude_km !== null && altitude_km <= LOW_REGION_KM ? avoidance.rate_per_yr * avoidance.deltaV_m_per_s : 0;
