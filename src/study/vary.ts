/**
 * Offspring of two designs: simulated binary crossover and polynomial mutation of real genes, swaps and redraws of unordered ones.
 *
 *   1. spread of a crossover: beta_q = (u alpha)^(1/(eta+1)) for u <= 1/alpha, else (1/(2 - u alpha))^(1/(eta+1)),
 *      alpha = 2 - beta^-(eta+1), beta = 1 + 2 min(y1 - 0, 1 - y2)/(y2 - y1) on each side: children stay in [0, 1]
 *                                                            (Deb and Agrawal 1995; bounded form of Deb's NSGA-II code, realcross.c)
 *   2. mutation: y + (2u + (1 - 2u)(1 - y)^(eta+1))^(1/(eta+1)) - 1 for u <= 1/2, its mirror above
 *                                                                       (Deb and Goyal 1996; bounded form, mutation.c)
 *
 * Genes are shares of their range, 0 to 1; eta = 20 for both, crossover of nine pairs in ten, one gene in n mutates: the settings of Deb
 * et al. 2002. Powers go through exp and log, whose last bit is the same on all supported versions of Node, unlike that of `**`.
 */

/** Real genes lie anywhere from 0 to 1; those of a choice are bins without an order. */
export type GeneKind = "real" | "choice";

export type Random = () => number;

const ETA = 20;
const CROSSED_FRAC = 0.9;
const SAME = 1e-14;

const power = (base: number, exponent: number): number => Math.exp(exponent * Math.log(base));

/** Two children of two parents, crossed and mutated. */
export const offspring = (parents: readonly [readonly number[], readonly number[]], genes: readonly GeneKind[], random: Random): readonly [readonly number[], readonly number[]] => {
  const [first, second] = random() <= CROSSED_FRAC ? crossed(parents, genes, random) : parents;
  return [mutated(first, genes, random), mutated(second, genes, random)];
};

const crossed = ([first, second]: readonly [readonly number[], readonly number[]], genes: readonly GeneKind[], random: Random): readonly [readonly number[], readonly number[]] => {
  const pairs = genes.map((kind, i) => (random() > 0.5 ? ([first[i]!, second[i]!] as const) : kind === "choice" ? ([second[i]!, first[i]!] as const) : crossedGene(first[i]!, second[i]!, random)));
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
};

/** Equation 1. */
const crossedGene = (a: number, b: number, random: Random): readonly [number, number] => {
  if (Math.abs(a - b) <= SAME) return [a, b];
  const [low, high] = a < b ? [a, b] : [b, a];
  const u = random();
  const child = (room: number, sign: 1 | -1): number => inUnit(0.5 * (low + high + sign * spread(1 + (2 * room) / (high - low), u) * (high - low)));
  const children = [child(low, -1), child(1 - high, 1)] as const;
  return random() <= 0.5 ? [children[1], children[0]] : children;
};

const spread = (beta: number, u: number): number => {
  const alpha = 2 - power(beta, -(ETA + 1));
  return power(u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha), 1 / (ETA + 1));
};

const mutated = (genome: readonly number[], genes: readonly GeneKind[], random: Random): readonly number[] =>
  genome.map((gene, i) => {
    if (random() > 1 / genes.length) return gene;
    return genes[i] === "choice" ? random() : mutatedGene(gene, random());
  });

/** Equation 2. */
const mutatedGene = (y: number, u: number): number => {
  const left = u <= 0.5;
  const edge = power(left ? 1 - y : y, ETA + 1);
  const moved = power(left ? 2 * u + (1 - 2 * u) * edge : 2 * (1 - u) + (2 * u - 1) * edge, 1 / (ETA + 1)) - 1;
  return inUnit(left ? y + moved : y - moved);
};

/** Against the last bit of a sum that ends at a bound. */
const inUnit = (y: number): number => Math.min(1, Math.max(0, y));
