/**
 * What becomes of a platform after its life, and the speed that it takes.
 *
 *   1. controlled: one burn to `disposal.perigee`; lowered: two to the highest circle that decays in time; passive: none
 *      (physics/disposal, decay; 47 CFR 25.283(e): five years below 2,000 km)
 *   1a. an electric engine (Isp above 1,000 s) pushes for weeks: it spirals, the difference of circular speeds (physics/departure, eq. 6), and
 *      aims at no place: where the altitude decides it lowers the circle, or falls by itself where that is in time
 *   2. graveyard above the geostationary ring: physics/station-keeping, eq. 6, with the A/m of what tumbles (47 CFR 25.283(a) has the same)
 *   3. graveyard from below 2,000 km: two burns to 2,500 km, as filings have it; from between the two regions none is needed
 *
 * Nobody at the helm: tumbling, dry; falls.ts says how fast it comes down.
 */
import { DENSITY_ALTITUDES_KM, deorbitBurn_m_per_s, geostationaryAltitude_km, graveyardBurn_m_per_s, LOW_THRUST_ISP_S, spiralBurn_m_per_s, transferBurn_m_per_s } from "../physics/index.ts";
import type { Falls } from "./falls.ts";
import type { Orbit } from "./load.ts";
import { LOW_REGION_KM } from "./low-region.ts";

/** Half the height of the protected region about the geostationary ring (IADC-02-01). */
const RING_HALF_KM = 200;
const LOW_GRAVEYARD_KM = 2500;

export type DisposalWay = Exclude<Orbit["disposal"]["way"], "by-altitude">;

export interface DisposalPlan {
  readonly way: DisposalWay;
  readonly speed_m_per_s: number;
  /** Altitude that the burns end at: perigee or circle; null without a burn and above the ring. */
  readonly to_km: number | null;
  /** Highest circle from which drag alone is in time; null where that is above 1,000 km, or not asked: above 2,000 km. */
  readonly ceiling_km: number | null;
  /** Whether drag alone is in time; null where it is not asked. */
  readonly passive: boolean | null;
}

/** A platform that nobody holds any more. */
export interface Adrift {
  readonly altitude_km: number;
  readonly falls: Falls;
  readonly areaToMass_m2_per_kg: number;
  /** With the drag coefficient. */
  readonly dragPerMass_m2_per_kg: number;
}

/** What the altitude asks for, where the scenario leaves it to that. */
const wayOf = ({ disposal }: Orbit, { altitude_km, electric }: { readonly altitude_km: number | null; readonly electric: boolean }): DisposalWay => {
  if (disposal.way !== "by-altitude") return disposal.way;
  if (altitude_km === null) return "none";
  if (altitude_km <= LOW_REGION_KM) return electric ? "lowered" : "controlled";
  return inRing(altitude_km) ? "graveyard" : "none";
};

const inRing = (altitude_km: number): boolean => Math.abs(altitude_km - geostationaryAltitude_km()) <= RING_HALF_KM;

/** The end of a platform that is `adrift` when its life is over; null for one that does not circle the Earth. */
export const disposalPlan = (orbit: Orbit, adrift: Adrift | null, isp_s: number): DisposalPlan => {
  const electric = isElectric(isp_s);
  const way = wayOf(orbit, { altitude_km: adrift === null ? null : adrift.altitude_km, electric });
  if (adrift === null) return { way: "none", speed_m_per_s: 0, to_km: null, ceiling_km: null, passive: null };
  const { altitude_km } = adrift;
  const { perigee_km } = orbit.disposal;
  if (altitude_km > LOW_REGION_KM && way !== "lowered" && way !== "passive") return { way, ...burnOf(way, { adrift, perigee_km, lowered_km: altitude_km, electric }), ceiling_km: null, passive: null };
  const ceiling_km = adrift.falls.ceiling_km(adrift.dragPerMass_m2_per_kg);
  const passive = ceiling_km === null ? altitude_km <= DENSITY_ALTITUDES_KM.highest : altitude_km <= ceiling_km;
  const lowered_km = passive ? altitude_km : (ceiling_km ?? DENSITY_ALTITUDES_KM.highest);
  const taken = passive && way === "lowered" ? "passive" : way;
  return { way: taken, ...burnOf(taken, { adrift, perigee_km, lowered_km, electric }), ceiling_km, passive };
};

export const isElectric = (isp_s: number): boolean => isp_s > LOW_THRUST_ISP_S;

type Burn = Pick<DisposalPlan, "speed_m_per_s" | "to_km">;
const NO_BURN: Burn = { speed_m_per_s: 0, to_km: null };

const burnOf = (way: DisposalWay, { adrift, perigee_km, lowered_km, electric }: { readonly adrift: Adrift; readonly perigee_km: number; readonly lowered_km: number; readonly electric: boolean }): Burn => {
  const between = electric ? spiralBurn_m_per_s : transferBurn_m_per_s;
  switch (way) {
    case "controlled": return { speed_m_per_s: (electric ? spiralBurn_m_per_s : deorbitBurn_m_per_s)(adrift.altitude_km, perigee_km), to_km: perigee_km };
    case "lowered": return { speed_m_per_s: between(adrift.altitude_km, lowered_km), to_km: lowered_km };
    case "graveyard": return graveyardBurn(adrift, between);
    case "passive":
    case "none": return NO_BURN;
  }
};

const graveyardBurn = ({ altitude_km, areaToMass_m2_per_kg }: Adrift, between: (from_km: number, to_km: number) => number): Burn => {
  if (altitude_km <= LOW_REGION_KM) return { speed_m_per_s: between(altitude_km, LOW_GRAVEYARD_KM), to_km: LOW_GRAVEYARD_KM };
  return inRing(altitude_km) ? { speed_m_per_s: graveyardBurn_m_per_s(areaToMass_m2_per_kg), to_km: null } : NO_BURN;
};
