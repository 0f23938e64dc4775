/**
 * From a point of the unit cube to inputs: its coordinates made dependent where inputs are, then each taken as a share of its distribution.
 *
 * Coordinates: input after input, then those that large Gumbel and Frank groups spend. Pairs under one Gaussian or t (of the same degrees of freedom)
 * that share a field are one matrix, in which what is not written is 0. Inputs that depend on each other are one factor: an index of one of them
 * alone has no meaning of its own (Jacques, Lavergne and Devictor, Reliab. Eng. Syst. Safety 91, 2006).
 */
import type { Correlation, Factor, Sampler, UncertainInput } from "../risk-record.ts";
import { archimedeanCopula, ellipticalCopula, type Copula } from "./copula.ts";
import { requireParameter } from "./dependence.ts";
import { quantileFunction, type Quantile } from "./quantile.ts";

/** The sampler of inputs. Throws RangeError, naming the path, where a distribution or a correlation cannot be. */
export const samplerOf = (inputs: readonly UncertainInput[], correlations: readonly Correlation[]): Sampler => {
  const quantiles = inputs.map(quantileAt);
  const joined = joinedOf(inputs, correlations);
  const { bonds, dimensions } = bondsOf(joined, inputs.length);
  const scratch = new Float64Array(dimensions);
  const shares = new Float64Array(inputs.length);
  const sample: Sampler["sample"] = (u, x) => {
    for (let i = 0; i < inputs.length; i++) shares[i] = u[i]!;
    for (const { at, copula, inputs: members } of bonds) {
      for (let k = 0; k < at.length; k++) scratch[k] = u[at[k]!]!;
      copula.step(scratch);
      for (let k = 0; k < members.length; k++) shares[members[k]!] = scratch[k]!;
    }
    for (let i = 0; i < inputs.length; i++) x[i] = quantiles[i]!(shares[i]!);
  };
  return { inputs, dimensions, factors: factorsOf(inputs, bonds), sample };
};

const quantileAt = ({ path, distribution }: UncertainInput): Quantile => {
  try {
    return quantileFunction(distribution);
  } catch (error) {
    throw new RangeError(`${path}: ${(error as Error).message}`);
  }
};

/** Inputs under one copula, and their coordinates. */
interface Bond {
  readonly inputs: readonly number[];
  readonly at: readonly number[];
  readonly copula: Copula;
}

interface Joined {
  readonly inputs: readonly number[];
  readonly copula: Copula;
}

const bondsOf = (joined: readonly Joined[], inputs: number): { readonly bonds: readonly Bond[]; readonly dimensions: number } => {
  let dimensions = inputs;
  const bonds = joined.map((one): Bond => {
    const spent = Array.from({ length: one.copula.spent }, () => dimensions++);
    return { ...one, at: [...one.inputs, ...spent] };
  });
  return { bonds, dimensions };
};

const factorsOf = (inputs: readonly UncertainInput[], bonds: readonly Bond[]): readonly Factor[] => {
  const bound = new Map(bonds.flatMap((bond) => bond.inputs.map((i) => [i, bond] as const)));
  return inputs.flatMap(({ path }, i): readonly Factor[] => {
    const bond = bound.get(i);
    if (bond === undefined) return [{ name: path, inputs: [i], coordinates: [i] }];
    return Math.min(...bond.inputs) === i ? [{ name: bond.inputs.map((k) => inputs[k]!.path).join(" + "), inputs: bond.inputs, coordinates: bond.at }] : [];
  });
};

/** Correlations as copulas over positions; elliptical ones that share a field, or its like, together. */
const joinedOf = (inputs: readonly UncertainInput[], correlations: readonly Correlation[]): readonly Joined[] => {
  const position = new Map(inputs.map(({ path }, i) => [path, i]));
  const placed = correlations.map((correlation) => {
    requireParameter(correlation);
    return { correlation, at: correlation.fields.map((path) => found(position, path)) };
  });
  const archimedean = placed.flatMap(({ correlation: { copula, parameter }, at }): readonly Joined[] => (copula === "gaussian" || copula === "t" ? [] : [{ inputs: at, copula: archimedeanCopula(copula, { size: at.length, theta: parameter }) }]));
  const joined = [...archimedean, ...clusters(placed.filter(({ correlation: { copula } }) => copula === "gaussian" || copula === "t")).map((cluster) => ellipticalOf(cluster, inputs))];
  const all = joined.flatMap((one) => one.inputs);
  const twice = all.find((i, k) => all.indexOf(i) !== k);
  if (twice !== undefined) throw new RangeError(`${inputs[twice]!.path} stands under two copulas that do not make one matrix`);
  return joined;
};

const found = (position: ReadonlyMap<string, number>, path: string): number => {
  const at = position.get(path);
  if (at === undefined) throw new RangeError(`${path} is correlated and is no uncertain input`);
  return at;
};

interface Placed {
  readonly correlation: Correlation;
  readonly at: readonly number[];
}

const alike = (a: Placed, b: Placed): boolean => a.correlation.freedom === b.correlation.freedom && a.at.some((i) => b.at.includes(i));

/** Correlations that hang together. */
const clusters = (placed: readonly Placed[]): readonly (readonly Placed[])[] =>
  placed.reduce<readonly (readonly Placed[])[]>((sets, one) => {
    const touched = sets.filter((set) => set.some((other) => alike(one, other)));
    return [...sets.filter((set) => !touched.includes(set)), [...touched.flat(), one]];
  }, []);

const ellipticalOf = (cluster: readonly Placed[], inputs: readonly UncertainInput[]): Joined => {
  const members = [...new Set(cluster.flatMap(({ at }) => at))].toSorted((a, b) => a - b);
  const matrix = members.map((i) => members.map((j) => (i === j ? 1 : rhoOf(cluster, i, j))));
  try {
    return { inputs: members, copula: ellipticalCopula(matrix, cluster[0]!.correlation.freedom) };
  } catch (error) {
    throw new RangeError(`${members.map((i) => inputs[i]!.path).join(", ")}: ${(error as Error).message}`);
  }
};

/** The last that is written holds. */
const rhoOf = (cluster: readonly Placed[], i: number, j: number): number => cluster.findLast(({ at }) => at.includes(i) && at.includes(j))?.correlation.parameter ?? 0;
