/**
 * Stage `serve`: what is wanted, where it may run, how much capacity it takes there, and one replayed week.
 *
 * Limits of this version: no queueing inside an hour; the two pools of the replay are constant over the week; training
 * is one flat block. See docs/theory/serve.md.
 */
import type { Flight } from "../fly/index.ts";
import { assertLedger } from "../ledger/index.ts";
import type { Ledger, LedgerLine } from "../ledger/index.ts";
import { partOf, runAll, type Keep, type Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import { formatQuarter } from "../units/index.ts";
import { groundAvailability, orbitAvailability, standing_MW } from "./availability.ts";
import { bestServer, dataPerJoule_B, demandWatts, energyPerToken_J } from "./demand-watts.ts";
import type { DemandClass, TokenServer } from "./demand-watts.ts";
import { deepLinkNotes } from "./deep.ts";
import { groundFor, orbitFor, orbitRelay_B_per_s } from "./eligibility.ts";
import type { OrbitAccess } from "./eligibility.ts";
import { hourlyProfile } from "./hourly.ts";
import { orbitTraining } from "./interlink.ts";
import { groundRoundTrip, NO_TRIP } from "./latency.ts";
import type { RoundTrip } from "./latency.ts";
import { peakToMean } from "./peak-to-mean.ts";
import { availabilityNotes, demandNotes, downlinkNotes, linkNotes, priceNotes, replayNotes, shapeNotes, trainingNotes } from "./notes.ts";
import { jitterNotes } from "./named-terminal.ts";
import { platformLinks } from "./platform-links.ts";
import { referencePools } from "./pools.ts";
import { hourSums, isPriced, priceFactor } from "./price-factor.ts";
import type { PricedLoad } from "./price-factor.ts";
import type { StationRain } from "./rain.ts";
import { replayWeek } from "./replay.ts";
import { orbitTrip, sitePlaces, tripNotes } from "./reach.ts";
import type { ClassOnTier, ClassService, Replay, RoutedClasses, RoutedTrips, ServedClasses, ServedClass, Service } from "./service.ts";
import { siteMeans, siteMeansNotes } from "./site-means.ts";
import { USERS } from "./users.ts";

export interface ServeInput {
  readonly sizing: Sizing;
  readonly flight: Flight;
  /** Rain over the stations (`stationRain`), which a radio downlink asks for. */
  readonly rain?: StationRain | null;
  /** What replicas keep of the promises of classes that name a language model, by class. */
  readonly served?: ServedClasses;
  /** Round trips of classes whose users are routed (network.routes), by class. */
  readonly routed?: RoutedClasses;
}

/** Places every class of demand on the tiers that may serve it; throws when a class has no amount. */
export const serve = (scenario: Scenario, input: ServeInput): Service => {
  const { server, access, means, service } = placed(scenario, input, runAll);
  const { quarters, classes } = service;
  const power_MW = standing_MW(scenario, input.sizing);
  const available_frac = { ground: groundAvailability(power_MW, means), orbit: orbitAvailability(input.flight) };
  const pools = referencePools(scenario, { quarters, access, available_frac, means, standing_MW: power_MW });
  // Days of the classes' own jobs are placed by the scenario's rule and at its prices: a week with the ground always first would say another thing beside them.
  const replay = scenario.serve !== null && scenario.serve.workload === "" ? null : replayWeek(classes.map((c, i) => replayClass(c, { demand: scenario.demand.classes[i]!, at: quarters.length - 1 })), pools);
  return {
    ...service,
    available_frac,
    siteAvailable_frac: Object.fromEntries(scenario.ground.sites.map((site) => [site.id, means[site.id]!.available_frac])),
    downlink: access.downlink,
    replay,
    simulated: null,
    ledger: replay === null ? [] : replayLedger(replay),
    notes: [
      ...demandNotes(scenario, { server, served: input.served }), ...shapeNotes(scenario), ...priceNotes(scenario), ...availabilityNotes(scenario, means), ...siteMeansNotes(scenario, means, input.flight),
      ...tripNotes(scenario, { access, quarters }), ...linkNotes(access.platform, classes), ...jitterNotes(scenario), ...downlinkNotes(scenario, access.downlink), ...trainingNotes(classes), ...(access.downlink === null ? deepLinkNotes(scenario, access.platform) : []), ...(replay === null ? [] : replayNotes(scenario, replay)),
    ],
  };
};

/** What `plan` reads of a service. */
export type PlannedService = Pick<Service, "quarters" | "classes" | "siteMeans" | "sitePrice_factor" | "orbitLink_B_per_s" | "orbitStations_B_per_s" | "orbitRelay_B_per_s">;

/** The service without its replayed week, for a loop over scenarios: `keep` runs its parts. */
export const servePlanned = (scenario: Scenario, input: ServeInput, keep: Keep): PlannedService => placed(scenario, input, keep).service;

interface Placed {
  readonly server: TokenServer | null;
  readonly access: OrbitAccess;
  readonly means: Service["siteMeans"];
  readonly service: PlannedService;
}

const placed = (scenario: Scenario, input: ServeInput, keep: Keep): Placed => {
  const quarters = keep("quarters", quartersOf, scenario);
  const server = keep("best server", bestServer, scenario);
  const access = orbitAccess(scenario, { ...input, quarters }, keep);
  const groundTrip = keep("trip to sites", tripToSites, scenario);
  const classOf = (demand: DemandClass, context: ClassContext): ClassService => classService(demand, context, keep);
  const classes = scenario.demand.classes.map((demand) => keep(partOf("class", demand.id), classOf, demand, { scenario, quarters, server: serverFor(demand, { server, served: input.served }), access, groundTrip, served: input.served?.[demand.id] ?? null, routed: input.routed?.[demand.id] ?? null }));
  const means = Object.fromEntries(scenario.ground.sites.map((site) => [site.id, siteMeans(site, input)]));
  const loads = classes.map((c, i) => groundLoad(c, scenario.demand.classes[i]!));
  return {
    server, access, means,
    service: {
      quarters,
      classes,
      siteMeans: means,
      sitePrice_factor: Object.fromEntries(scenario.ground.sites.map((site) => [site.id, isPriced(site) ? priceFactor(site.priceShape, loads, (price, shape, i) => keep(partOf(partOf("prices by the hour of", site.id), classes[i]!.id), hourSums, price, shape)) : 1])),
      orbitLink_B_per_s: access.platform === null ? 0 : access.link_B_per_s,
      orbitStations_B_per_s: access.platform === null ? 0 : access.stations_B_per_s,
      orbitRelay_B_per_s: access.platform === null ? 0 : orbitRelay_B_per_s(scenario.network),
    },
  };
};

const tripToSites = (scenario: Scenario): RoundTrip => groundRoundTrip(USERS, { places: sitePlaces(scenario), distance_km: scenario.network.groundDistance_km, stretch: scenario.network.pathStretch });

/** Quarters of the horizon. */
export const quartersOf = ({ horizon }: Pick<Scenario, "horizon">): readonly number[] =>
  Array.from({ length: Math.round(horizon.years_yr * 4) }, (_, i) => horizon.start_quarter + i);

const orbitAccess = (scenario: Scenario, { sizing, flight, quarters, rain }: ServeInput & { readonly quarters: readonly number[] }, keep: Keep): OrbitAccess => {
  const contact = flight.summary === null ? null : flight.summary.contact;
  const { platform } = sizing;
  const trip = platform === null ? NO_TRIP : keep("trip to orbit", orbitTrip, scenario, { platform, quarters });
  return { platform, contact, ...keep("links", platformLinks, scenario, { platform, contact, rain: rain ?? null }), trip, why: whyNoOrbit(scenario, { sizing, flight }) };
};

const whyNoOrbit = (scenario: Scenario, { sizing, flight }: ServeInput): string => {
  if (scenario.orbit === null || sizing.platform === null) return scenario.orbit === null ? "the scenario has no orbit" : "the platform could not be sized";
  if (sizing.status === "infeasible") return `the platform does not close: ${sizing.why.join("; ")}`;
  return flight.summary === null ? "the platform was not flown" : "";
};

interface ClassContext {
  readonly scenario: Scenario;
  readonly quarters: readonly number[];
  readonly server: TokenServer | null;
  readonly access: OrbitAccess;
  readonly groundTrip: RoundTrip;
  /** Null for a class without a language model. */
  readonly served: ServedClass | null;
  /** Null for a class whose users are not routed. */
  readonly routed: RoutedTrips | null;
}

/** The scenario's best server, at the rate at which it serves the class's language model where there is one and some server keeps its promise. */
const serverFor = ({ id }: DemandClass, { server, served }: { readonly server: TokenServer | null; readonly served: ServedClasses | undefined }): TokenServer | null => {
  const energy_J_per_token = served?.[id]?.energy_J_per_token ?? null;
  return energy_J_per_token === null ? server : { id: `that of ${id}`, tokens_per_J: 1 / energy_J_per_token };
};

/** The same with the reason why the model cannot be served there; a tier that is closed already keeps its own. */
const unlessServed = (tier: ClassOnTier, why: string): ClassOnTier => (why === "" || !tier.eligible ? tier : { ...tier, eligible: false, why, linkLimit_frac: 0 });

const classService = (demand: DemandClass, { scenario, quarters, server, access, groundTrip, served, routed }: ClassContext, keep: Keep): ClassService => {
  const energy_J_per_token = energyPerToken_J(demand, server);
  const data_B_per_J = dataPerJoule_B(demand, server);
  const training = keep(partOf("training of", demand.id), orbitTraining, scenario, { demand, platform: access.platform });
  return {
    id: demand.id,
    kind: demand.kind,
    synchronousChips: demand.synchronousChips,
    training,
    demand_W: keep(partOf("watts of", demand.id), demandWatts, demand, { quarters, energy_J_per_token }),
    tier: { ground: unlessServed(groundFor(demand, { ground: scenario.ground, trip: groundTrip, routed }), served?.whyNot.ground ?? ""), orbit: unlessServed(orbitFor(demand, { scenario, access, data_B_per_J, training, routed }), served?.whyNot.orbit ?? "") },
    ...keep(partOf("peaks of", demand.id), peaksOf, demand, scenario),
    energy_J_per_token,
    data_B_per_J,
    shortfallPrice_usd_per_kWh: demand.shortfallPrice_usd_per_kWh,
    sloCredit_frac: 0,
  };
};

const peaksOf = (demand: DemandClass, scenario: Scenario): Pick<ClassService, "peakToMean" | "smoothing"> => ({
  peakToMean: smoothedPeak(demand, demand.deferralMax_h),
  smoothing: deadlines(scenario).filter((h) => h >= demand.deferralMax_h || demand.kind === "training").map((deferral_h) => ({ deferral_h, peakToMean: smoothedPeak(demand, deferral_h) })),
});

/** Deadlines among the classes whose work comes as users send it, shortest first. */
const deadlines = (scenario: Scenario): readonly number[] =>
  [...new Set(scenario.demand.classes.filter((c) => c.kind !== "training").map((c) => c.deferralMax_h))].toSorted((a, b) => a - b);

const smoothedPeak = (demand: DemandClass, deferral_h: number): number => (demand.kind === "training" ? 1 : peakToMean(hourlyProfile(demand.shape), deferral_h));

const replayClass = (c: ClassService, { demand, at }: { readonly demand: DemandClass; readonly at: number }) => ({
  id: c.id, kind: c.kind, mean_W: c.demand_W[at]!, shape: demand.shape, deferral_h: demand.deferralMax_h,
  ground: c.tier.ground.eligible, orbit: c.tier.orbit.eligible, data_B_per_J: c.data_B_per_J,
  groundUseful_frac: c.tier.ground.useful_frac, orbitUseful_frac: c.tier.orbit.useful_frac,
});

/** The first quarter in which a class wants anything stands for its weight in the mix. */
const groundLoad = (c: ClassService, demand: DemandClass): PricedLoad => ({
  mean_W: c.tier.ground.eligible ? (c.demand_W.find((watts) => watts > 0) ?? 0) : 0,
  shape: c.kind === "training" || demand.deferralMax_h >= 1 ? null : demand.shape,
});

const replayLedger = (replay: Replay): Ledger => {
  const line = (id: string, rest: Pick<LedgerLine, "tier" | "quantity" | "unit">, subsystem: string): LedgerLine =>
    ({ id, actor: "own", subsystem, boundary: "output", period: "week", source: `replay of ${formatQuarter(replay.quarter)}`, ...rest });
  const served = replay.byClass.flatMap((c) => [
    line(`serve/${c.id}/ground`, { tier: "ground", quantity: c.ground_Wh, unit: "Wh" }, c.id),
    line(`serve/${c.id}/orbit`, { tier: "orbit", quantity: c.orbit_Wh, unit: "Wh" }, c.id),
    line(`serve/${c.id}/unserved`, { tier: "both", quantity: c.unserved_Wh, unit: "Wh" }, c.id),
    line(`serve/${c.id}/deferred`, { tier: "both", quantity: c.deferred_Wh, unit: "Wh" }, c.id),
    line(`serve/${c.id}/moved`, { tier: "both", quantity: c.moved_B, unit: "B" }, c.id),
  ]);
  const carbon: LedgerLine = { ...line("serve/ground/carbon", { tier: "ground", quantity: (replay.groundRun_Wh * replay.groundCarbon_g_per_kWh) / 1e6, unit: "kg" }, "carbon"), boundary: "energy" };
  return assertLedger([...served, carbon]);
};
