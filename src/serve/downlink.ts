/**
 * What a platform sends to its stations where the downlink is computed (network.downlink), station by station.
 *
 *   1. time by elevation as flown (fly/contacts); the first seconds of a pass, while it is acquired, are lost: half of them count as of the
 *      rise, where they are taken from the lowest elevations up
 *   2. radio: rate at an elevation through gas and through the rain that is exceeded 1 - availability of the year   (physics/rf-link, dvb-s2,
 *      rain-attenuation, gas-attenuation); counted for that share of the time and as nothing for the rest: a lower bound, since less rain lets more through
 *   3. optical: rate of the terminal at the slant range (physics/optical-link), times the share of time that this line of sight is clear
 *      (physics/optical-ground, eq. 1)
 *   3a. data of a pass through the zenith: int of (2) or (3) over it                                        (physics/pass-bytes)
 *   4. a platform sends to one station at a time: what it sees several in is divided evenly among them (fly/contacts)
 *   5. rain stops a radio link that it leaves not the modem's slowest rate, its own noise counted; how often    (physics/rain-attenuation)
 *
 * Assumes: air of the reference atmosphere at sea level, circular polarisation, stations that are free; optical: clear air without turbulence.
 * Limits: docs/theory/links.md. Accuracy: against the bytes of single passes by Simpson's rule (physics/pass-bytes) and by hand (test/serve).
 */
import { carrierToNoise_dBHz, cloudFreeSight_frac, dvbS2Rate, gasAttenuation_dB, longestPass_min, passData_GB, RAIN_PERCENT, rainAttenuation_dB, rainOutage, REFERENCE_AIR, rfRate, siteDiversity, slantRange_km, terminalRate } from "../physics/index.ts";
import type { Place, RainOutage, RainPath, SeenPass, SiteDiversity } from "../physics/index.ts";
import type { ContactSummary, StationContact } from "../fly/index.ts";
import { entryOf, entryValue, stationCloudFree, usableStations } from "../scenario/index.ts";
import type { Scenario, Station } from "../scenario/index.ts";
import { LIGHT_SPEED_M_PER_S, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { namedTerminal } from "./named-terminal.ts";
import type { StationRain } from "./rain.ts";
import type { DownlinkSummary, StationLink } from "./service.ts";

type Downlink = NonNullable<Scenario["network"]["downlink"]>;

/** Column of water over the reference atmosphere: 7.5 g/m3 with a scale height of 2 km. ITU-R P.835-6, annex 1. */
const VAPOUR_KG_PER_M2 = 15;
/** Tilt that stands for circular polarisation. ITU-R P.838-3. */
const CIRCULAR_DEG = 45;
const BYTES_PER_GIGABIT = 1e9 / 8;

/** Rate at an elevation, and the share of time that it holds. */
type LinkAt = (elevation_deg: number) => { readonly rate_Gbps: number; readonly clear_Gbps: number; readonly available_frac: number };

export interface DownlinkInput {
  /** Null where nothing circles the Earth. */
  readonly altitude_km: number | null;
  readonly contact: ContactSummary | null;
  readonly rain: StationRain | null;
}

/** Null where the downlink is as written, or nothing was flown that could use it; throws when a radio link is not told its rain. */
export const downlinkSummary = (scenario: Scenario, { altitude_km, contact, rain }: DownlinkInput): DownlinkSummary | null => {
  const { downlink, stations } = scenario.network;
  if (downlink === null || downlink.kind === "written" || contact === null || altitude_km === null) return null;
  const usable = usableStations(scenario);
  const byStation = usable.flatMap((station) => {
    const met = contact.byStation.find(({ id }) => id === station.id);
    if (met === undefined) return [];
    const lowest_deg = scenario.network.elevationMin_deg;
    const rainStops = downlink.kind === "radio" ? radioStops(downlink, radioPlace(scenario, { station, altitude_km, rain }), lowest_deg) : null;
    return [stationLink(met, { lowest_deg, altitude_km, rainStops, acquisition_s: downlink.acquisition_s, linkAt: linkAt(scenario, { downlink, station, altitude_km, rain }) })];
  });
  const B_per_day = byStation.reduce((sum, one) => sum + one.B_per_day, 0);
  const clear_B_per_day = byStation.reduce((sum, one) => sum + one.clear_B_per_day, 0);
  return {
    kind: downlink.kind,
    B_per_day,
    clear_B_per_day,
    stations_B_per_s: byStation.reduce((sum, one) => sum + one.rate_Gbps * one.available_frac * BYTES_PER_GIGABIT, 0),
    byStation,
    missing: stations.filter((station) => !usable.includes(station)).map(({ id }) => id),
    diversity: downlink.kind === "optical" ? diversity(scenario, { usable, byStation }) : null,
    duty: contact.duty ?? null,
  };
};

interface Seen { readonly station: Station; readonly altitude_km: number; readonly rain: StationRain | null }

const linkAt = (scenario: Scenario, { downlink, ...seen }: Seen & { readonly downlink: Downlink }): LinkAt =>
  downlink.kind === "optical" ? opticalAt(scenario, { downlink, ...seen }) : radioAt(downlink, radioPlace(scenario, seen));

const radioPlace = (scenario: Scenario, { station, altitude_km, rain }: Seen): RadioPlace => {
  const here = rain?.[station.id];
  if (here === undefined) throw new Error(`network.stations.${station.id}: a radio downlink needs the rain there; hand serve what stationRain gives`);
  return { ...here, latitude_deg: placeOf(scenario, station).latitude_deg, stationHeight_km: station.height_m / 1000, altitude_km };
};

/** What a pass over a station carries. */
export interface PassLink {
  /** At an elevation, the weather's share taken off. */
  readonly rate_Gb_per_s: (elevation_deg: number) => number;
  readonly acquisition_s: number;
}

/** The downlink over one of the scenario's stations; null where a laser knows nothing of its clouds. */
export const passLink = (scenario: Scenario, seen: Seen): PassLink | null => {
  const { downlink, stationRate_Gbps } = scenario.network;
  if (downlink === null || downlink.kind === "written") return { rate_Gb_per_s: () => stationRate_Gbps, acquisition_s: 0 };
  if (!usableStations(scenario).includes(seen.station)) return null;
  return { rate_Gb_per_s: inTheMean(linkAt(scenario, { downlink, ...seen })), acquisition_s: downlink.acquisition_s };
};

/** What each station hears at an elevation while no rain and no cloud closes it, B/s; as written, or computed. Stations that a downlink cannot use are left out. */
export const openRates = (scenario: Scenario, { altitude_km, rain, written_B_per_s }: Pick<DownlinkInput, "altitude_km" | "rain"> & { readonly written_B_per_s: number }): Readonly<Record<string, (elevation_deg: number) => number>> => {
  const { downlink } = scenario.network;
  return Object.fromEntries(usableStations(scenario).map((station) => {
    if (downlink === null || downlink.kind === "written" || altitude_km === null) return [station.id, () => written_B_per_s];
    const at = linkAt(scenario, { downlink, station, altitude_km, rain });
    return [station.id, (elevation_deg: number) => at(elevation_deg).rate_Gbps * BYTES_PER_GIGABIT];
  }));
};

const inTheMean = (at: LinkAt) => (elevation_deg: number): number => {
  const { rate_Gbps, available_frac } = at(elevation_deg);
  return rate_Gbps * available_frac;
};

interface RadioPlace { readonly rain001_mm_per_h: number; readonly rainHeight_km: number; readonly latitude_deg: number; readonly stationHeight_km: number; readonly altitude_km: number }

/** A radio link at an elevation: its path through rain, and its rate through so much of it. */
interface RadioSight { readonly path: RainPath; readonly rate_Gbps: (rain_dB: number) => number }

const radioSight = (downlink: Downlink, { altitude_km, ...place }: RadioPlace): ((elevation_deg: number) => RadioSight) => {
  const { noise_K, losses_dB } = downlink;
  const frequency_GHz = written(downlink, "frequency_GHz");
  const gain_dB = written(downlink, "gOverT_dB_per_K") + 10 * Math.log10(noise_K);
  const air = { ...REFERENCE_AIR, vapourColumn_kg_per_m2: VAPOUR_KG_PER_M2, stationHeight_km: place.stationHeight_km };
  const overhead = gasAttenuation_dB(air, { frequency_GHz, elevation_deg: 90 });
  return (elevation_deg) => {
    const gas_dB = (overhead.oxygen + overhead.vapour) / Math.sin(elevation_deg * RADIANS_PER_DEGREE);
    const link = { eirp_dBW: written(downlink, "eirp_dBW"), receiveGain_dB: gain_dB, noise_K, otherLoss_dB: losses_dB + gas_dB, wavelength_m: LIGHT_SPEED_M_PER_S / (frequency_GHz * 1e9) };
    const distance_m = slantRange_km({ altitude_km, elevation_deg }) * 1000;
    return { path: { ...place, frequency_GHz, tilt_deg: CIRCULAR_DEG, elevation_deg }, rate_Gbps: (rain_dB) => modemRate_Gbps(downlink, carrierToNoise_dBHz(link, { distance_m, rain_dB })) };
  };
};

/** Equation 2. */
export const radioAt = (downlink: Downlink, place: RadioPlace): LinkAt => {
  const sight = radioSight(downlink, place);
  const { availability_frac } = downlink;
  return (elevation_deg) => {
    const { path, rate_Gbps } = sight(elevation_deg);
    return { rate_Gbps: rate_Gbps(rainAttenuation_dB(path, 100 * (1 - availability_frac))), clear_Gbps: rate_Gbps(0), available_frac: availability_frac };
  };
};

/** More rain than any link stands. */
const FLOOD_DB = 300;

/** Equation 5: how often rain leaves the modem not even its slowest rate; null for a bound that has none. */
export const radioStops = (downlink: Downlink, place: RadioPlace, elevation_deg: number): RainOutage | null => {
  if (downlink.modem === "shannon") return null;
  const { path, rate_Gbps } = radioSight(downlink, place)(elevation_deg);
  if (rate_Gbps(0) === 0) return { status: "oftener", than_percent: RAIN_PERCENT.highest };
  let stands_dB = 0;
  let stops_dB = FLOOD_DB;
  while (stops_dB - stands_dB > 1e-6) {
    const middle_dB = (stands_dB + stops_dB) / 2;
    if (rate_Gbps(middle_dB) > 0) stands_dB = middle_dB;
    else stops_dB = middle_dB;
  }
  return rainOutage(path, stands_dB);
};

const modemRate_Gbps = (downlink: Downlink, heard_dBHz: number): number => {
  const { modem, rollOff_frac } = downlink;
  const bandwidth_MHz = written(downlink, "bandwidth_MHz");
  const { rate_Mb_per_s } = modem === "dvb-s2" ? dvbS2Rate({ bandwidth_MHz, rollOff_frac }, heard_dBHz) : rfRate({ bandwidth_MHz: bandwidth_MHz / (1 + rollOff_frac), gap_dB: 0, efficiencyMax_b_per_s_Hz: Infinity }, heard_dBHz);
  return rate_Mb_per_s / 1000;
};

/** A field that a radio downlink has: the language refuses one without. */
const written = (downlink: Downlink, name: "frequency_GHz" | "eirp_dBW" | "gOverT_dB_per_K" | "bandwidth_MHz"): number => {
  const value = downlink[name];
  if (value === null) throw new Error(`network.downlink.${name} is not written`);
  return value;
};

/** Equation 3. */
const opticalAt = (scenario: Scenario, { downlink, station, altitude_km }: { readonly downlink: Downlink; readonly station: Station; readonly altitude_km: number }): LinkAt => {
  const terminal = terminalOf(scenario, downlink);
  const cloudFree_frac = stationCloudFree(scenario, station);
  if (cloudFree_frac === null) throw new Error(`network.stations.${station.id} has no cloudFree`);
  return (elevation_deg) => {
    const { rate_Gb_per_s } = terminalRate(terminal, slantRange_km({ altitude_km, elevation_deg }));
    return { rate_Gbps: rate_Gb_per_s, clear_Gbps: rate_Gb_per_s, available_frac: cloudFreeSight_frac({ cloudFree_frac, elevation_deg, cloudAspect: downlink.cloudAspect }) };
  };
};

const terminalOf = (scenario: Scenario, downlink: Downlink): { readonly rate_Gb_per_s: number; readonly range_km: number } => {
  const id = downlink.terminal ?? scenario.orbit?.platform.terminal ?? null;
  if (id === null) throw new Error("network.downlink.terminal is not written");
  return namedTerminal(scenario, { id, ends: "one" });
};

interface Met { readonly lowest_deg: number; readonly altitude_km: number; readonly acquisition_s: number; readonly rainStops: RainOutage | null; readonly linkAt: LinkAt }

/** One station: sums over the bins of elevation. */
const stationLink = (met: StationContact, { lowest_deg, altitude_km, acquisition_s, rainStops, linkAt: at }: Met): StationLink => {
  const bins = sending(met, { lowest_deg, acquisition_s });
  const total = { minutes: 0, rate: 0, sent: 0, clear: 0 };
  for (const { elevation_deg, minutes } of bins) {
    const { rate_Gbps, clear_Gbps, available_frac } = at(elevation_deg);
    total.minutes += minutes;
    total.rate += minutes * rate_Gbps;
    total.sent += minutes * rate_Gbps * available_frac;
    total.clear += minutes * clear_Gbps;
  }
  const perDay = MINUTE_S * BYTES_PER_GIGABIT;
  return {
    id: met.id,
    minutes_per_day: met.minutes_per_day,
    lowest_Gbps: at(lowest_deg).rate_Gbps,
    overhead_Gbps: at(90).rate_Gbps,
    rate_Gbps: total.minutes === 0 ? 0 : total.rate / total.minutes,
    available_frac: total.rate === 0 ? 0 : total.sent / total.rate,
    B_per_day: total.sent * perDay,
    clear_B_per_day: total.clear * perDay,
    ...passesOf(met, { B_per_day: total.sent * perDay, overhead_B: () => 1e9 * passData_GB(overheadPass({ altitude_km, lowest_deg }), { rate_Gb_per_s: inTheMean(at), acquisition_s }) }),
    rainStops,
  };
};

const DAY_MIN = 1440;

/** Of a station that always sees the platform no pass ends. */
const passesOf = ({ passes_per_day, minutes_per_day }: StationContact, { B_per_day, overhead_B }: { readonly B_per_day: number; readonly overhead_B: () => number }): Pick<StationLink, "pass_B" | "overheadPass_B"> =>
  passes_per_day === 0 || minutes_per_day > 0.999 * DAY_MIN ? { pass_B: null, overheadPass_B: null } : { pass_B: B_per_day / passes_per_day, overheadPass_B: overhead_B() };

/** Equation 3a; the Earth stands still. */
const overheadPass = ({ altitude_km, lowest_deg }: { readonly altitude_km: number; readonly lowest_deg: number }): SeenPass =>
  ({ altitude_km, elevationMin_deg: lowest_deg, elevationMax_deg: 90, duration_s: longestPass_min({ altitude_km, elevation_deg: lowest_deg }) * MINUTE_S });

/** Equation 1: minutes a day in which something can be sent, by the middle of each bin above the mask. */
export const sending = ({ elevation_min_per_day, passes_per_day }: StationContact, { lowest_deg, acquisition_s }: { readonly lowest_deg: number; readonly acquisition_s: number }): readonly { readonly elevation_deg: number; readonly minutes: number }[] => {
  if (elevation_min_per_day === undefined) throw new Error("the flight has no elevations: fly the scenario with its network.downlink");
  const width_deg = 90 / elevation_min_per_day.length;
  let acquiring_min = (passes_per_day * acquisition_s) / MINUTE_S;
  return elevation_min_per_day.flatMap((met_min, i) => {
    if (met_min === 0) return [];
    const lost_min = Math.min(met_min / 2, acquiring_min);
    acquiring_min -= lost_min;
    return [{ elevation_deg: (Math.max(lowest_deg, i * width_deg) + (i + 1) * width_deg) / 2, minutes: met_min - lost_min }];
  });
};

const placeOf = (scenario: Scenario, station: Station): Place => {
  const entry = entryOf(scenario, { kind: "stations", id: station.station });
  return { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude") };
};

/** Any of the stations clear, each by its mean share over its passes; null without one. */
const diversity = (scenario: Scenario, { usable, byStation }: { readonly usable: readonly Station[]; readonly byStation: readonly StationLink[] }): SiteDiversity | null => {
  const sites = byStation.flatMap((link) => {
    const station = usable.find(({ id }) => id === link.id);
    return station === undefined || link.available_frac === 0 ? [] : [{ ...placeOf(scenario, station), cloudFree_frac: link.available_frac }];
  });
  return sites.length === 0 ? null : siteDiversity(sites);
};
