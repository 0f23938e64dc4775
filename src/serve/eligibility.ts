/**
 * Whether a tier may serve a class, and why not.
 *
 *   1. ground round trip: 2 d x stretch x n/c in fibre (physics/link, eq. 5), d the mean distance from a user to a site
 *   2. orbit round trip: 2 slant/c at the lowest usable elevation and the orbit's altitude (physics/link, eq. 1 and 5): the user stands
 *      where the station stands; processing takes no time on either tier
 *   3. without a relay a platform is reached only while a station sees it: work waits for up to the longest gap between passes.
 *      What may wait: the deadline of the class; an hour for interactive work without one; training needs no pass to go on
 *   4. share of IT power before the link is full: link rate / (nameplate x data per joule), at most all of it
 */
import type { ContactSummary } from "../fly/index.ts";
import { fibreRoundTrip_ms, lightTime_ms, slantRange_km } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, MINUTE_S } from "../units/index.ts";
import type { DemandClass } from "./demand-watts.ts";
import type { ClassOnTier } from "./service.ts";

const HOUR_MIN = 60;
const DAY_MIN = 1440;

/** What orbit offers to every class. `why` says what is missing when there is no tier. */
export interface OrbitAccess {
  readonly platform: PlatformSizing | null;
  readonly contact: ContactSummary | null;
  readonly link_B_per_s: number;
  readonly why: string;
}

const BYTES_PER_GIGABIT = 1e9 / 8;

/** Mean data rate of one platform to the ground, B/s: share of the day in contact x station rate + relay rate. */
export const orbitLink_B_per_s = (network: Scenario["network"], contact: ContactSummary | null): number => {
  const inContact_frac = contact === null ? 0 : contact.minutes_per_day / DAY_MIN;
  return inContact_frac * network.stationRate_Gbps * BYTES_PER_GIGABIT + orbitRelay_B_per_s(network);
};

/** What all stations take together, one antenna each, B/s. */
export const orbitStations_B_per_s = ({ stations, stationRate_Gbps }: Scenario["network"]): number => stations.length * stationRate_Gbps * BYTES_PER_GIGABIT;

/** What one platform sends over the relay, B/s. */
export const orbitRelay_B_per_s = ({ relayRate_Gbps }: Scenario["network"]): number => relayRate_Gbps * BYTES_PER_GIGABIT;

const refuse = (why: string, latency_ms: number): ClassOnTier => ({ eligible: false, why, latency_ms, linkLimit_frac: 0 });

/** Ground as the class sees it. */
export const groundFor = (demand: DemandClass, scenario: Scenario): ClassOnTier => {
  const { groundDistance_km, pathStretch } = scenario.network;
  const latency_ms = fibreRoundTrip_ms({ distance_km: groundDistance_km, stretch: pathStretch });
  const why = scenario.ground.sites.length === 0 ? "the scenario has no ground site" : placeOrDelay(demand, { tier: "ground", latency_ms });
  return why === "" ? { eligible: true, why, latency_ms, linkLimit_frac: 1 } : refuse(why, latency_ms);
};

/** Orbit as the class sees it. */
export const orbitFor = (demand: DemandClass, { scenario, access, data_B_per_J }: { readonly scenario: Scenario; readonly access: OrbitAccess; readonly data_B_per_J: number }): ClassOnTier => {
  const { platform } = access;
  if (platform === null || access.why !== "") return refuse(access.why, 0);
  const slant_km = slantRange_km({ altitude_km: platform.orbit.altitude_km, elevation_deg: scenario.network.elevationMin_deg });
  const latency_ms = 2 * lightTime_ms(slant_km);
  const linkLimit_frac = linkLimit({ link_B_per_s: access.link_B_per_s, full_B_per_s: platform.itNameplate_W * data_B_per_J });
  const why = placeOrDelay(demand, { tier: "orbit", latency_ms }) || linkOrGap(demand, { scenario, access, linkLimit_frac });
  return why === "" ? { eligible: true, why, latency_ms, linkLimit_frac } : refuse(why, latency_ms);
};

const linkLimit = ({ link_B_per_s, full_B_per_s }: { readonly link_B_per_s: number; readonly full_B_per_s: number }): number =>
  full_B_per_s <= link_B_per_s ? 1 : link_B_per_s / full_B_per_s;

const placeOrDelay = (demand: DemandClass, { tier, latency_ms }: { readonly tier: "ground" | "orbit"; readonly latency_ms: number }): string => {
  if (demand.tiers !== "any" && demand.tiers !== tier) return `the class is kept to ${demand.tiers === "ground" ? "the ground" : "orbit"}`;
  if (demand.latencyMax_ms !== null && latency_ms > demand.latencyMax_ms) {
    return `round trip of ${formatNumber(latency_ms)} ms is above the ${formatNumber(demand.latencyMax_ms)} ms that the class accepts`;
  }
  return "";
};

const linkOrGap = (demand: DemandClass, { scenario, access, linkLimit_frac }: { readonly scenario: Scenario; readonly access: OrbitAccess; readonly linkLimit_frac: number }): string => {
  if (linkLimit_frac === 0) return "no station or relay moves its data";
  if (scenario.network.relayRate_Gbps > 0 || demand.kind === "training" || access.contact === null) return "";
  const { longestGap_min } = access.contact;
  const patience_min = patience(demand);
  if (longestGap_min <= patience_min) return "";
  return `a platform is out of reach for up to ${formatNumber(longestGap_min)} min and the class waits at most ${formatNumber(patience_min)} min; a relay (network.relayRate) closes the gap`;
};

/** Longest wait for a pass, minutes. */
const patience = (demand: DemandClass): number => {
  if (demand.latencyMax_ms !== null && demand.deferralMax_h === 0) return demand.latencyMax_ms / 1000 / MINUTE_S;
  if (demand.kind === "interactive" && demand.deferralMax_h === 0) return HOUR_MIN;
  return demand.deferralMax_h * HOUR_MIN;
};
