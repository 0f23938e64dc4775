/** What the reader of a service should know of how it was reckoned. */
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, formatQuarter, JULIAN_YEAR_S } from "../units/index.ts";
import type { TokenServer } from "./demand-watts.ts";
import { isSpread } from "./interlink.ts";
import { isPriced } from "./price-factor.ts";
import type { SiteMeans } from "./site-means.ts";
import type { ClassService, DownlinkSummary, Replay, ServedClasses } from "./service.ts";

const DAY_S = 86_400;
const DAYS = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"] as const;

/** Where the watts of tokens come from. */
export const demandNotes = (scenario: Scenario, { server, served }: { readonly server: TokenServer | null; readonly served: ServedClasses | undefined }): readonly string[] => {
  const own = scenario.demand.classes.filter(({ id }) => (served?.[id]?.energy_J_per_token ?? null) !== null).map(({ id }) => `Watts of ${id}: joules of nameplate at which its language model is served within the promised times, ${formatNumber(served![id]!.energy_J_per_token!)} a token.`);
  if (server === null || scenario.demand.classes.every((c) => c.power_MW !== null || (served?.[c.id]?.energy_J_per_token ?? null) !== null)) return own;
  return [...own, `Watts of demand in tokens: best server of the scenario, ${server.id}, at ${server.tokens_per_J.toPrecision(4)} tokens (prompt and generated) per joule.`];
};

/** When a shape of demand without dates is taken to begin. */
export const shapeNotes = ({ demand }: Scenario): readonly string[] =>
  demand.classes
    .filter(({ kind, shape }) => kind !== "training" && shape.value.length > 1 && shape.start_utc_s >= 0 && shape.start_utc_s < JULIAN_YEAR_S)
    .map(({ id, shape }) => `Shape of ${id}: it has no dates, its hours are taken as UTC and ${beginning(shape.start_utc_s)}; as local hours it would meet other prices.`);

const beginning = (start_s: number): string => {
  const time = new Date(start_s * 1000).toISOString().slice(11, 16);
  return `its start as ${DAYS[Math.floor(start_s / DAY_S) % DAYS.length]!} ${time}`;
};

/** Sites whose hours are not priced. */
export const priceNotes = ({ ground }: Scenario): readonly string[] =>
  ground.sites.filter((site) => site.priceShape.value.length > 1 && !isPriced(site)).map((site) => `Price of ${site.id}: its mean is not above zero, so that a relative shape means nothing; every hour is paid at the mean.`);

/** What availability on the ground leaves out. */
export const availabilityNotes = ({ ground }: Scenario, means: Readonly<Record<string, Pick<SiteMeans, "origin">>>): readonly string[] =>
  ground.sites.every(({ id }) => means[id]!.origin === "flown") ? [] : ["Availability on the ground counts servers under repair only: no maintenance, no loss of grid or cooling, no work lost by a whole gang when one of it fails."];

/** A platform that is to move data and carries nothing to do it with: neither terminals nor what looks down. */
export const linkNotes = (platform: PlatformSizing | null, classes: readonly ClassService[]): readonly string[] => {
  const moves = classes.some((c) => c.tier.orbit.eligible && c.data_B_per_J > 0);
  if (platform === null || !moves || platform.links.some(({ id, count }) => id !== "interlink" && count > 0)) return [];
  return ["Work in orbit moves data, and the platform carries no terminal (orbit.platform.terminals, network.downlink): no radio or terminal is sized for it, in mass, power or price."];
};

const platformsText = ({ serve, orbit }: Scenario): string => {
  if (serve !== null && serve.platforms !== null) return `${serve.platforms} new platforms in orbit (serve.platforms)`;
  return orbit === null || orbit.target === null ? "no platforms in orbit, for no target is set" : "the target number of new platforms in orbit";
};

/** What the replayed week meets, and what its electricity emits. */
export const replayNotes = (scenario: Scenario, replay: Replay): readonly string[] => [
  `The replayed week meets the demand of ${formatQuarter(replay.quarter)} with all ground phases online by then and ${platformsText(scenario)}.`,
  ...(replay.groundPool_W === 0 ? [] : [`Ground electricity of the replayed week emits ${formatNumber(replay.groundCarbon_g_per_kWh)} g CO2 a kWh of IT, ${formatNumber(replay.groundCarbon_t_per_yr)} t a year at its pace: the grid's direct emission times PUE; hardware, buildings and launches are not counted, on either tier.`]),
];

/** What a computed downlink stands on. */
export const downlinkNotes = ({ network }: Scenario, downlink: DownlinkSummary | null): readonly string[] => {
  if (downlink === null || network.downlink === null) return [];
  if (downlink.kind === "radio") return [`The radio downlink is counted at the rate that rain leaves ${Number((100 * network.downlink.availability_frac).toPrecision(6))} % of an average year, and as nothing for the rest; clouds and scintillation are not in it.`];
  return [
    ...(downlink.missing.length === 0 ? [] : [`Of the clouds over ${downlink.missing.join(", ")} nothing is known: no laser reaches ${downlink.missing.length === 1 ? "it" : "them"}. Write network.stations.*.cloudFree.`]),
    "The laser downlink is stopped by cloud and by nothing else: clear air has no turbulence. Gaps between contacts are those of clear skies.",
  ];
};

/** What training over links between platforms stands on. */
export const trainingNotes = (classes: readonly ClassService[]): readonly string[] => classes.flatMap(({ id, training }) => {
  if (training === null) return [];
  const { model, platforms, linksCarried, fabric, fabricAsked, beams, state_GB, memory_GB } = training;
  const ring = fabric === fabricAsked ? [] : [`Training of ${id}: a platform carries ${linksCarried} ${beams === null ? "of orbit.platform.terminals" : "telescopes (orbit.interlink.beams.telescopes)"}, too few for a ${fabricAsked}: it is reckoned as a ${fabric}.`];
  if (memory_GB === null) return [...ring, `Training of ${id}: the memory of the chips is not known; whether ${model} fits is not asked.`];
  if (!isSpread(training) || training.step_s === null) return ring;
  return [...ring, `Training of ${id}: ${model} keeps ${formatNumber(state_GB)} GB and a platform's chips hold ${formatNumber(memory_GB)}: it is spread over all ${platforms}, which gather its weights twice for each of orbit.interlink.batchParts. What activations take beside is not counted.`];
});
