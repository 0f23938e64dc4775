/**
 * One synchronous training run split over both tiers: what the exchange of gradients between them takes of a step, and what link it would need.
 *
 *   1. arithmetic of a step W = 6 P t (physics/training-step, 1); alone on the ground it takes W/(r G), on both W/(r (G + O)), with the work shared in
 *      proportion; G, O dense BF16 rates, r the share reached
 *   2. once a step each tier has the sum of the other's gradients: all-reduce of two, n/B + 2a for n = P_all x bytes each over a link of B each way
 *   3. step = compute + exchange, or the longer where they overlap; gain = step alone/step split
 *   4. break-even: the link at which the split is as fast as the ground alone, n/(W/(r G) - W/(r (G + O)) - 2a); where gradients overlap, n/(W/(r G) - 2a)
 *   5. exchanging every H steps (local steps: Douillard and others 2023, DiLoCo) spreads (2) over H steps; the least H that breaks even,
 *      ceil((n/B + 2a)/(W/(r G) - W/(r (G + O)))), or where they overlap ceil((n/B + 2a)/(W/(r G))): latency is spread too, so that there is one at any link
 *
 * Assumes: B is all platforms' mean rate to the ground, shared evenly by their shards; exchange within each tier is in r; the same chips' r on both tiers; a
 * local step is worth a step, which (5) does not prove. Passes that come and go make (2) longer than its mean.
 * Accuracy: closed form; by hand in test/serve/jobs.
 */
import { allReduce, stepWork_PFLOP, type TrainedModel } from "../../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../../scenario/index.ts";
import type { Sizing } from "../../size/index.ts";
import type { SplitTraining } from "../simulated.ts";
import type { Nodes } from "./nodes.ts";

const PAIR = { kind: "ring", satellites: 2, directions: 1 } as const;

export interface SplitAsked {
  readonly model: TrainedModel;
  readonly ground_PFLOP_per_s: number;
  readonly orbit_PFLOP_per_s: number;
  readonly reached_frac: number;
  readonly bytesPerGradient: number;
  /** Between the tiers, each way. */
  readonly link_Gb_per_s: number;
  readonly latency_s: number;
  readonly overlaps: boolean;
}

/** Step of a run over both tiers. Throws RangeError for a tier without compute. */
export const splitStep = ({ model, ground_PFLOP_per_s: ground, orbit_PFLOP_per_s: orbit, reached_frac, bytesPerGradient, link_Gb_per_s, latency_s, overlaps }: SplitAsked): Omit<SplitTraining, "class" | "model"> => {
  if (!(ground > 0 && orbit > 0)) throw new RangeError(`a split takes compute on both tiers, not ${ground} and ${orbit} PFLOP/s`);
  const work = stepWork_PFLOP(model) / reached_frac;
  const [alone_s, compute_s] = [work / ground, work / (ground + orbit)];
  const payload_GB = (model.parameters * bytesPerGradient) / 1e9;
  const exchange_s = link_Gb_per_s === 0 ? null : allReduce(PAIR, { payload_GB, link_Gb_per_s, latency_s }).time_s;
  const step_s = exchange_s === null ? null : overlaps ? Math.max(compute_s, exchange_s) : compute_s + exchange_s;
  // (4) and (5) fill the same time: what the ground alone takes longer. As a product, which is no difference of like numbers.
  const spare_s = overlaps ? alone_s : alone_s * (orbit / (ground + orbit));
  const room_s = spare_s - 2 * latency_s;
  return {
    ground_PFLOP_per_s: ground, orbit_PFLOP_per_s: orbit, payload_GB, link_Gbps: link_Gb_per_s, alone_s, compute_s, exchange_s, step_s,
    gain: step_s === null ? 0 : alone_s / step_s, most: 1 + orbit / ground,
    breakEven_Gbps: room_s > 0 ? (8 * payload_GB) / room_s : null,
    localSteps: exchange_s === null ? null : Math.max(1, Math.ceil(exchange_s / spare_s)),
  };
};

export interface SplitsAsked {
  readonly sizing: Sizing;
  readonly nodes: Nodes;
  /** Mean of one platform, B/s. */
  readonly link_B_per_s: number;
}

/** One record a training class with a model, where both tiers have servers and platforms are linked; none otherwise. */
export const splitTrainings = (scenario: Scenario, { sizing, nodes, link_B_per_s }: SplitsAsked): readonly SplitTraining[] => {
  const interlink = scenario.orbit?.interlink ?? null;
  const { platform } = sizing;
  const platforms = nodes.places.reduce((a, b) => a + b, 0);
  const ground = sizing.sites.reduce((sum, { id, bf16_PFLOP_per_s }) => sum + bf16_PFLOP_per_s * (nodes.online_frac[id] ?? 0), 0);
  if (interlink === null || platform === null || platforms === 0 || ground === 0) return [];
  return scenario.demand.classes.flatMap(({ id, model }) => {
    if (model === null) return [];
    const entry = entryOf(scenario, { kind: "models", id: model });
    const trained = { parameters: entryValue(entry, "parameters"), activeParameters: entryValue(entry, "activeParameters"), tokensPerStep: entryValue(entry, "stepTokens") };
    const step = splitStep({
      model: trained, ground_PFLOP_per_s: ground, orbit_PFLOP_per_s: platforms * platform.working.bf16_PFLOP_per_s, reached_frac: interlink.reached_frac,
      bytesPerGradient: interlink.gradient_B, link_Gb_per_s: (platforms * link_B_per_s * 8) / 1e9, latency_s: interlink.latency_s, overlaps: interlink.overlap === "full",
    });
    return [{ class: id, model, ...step }];
  });
};
