/** What drag, disposal and the formation make impossible, and what the reader should know of them. */
import { DENSITY_ALTITUDES_KM } from "../physics/index.ts";
import { formatNumber } from "../units/index.ts";
import { isElectric } from "./disposal-burn.ts";
import type { Orbit } from "./load.ts";
import type { Fall, FormationSizing, LifeSizing, MassBudget } from "./sizing.ts";

interface Lived {
  readonly closed: { readonly mass: MassBudget; readonly life: LifeSizing; readonly formation: FormationSizing | null; readonly loadPeak_W: number };
  readonly altitude_km: number | null;
  readonly isp_s: number;
}

/** Reasons after closure, each with its numbers. */
export const lifeReasons = (orbit: Orbit, { closed: { mass, life, formation, loadPeak_W }, altitude_km, isp_s }: Lived): readonly string[] => [
  ...propellantReasons(orbit, { mass, life, isp_s }),
  ...powerReasons(orbit, { life, loadPeak_W, isp_s }),
  ...passiveReasons(life, altitude_km),
  ...aimReasons(life, isp_s),
  ...(orbit.formation !== null && formation === null ? ["orbit.formation is for orbits of the Earth: elsewhere relative motion is not computed"] : []),
  ...(formation === null ? [] : formationReasons(formation)),
];

/** Structure and tanks of the catalogue's buses are of spacecraft that carry less propellant than their own weight. Who writes a speed answers for its propellant, not for that of insertion, which comes beside it. */
const propellantReasons = (orbit: Orbit, { mass, life, isp_s }: { readonly mass: MassBudget; readonly life: LifeSizing; readonly isp_s: number }): readonly string[] => {
  if (mass.propellant_kg <= mass.dry_kg) return [];
  const { dry_kg } = mass;
  const computed = Object.entries(life.propellant_kg).filter(([purpose]) => purpose !== "asWritten");
  const total_kg = computed.reduce((sum, [, kg]) => sum + kg, 0);
  if (total_kg <= dry_kg) return [];
  const [purpose, most_kg] = computed.reduce((most, one) => (one[1] > most[1] ? one : most));
  return [
    `reaching, holding and leaving the orbit takes ${formatNumber(total_kg)} kg of propellant for ${formatNumber(dry_kg)} kg of platform, more than its own weight, which no bus of the catalogue is built for; ${formatNumber(most_kg)} kg of it are for ${purposeText(orbit, { life, isp_s, purpose })}`,
  ];
};

/** What takes most, and what would take less. */
const purposeText = (orbit: Orbit, { life, isp_s, purpose }: { readonly life: LifeSizing; readonly isp_s: number; readonly purpose: string }): string => {
  const { byPurpose } = life.deltaV;
  const over = `over ${formatNumber(orbit.life_yr)} yr`;
  const otherwise = `a bus with more than ${formatNumber(isp_s)} s of Isp, or write orbit.platform.deltaV`;
  switch (purpose) {
    case "insertion":
      return `the platform's own burn into its orbit, ${formatNumber(byPurpose.insertion_m_per_s)} m/s: take ${orbit.type === "heliocentric" ? "another orbit.solarDistance, " : ""}orbit.insertion: vehicle, or a bus with more than ${formatNumber(isp_s)} s of Isp`;
    case "stationKeeping":
      return life.f107_sfu === null
        ? `station keeping, ${formatNumber(byPurpose.stationKeeping_m_per_s)} m/s ${over}: shorten orbit.life, take ${otherwise}`
        : `station keeping: drag takes ${formatNumber(life.dragMakeup_m_per_s_per_yr)} m/s a year, ${formatNumber(life.worstDragMakeup_m_per_s_per_yr)} in the hardest, ${over}; raise orbit.altitude, or write orbit.platform.deltaV`;
    case "avoidance":
      return `avoidance, ${formatNumber(byPurpose.avoidance_m_per_s)} m/s ${over} (orbit.avoidance): take ${otherwise}`;
    case "formation":
      return `keeping the formation, ${formatNumber(byPurpose.formation_m_per_s)} m/s ${over}: narrow orbit.formation.radius, correct less often (orbit.formation.correction), take ${otherwise}`;
    default:
      return `disposal, ${formatNumber(byPurpose.disposal_m_per_s)} m/s: take another orbit.disposal.way, ${otherwise}`;
  }
};

/** No chemical engine reaches this; what does draws on the array. */
const ELECTRIC_ISP_S = 500;

const powerReasons = (orbit: Orbit, { life, loadPeak_W, isp_s }: { readonly life: LifeSizing; readonly loadPeak_W: number; readonly isp_s: number }): readonly string[] => {
  const spare_W = orbit.platform.powerMargin_frac * loadPeak_W;
  return isp_s < ELECTRIC_ISP_S || life.worstJet_W <= spare_W ? [] : [
    `drag of ${formatNumber(life.worstDrag_N)} N in the hardest year takes ${formatNumber(life.worstJet_W / 1000)} kW of jet from a thruster of ${formatNumber(isp_s)} s without any loss, more than the ${formatNumber(spare_W / 1000)} kW that the array has to spare (orbit.platform.powerMargin); raise orbit.altitude`,
  ];
};

const passiveReasons = (life: LifeSizing, altitude_km: number | null): readonly string[] => {
  const { disposal } = life;
  if (disposal.way !== "passive" || disposal.passive !== false || altitude_km === null) return [];
  // Followed when it is read.
  const { fallFromEnd } = life;
  const inTime = disposal.passiveCeiling_km === null ? "" : `drag alone is in time from ${formatNumber(disposal.passiveCeiling_km)} km; `;
  return [`passive disposal is too slow: from ${formatNumber(altitude_km)} km ${fallFromEnd === null ? "nothing comes down" : fallText(fallFromEnd)}, and ${formatNumber(disposal.within_yr)} yr are allowed (orbit.disposal.within); ${inTime}take orbit.disposal.way lowered`];
};

const aimReasons = ({ disposal }: LifeSizing, isp_s: number): readonly string[] =>
  disposal.way !== "controlled" || !isElectric(isp_s) ? [] : [
    `a controlled re-entry is aimed by one burn, and the bus's engine of ${formatNumber(isp_s)} s is electric: it spirals for weeks, ${formatNumber(disposal.speed_m_per_s)} m/s to ${formatNumber(disposal.to_km!)} km, and comes down where it will; take orbit.disposal.way lowered, or an orbit.platform.bus with a chemical engine`,
  ];

const fallText = (fall: Fall): string =>
  fall.kind === "decays" ? `it takes ${formatNumber(fall.life_yr)} yr, to ${fall.end_utc.slice(0, 10)}` : `it still stands at ${formatNumber(fall.altitude_km)} km after ${formatNumber(fall.within_yr)} yr`;

const formationReasons = (f: FormationSizing): readonly string[] => [
  ...(f.slots >= 2 ? [] : [`a formation of radius ${formatNumber(f.radius_m)} m holds one platform at a spacing of ${formatNumber(f.least_m)} m: widen orbit.formation.radius`]),
  ...(f.satellites <= f.slots ? [] : [`${f.satellites} platforms do not fit in a formation of radius ${formatNumber(f.radius_m)} m at ${formatNumber(f.least_m)} m: it holds ${f.slots}`]),
  ...(f.clear_m >= f.keepOut_m ? [] : [
    `two platforms of the formation come as near as ${formatNumber(f.clear_m)} m, under the keep-out of ${formatNumber(f.keepOut_m)} m: ${formatNumber(f.least_m)} m between slots less twice ${formatNumber(f.error_m)} m of knowledge and drift, ${formatNumber(f.dragDrift_m)} m of it by a difference in drag; widen orbit.formation.spacing or correct more often (orbit.formation.correction)`,
  ]),
];

/** A later launch is worth a word when it needs this much more. */
const WORTH_A_WORD = 1.05;

/** What the reader should know. */
export const lifeNotes = (orbit: Orbit, life: LifeSizing): readonly string[] => [
  ...writtenNotes(life),
  ...airNotes(orbit, life),
  ...ruleNotes(life),
  ...(life.disposal.way === "lowered" || life.disposal.way === "passive" ? ["At the end of life it comes down where it will: the risk to people on the ground (47 CFR 25.114(d)(14): 1 in 10,000) is not computed."] : []),
];

const writtenNotes = ({ deltaV: { written_m_per_s, needed_m_per_s }, hardestLaunch }: LifeSizing): readonly string[] => {
  if (written_m_per_s !== null && written_m_per_s < needed_m_per_s)
    return [`orbit.platform.deltaV is written as ${formatNumber(written_m_per_s)} m/s, and ${formatNumber(needed_m_per_s)} m/s are computed (platform table): what is written stands.`];
  if (written_m_per_s === null && hardestLaunch.needed_m_per_s > WORTH_A_WORD * needed_m_per_s)
    return [`Propellant is for a launch at the start; the same platform launched in ${hardestLaunch.launch_utc.slice(0, 7)} would need ${formatNumber(hardestLaunch.needed_m_per_s)} m/s instead of ${formatNumber(needed_m_per_s)}.`];
  return [];
};

const airNotes = (orbit: Orbit, life: LifeSizing): readonly string[] => {
  if (life.dragBound_m_per_s_per_yr !== null) return [`Drag is not computed above ${DENSITY_ALTITUDES_KM.highest} km and not carried for: it is less than the ${formatNumber(life.dragBound_m_per_s_per_yr)} m/s a year of an orbit there.`];
  if (life.f107_sfu === null) return [];
  if (orbit.type === "sun-synchronous" && Math.abs(Math.abs(orbit.ltan_h - 12) - 6) <= 1) return [];
  return ["The air's density is the mean of a dawn-dusk orbit: on another plane it differs by tens of per cent."];
};

const ruleNotes = ({ disposal, fallFromEnd }: LifeSizing): readonly string[] =>
  disposal.ruleMet !== false || disposal.way === "passive" ? [] : [
    `No disposal: ${fallFromEnd === null ? "" : `${fallText(fallFromEnd)}, `}where 47 CFR 25.283(e) allows ${formatNumber(disposal.within_yr)} yr.`,
  ];
