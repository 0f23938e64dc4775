/** What `serve` passes on: which class of demand may run on which tier, how much capacity it takes there, and what a replayed week shows. */
import type { Ledger } from "../ledger/index.ts";
import type { ContactDuty } from "../fly/index.ts";
import type { RainOutage, SiteDiversity } from "../physics/index.ts";
import type { ServiceTier } from "./service-tier.ts";
import type { Simulated } from "./simulated.ts";
import type { SiteMeans } from "./site-means.ts";

export type { ServiceTier } from "./service-tier.ts";

export interface Service {
  /** Quarters of the horizon, as whole numbers (year * 4 + 0..3); every column by quarter has this length. */
  readonly quarters: readonly number[];
  readonly classes: readonly ClassService[];
  /** Share of nameplate that is there to be used, by tier: eclipse, throttle and link limits in orbit; outages on the ground. Failures by age are the planner's. */
  readonly available_frac: Readonly<Record<ServiceTier, number>>;
  /** The same by ground site. */
  readonly siteAvailable_frac: Readonly<Record<string, number>>;
  /** What each site runs at, on the mean of a year. */
  readonly siteMeans: Readonly<Record<string, SiteMeans>>;
  /** Load-weighted over mean price of electricity, by site: what the demand's hours cost beside a flat load. */
  readonly sitePrice_factor: Readonly<Record<string, number>>;
  /** Sustained data rate of one platform to the ground, the day's mean, B/s; 0 without orbit or without stations and relay. */
  readonly orbitLink_B_per_s: number;
  /** All antennas of the stations together, at work all the time, one platform an antenna and one antenna a station, B/s: what a fleet's downlink cannot pass. */
  readonly orbitStations_B_per_s: number;
  /** The part of one platform's link that goes over the relay, B/s; the rest of orbitLink_B_per_s goes over stations. */
  readonly orbitRelay_B_per_s: number;
  /** What a platform sends to its stations, where network.downlink has it computed; null as written. */
  readonly downlink: DownlinkSummary | null;
  /** The demand week replayed by the hour on the pools of the reference quarter, ground first; null where days of jobs (serve) say what runs where. */
  readonly replay: Replay | null;
  /** Some days of demand as jobs on both tiers; null where the scenario asks for none. */
  readonly simulated: Simulated | null;
  readonly ledger: Ledger;
  readonly notes: readonly string[];
}

/** Of one platform, the flown period's mean. */
export interface DownlinkSummary {
  readonly kind: "radio" | "optical";
  readonly B_per_day: number;
  /** The same under a sky without rain and cloud. */
  readonly clear_B_per_day: number;
  /** All antennas at work all the time, B/s. */
  readonly stations_B_per_s: number;
  readonly byStation: readonly StationLink[];
  /** Stations of whose clouds nothing is known: no laser reaches them. */
  readonly missing: readonly string[];
  /** Any of the stations clear, of an optical downlink. */
  readonly diversity: SiteDiversity | null;
  /** Of one terminal that takes passes as they come. */
  readonly duty: ContactDuty | null;
}

export interface StationLink {
  readonly id: string;
  /** In view; a platform sends to one station at a time. */
  readonly minutes_per_day: number;
  /** Rate through the rain that the availability allows, at the lowest elevation used, overhead, and mean over the time that is sent. */
  readonly lowest_Gbps: number;
  readonly overhead_Gbps: number;
  readonly rate_Gbps: number;
  /** Share of that time in which the rate is there: rain or cloud take the rest. */
  readonly available_frac: number;
  readonly B_per_day: number;
  readonly clear_B_per_day: number;
  /** Sent in a pass: in the mean of passes, and in one through the zenith, the weather's share taken off; null where no pass ends. */
  readonly pass_B: number | null;
  readonly overheadPass_B: number | null;
  /** In which rain stops the lowest elevation used altogether, of an average year; null for a laser, and for a modem without a slowest rate. */
  readonly rainStops: RainOutage | null;
}

/** Steps of training one model over platforms linked to each other. */
export interface OrbitTraining {
  readonly model: string;
  /** That the job takes, and that fly together. */
  readonly platforms: number;
  readonly platformsTogether: number;
  /** What training keeps, what the working chips of a platform hold, and how many platforms hold the model together; null where the chips' memory is not known. */
  readonly state_GB: number;
  readonly memory_GB: number | null;
  readonly platformsToHold: number | null;
  /** Laid with the links carried, and as the scenario asks. */
  readonly fabric: string;
  readonly fabricAsked: string;
  readonly linksPerPlatform: number;
  /** Terminals or telescopes of a platform, which its mass, power and price count. */
  readonly linksCarried: number;
  /** Of neighbours, the longest over an orbit. */
  readonly distance_km: number;
  /** One link, each way. */
  readonly link_Gbps: number;
  /** Across the worst halving of the fabric, each way. */
  readonly bisection_Gbps: number;
  /** Beams side by side; null for a terminal. */
  readonly beams: number | null;
  readonly binds: "light" | "modem" | "aperture";
  /** Null where the job has too little memory, too few links or links that carry nothing, so that no step ends. */
  readonly compute_s: number | null;
  readonly exchange_s: number | null;
  readonly step_s: number | null;
  /** Share of a step that computes. */
  readonly computing_frac: number;
}

export interface ClassService {
  readonly id: string;
  readonly kind: "interactive" | "batch" | "training";
  /** Accelerators of one synchronous job; null where they work apart. */
  readonly synchronousChips: number | null;
  /** Steps in orbit of a training class with a model, over orbit.interlink; null without. */
  readonly training: OrbitTraining | null;
  /** Mean IT power wanted, as work kept, in each quarter of the horizon. */
  readonly demand_W: readonly number[];
  readonly tier: Readonly<Record<ServiceTier, ClassOnTier>>;
  /** Highest over mean rate, of whole hours, that capacity must meet; 1 for what may wait long enough or runs flat. */
  readonly peakToMean: number;
  /** The same ratio had the class the deadline of another: one entry for each deadline among the classes that is not shorter than its own. */
  readonly smoothing: readonly { readonly deferral_h: number; readonly peakToMean: number }[];
  /** IT watts of mean load for one token a second, prompt and generated together; null for a class stated in power. */
  readonly energy_J_per_token: number | null;
  /** Data to and from users for one joule of IT work. */
  readonly data_B_per_J: number;
  readonly shortfallPrice_usd_per_kWh: number;
  /** Share of its fee that is given back for what is not on time, as the days of jobs had it; 0 without them. */
  readonly sloCredit_frac: number;
}

/** Joules of nameplate for a token of a class with a language model, null where no server keeps its promise; and why a tier does not, empty where it does. */
export interface ServedClass {
  readonly energy_J_per_token: number | null;
  readonly whyNot: Readonly<Record<ServiceTier, string>>;
}

/** Round trips of a class's own users as they were routed; null for a tier that nobody reaches. */
export interface RoutedTrips {
  readonly ground: RoutedTrip | null;
  readonly orbit: RoutedTrip | null;
}

export interface RoutedTrip {
  readonly median_ms: number;
  /** In which 95 % of all requests have their way; null where fewer have one. */
  readonly within95_ms: number | null;
  readonly p95_ms: number;
  readonly outage_frac: number;
}

/** By class. */
export type RoutedClasses = Readonly<Record<string, RoutedTrips>>;

/** By class. */
export type ServedClasses = Readonly<Record<string, ServedClass>>;

export interface ClassOnTier {
  readonly eligible: boolean;
  /** Why not, when it is not. */
  readonly why: string;
  /** Round trip between users and tier: 95th percentile over users and, in orbit, over time, of a class with routed users over its own and their ways; what latencyMax is held against. 0 without such a tier. */
  readonly latency_ms: number;
  readonly latencyMedian_ms: number;
  /** Share of a platform's or site's IT power that the class can use before the link to it is full; 1 when the link does not bind. */
  readonly linkLimit_frac: number;
  /** Work kept over work run: what interruptions, checkpoints and restarts leave of a synchronous job; 1 where chips work apart. */
  readonly useful_frac: number;
}

export interface Replay {
  readonly hours: number;
  /** Quarter whose demand and pools are replayed. */
  readonly quarter: number;
  readonly groundPool_W: number;
  readonly orbitPool_W: number;
  /** Grid carbon times PUE, mean over the sites by their pools: grams of CO2 a kilowatt-hour of IT on the ground; 0 without a site online. */
  readonly groundCarbon_g_per_kWh: number;
  /** IT energy that the ground runs in the week: what it serves, and what synchronous jobs lose. */
  readonly groundRun_Wh: number;
  /** Of what the ground runs in the week, kept up for a Julian year. */
  readonly groundCarbon_t_per_yr: number;
  readonly byClass: readonly { readonly id: string; readonly wanted_Wh: number; readonly ground_Wh: number; readonly orbit_Wh: number; readonly deferred_Wh: number; readonly unserved_Wh: number; readonly moved_B: number }[];
  /** One value an hour, for charts. */
  readonly hourly: { readonly wanted_W: readonly number[]; readonly ground_W: readonly number[]; readonly orbit_W: readonly number[]; readonly unserved_W: readonly number[] };
}
