/**
 * What a replica of each server's accelerators serves of the classes that name a language model.
 *
 *   1. goodput within the promised times, chips and memory from the catalogue                              (inference/goodput, equation 1)
 *   2. power drawn = nameplate of a chip's share of the server x measured parts, at the busy share of the goodput    (inference/drawn-power)
 *   3. tokens a joule: drawn, and of nameplate, on which platforms and sites are sized and the class's watts are counted
 *   4. $ per million tokens = $ per GPU-hour delivered / tokens that a chip makes in one at its goodput; over the day x peak to mean of the class,
 *      for chips stand ready for the highest hour
 *
 * Assumes: one server, one replica shape on both tiers; a replica that is stopped by an eclipse or a failure serves nothing, which the GPU-hour's
 * price has in it; requests find a free replica at once (no imbalance between replicas). Accuracy: docs/theory/inference.md.
 */
import { goodput, drawnPower_W, LANGUAGE_MODELS, replicaChip, SERVER_POWER, stretchedMix, VLLM_ENGINE, type Delivered, type Goodput, type Replica, type RequestMix } from "../inference/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { Entry } from "../catalog/index.ts";
import type { Finance } from "../finance/index.ts";
import { HOUR_S } from "../units/index.ts";
import type { ClassService, ServedClass, ServedClasses, Service } from "../serve/index.ts";

type DemandClass = Scenario["demand"]["classes"][number];
type Serving = NonNullable<DemandClass["serving"]>;

/** One class on one server. */
export interface ServedModel {
  readonly class: string;
  readonly model: string;
  readonly server: string;
  /** Ground sites by their names, and "orbit". */
  readonly where: readonly string[];
  readonly chips: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly ttftMax_s: number;
  readonly tpotMax_s: number;
  /** Null where the promise cannot be kept; `why` says by what. */
  readonly kept: KeptPromise | null;
  readonly why: readonly string[];
}

export interface KeptPromise {
  readonly binds: Extract<Goodput, { readonly status: "feasible" }>["binds"];
  /** Of one replica. */
  readonly requests_per_s: number;
  readonly sequences: number;
  readonly ttft_s: number;
  readonly tpot_s: number;
  readonly busy_frac: number;
  /** Prompt and generated together, of one chip; and generated alone. */
  readonly tokens_per_s_per_chip: number;
  readonly outputTokens_per_s_per_chip: number;
  /** Of one replica. */
  readonly drawn_W: number;
  readonly nameplate_W: number;
  readonly tokensPerJoule: number;
  readonly tokensPerNameplateJoule: number;
}

/** A price of tokens on one option of `finance`. */
export interface TokenPrice {
  readonly class: string;
  readonly model: string;
  readonly tier: "ground" | "orbit";
  readonly option: string;
  readonly server: string;
  readonly usd_per_GPU_h: number;
  /** With every chip at its goodput, and with chips for the class's highest hour. */
  readonly usd_per_Mtoken: number;
  readonly usdOverDay_per_Mtoken: number;
  readonly usdOverDay_per_Mtoken_output: number;
}

export interface ServingRecord {
  readonly served: readonly ServedModel[];
  /** None before `finance`. */
  readonly prices: readonly TokenPrice[];
}

/** Each class with a model, on each server of the scenario; none without such a class. */
export const servedModels = (scenario: Scenario): readonly ServedModel[] =>
  scenario.demand.classes.flatMap((demand) => (demand.serving === null ? [] : serversOf(scenario).map((server) => servedOn(scenario, { demand, serving: demand.serving!, ...server }))));

interface Server { readonly server: string; readonly where: readonly string[] }

const serversOf = (scenario: Scenario): readonly Server[] => {
  const named = [...scenario.ground.sites.map(({ id, server }) => ({ server, where: id })), ...(scenario.orbit === null ? [] : [{ server: scenario.orbit.platform.server, where: "orbit" }])];
  return [...new Set(named.map(({ server }) => server))].map((server) => ({ server, where: named.filter((one) => one.server === server).map(({ where }) => where) }));
};

const servedOn = (scenario: Scenario, { demand, serving, server, where }: Server & { readonly demand: DemandClass; readonly serving: Serving }): ServedModel => {
  const entry = entryOf(scenario, { kind: "servers", id: server });
  const mix = mixOf(scenario, serving);
  const promise = { ttftMax_s: serving.ttftMax_s, tpotMax_s: serving.tpotMax_s };
  const head = { class: demand.id, model: serving.model, server, where, chips: serving.chips, input_tokens: mix.input_tokens, output_tokens: mix.output_tokens, ...promise };
  const chip = chipOf(scenario, entry);
  if (typeof chip === "string") return { ...head, kept: null, why: [chip] };
  const replica = replicaOf(serving, chip);
  const found = goodput(replica, mix, promise);
  if (found.status === "infeasible") return { ...head, kept: null, why: found.why };
  return { ...head, kept: keptOf(found.delivered, { binds: found.binds, chips: serving.chips, nameplate_W: (1000 * entryValue(entry, "nameplate") * serving.chips) / entryValue(entry, "chips") }), why: [] };
};

/** The accelerator, or why nothing can be said of it. */
const chipOf = (scenario: Scenario, server: Entry): Replica["chip"] | string => {
  const id = server.refs?.["chip"];
  if (id === undefined) return `of ${server.id} no accelerator is known`;
  const entry = entryOf(scenario, { kind: "chips", id });
  return entry.figures["memoryBandwidth"] === undefined ? `of ${id} no memory bandwidth is known` : replicaChip(entry);
};

const BITS_PER_BYTE = 8;

const replicaOf = (serving: Serving, chip: Replica["chip"]): Replica => ({
  model: LANGUAGE_MODELS.find(({ id }) => id === serving.model)!,
  chip, chips: serving.chips, expertChips: serving.expertChips,
  link: { rate_B_per_s: (1e9 * serving.link_Gbps) / BITS_PER_BYTE, exchange_s: serving.exchange_s },
  efficiency: { memory_frac: serving.memoryReached_frac, compute_frac: serving.computeReached_frac, logitPasses: serving.logitPasses, step_s: 0 },
  engine: { ...VLLM_ENGINE, sequencesMax: serving.sequences, batchTokensMax: serving.stepTokens_token },
});

const PARTS = 16;

const mixOf = (scenario: Scenario, { requests, input_token, output_token }: Serving): RequestMix => {
  const entry = entryOf(scenario, { kind: "requests", id: requests });
  const figures = {
    input_tokens: entryValue(entry, "input"), output_tokens: entryValue(entry, "output"), heldInput_tokens: entryValue(entry, "heldInput"), outputSpread: entryValue(entry, "outputSpread"),
    prompts_tokens: Array.from({ length: PARTS }, (_, i) => entryValue(entry, `p${i + 1}`)),
  };
  return stretchedMix(figures, { input_tokens: input_token, output_tokens: output_token });
};

const keptOf = (delivered: Delivered, { binds, chips, nameplate_W }: { readonly binds: KeptPromise["binds"]; readonly chips: number; readonly nameplate_W: number }): KeptPromise => {
  const { requests_per_s, sequences, ttft_s, tpot_s, busy_frac, tokens_per_s, outputTokens_per_s } = delivered;
  const drawn_W = drawnPower_W(SERVER_POWER, { limit_W: nameplate_W, busy_frac });
  return {
    binds, requests_per_s, sequences, ttft_s, tpot_s, busy_frac, drawn_W, nameplate_W,
    tokens_per_s_per_chip: tokens_per_s / chips, outputTokens_per_s_per_chip: outputTokens_per_s / chips,
    tokensPerJoule: tokens_per_s / drawn_W, tokensPerNameplateJoule: tokens_per_s / nameplate_W,
  };
};

/** What `serve` takes of them: the joules of the server that makes most tokens of one, and why a tier keeps no promise. */
export const servedClasses = (served: readonly ServedModel[]): ServedClasses =>
  Object.fromEntries([...new Set(served.map((one) => one.class))].map((id): [string, ServedClass] => {
    const own = served.filter((one) => one.class === id);
    const best = own.reduce((most, { kept }) => (kept === null ? most : Math.max(most, kept.tokensPerNameplateJoule)), 0);
    const tier = (here: (where: string) => boolean): string => {
      const on = own.filter(({ where }) => where.some(here));
      return on.some(({ kept }) => kept !== null) ? "" : on.flatMap(({ why }) => why).join("; ");
    };
    return [id, { energy_J_per_token: best === 0 ? null : 1 / best, whyNot: { ground: tier((where) => where !== "orbit"), orbit: tier((where) => where === "orbit") } }];
  }));

/** What tokens cost on the option of each tier that serves the class cheapest (4). */
export const servingPrices = (record: ServingRecord | null, by: PricedBy): ServingRecord | null =>
  record && { ...record, prices: [...new Set(record.served.map((one) => one.class))].flatMap((id) => cheapestOf(record.served.filter((one) => one.class === id), by)) };

interface PricedBy { readonly scenario: Scenario; readonly finance: Finance; readonly service: Service }

const cheapestOf = (served: readonly ServedModel[], { scenario, finance, service }: PricedBy): readonly TokenPrice[] => {
  const of = service.classes.find(({ id }) => id === served[0]!.class)!;
  const all = served.flatMap((one) => pricesOf(one, { scenario, finance, of }));
  return (["ground", "orbit"] as const).flatMap((tier) => all.filter((price) => price.tier === tier).toSorted((a, b) => a.usd_per_Mtoken - b.usd_per_Mtoken).slice(0, 1));
};

const pricesOf = (one: ServedModel, { scenario, finance, of }: { readonly scenario: Scenario; readonly finance: Finance; readonly of: ClassService }): readonly TokenPrice[] => {
  const { kept } = one;
  if (kept === null) return [];
  return (["ground", "orbit"] as const).flatMap((tier): readonly TokenPrice[] => {
    const option = finance.options.find((each) => each.tier === tier && serverOfOption(scenario, each.option) === one.server);
    if (option === undefined) return [];
    const perHour = (rate_per_s: number): number => option.usd_per_GPU_h / ((rate_per_s * HOUR_S) / 1e6);
    const usd_per_Mtoken = perHour(kept.tokens_per_s_per_chip);
    return [{
      class: one.class, model: one.model, tier, option: option.option, server: one.server, usd_per_GPU_h: option.usd_per_GPU_h, usd_per_Mtoken,
      usdOverDay_per_Mtoken: usd_per_Mtoken * of.peakToMean, usdOverDay_per_Mtoken_output: perHour(kept.outputTokens_per_s_per_chip) * of.peakToMean,
    }];
  });
};

/** "ground/abilene" is filled with the site's server, everything in orbit with the platform's. */
export const serverOfOption = ({ ground, orbit }: Scenario, option: string): string | null => {
  const [tier, id] = option.split("/");
  return tier === "orbit" ? (orbit?.platform.server ?? null) : (ground.sites.find((site) => site.id === id)?.server ?? null);
};
