import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trainingModels } from "../../src/catalog/index.ts";
import { allReduce, bisection_Gb_per_s, diameter_hops, satellitesOf, satellitesToHold, stepWork_PFLOP, trainingStep } from "../../src/physics/index.ts";
import type { Exchange, Fabric, TrainedModel } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { publishedCase } from "./golden-case.ts";

/** Vectors of satellites, block by block, as message passing would move them; a round's cost is its largest message over a link. */
class Simulation {
  readonly vectors: number[][];
  rounds = 0;
  blocksSent = 0;
  constructor(satellites: number, blocks: number) {
    this.vectors = Array.from({ length: satellites }, (_, i) => Array.from({ length: blocks }, (__, b) => 1000 * i + b));
  }
  /** One round: all messages leave before any arrives. */
  round(messages: readonly { readonly from: number; readonly to: number; readonly blocks: readonly number[]; readonly add: boolean }[]): void {
    const contents = messages.map(({ from, blocks }) => blocks.map((b) => this.vectors[from]![b]!));
    messages.forEach(({ to, blocks, add }, m) => blocks.forEach((b, k) => (this.vectors[to]![b] = contents[m]![k]! + (add ? this.vectors[to]![b]! : 0))));
    this.rounds++;
    this.blocksSent += Math.max(...messages.map(({ blocks }) => blocks.length));
  }
  /** Everybody holds the sum. */
  isSummed(): boolean {
    const n = this.vectors.length;
    return this.vectors.every((vector) => vector.every((x, b) => x === (1000 * n * (n - 1)) / 2 + n * b));
  }
}

/** Reduce-scatter (or the way back) along a ring of members; each starts out with the same blocks, in as many groups as members. */
function ringRounds(simulation: Simulation, rings: readonly { readonly members: readonly number[]; readonly groups: readonly (readonly number[])[] }[], add: boolean): void {
  const n = rings[0]!.members.length;
  for (let step = 0; step < n - 1; step++) {
    simulation.round(rings.flatMap(({ members, groups }) => members.map((from, i) => ({ from, to: members[(i + 1) % n]!, blocks: groups[(i + (add ? 0 : 1) - step + 2 * n) % n]!, add }))));
  }
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const plain: Exchange = { payload_GB: 8, link_Gb_per_s: 64, latency_s: 1e-3 };

describe("all-reduce against messages counted one by one", () => {
  test.each([2, 3, 8, 13])("ring of %d", (n) => {
    const simulation = new Simulation(n, n);
    const ring = [{ members: range(n), groups: range(n).map((b) => [b]) }];
    ringRounds(simulation, ring, true);
    ringRounds(simulation, ring, false);
    expect(simulation.isSummed()).toBe(true);
    const { latency_s, bandwidth_s } = allReduce({ kind: "ring", satellites: n, directions: 1 }, plain);
    measure("collectives", { case: `ring of ${n}, bandwidth`, got: bandwidth_s, expected: simulation.blocksSent / n, rel: 1e-12, unit: "s", source: "simulated message by message" });
    expect(latency_s / 1e-3).toBeCloseTo(simulation.rounds, 9);
  });

  // One of the four parts (two sides, two directions) is moved: rows first, then columns, and back; the others are its mirror images on the other links.
  test.each([[4, 4], [3, 3], [5, 5]])("torus of %d x %d", (width, height) => {
    const n = width * height;
    const simulation = new Simulation(n, n);
    const rows = range(height).map((y) => ({ members: range(width).map((x) => y * width + x), groups: range(width).map((g) => range(height).map((k) => g * height + k)) }));
    const columns = range(width).map((x) => ({ members: range(height).map((y) => y * width + x), groups: range(height).map((k) => [((x + 1) % width) * height + k]) }));
    ringRounds(simulation, rows, true);
    ringRounds(simulation, columns, true);
    ringRounds(simulation, columns, false);
    ringRounds(simulation, rows, false);
    expect(simulation.isSummed()).toBe(true);
    const { latency_s, bandwidth_s } = allReduce({ kind: "torus", sides: [width, height] }, plain);
    measure("collectives", { case: `torus of ${width} x ${height}, bandwidth`, got: bandwidth_s, expected: simulation.blocksSent / n / 4, rel: 1e-12, unit: "s", source: "simulated message by message" });
    expect(latency_s / 1e-3).toBeCloseTo(simulation.rounds, 9);
  });

  test.each([2, 8, 32])("halving and doubling over %d", (n) => {
    const simulation = new Simulation(n, n);
    const kept = range(n).map(() => range(n));
    for (let span = n / 2; span >= 1; span /= 2) {
      const messages = range(n).map((from) => ({ from, to: from ^ span, blocks: kept[from]!.filter((b) => (b & span) !== (from & span)), add: true }));
      simulation.round(messages);
      kept.forEach((blocks, i) => (kept[i] = blocks.filter((b) => (b & span) === (i & span))));
    }
    for (let span = 1; span < n; span *= 2) {
      simulation.round(range(n).map((from) => ({ from, to: from ^ span, blocks: kept[from]!, add: false })));
      const before = kept.map((blocks) => [...blocks]);
      kept.forEach((blocks, i) => (kept[i] = [...blocks, ...before[i ^ span]!]));
    }
    expect(simulation.isSummed()).toBe(true);
    const { latency_s, bandwidth_s } = allReduce({ kind: "clos", satellites: n, oversubscription: 1 }, plain);
    measure("collectives", { case: `halving and doubling over ${n}, bandwidth`, got: bandwidth_s, expected: simulation.blocksSent / n, rel: 1e-12, unit: "s", source: "simulated message by message" });
    expect(latency_s / 1e-3).toBeCloseTo(simulation.rounds, 9);
  });
});

describe("always", () => {
  const fabric: fc.Arbitrary<Fabric> = fc.oneof(
    fc.record({ kind: fc.constant("ring" as const), satellites: fc.integer({ min: 1, max: 300 }), directions: fc.constantFrom(1 as const, 2 as const) }),
    fc.record({ kind: fc.constant("torus" as const), sides: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant("clos" as const), satellites: fc.integer({ min: 1, max: 5000 }), oversubscription: fc.double({ min: 1, max: 8, noNaN: true }) }),
  );
  const more = fc.double({ min: 1, max: 10, noNaN: true });

  test("a slower link, more bytes or more latency never makes it faster", () => {
    fc.assert(fc.property(fabric, more, (of, x) => {
      const time = (change: Partial<Exchange>) => allReduce(of, { ...plain, ...change }).time_s;
      const least = time({}) * (1 - 1e-12);
      expect(time({ link_Gb_per_s: plain.link_Gb_per_s / x })).toBeGreaterThanOrEqual(least);
      expect(time({ payload_GB: plain.payload_GB * x })).toBeGreaterThanOrEqual(least);
      expect(time({ latency_s: plain.latency_s * x })).toBeGreaterThanOrEqual(least);
    }));
  });

  // Patarasuk & Yuan 2009: each must send and receive (N - 1)/N of the vector twice; over L links no faster than that over L.
  test("never below the bound of what must be sent", () => {
    fc.assert(fc.property(fabric, (of) => {
      const n = satellitesOf(of);
      const links = of.kind === "torus" ? of.sides.reduce((sum, side) => sum + (side === 1 ? 0 : side === 2 ? 1 : 2), 0) : of.kind === "ring" ? of.directions : 1;
      if (n > 1) expect(allReduce(of, { ...plain, latency_s: 0 }).time_s).toBeGreaterThanOrEqual((2 * (1 - 1 / n)) / links - 1e-12);
      else expect(allReduce(of, plain).time_s).toBe(0);
    }));
  });

  test("the order of a torus's sides and sides of one do not matter", () => {
    const time = (sides: readonly number[]) => allReduce({ kind: "torus", sides }, plain).time_s;
    expect(time([4, 1, 7])).toBe(time([4, 7]));
    expect(time([7, 4])).toBeCloseTo(time([4, 7]), 12);
    expect(time([9])).toBeCloseTo(allReduce({ kind: "ring", satellites: 9, directions: 2 }, plain).time_s, 12);
  });

  test("what is no fabric is refused", () => {
    expect(() => allReduce({ kind: "ring", satellites: 2.5, directions: 1 }, plain)).toThrow(/ring of 2.5/);
    expect(() => allReduce({ kind: "clos", satellites: 8, oversubscription: 0.5 }, plain)).toThrow(/oversubscription 0.5/);
    expect(() => allReduce({ kind: "torus", sides: [3] }, { ...plain, payload_GB: Number.NaN })).toThrow(/payload_GB is NaN/);
  });
});

describe("bisection", () => {
  const { inputs, outputs, source } = publishedCase<{ isl_gbs: number; sats: number }, { bisection_tbs: { torus2d: number; torus3d: number }; latency_us: { t2d: number; t3d: number } }>("vanberkel_bisection");
  const TB_per_s = (sides: readonly number[]) => bisection_Gb_per_s({ kind: "torus", sides }, inputs.isl_gbs * 8) / 8000;

  // The paper takes 2 x 90 links of the 89 x 90 torus; halving its longer side cuts 2 x 89.
  test("of two tori", () => {
    measure("collectives", { case: "bisection of 89 x 90", got: TB_per_s([89, 90]), expected: outputs.bisection_tbs.torus2d, rel: 0.012, unit: "TB/s", source });
    measure("collectives", { case: "bisection of 20 x 20 x 20", got: TB_per_s([20, 20, 20]), expected: outputs.bisection_tbs.torus3d, rel: 0.01, unit: "TB/s", source });
  });

  // 1,800 and 600 us are 90 and 30 hops at one latency: their ratio is that of the diameters.
  test("hops across", () => {
    const hops = (sides: readonly number[]) => diameter_hops({ kind: "torus", sides });
    measure("collectives", { case: "hops across 89 x 90 over those across 20^3", got: hops([89, 90]) / hops([20, 20, 20]), expected: outputs.latency_us.t2d / outputs.latency_us.t3d, rel: 0.012, unit: "1", source });
    expect(diameter_hops({ kind: "ring", satellites: 81, directions: 2 })).toBe(40);
    expect(diameter_hops({ kind: "ring", satellites: 81, directions: 1 })).toBe(80);
    expect(bisection_Gb_per_s({ kind: "clos", satellites: 64, oversubscription: 2 }, 100)).toBe(1600);
    expect(bisection_Gb_per_s({ kind: "ring", satellites: 10, directions: 2 }, 100)).toBe(200);
    expect(bisection_Gb_per_s({ kind: "torus", sides: [2, 2] }, 100)).toBe(200);
  });
});

describe("training step", () => {
  const model = (id: string): TrainedModel & { readonly trainingTokens: number } => {
    const { figures } = trainingModels.find((one) => one.id === id)!;
    return { parameters: figures.parameters.value, activeParameters: figures.activeParameters.value, tokensPerStep: figures.stepTokens.value, trainingTokens: figures.trainingTokens.value };
  };
  const setup = { trainer: { compute_PFLOP_per_s: 128 * 0.989, reached_frac: 0.4 }, exchange: { bytesPerGradient: 2, link_Gb_per_s: 9600, latency_s: 1e-5 } };

  test.each([
    ["llama-3-405b", 3.8e25, "arXiv 2407.21783, section 3.2"], ["gpt-3-175b", 3.14e23, "arXiv 2005.14165, appendix D"],
  ])("arithmetic of the training of %s", (id, expected, source) => {
    const { trainingTokens, ...rest } = model(id);
    const got = (stepWork_PFLOP(rest) / rest.tokensPerStep) * trainingTokens * 1e15;
    measure("collectives", { case: `arithmetic of training ${id}`, got, expected, rel: 0.01, unit: "FLOP", source });
  });

  // By hand: 6 x 405e9 x 16e6 / (16,384 x 400e12) = 5.93 s.
  test("a step of Llama 3 at 400 TFLOP/s a chip on 16,384", () => {
    const { compute_s } = trainingStep(model("llama-3-405b"), { kind: "ring", satellites: 128, directions: 2 }, { ...setup, trainer: { compute_PFLOP_per_s: 128 * 0.4, reached_frac: 1 } });
    expect(compute_s).toBeCloseTo(5.933, 2);
  });

  // By hand: 810 GB, twice 80/81 of it over two links of 1.2 TB/s: 0.667 s, and 160 latencies of 10 us.
  test("its gradients round Suncatcher's cluster", () => {
    const step = trainingStep(model("llama-3-405b"), { kind: "ring", satellites: 81, directions: 2 }, setup);
    expect(step.exchange.bandwidth_s).toBeCloseTo((810 * 80) / 81 / 1200, 9);
    expect(step.exchange.latency_s).toBeCloseTo(0.0016, 9);
    expect(step.step_s).toBeCloseTo(step.compute_s + step.exchange.time_s, 12);
    expect(step.overlapped_s).toBe(step.compute_s);
    // Today's 100 Gb/s terminals instead: 64 s of exchange for 9.5 s of computing.
    const today = trainingStep(model("llama-3-405b"), { kind: "ring", satellites: 81, directions: 2 }, { ...setup, exchange: { ...setup.exchange, link_Gb_per_s: 100 } });
    expect(today.exchange.time_s).toBeCloseTo(64, 0);
    expect(today.overlapped_s).toBe(today.exchange.time_s);
    expect(today.computing_frac).toBeLessThan(0.15);
  });

  // Rajbhandari et al. 2020, figure 1: 7.5e9 parameters keep 120 GB, and 1.9 each of 64 that share it; section 7.2.2: three vectors instead of two.
  test("the ZeRO paper's state, shares and traffic", () => {
    const model = { parameters: 7.5e9, activeParameters: 7.5e9, tokensPerStep: 1e6 };
    const held = (memory_GB: number): number => satellitesToHold(model, { bytesPerParameter: 16, memory_GB });
    expect([held(120), held(119.9), held(1.9), held(1.8)]).toEqual([1, 2, 64, 67]);
    const ring = { kind: "ring", satellites: 64, directions: 2 } as const;
    const exchange = { bytesPerGradient: 2, link_Gb_per_s: 100, latency_s: 1e-5 };
    const time_s = (gathering?: { readonly bytesPerWeight: number; readonly gathers: number }): number =>
      trainingStep(model, ring, { ...setup, exchange: gathering === undefined ? exchange : { ...exchange, gathering } }).exchange.time_s;
    measure("collectives", { case: "traffic of parameters spread over the satellites, over that of data parallel", got: time_s({ bytesPerWeight: 2, gathers: 2 }) / time_s(), expected: 1.5, rel: 1e-12, unit: "", source: "Rajbhandari et al. 2020 (ZeRO), section 7.2.2" });
    // Four parts of a batch: eight gathers of half an all-reduce and half an all-reduce of gradients.
    expect(time_s({ bytesPerWeight: 2, gathers: 8 }) / time_s()).toBeCloseTo(4.5, 12);
    expect(() => held(0)).toThrow(/0 GB/);
  });

  test("nonsense is refused by name", () => {
    expect(() => trainingStep(model("gpt-3-175b"), { kind: "ring", satellites: 4, directions: 1 }, { ...setup, trainer: { compute_PFLOP_per_s: Number.NaN, reached_frac: 1 } })).toThrow(/compute_PFLOP_per_s is NaN/);
  });
});
