/**
 * NSGA-II: the front of designs that no other beats, by a population that breeds.
 *
 *   1. parents by binary tournaments on (front, crowding); children by vary.ts
 *   2. parents and children together are sorted into fronts; the best half lives, of the last front the least crowded  (fronts.ts)
 *                                                    (Deb, Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comp. 6(2), 2002)
 *
 * Every generation draws from a stream of its own (kernel/rng), so that the same seed gives the same front on any machine.
 * Range: two to four objectives; with more, nearly every design is on the front. Accuracy: the closed fronts of ZDT1-3 (Zitzler, Deb and
 * Thiele 2000) after 25,000 evaluations, against them and what the paper reports (test/study/nsga2).
 */
import { randomDoubles } from "../kernel/index.ts";
import { crowding, fronts, type Judged } from "./fronts.ts";
import { offspring, type GeneKind, type Random } from "./vary.ts";

export interface Breeding {
  readonly genes: readonly GeneKind[];
  /** Judges a design: one share of its range, 0 to 1, a gene. */
  readonly judge: (genome: readonly number[]) => Judged | Promise<Judged>;
  /** An even number of at least 4. */
  readonly population: number;
  readonly generations: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
  /** Told after each generation, the first population being 0. */
  readonly onGeneration?: (done: number) => void;
}

export interface Member extends Judged {
  readonly genome: readonly number[];
}

export interface Bred {
  /** The last population, best front first. */
  readonly members: readonly Member[];
  /** How many of them are on the first front. */
  readonly first: number;
  readonly generations: number;
}

interface Ranked extends Member {
  readonly front: number;
  readonly crowding: number;
}

/** Breeds a population; an aborted one stops after the last whole generation. Throws RangeError on a population that cannot breed. */
export const nsga2 = async (breeding: Breeding): Promise<Bred> => {
  const { genes, population, generations, seed, signal, onGeneration } = breeding;
  if (!(Number.isInteger(population) && population >= 4 && population % 2 === 0)) throw new RangeError(`a population is an even number of at least 4, not ${population}`);
  const random = (generation: number): Random => randomDoubles({ seed, stream: 0, index: generation });
  const draw = random(0);
  let ranked = survivors(await judged(Array.from({ length: population }, () => genes.map(draw)), breeding), population);
  let generation = 0;
  onGeneration?.(generation);
  while (generation < generations && signal?.aborted !== true) {
    const children = await judged(bred(ranked, genes, random(generation + 1)), breeding);
    if (children.length < population) break;
    ranked = survivors([...ranked, ...children], population);
    generation++;
    onGeneration?.(generation);
  }
  return { members: ranked.map(({ genome, objectives, violation }) => ({ genome, objectives, violation })), first: ranked.filter((r) => r.front === 0).length, generations: generation };
};

/** Judges designs one after another; fewer where it was aborted. */
const judged = async (genomes: readonly (readonly number[])[], { judge, signal }: Breeding): Promise<readonly Member[]> => {
  const members: Member[] = [];
  for (const genome of genomes) {
    if (signal?.aborted === true) break;
    members.push({ ...(await judge(genome)), genome });
  }
  return members;
};

/** As many as the population of the best, ranked. */
const survivors = (members: readonly Member[], population: number): readonly Ranked[] => {
  const living: Ranked[] = [];
  for (const [front, at] of fronts(members).entries()) {
    const room = crowding(at.map((i) => members[i]!));
    const ranked = at.map((i, k): Ranked => ({ ...members[i]!, front, crowding: room[k]! }));
    living.push(...(living.length + ranked.length <= population ? ranked : ranked.toSorted(byRoom).slice(0, population - living.length)));
    if (living.length === population) break;
  }
  return living;
};

/** The roomiest first; two ends of a front are equal. */
const byRoom = (a: Ranked, b: Ranked): number => (a.crowding === b.crowding ? 0 : b.crowding - a.crowding);

const bred = (parents: readonly Ranked[], genes: readonly GeneKind[], random: Random): readonly (readonly number[])[] =>
  Array.from({ length: parents.length / 2 }, () => offspring([winner(parents, random).genome, winner(parents, random).genome], genes, random)).flat();

const winner = (parents: readonly Ranked[], random: Random): Ranked => {
  const [a, b] = [parents[Math.floor(random() * parents.length)]!, parents[Math.floor(random() * parents.length)]!];
  if (a.front !== b.front) return a.front < b.front ? a : b;
  return b.crowding > a.crowding ? b : a;
};
