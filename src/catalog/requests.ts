/**
 * What requests to language models look like: means, spread, and sixteen equal parts of the prompts.
 *
 *   input, output     mean prompt and generated tokens
 *   heldInput         prompt tokens that a decoding sequence holds, mean over its steps: mean of prompt x generated over mean generated
 *   outputSpread      squared coefficient of variation of the generated tokens
 *   p1 ... p16        mean prompt of each sixteenth, ascending
 *
 * Recomputed from the traces in test/catalog/requests.test.ts (test/golden/inference).
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

type Named = "input" | "output" | "heldInput" | "outputSpread";

const traced = (id: string, { name, origin, of, parts }: { readonly name: string; readonly origin: Origin; readonly of: Readonly<Record<Named, number>>; readonly parts: readonly number[] }): Entry => {
  const tokens = (value: number): Figure => figure(value, "token", origin);
  return {
    id, kind: "requests", name,
    figures: {
      input: tokens(of.input), output: tokens(of.output), heldInput: tokens(of.heldInput), outputSpread: figure(of.outputSpread, "1", origin),
      ...Object.fromEntries(parts.map((part, i) => [`p${i + 1}`, tokens(part)])),
    },
  };
};

export const requests: readonly Entry[] = [
  traced("azure-code-2023", {
    name: "completion of code, long prompts and short answers",
    origin: { source: "Azure/AzurePublicDataset, LLM inference trace 2023, code: 8,819 requests (CC-BY-4.0)", asOf: "2023-11", evidence: "demonstrated" },
    of: { input: 2047.8, output: 27.88, heldInput: 2052.7, outputSpread: 4.609 },
    parts: [49.1, 135.7, 251.8, 457.6, 698.5, 919.2, 1096.9, 1333.8, 1602.2, 1886.7, 2206.3, 2545.5, 3005, 3829.3, 5429.1, 7310.9],
  }),
  traced("mooncake-conversation", {
    name: "long conversations, sent whole each time",
    origin: { source: "Mooncake conversation trace (Kimi; FAST 2025): 12,031 requests (Apache-2.0); its prefixes are shared in part, which is not counted here", asOf: "2025-02", evidence: "demonstrated" },
    of: { input: 12_035.1, output: 342.62, heldInput: 12_863.4, outputSpread: 0.532 },
    parts: [897.7, 964.9, 1305.7, 1881.7, 2894.6, 4118.2, 5086.7, 6250.2, 7689.1, 9391.7, 11_463.4, 13_987.6, 16_885.2, 21_124.8, 28_553, 60_051.8],
  }),
  traced("sharegpt", {
    name: "chats with long answers",
    origin: { source: "300 requests from ShareGPT, as replayed by casys-kaist/LLMServingSim, bench/examples (MIT)", asOf: "2026-08", evidence: "demonstrated" },
    of: { input: 857.5, output: 652.51, heldInput: 869.9, outputSpread: 0.023 },
    parts: [286, 356.6, 388.4, 451, 507.1, 562.8, 622.1, 689.5, 765.3, 829.5, 914.9, 1054.3, 1171.7, 1304.2, 1512.6, 2266.5],
  }),
];
