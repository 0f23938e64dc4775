/**
 * Users by region and hour, how far they are from both tiers, and what becomes of data made in orbit: the network's part of `serve`.
 *
 *   1. requests a second of a region = users x requests a week / 604,800 s x day(local hour) / mean of the day     (network/user-requests)
 *   2. ground: fibre from each of the region's cities to the nearest site, weighed by its users
 *   3. orbit: twice the quickest way to the nearest platform, and to one given platform (where a session's cache or a user's data lies), at each
 *      step; quantiles over cities and time, weighed by who asks then                                               (network/reach-from)
 *   4. data: every satellite offers what it makes, to any station                                                   (network/move-data)
 *
 * Assumes: all platforms of the fleet serve; nothing waits in queues; the weights of a region's largest cities stand for all. `serve` holds
 * `latencyMax` against these times, where they were routed.
 */
import { regionPlaces, type UserPlace } from "../catalog/index.ts";
import { moveData, reachFrom, samplesOf, stationNode, userRequests, weighedSpread, type DataMoved, type PlaceTrips, type WeighedSpread } from "../network/index.ts";
import { fibreRoundTrip_ms, greatCircle_km, type Place } from "../physics/index.ts";
import { amountAt, entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { quartersOf, type RoutedClasses, type RoutedTrips, type Service } from "../serve/index.ts";
import { HOUR_S, JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";
import { imagesOf, type Images } from "./images.ts";
import { routedNetwork, type RoutedNetwork } from "./routed-network.ts";

export interface UserReach {
  /** Quarter whose users these are: the horizon's last. */
  readonly quarter: number;
  readonly classes: readonly ClassReach[];
  /** What was routed; null where nothing is. */
  readonly routed: { readonly satellites: number; readonly days: number; readonly step_s: number; readonly weather: Readonly<Record<string, number>>; readonly moved: DataMoved | null; readonly made_Gbps: number | null; readonly images: Images | null } | null;
}

export interface ClassReach {
  readonly class: string;
  readonly regions: readonly RegionReach[];
  readonly all: Omit<RegionReach, "id" | "region">;
}

export interface RegionReach {
  readonly id: string;
  readonly region: string;
  /** Null for a class whose amount is no number of users. */
  readonly weeklyUsers: number | null;
  /** At 0, 1, ... 23 h UTC, and their mean. */
  readonly requests_per_s_byHour: readonly number[];
  readonly requests_per_s: number;
  /** Null without a site. */
  readonly ground: WeighedSpread | null;
  /** Null where nothing is routed, or never reached. */
  readonly nearest: WeighedSpread | null;
  readonly given: WeighedSpread | null;
}

type DemandClass = Scenario["demand"]["classes"][number];

/** What is known of users before `serve`: their requests and ways. */
export interface RoutedUsers extends Pick<UserReach, "quarter" | "classes"> {
  /** Null where nothing is routed. */
  readonly network: RoutedNetwork | null;
}

/** Null where no class has users by region and nothing is routed. */
export const routedUsers = (scenario: Scenario, service: Pick<Service, "downlink">): RoutedUsers | null => {
  const classes = scenario.demand.classes.filter(({ users }) => users !== null);
  if (classes.length === 0 && scenario.network.routes === null) return null;
  const placesOf = classes.map((demand) => classPlaces(demand, { cities: scenario.network.routes?.cities ?? null }));
  const routed = routedNetwork(scenario, { service, places: placesOf.flat() });
  const trips = routed === null ? null : tripsOf(routed);
  const quarter = quartersOf(scenario).at(-1)!;
  let at = 0;
  return {
    network: routed,
    quarter,
    classes: classes.map((demand, c) => {
      const places = placesOf[c]!;
      const own = trips?.slice(at, (at += places.length)) ?? null;
      return classReach(demand, { scenario, places, trips: own, period: routed?.period ?? null, quarter });
    }),
  };
};

/** Round trips of each class's own users on both tiers, where they were routed: what `serve` holds their promises against. */
export const routedClasses = (users: RoutedUsers | null): RoutedClasses =>
  users === null || users.network === null ? {} : Object.fromEntries(users.classes.map(({ class: id, all: { ground, nearest } }): [string, RoutedTrips] => [id, { ground, orbit: nearest }]));

/** The same with what becomes of data made in orbit; null where no class has users by region and nothing is routed. */
export const userReach = (scenario: Scenario, service: Pick<Service, "downlink">, users: RoutedUsers | null = routedUsers(scenario, service)): UserReach | null => {
  if (users === null) return null;
  const { network: routed, quarter, classes } = users;
  return {
    quarter, classes,
    routed: routed && { satellites: routed.network.satellites.length, days: scenario.network.routes!.days, step_s: routed.period.step_s, weather: routed.weather, ...madeOf(scenario, routed, service), made_Gbps: scenario.network.routes!.made_Gbps },
  };
};

/** A city with its share of the class's users. */
interface ClassPlace extends Place {
  readonly id: string;
  readonly region: string;
  readonly share_frac: number;
}

const classPlaces = ({ users }: DemandClass, { cities }: { readonly cities: number | null }): readonly ClassPlace[] => {
  const all = users!.regions.reduce((sum, { share }) => sum + share, 0);
  return users!.regions.flatMap(({ id, region, share }) => heaviest(regionPlaces(region), cities).map(({ name, latitude_deg, longitude_deg, share_frac }): ClassPlace => ({ id: name, region: id, latitude_deg, longitude_deg, share_frac: (share_frac * share) / all })));
};

/** The largest cities of a region, which come first, with the weights of all; all of them without a limit. */
const heaviest = (places: readonly UserPlace[], cities: number | null): readonly UserPlace[] => {
  const kept = cities === null ? places : places.toSorted((a, b) => b.share_frac - a.share_frac).slice(0, cities);
  const all = kept.reduce((sum, { share_frac }) => sum + share_frac, 0);
  return kept.map((place) => ({ ...place, share_frac: place.share_frac / all }));
};

const tripsOf = ({ network, stations, period }: RoutedNetwork): readonly PlaceTrips[] => {
  const from = network.stations.slice(stations).map((_, k) => stationNode(network, stations + k));
  return from.length === 0 ? [] : reachFrom(network, { from, ends: network.satellites.map((_, i) => i), given: 0 }, period);
};

interface ClassContext {
  readonly scenario: Scenario;
  readonly places: readonly ClassPlace[];
  readonly trips: readonly PlaceTrips[] | null;
  readonly period: RoutedNetwork["period"] | null;
  readonly quarter: number;
}

const HOURS = 24;

const classReach = (demand: DemandClass, { scenario, places, trips, period, quarter }: ClassContext): ClassReach => {
  const { figures } = entryOf(scenario, { kind: "days", id: demand.users!.day });
  const curve = Array.from({ length: HOURS }, (_, hour) => figures[`h${hour}`]!.value);
  const { users, perUser_per_week } = askersOf(demand, { scenario, quarter });
  const rateAt = userRequests(places.map((place) => ({ ...place, weeklyUsers: users * place.share_frac })), { requests_per_week: perUser_per_week, curve });
  const rates = period === null ? [] : Array.from({ length: samplesOf(period) }, (_, k) => rateAt(period.start_s + k * period.step_s));
  const ground_ms = groundTrips(scenario, places);
  // Requests are those of all cities, as in the class's shape; the largest alone are routed.
  const all = classPlaces(demand, { cities: null });
  const allRatesAt = userRequests(all.map((place) => ({ ...place, weeklyUsers: users * place.share_frac })), { requests_per_week: perUser_per_week, curve });
  const allHours = Array.from({ length: HOURS }, (_, hour) => allRatesAt(hour * HOUR_S));
  const reachOf = (here: (place: ClassPlace) => boolean): Omit<RegionReach, "id" | "region"> => {
    const which = places.flatMap((place, i) => (here(place) ? [i] : []));
    const asking = all.flatMap((place, i) => (here(place) ? [i] : []));
    const byHour = allHours.map((hour) => asking.reduce((sum, i) => sum + hour[i]!, 0));
    const over = (column: "nearest_ms" | "given_ms"): WeighedSpread | null =>
      trips === null ? null : weighedSpread(which.flatMap((i) => Array.from(trips[i]![column], (ms, k) => ({ ms, weight: rates[k]![i]! }))));
    return {
      weeklyUsers: demand.weeklyUsers === null ? null : users * which.reduce((sum, i) => sum + places[i]!.share_frac, 0),
      requests_per_s_byHour: byHour, requests_per_s: byHour.reduce((sum, rate) => sum + rate, 0) / HOURS,
      ground: ground_ms === null ? null : weighedSpread(which.map((i) => ({ ms: ground_ms[i]!, weight: places[i]!.share_frac }))),
      nearest: over("nearest_ms"), given: over("given_ms"),
    };
  };
  return { class: demand.id, regions: demand.users!.regions.map(({ id, region }) => ({ id, region, ...reachOf((place) => place.region === id) })), all: reachOf(() => true) };
};

/** Users in the quarter and what each asks; a class in tokens counts as one user who asks for all of them. */
const askersOf = (demand: DemandClass, { scenario, quarter }: { readonly scenario: Scenario; readonly quarter: number }): { readonly users: number; readonly perUser_per_week: number } => {
  const start_s = quarterStart_s(scenario.horizon.start_quarter);
  const t_s = quarterStart_s(quarter);
  const grown = (1 + demand.growth_per_yr) ** ((t_s - start_s) / JULIAN_YEAR_S);
  if (demand.weeklyUsers !== null) return { users: grown * amountAt(demand.weeklyUsers, t_s), perUser_per_week: demand.requestsPerUser_per_week };
  const tokens_per_s = demand.tokens_token_per_s === null ? 0 : grown * amountAt(demand.tokens_token_per_s, t_s);
  return { users: 1, perUser_per_week: (tokens_per_s * 7 * HOURS * HOUR_S) / demand.tokensPerRequest_token };
};

/** Null without a site. */
const groundTrips = (scenario: Scenario, places: readonly Place[]): readonly number[] | null => {
  const { ground, network } = scenario;
  if (ground.sites.length === 0) return null;
  const sites = ground.sites.map(({ site }): Place => {
    const entry = entryOf(scenario, { kind: "sites", id: site });
    return { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude") };
  });
  return places.map((place) => fibreRoundTrip_ms({ distance_km: network.groundDistance_km ?? sites.reduce((least, site) => Math.min(least, greatCircle_km(place, site)), Infinity), stretch: network.pathStretch }));
};

const BYTES_PER_GB = 1e9;
/** Nobody asks what the ground's fibre carries: as much as may come. */
const FIBRE_GBPS = 1e9;

/** What becomes of data as kept after work on board; and of images both ways, where their size is known. */
const madeOf = (scenario: Scenario, routed: RoutedNetwork, service: Pick<Service, "downlink">): { readonly moved: DataMoved | null; readonly images: Images | null } => {
  const routes = scenario.network.routes!;
  if (routes.made_Gbps === null || routed.stations === 0) return { moved: null, images: null };
  const moved = movedOf(scenario, routed, { service, kept_frac: routes.kept_frac });
  const raw = routes.image_B === null || routes.kept_frac === 1 ? moved : movedOf(scenario, routed, { service, kept_frac: 1 });
  return { moved, images: routes.image_B === null ? null : imagesOf(scenario, { image_B: routes.image_B, made_Gbps: routes.made_Gbps, satellites: routed.network.satellites.length, onBoard: moved, bentPipe: raw }) };
};

const movedOf = (scenario: Scenario, { network, stations, period }: RoutedNetwork, { service: { downlink }, kept_frac }: { readonly service: Pick<Service, "downlink">; readonly kept_frac: number }): DataMoved => {
  const routes = scenario.network.routes!;
  const made = routes.made_Gbps! * kept_frac;
  const to = Array.from({ length: stations }, (_, k) => stationNode(network, k));
  const flows = network.satellites.map(({ name }, i) => ({ id: name, from: i, to, rateAt_Gbps: () => made, store_GB: routes.store_B / BYTES_PER_GB }));
  return moveData(network, { flows, rates: { interlink_Gbps: routes.linkRate_Gbps, ground_Gbps: groundRate_Gbps(scenario, downlink), fibre_Gbps: FIBRE_GBPS }, period });
};

/** As written, or the mean over stations of what a computed downlink sends while it is open. */
const groundRate_Gbps = ({ network }: Scenario, downlink: Service["downlink"]): number =>
  downlink === null || downlink.byStation.length === 0 ? network.stationRate_Gbps : downlink.byStation.reduce((sum, { rate_Gbps }) => sum + rate_Gbps, 0) / downlink.byStation.length;
