/**
 * Energy of a token and of an operation.
 *
 *   1. J/token = 1e6 / (tokens per second and megawatt)
 *   2. J/op = power / rate
 *
 * A throughput per megawatt says at whose meter: accelerators, racks or the whole plant. The caller keeps that boundary.
 * Accuracy: exact; GB200 NVL72 case of inferencex.semianalysis.com (test/golden/physics).
 */

/** Energy per token at a throughput per megawatt. */
export function energyPerToken_J(tokens_per_s_MW: number): number {
  return 1e6 / tokens_per_s_MW;
}

/** Tokens a second at a power. */
export function tokenRate_per_s(plant: { readonly power_W: number; readonly energyPerToken_J: number }): number {
  return plant.power_W / plant.energyPerToken_J;
}

/** Energy per floating-point operation at a rate and a power. */
export function energyPerOperation_J(chip: { readonly power_W: number; readonly rate_FLOP_per_s: number }): number {
  return chip.power_W / chip.rate_FLOP_per_s;
}
