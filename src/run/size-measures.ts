/**
 * What a study measures of a sized platform: mass, light, drag and life, reach, what a launch carries.
 *
 *   1. light: the year from simulate.start on the platform's plane, one orbit a day (physics/plane-light); shadow is umbra and penumbra
 *   2. round trip to a platform at the lowest usable elevation: 2 slant/c                                    (physics/link)
 *   3. what a vehicle carries to the orbit, and platforms a launch                                           (plan/case/lift)
 *   3a. sent to the ground in a day: contacts of the first days from simulate.start (fly/contacts), rates as in serve/platform-links
 *   3b. share of a training step that exchanges gradients, the worst of the classes that name a model          (serve/interlink)
 *   4. dose of the belts behind 10 mm of aluminium, Suncatcher's shield: mean of the years of the life       (physics/trapped-dose)
 *   5. dose behind the platform's own shield over the parts' limit, chips at work, what synchronous jobs keep  (size/radiation-sizing)
 */
import { julianDate, lightTime_ms, planeLight, raanFromLtan_deg, slantRange_km, trappedDoseOverLife_rad } from "../physics/index.ts";
import { contactsOver } from "../fly/index.ts";
import { liftOf, type Lift } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { orbitTraining, platformLinks, type OrbitTraining, type StationRain } from "../serve/index.ts";
import { fluxOf, isEnvironmentOf, orbitEnvironment, size, type OrbitEnvironment, type PlatformSizing, type Sizing } from "../size/index.ts";
import { judgement, type Evaluation, type Measure, type Measured } from "../study/index.ts";
import { DAY_S, formatUtc, parseUtc } from "../units/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** What there is of one design; null where the platform could not be computed. */
interface Sized {
  readonly scenario: Scenario;
  readonly orbit: Orbit;
  readonly platform: PlatformSizing;
}

const measure = (key: string, name: string, unit: string, better: Measure["better"]): Measure => ({ key, name, unit, better });

type Row = readonly [Measure, (sized: Sized) => number | null];

const PLATFORM: readonly Row[] = [
  [measure("itNameplate_kW", "IT power", "kW", "high"), ({ platform }) => platform.itNameplate_W / 1000],
  [measure("wet_kg", "wet mass", "kg", "low"), ({ platform }) => platform.mass.wet_kg],
  [measure("itMass_kg_per_kW", "mass per IT power", "kg/kW", "low"), ({ platform }) => platform.itMass_kg_per_kW],
  [measure("array_m2", "array", "m2", "low"), ({ platform }) => platform.array.area_m2],
  [measure("radiator_m2", "radiator", "m2", "low"), ({ platform }) => platform.radiator.area_m2],
  [measure("battery_kWh", "battery", "kWh", "low"), ({ platform }) => platform.battery.capacity_J / 3.6e6],
  [measure("platform_usd", "platform price", "$", "low"), ({ platform }) => platform.price_usd],
];

const LIFE: readonly Row[] = [
  [measure("dragMakeup_m_per_s_per_yr", "drag make-up", "m/s a year", "low"), ({ platform }) => (platform.life.f107_sfu === null ? null : platform.life.dragMakeup_m_per_s_per_yr)],
  [measure("stationKeeping_m_per_s_per_yr", "station keeping", "m/s a year", "low"), ({ platform, orbit }) => platform.life.deltaV.byPurpose.stationKeeping_m_per_s / orbit.life_yr],
  [measure("deltaV_m_per_s", "speed over the life", "m/s", "low"), ({ platform }) => platform.life.deltaV.carried_m_per_s],
  [measure("fall_yr", "fall after the end of life", "yr", "low"), ({ platform }) => (platform.life.fallFromEnd?.kind === "decays" ? platform.life.fallFromEnd.life_yr : null)],
  [measure("dose10mm_rad_per_yr", "belts' dose behind 10 mm of aluminium, whatever the shield", "rad a year", "low"), dose10mm_rad_per_yr],
  [measure("roundTrip_ms", "round trip at the lowest elevation", "ms", "low"), roundTrip_ms],
];

/** Suncatcher, arXiv 2511.19468v2, section 4.3: trays behind the equivalent of 10 mm of aluminium. */
const SHIELD_MM = 10;

/** Null on orbits outside the table of the belts. */
function dose10mm_rad_per_yr({ orbit, platform }: Sized): number | null {
  const { altitude_km, inclination_deg } = platform.orbit;
  const start_s = parseUtc(platform.life.launch_utc);
  if (altitude_km === null || start_s === undefined) return null;
  const { life_yr } = orbit;
  try {
    return trappedDoseOverLife_rad({ orbit: { altitude_km, inclination_deg }, aluminium_mm: SHIELD_MM, field: 1970, start_s, life_yr, flux: fluxOf(orbit.drag.solarActivity) }) / life_yr;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function roundTrip_ms({ scenario, platform }: Sized): number | null {
  const { altitude_km } = platform.orbit;
  return altitude_km === null ? null : 2 * lightTime_ms(slantRange_km({ altitude_km, elevation_deg: scenario.network.elevationMin_deg }));
}

const RADIATION: readonly Row[] = [
  [measure("dose_rad_per_yr", "dose behind the own shield", "rad a year", "low"), ({ platform }) => platform.radiation.dose?.dose_rad_per_yr ?? null],
  [measure("doseOfLife_over_limit", "dose of the life over the parts' limit", "", "low"), ({ platform: { radiation: { dose, margin, limit_rad } } }) => (dose === null ? null : (margin * dose.life_rad) / limit_rad)],
  [measure("working_frac", "accelerators at work, mean over the life", "frac", "high"), ({ platform }) => platform.radiation.survival.workingMean_frac],
];

/** Of each class whose chips must all work. */
const jobRows = ({ demand }: Scenario): readonly Row[] =>
  demand.classes.filter(({ synchronousChips }) => synchronousChips !== null).flatMap(({ id }): readonly Row[] => {
    const job = ({ platform }: Sized) => platform.radiation.synchronous?.find((one) => one.id === id);
    return [
      [measure(`useful_frac.${id}`, `work that ${id} keeps`, "frac", "high"), (sized) => job(sized)?.useful_frac ?? null],
      [measure(`mtbf_s.${id}`, `between interruptions of ${id}`, "s", "high"), (sized) => job(sized)?.mtbf_s ?? null],
    ];
  });

const LIGHT = [
  measure("sunlit_frac", "sunlit", "frac", "high"),
  measure("worstDaySunlit_frac", "sunlit on the worst day", "frac", "high"),
  measure("longestShadow_min", "longest shadow", "min", "low"),
] as const;

/** Years are of 365 days, as in size/season. */
const YEAR_D = 365;

const lightOf = ({ scenario, orbit, platform }: Sized): readonly number[] => {
  const { altitude_km, inclination_deg } = platform.orbit;
  // Where the Earth casts no shadow (size/season).
  if (altitude_km === null) return [1, 1, 0];
  const epoch_utc = formatUtc(scenario.simulate.start_utc_s);
  const raan_deg = orbit.type === "sun-synchronous" ? raanFromLtan_deg({ ltan_h: orbit.ltan_h, jd: julianDate(epoch_utc) }) : orbit.type === "circular" ? orbit.raan_deg : 0;
  const { shadow } = planeLight({ altitude_km, inclination_deg, raan_deg, epoch_utc, days: YEAR_D });
  return [shadow.sunlit_frac, shadow.worstDaySunlit_frac, shadow.longest_min];
};

/** What the links carry; null where nothing is sent or nobody trains. */
export interface LinksMeasured {
  readonly sent_B_per_s: number | null;
  readonly exchange_frac: number | null;
}

/** Of contacts: passes of a low orbit repeat nearly enough within it. */
const CONTACT_D = 10;

/** Measured over a few days; nothing sent where a radio link is not told its rain. */
const linksOf = ({ scenario, platform }: Sized, rain: StationRain | null): LinksMeasured => {
  const { downlink, stations, relayRate_Gbps } = scenario.network;
  const told = downlink?.kind !== "radio" || rain !== null;
  const sends = told && (stations.length > 0 || relayRate_Gbps > 0);
  return {
    sent_B_per_s: sends ? platformLinks(scenario, { platform, contact: contactsOver(scenario, CONTACT_D), rain }).link_B_per_s : null,
    exchange_frac: exchangeShare(scenario.demand.classes.map((demand) => orbitTraining(scenario, { demand, platform }))),
  };
};

/** The worst of them; null without any. */
export const exchangeShare = (training: readonly (OrbitTraining | null)[]): number | null => {
  const shares = training.flatMap((one) => (one === null ? [] : [1 - one.computing_frac]));
  return shares.length === 0 ? null : Math.max(...shares);
};

const LINKS = [
  measure("sent_GB_per_day", "sent to the ground", "GB a day", "high"),
  measure("exchange_frac", "exchange, share of a training step", "frac", "low"),
] as const;

const linkValues = ({ sent_B_per_s, exchange_frac }: LinksMeasured): readonly (number | null)[] => [sent_B_per_s === null ? null : (sent_B_per_s * DAY_S) / 1e9, exchange_frac];

const launchRows = ({ launch }: Scenario): readonly Row[] =>
  launch.vehicles.flatMap((vehicle): readonly Row[] => [
    [measure(`payload_kg.${vehicle.id}`, `payload of ${vehicle.id}`, "kg", "high"), ({ scenario, platform }) => reached_kg(liftOf(scenario, { vehicle, platform }))],
    [measure(`perLaunch.${vehicle.id}`, `platforms a launch of ${vehicle.id}`, "", "high"), ({ scenario, platform }) => liftOf(scenario, { vehicle, platform }).perLaunch],
  ]);

/** Null where the last stage does not carry itself there. */
const reached_kg = ({ payload_kg }: Lift): number | null => (payload_kg > 0 ? payload_kg : null);

/** The measures of a sizing; all null where there is no platform. */
const sizeMeasures = (scenario: Scenario, sizing: Sizing, rain: StationRain | null): readonly Measured[] =>
  measuresWith(scenario, sizing, sizing.platform === null || scenario.orbit === null ? NO_LINKS : linksOf({ scenario, orbit: scenario.orbit, platform: sizing.platform }, rain));

const NO_LINKS: LinksMeasured = { sent_B_per_s: null, exchange_frac: null };

/** The same with what is known of the links. */
export const measuresWith = (scenario: Scenario, { platform }: Sizing, links: LinksMeasured): readonly Measured[] => {
  const sized = scenario.orbit === null || platform === null ? null : { scenario, orbit: scenario.orbit, platform };
  const of = (rows: readonly Row[]): readonly Measured[] => rows.map(([row, value]) => ({ ...row, value: sized === null ? null : value(sized) }));
  const light = sized === null ? null : lightOf(sized);
  return [...of(PLATFORM), ...LIGHT.map((row, i) => ({ ...row, value: light?.[i] ?? null })), ...of(LIFE), ...of(RADIATION), ...of(jobRows(scenario)), ...LINKS.map((row, i) => ({ ...row, value: linkValues(links)[i] ?? null })), ...of(launchRows(scenario))];
};

/** `size` alone, measured. */
export const sizeEvaluation = (scenario: Scenario, rain: StationRain | null = null): Evaluation => sizeEvaluator()(scenario, rain);

/** The same for one scenario after another: what follows from the orbit alone is kept until another orbit comes. A radio downlink asks for its rain (`stationRain`). */
export const sizeEvaluator = (): ((scenario: Scenario, rain?: StationRain | null) => Evaluation) => {
  let kept: OrbitEnvironment | undefined;
  return (scenario, rain = null) => {
    if (kept === undefined || !isEnvironmentOf(kept, scenario)) kept = environmentOf(scenario);
    const sizing = size(scenario, kept);
    return { ...judgement({ broken: sizing.why, unheld: sizing.unheld }), measures: sizeMeasures(scenario, sizing, rain) };
  };
};

/** Undefined where there is no orbit, or none such: `size` says why. */
const environmentOf = (scenario: Scenario): OrbitEnvironment | undefined => {
  if (scenario.orbit === null) return undefined;
  try {
    return orbitEnvironment(scenario);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
