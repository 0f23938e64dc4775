/**
 * Dose of the parts behind the platform's shielding, upsets of its chips, and what is left of them.
 *
 *   1. thickness = shielding mass over the box's surface over 2.699 kg/m2 a mm; the box: as written, or a cube that holds the servers,
 *      whose surface is the least of any box of theirs, and its wall the thickest
 *   2. dose behind it from the orbit's curve (dose-curve.ts); behind more than 20 mm that of 20 mm, below the table's altitudes that of its lowest:
 *      bounds
 *   3. life to the dose limit = limit/(margin x dose a year); infeasible where margin x the sure dose of the life passes the limit, not held
 *      against it where no dose is known or only the bound passes
 *   4. pace of upsets a chip = year/(dose a year/dose an event)                                   (physics/upsets)
 */
import { aluminiumForLife, aluminiumOfMass_mm, interruptions_per_chip_yr, shieldMass_kg, upsetInterval_s, type ShieldNeed } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { formatNumber } from "../units/index.ts";
import { DOSE_RANGE_MM, doseBehind, lifeDose_rad, sureDose_rad, type DoseCurve, type OrbitDose } from "./dose-curve.ts";
import type { Orbit, ServerLoad } from "./load.ts";
import type { DoseSizing, RadiationSizing } from "./radiation-record.ts";
import { survivalOf } from "./survival.ts";
import { interruptionsAt, synchronousJobs } from "./synchronous.ts";

/** Mass of the shielding: kilograms a kilowatt of nameplate. */
export const shielding_kg = (platform: Orbit["platform"], load: ServerLoad): number => (platform.shielding_kg_per_kW * load.itNameplate_W) / 1000;

/** Surface of the box that the shielding encloses. */
export const shieldedArea_m2 = (orbit: Orbit, load: ServerLoad): number => orbit.radiation.shieldedArea_m2 ?? 6 * load.volume_m3 ** (2 / 3);

/** The box, its wall and the dose behind it. */
export type Shielded = Pick<RadiationSizing, "shieldedArea_m2" | "shielding_kg_per_m2" | "aluminium_mm" | "dose">;

/** What follows from the servers' box and the orbit alone: drives want it before the platform is closed. */
export const shieldedParts = (orbit: Orbit, { load, dose }: { readonly load: ServerLoad; readonly dose: OrbitDose }): Shielded => {
  const area_m2 = shieldedArea_m2(orbit, load);
  const shielding_kg_per_m2 = shielding_kg(orbit.platform, load) / area_m2;
  const aluminium_mm = aluminiumOfMass_mm(shielding_kg_per_m2);
  return {
    shieldedArea_m2: area_m2,
    shielding_kg_per_m2,
    aluminium_mm,
    dose: dose.kind === "known" && aluminium_mm >= DOSE_RANGE_MM.thinnest ? doseSizing(orbit, dose, aluminium_mm) : null,
  };
};

export const radiationSizing = (scenario: Scenario, orbit: Orbit, { load, shielded }: { readonly load: ServerLoad; readonly shielded: Shielded }): RadiationSizing => {
  const { dose } = shielded;
  return {
    shieldedArea_m2: shielded.shieldedArea_m2,
    shielding_kg_per_m2: shielded.shielding_kg_per_m2,
    aluminium_mm: shielded.aluminium_mm,
    limit_rad: orbit.radiation.doseLimit_cGy,
    margin: orbit.radiation.doseMargin,
    dose,
    upsets: dose === null ? null : upsetsOf(orbit, dose.dose_rad_per_yr),
    spares: orbit.radiation.spares,
    survival: survivalOf(orbit, load.accelerators),
    synchronous: dose === null ? null : synchronousJobs(scenario, orbit, dose.dose_rad_per_yr),
  };
};

const doseSizing = (orbit: Orbit, curve: DoseCurve, aluminium_mm: number): DoseSizing => {
  const { trapped_rad_per_yr, solar_rad_per_yr, life_rad, sure_rad } = doseBehind(curve, Math.min(aluminium_mm, DOSE_RANGE_MM.thickest));
  return {
    dose_rad_per_yr: trapped_rad_per_yr + solar_rad_per_yr,
    trapped_rad_per_yr,
    solar_rad_per_yr,
    life_rad,
    sure_rad,
    doseLife_yr: (orbit.life_yr * orbit.radiation.doseLimit_cGy) / (orbit.radiation.doseMargin * life_rad),
    boundOf_km: curve.boundOf_km,
  };
};

const upsetsOf = (orbit: Orbit, dose_rad_per_yr: number): NonNullable<RadiationSizing["upsets"]> => ({
  memoryInterval_s: upsetInterval_s({ dose_rad_per_yr, event_rad: orbit.radiation.memoryDose_cGy }),
  corruptionInterval_s: upsetInterval_s({ dose_rad_per_yr, event_rad: orbit.radiation.corruptionDose_cGy }),
  interruptions_per_chip_yr: interruptions_per_chip_yr(interruptionsAt(orbit, dose_rad_per_yr)),
});

/** Why nothing is left to work. */
export const spareReasons = ({ radiation: { spares } }: Orbit, { accelerators }: ServerLoad): readonly string[] =>
  spares < accelerators ? [] : [`all ${accelerators} accelerators on board are spares: orbit.radiation.spares is ${spares}`];

/** What the parts take for sure over the life. Thinner than the table, its thinnest is the least they take. */
const surely_rad = (radiation: RadiationSizing, dose: DoseCurve): number => (radiation.dose === null ? sureDose_rad(dose, DOSE_RANGE_MM.thinnest) : radiation.dose.sure_rad);

/** Whether the parts do not last. */
export const isDosedTooMuch = (radiation: RadiationSizing, dose: OrbitDose): boolean => dose.kind === "known" && !(radiation.margin * surely_rad(radiation, dose) <= radiation.limit_rad);

/** Why the parts do not last, and what more shielding would do. */
export const doseReasons = (orbit: Orbit, { radiation, dose, load }: { readonly radiation: RadiationSizing; readonly dose: OrbitDose; readonly load: ServerLoad }): readonly string[] => {
  if (dose.kind === "unknown" || !isDosedTooMuch(radiation, dose)) return [];
  const { limit_rad, margin, aluminium_mm } = radiation;
  const life_rad = surely_rad(radiation, dose);
  const need = aluminiumForLife({ limit_rad, margin, dose_rad: (mm) => lifeDose_rad(dose, mm), thinnest_mm: DOSE_RANGE_MM.thinnest, thickest_mm: DOSE_RANGE_MM.thickest });
  const taken = `the parts take ${radiation.dose === null || dose.boundOf_km !== null ? "more than " : ""}${formatNumber(life_rad)} rad in ${formatNumber(orbit.life_yr)} yr behind ${formatNumber(aluminium_mm)} mm of aluminium${dose.boundOf_km === null ? "" : " of solar protons alone"}`;
  return [`${taken}, ${margin === 1 ? "" : `${formatNumber(margin)} times which is `}above the ${formatNumber(limit_rad)} rad that they stand (orbit.radiation.doseLimit): ${wayOut(orbit, { need, radiation, load, life_rad })}`];
};

const wayOut = (orbit: Orbit, { need, radiation, load, life_rad }: { readonly need: ShieldNeed; readonly radiation: RadiationSizing; readonly load: ServerLoad; readonly life_rad: number }): string => {
  if (need.status === "infeasible") return `not even ${DOSE_RANGE_MM.thickest} mm would do; fly where the dose is less, or shorten orbit.life to ${formatNumber((orbit.life_yr * radiation.limit_rad) / (radiation.margin * life_rad))} yr`;
  const mass_kg = shieldMass_kg({ area_m2: radiation.shieldedArea_m2, aluminium_mm: need.aluminium_mm });
  return `${formatNumber(need.aluminium_mm)} mm would do, ${formatNumber(mass_kg)} kg of shielding for ${formatNumber(shielding_kg(orbit.platform, load))} kg (orbit.platform.shielding ${formatNumber((1000 * mass_kg) / load.itNameplate_W)} kg/kW)`;
};

/** Why the parts are not held against their limit: nobody can say that they last, or that they do not. */
export const unheldDose = (radiation: RadiationSizing, dose: OrbitDose): readonly string[] => {
  if (dose.kind === "unknown") return [dose.unheld];
  const { dose: known, aluminium_mm, limit_rad, margin } = radiation;
  const sure_rad = known === null ? sureDose_rad(dose, DOSE_RANGE_MM.thinnest) : known.sure_rad;
  if (margin * sure_rad > limit_rad) return [];
  if (known === null) return [`dose of the parts not held against orbit.radiation.doseLimit: behind ${formatNumber(aluminium_mm)} mm of aluminium it is not known, from ${DOSE_RANGE_MM.thinnest} mm on it is`];
  return margin * known.life_rad <= limit_rad ? [] : [`dose of the parts not held against orbit.radiation.doseLimit: ${betweenDoses(known)}, and the limit of ${formatNumber(limit_rad)} rad lies between`];
};

/** The same for drives: nothing is known, or their limit lies between what is sure and the bound. */
export const unheldDrives = ({ data }: Pick<Orbit, "data">, { dose, margin }: RadiationSizing): readonly string[] => {
  const limit_rad = data?.doseLimit_cGy ?? null;
  if (limit_rad === null) return [];
  if (dose === null) return ["dose of the drives not held against orbit.data.doseLimit: it is not known"];
  return margin * dose.life_rad <= limit_rad || margin * dose.sure_rad > limit_rad ? [] : [`dose of the drives not held against orbit.data.doseLimit: ${betweenDoses(dose)}, and the limit of ${formatNumber(limit_rad)} rad lies between`];
};

const betweenDoses = ({ sure_rad, life_rad, boundOf_km }: DoseSizing): string =>
  `from ${formatNumber(sure_rad)} rad of solar protons to ${formatNumber(life_rad)} with the belts of ${boundOf_km} km, where their table begins`;

/** Why no dose is stated, or what the one stated is not. */
export const doseNotes = ({ aluminium_mm }: RadiationSizing, dose: OrbitDose): readonly string[] => {
  const { thinnest, thickest } = DOSE_RANGE_MM;
  if (dose.kind === "unknown") return [`Dose, upsets and the parts' life under them are not computed: ${dose.why}.`];
  if (aluminium_mm < thinnest) return [`Dose is not computed behind ${formatNumber(aluminium_mm)} mm of aluminium: known from ${thinnest} mm on (orbit.platform.shielding over orbit.radiation.shieldedArea).`];
  return [
    ...(dose.boundOf_km === null ? [] : [`The belts' dose is that of ${dose.boundOf_km} km, where the table begins: an orbit below takes less, and dose, upsets and useful shares are bounds on the safe side.`]),
    ...(aluminium_mm <= thickest ? [] : [`Dose is that behind ${thickest} mm of aluminium, where the table ends: the ${formatNumber(aluminium_mm)} mm on board let less through.`]),
  ];
};
