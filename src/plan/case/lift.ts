/**
 * How many platforms one launch carries to the wanted orbit.
 *
 *   1. payload to the orbit from the payload to the vehicle's reference orbit: physics/rocket, eq. 5 (known last stage), by the ideal speeds
 *      to both (destination.ts)
 *   2. platforms a launch = min(payload x packing/wet mass, fairing volume x packing/stowed volume), whole where the launch is bought
 *      as one; a share of a launch bought by the kilogram may carry part of that number, others fill the rest
 *   3. none where its acceleration is more than a platform bears
 *
 * The reference is the nearest in ideal speed of what is known: the low orbit, and where the catalogue has a payload to a geostationary
 * transfer orbit (`gto`) that one, scaled as the scenario's payload is to the catalogue's. Over the shorter step the short form errs by
 * half as much; where the two are equally near, payload falls at once by what they differ: 6 to 9 %.
 * The reference ascent starts from the catalogue's pad, or due east where the reference plane is lower than the pad's latitude (a payload quoted
 * for another pad). A wanted plane lower than the pad's latitude is turned into at the far apsis by the last stage: dear in low orbits,
 * where a dog-leg on the way up would be cheaper for a few degrees; it is not modelled. No refilling in orbit.
 */
import { climb, geostationaryAltitude_km, payloadBeyond_kg } from "../../physics/index.ts";
import { entryOf, entryValue, partOf, runAll } from "../../scenario/index.ts";
import type { Keep, Scenario } from "../../scenario/index.ts";
import type { PlatformSizing } from "../../size/index.ts";
import { formatNumber } from "../../units/index.ts";
import { destinationOf, whole as wholeClimb } from "./destination.ts";

export type LaunchVehicle = Scenario["launch"]["vehicles"][number];

export interface Lift {
  /** Platforms in one launch, whole unless it is bought by the kilogram; 0 when it can carry none. */
  readonly perLaunch: number;
  readonly payload_kg: number;
  /** Wet mass of one platform. */
  readonly unit_kg: number;
  /** What sets the number, in words. */
  readonly limits: string;
}

// Guards the whole number of platforms against the last bit of a division.
const ROUNDING = 1e-9;

/** A lift whose words are made when they are asked for: a loop over platforms never does. */
export interface LiftNumbers extends Omit<Lift, "limits"> {
  readonly limitsOf: () => string;
}

/** What a vehicle lifts of a platform. */
export const liftOf = (scenario: Scenario, { vehicle, platform }: LiftInput): Lift => {
  const { limitsOf, ...lift } = liftNumbers(scenario, { vehicle, platform }, runAll);
  return { ...lift, limits: limitsOf() };
};

interface LiftInput {
  readonly vehicle: LaunchVehicle;
  readonly platform: PlatformSizing;
}

/** The same without its words; `keep` runs its part. */
export const liftNumbers = (scenario: Scenario, { vehicle, platform }: LiftInput, keep: Keep): LiftNumbers => {
  const unit_kg = platform.mass.wet_kg;
  const { payload_kg, nameOf } = keep(partOf("payload of", vehicle.id), payloadTo, scenario, { vehicle, platform });
  if (payload_kg <= 0) return { perLaunch: 0, payload_kg: 0, unit_kg, limitsOf: () => `out of reach: its last stage does not carry itself to ${nameOf()}` };
  const { gMax: bears } = gOf(scenario);
  const { gLoad } = vehicle;
  if (gLoad !== null && gLoad > bears) return { perLaunch: 0, payload_kg, unit_kg, limitsOf: () => `acceleration: ${formatNumber(gLoad)} g, and a platform with its servers bears ${formatNumber(bears)}` };
  const byMass = (payload_kg * vehicle.packing_frac) / unit_kg;
  const byVolume = (vehicle.fairingVolume_m3 * vehicle.packing_frac) / platform.volume_m3;
  const fit = Math.min(byMass, byVolume);
  const whole = fit < 1 - ROUNDING ? 0 : Math.floor(fit + ROUNDING);
  const perLaunch = vehicle.pricePerKg_usd_per_kg === null || whole === 0 ? whole : fit;
  return { perLaunch, payload_kg, unit_kg, limitsOf: () => roomText({ vehicle, platform }, { fit, perLaunch, byMass: byMass <= byVolume, reach: `${formatNumber(payload_kg)} kg to ${nameOf()}` }) };
};

const roomText = ({ vehicle, platform }: LiftInput, { fit, perLaunch, byMass, reach }: { readonly fit: number; readonly perLaunch: number; readonly byMass: boolean; readonly reach: string }): string => {
  const limits = byMass ? `mass: ${reach}, against ${formatNumber(platform.mass.wet_kg)} kg a platform` : `volume: ${formatNumber(vehicle.fairingVolume_m3)} m3 against ${formatNumber(platform.volume_m3)} m3 a platform stowed`;
  const carried = perLaunch === fit ? formatNumber(fit) : `${formatNumber(fit)} fit, ${formatNumber(perLaunch)} whole`;
  return `${limits}, packing ${formatNumber(vehicle.packing_frac)}: ${carried} a launch`;
};

const gOf = ({ orbit }: Scenario): { readonly gMax: number } => {
  if (orbit === null) throw new Error("a launch needs an orbit");
  return orbit.platform;
};

const payloadTo = (scenario: Scenario, { vehicle, platform }: { readonly vehicle: LaunchVehicle; readonly platform: PlatformSizing }): { readonly payload_kg: number; readonly nameOf: () => string } => {
  if (scenario.orbit === null) throw new Error("a launch needs an orbit");
  const entry = entryOf(scenario, { kind: "vehicles", id: vehicle.vehicle });
  const figure = (name: string): number => entryValue(entry, name);
  const pad_deg = Math.abs(figure("padLatitude"));
  const from_deg = Math.abs(vehicle.padLatitude_deg);
  const isp_s = entryValue(entryOf(scenario, { kind: "buses", id: scenario.orbit.platform.bus }), "isp");
  const { speed_m_per_s, nameOf } = destinationOf(scenario.orbit, { ...platform.orbit, latitude_deg: from_deg, isp_s });
  const reference = nearest([lowReference(entry, { vehicle, pad_deg }), ...transferReference(entry, { vehicle, pad_deg })], speed_m_per_s);
  const payload_kg = payloadBeyond_kg({ dry_kg: figure("upperStageDry"), isp_s: figure("upperStageIsp") }, { referencePayload_kg: reference.payload_kg, extra_m_per_s: speed_m_per_s - reference.speed_m_per_s });
  return { payload_kg, nameOf };
};

/** What a vehicle is known to carry, and how fast. */
interface Reference {
  readonly payload_kg: number;
  readonly speed_m_per_s: number;
}

type Entry = ReturnType<typeof entryOf>;
interface Start {
  readonly vehicle: LaunchVehicle;
  readonly pad_deg: number;
}

const lowReference = (entry: Entry, { vehicle, pad_deg }: Start): Reference => {
  const inclination_deg = entryValue(entry, "refInclination");
  const low = climb({ altitude_km: entryValue(entry, "refAltitude"), inclination_deg, latitude_deg: Math.min(pad_deg, tilt(inclination_deg)) });
  return { payload_kg: vehicle.payload_kg, speed_m_per_s: wholeClimb(low) };
};

/** None where its maker does not state it. */
const transferReference = (entry: Entry, { vehicle, pad_deg }: Start): readonly Reference[] => {
  const transfer = entry.figures["gto"];
  if (transfer === undefined) return [];
  const { transfer_m_per_s } = climb({ altitude_km: geostationaryAltitude_km(), inclination_deg: 0, latitude_deg: pad_deg });
  return [{ payload_kg: transfer.value * (vehicle.payload_kg / entryValue(entry, "payload")), speed_m_per_s: transfer_m_per_s }];
};

const nearest = (references: readonly Reference[], speed_m_per_s: number): Reference =>
  references.reduce((best, one) => (Math.abs(one.speed_m_per_s - speed_m_per_s) < Math.abs(best.speed_m_per_s - speed_m_per_s) ? one : best));

/** Angle of a plane to the equator, 0 to 90 deg. */
const tilt = (inclination_deg: number): number => Math.min(inclination_deg, 180 - inclination_deg);
