/**
 * Whether a tier may serve a class, and why not.
 *
 *   1. round trip: the 95th percentile over users (latency.ts) must not pass latencyMax; of a class whose users are routed (network.routes), the
 *      time in which 95 % of its own requests have their way over satellites, stations and fibre, minute by minute: none where more than 5 % have none
 *      (interactive work without one: the ten seconds for which a user keeps to a dialogue)
 *   2. without a relay a platform is reached only while a station sees it: work waits for up to the longest gap between passes.
 *      What may wait: the deadline of the class; an hour for interactive work without one; training needs no pass to go on
 *   3. a synchronous class needs a useful share above nothing (synchronous.ts)
 *      training over links between platforms needs as many of them as its job takes, and links that carry something (interlink.ts);
 *      its useful share is what interruptions leave x the share of a step that computes
 *   4. share of IT power before the link is full: link rate / (nameplate x data per joule), at most all of it
 */
import type { ContactSummary } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, MINUTE_S } from "../units/index.ts";
import type { DemandClass } from "./demand-watts.ts";
import { NO_TRIP } from "./latency.ts";
import type { RoundTrip } from "./latency.ts";
import { whyNotLinked } from "./interlink.ts";
import type { ClassOnTier, DownlinkSummary, OrbitTraining, RoutedTrips } from "./service.ts";
import { groundUseful_frac, orbitUseful_frac, whyNotTogether } from "./synchronous.ts";

const HOUR_MIN = 60;
const DAY_MIN = 1440;

/** What orbit offers to every class. `why` says what is missing when there is no tier. */
export interface OrbitAccess {
  readonly platform: PlatformSizing | null;
  readonly contact: ContactSummary | null;
  readonly link_B_per_s: number;
  /** All antennas of the stations together. */
  readonly stations_B_per_s: number;
  /** Null where the downlink is as written. */
  readonly downlink: DownlinkSummary | null;
  readonly trip: RoundTrip;
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

const onTier = (why: string, { trip, linkLimit_frac, useful_frac }: { readonly trip: RoundTrip; readonly linkLimit_frac: number; readonly useful_frac: number | null }): ClassOnTier =>
  ({ eligible: why === "", why, latency_ms: trip.p95_ms, latencyMedian_ms: trip.median_ms, linkLimit_frac: why === "" ? linkLimit_frac : 0, useful_frac: useful_frac ?? 0 });

/** Ground as the class sees it. */
export const groundFor = (demand: DemandClass, { ground, trip, routed }: { readonly ground: Scenario["ground"]; readonly trip: RoundTrip; readonly routed: RoutedTrips | null }): ClassOnTier => {
  const useful_frac = groundUseful_frac(demand, ground);
  const way = wayOf(trip, routed, "ground");
  const why = ground.sites.length === 0 ? "the scenario has no ground site" : placeOrDelay(demand, { tier: "ground", way }) || whyNotTogether(demand, useful_frac);
  return onTier(why, { trip: way.trip, linkLimit_frac: 1, useful_frac });
};

/** The round trip that counts, and the share of requests that find none. */
interface Way {
  readonly trip: RoundTrip;
  readonly outage_frac: number;
  /** Whether fewer than 95 % of requests find one. */
  readonly seldom: boolean;
}

const wayOf = (closed: RoundTrip, routed: RoutedTrips | null, tier: "ground" | "orbit"): Way => {
  if (routed === null) return { trip: closed, outage_frac: 0, seldom: false };
  const own = routed[tier];
  if (own === null) return { trip: closed, outage_frac: 1, seldom: true };
  return { trip: { median_ms: own.median_ms, p95_ms: own.within95_ms ?? own.p95_ms }, outage_frac: own.outage_frac, seldom: own.within95_ms === null };
};

/** Orbit as the class sees it. */
export const orbitFor = (demand: DemandClass, { scenario, access, data_B_per_J, training, routed }: { readonly scenario: Scenario; readonly access: OrbitAccess; readonly data_B_per_J: number; readonly training: OrbitTraining | null; readonly routed: RoutedTrips | null }): ClassOnTier => {
  const { platform } = access;
  if (platform === null || access.why !== "") return onTier(access.why, { trip: NO_TRIP, linkLimit_frac: 0, useful_frac: 1 });
  const kept_frac = orbitUseful_frac(demand, platform);
  const linkLimit_frac = linkLimit({ link_B_per_s: access.link_B_per_s, full_B_per_s: platform.itNameplate_W * data_B_per_J });
  const way = wayOf(access.trip, routed, "orbit");
  const why = placeOrDelay(demand, { tier: "orbit", way }) || linkOrGap(demand, { scenario, access, linkLimit_frac }) || whyNotTogether(demand, kept_frac) || whyNotLinked(training);
  return onTier(why, { trip: way.trip, linkLimit_frac, useful_frac: kept_frac === null || training === null ? kept_frac : kept_frac * training.computing_frac });
};

const linkLimit = ({ link_B_per_s, full_B_per_s }: { readonly link_B_per_s: number; readonly full_B_per_s: number }): number =>
  full_B_per_s <= link_B_per_s ? 1 : link_B_per_s / full_B_per_s;

/** "10 seconds is about the limit for keeping the user's attention focused on the dialogue" (Nielsen 1993, Usability Engineering, chapter 5). */
const ATTENTION_MS = 10_000;

const placeOrDelay = (demand: DemandClass, { tier, way: { trip, outage_frac, seldom } }: { readonly tier: "ground" | "orbit"; readonly way: Way }): string => {
  if (demand.tiers !== "any" && demand.tiers !== tier) return `the class is kept to ${demand.tiers === "ground" ? "the ground" : "orbit"}`;
  if (seldom && (demand.latencyMax_ms !== null || demand.kind === "interactive")) return `${formatNumber(100 * outage_frac)} % of its users' requests find no way ${tier === "orbit" ? "to a platform" : "to a site"} (network.routes)`;
  if (demand.latencyMax_ms !== null && trip.p95_ms > demand.latencyMax_ms) {
    return `round trip of ${formatNumber(trip.p95_ms)} ms (95th percentile) is above the ${formatNumber(demand.latencyMax_ms)} ms that the class accepts`;
  }
  if (demand.kind === "interactive" && trip.p95_ms > ATTENTION_MS) {
    return `round trip of ${formatNumber(trip.p95_ms / 1000)} s (95th percentile) is above the ${ATTENTION_MS / 1000} s for which a user keeps to a dialogue; write another kind than interactive for work that can wait`;
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
