/**
 * The catalogue's serving rates (DeepSeek-R1 in FP8, measured by InferenceX at a speed for one user) beside this model's for the same chip,
 * prompt, output and speed. No validation: the efficiencies are vLLM's on one small card, the links the makers' figures, the experts even,
 * and the runs' own settings are not published with the rate. docs/theory/inference.md prints the ratios; here is what it says in words.
 */
import { expect, test } from "vitest";
import { find } from "../../src/catalog/index.ts";
import { DEEPSEEK_R1, evenMix, goodput, replicaChip, VLLM_ENGINE, VLLM_RTX4090 } from "../../src/inference/index.ts";
import type { Replica, ReplicaLink } from "../../src/inference/index.ts";

/** One direction of NVLink 5 and 4 (900 and 450 GB/s); 5 us an exchange is an estimate. */
const NVLINK5: ReplicaLink = { rate_B_per_s: 900e9, exchange_s: 5e-6 };
const NVLINK4: ReplicaLink = { rate_B_per_s: 450e9, exchange_s: 5e-6 };

interface Row {
  readonly chip: string;
  readonly experts: number;
  readonly link: ReplicaLink;
  readonly input_tokens: number;
  readonly perUser: number;
  /** tokens/s a chip, notes of catalog/servers.ts. */
  readonly rate: number;
}

const ratio = ({ chip, experts, link, input_tokens, perUser, rate }: Row): number => {
  const replica: Replica = {
    model: DEEPSEEK_R1, chip: replicaChip(find("chips", chip)!), chips: 1, expertChips: experts, link, efficiency: VLLM_RTX4090,
    engine: { ...VLLM_ENGINE, sequencesMax: 1024, batchTokensMax: 8192 },
  };
  const found = goodput(replica, evenMix({ input_tokens, output_tokens: 1000 }), { ttftMax_s: 30, tpotMax_s: 1 / perUser });
  if (found.status === "infeasible") throw new Error(found.why.join("; "));
  return found.delivered.tokens_per_s_per_chip / rate;
};

test("Blackwell: within a factor of two of the catalogue", () => {
  const rows: readonly Row[] = [
    { chip: "gb200", experts: 32, link: NVLINK5, input_tokens: 8000, perUser: 75, rate: 5789.6 },
    { chip: "b200", experts: 8, link: NVLINK5, input_tokens: 8000, perUser: 75, rate: 2557.7 },
    { chip: "b200", experts: 8, link: NVLINK5, input_tokens: 8000, perUser: 23, rate: 5857 },
  ];
  for (const row of rows) {
    expect(ratio(row)).toBeGreaterThan(0.5);
    expect(ratio(row)).toBeLessThan(2);
  }
});

test("Hopper and MI300X: the model promises several times what was measured", () => {
  const rows: readonly Row[] = [
    { chip: "h100-sxm", experts: 16, link: NVLINK4, input_tokens: 1000, perUser: 42, rate: 266 },
    { chip: "mi300x", experts: 8, link: NVLINK4, input_tokens: 8000, perUser: 42, rate: 406.3 },
  ];
  for (const row of rows) expect(ratio(row)).toBeGreaterThan(3);
});

test("a chip without memory bandwidth is refused by name", () => {
  const { memoryBandwidth: _, ...figures } = find("chips", "b200")!.figures;
  expect(() => replicaChip({ ...find("chips", "b200")!, figures })).toThrow("chips.b200: no figure memoryBandwidth");
});
