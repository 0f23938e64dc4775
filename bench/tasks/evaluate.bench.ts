/**
 * CPU time of an evaluation of examples/two-tier, plan frozen and flights from a table, `size` alone in turns with it: as `dawndusk risk` varies it
 * of itself (twelve fields of platform, launch, site and money; not orbit.life, which asks for another environment each time: `life_ms`), over
 * twenty-one fields of every stage but the orbit (`broad_us`), and over two of money alone (`money_us`): what a point does not touch is not computed.
 * Rounds of all in turns; medians, the least of each beside. `first_us`: the first round, before it is compiled. `heap_MB`: growth from the tenth
 * round to the last. With the nursery of a campaign's thread. Needs a build. Run: npm run bench -- evaluate
 */
import type { UncertainInput } from "../../src/risk/index.ts";
import type { EvaluatorBase } from "../../src/run/evaluate/index.ts";
import { loadExample } from "../../test/support/run-example.ts";

/** As built: a loader of TypeScript names every closure as it is made. */
const built = async <T>(room: string): Promise<T> => (await import(new URL(`../../dist/${room}/index.js`, import.meta.url).href)) as T;
const { compileEvaluator, evaluatorBase } = await built<typeof import("../../src/run/index.ts")>("run");
const { threadSolver } = await built<typeof import("../../src/io/index.ts")>("io");
const { quantileOf, settleLaunch } = await built<typeof import("../../src/market/index.ts")>("market");
const { orbitEnvironment, size } = await built<typeof import("../../src/size/index.ts")>("size");

const POINTS = 500;
const ROUNDS = 40;

const scenario = loadExample("two-tier");
const input = (path: string, low: number, mode: number, high: number): UncertainInput => ({ path, unit: "", distribution: { distribution: "triangular", low, mode, high } });

/** What `dawndusk risk` finds to move costs most, within the ranges of the catalogue. */
const KNOWN = [
  input("orbit.platform.powerElectronics", 1.76, 5, 32.5), input("launch.vehicles.starship.price", 1e7, 9e7, 1e8), input("launch.vehicles.starship.reliability", 0.625, 0.9, 0.99),
  input("ground.sites.abilene.serverLife", 3, 5, 7), input("orbit.platform.failureRate", 0.025, 0.04, 0.2), input("ground.sites.abilene.serverPrice", 2e6, 3e6, 3.4e6),
  input("finance.discount", 0.08, 0.12, 0.2), input("orbit.platform.massMargin", 0.05, 0.2, 0.325), input("orbit.platform.arrayAreal", 1.2, 1.6, 2.5),
  input("orbit.platform.radiatorAreal", 5, 7, 10), input("orbit.platform.busPrice", 770, 1100, 2000), input("orbit.platform.conversion", 0.8, 0.91, 0.955),
];

const BROAD = [
  input("launch.vehicles.starship.price", 7e7, 9e7, 1.1e8), input("launch.vehicles.starship.reliability", 0.8, 0.9, 0.98), input("launch.vehicles.starship.payload", 8e4, 1e5, 1.2e5),
  input("orbit.platform.serverPrice", 2.4e6, 3e6, 3.8e6), input("orbit.platform.arrayAreal", 1.3, 1.6, 2), input("orbit.platform.arrayPrice", 4, 5, 6.2), input("orbit.platform.radiatorAreal", 5.6, 7, 8.8),
  input("orbit.platform.conversion", 0.85, 0.91, 0.94), input("orbit.platform.specificEnergy", 160, 200, 250), input("orbit.platform.busPrice", 880, 1100, 1400), input("orbit.platform.massMargin", 0.15, 0.2, 0.25),
  input("orbit.platform.failureRate", 0.03, 0.04, 0.05), input("orbit.platform.powerMargin", 0.15, 0.2, 0.25), input("orbit.operations", 0.008, 0.01, 0.0125), input("orbit.unitLearning", 0.05, 0.1, 0.15),
  input("ground.sites.abilene.powerPrice", 45, 55.9, 70), input("ground.sites.abilene.facilityCost", 10, 12.5, 15), input("ground.sites.abilene.serverPrice", 2.6e6, 3e6, 3.4e6),
  input("ground.sites.abilene.pue", 1.15, 1.2, 1.3), input("ground.sites.abilene.failureRate", 0.03, 0.04, 0.05), input("demand.classes.chat.growth", 0.15, 0.2, 0.25),
];

const MONEY = [input("finance.discount", 0.06, 0.09, 0.14), input("ground.sites.abilene.powerPrice", 45, 55.9, 90)];
const LIFE = [input("orbit.life", 4, 5, 6)];

let state = 20_261_122;
/** Numerical Recipes' generator: the same points in every run. */
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const points = (inputs: readonly UncertainInput[], count: number): readonly Float64Array[] =>
  Array.from({ length: count }, () => Float64Array.from(inputs, ({ distribution }) => quantileOf(distribution, random())));

const cpu_us = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

const solver = threadSolver();
const base: EvaluatorBase = await evaluatorBase(scenario, { inputs: KNOWN, plan: "frozen", flight: "interpolated" }, { solve: solver.solve });
await solver.close();
const flights = base.table === null ? 0 : base.table.flights;

let sink = 0;
const contender = (inputs: readonly UncertainInput[], table: EvaluatorBase["table"], count = POINTS): { readonly compile_ms: number; readonly round_us: () => number } => {
  let round = (): void => undefined;
  const compile_us = cpu_us(() => {
    const evaluator = compileEvaluator(scenario, { ...base, inputs, table });
    const outcomes = new Float64Array(evaluator.outcomes.length);
    const all = points(inputs, count);
    round = () => {
      for (const x of all) {
        evaluator.evaluate(x, outcomes);
        sink += outcomes[0]!;
      }
    };
  });
  return { compile_ms: compile_us / 1000, round_us: () => cpu_us(round) / count };
};

const known = contender(KNOWN, base.table);
// Flights of other inputs are not in the table: the centre's stands for them.
const [broad, money, life] = [contender(BROAD, null), contender(MONEY, null), contender(LIFE, null, 10)];
const settled = settleLaunch(scenario);
const environment = orbitEnvironment(settled, { falls: "interpolated" });
const sizes = (): number => cpu_us(() => {
  for (let i = 0; i < POINTS; i++) sink += size(settled, environment).ledger.length;
}) / POINTS;

const rounds: { known: number[]; broad: number[]; money: number[]; size: number[] } = { known: [], broad: [], money: [], size: [] };
let heapAtTenth = 0;
for (let i = 0; i < ROUNDS; i++) {
  rounds.known.push(known.round_us());
  rounds.broad.push(broad.round_us());
  rounds.money.push(money.round_us());
  rounds.size.push(sizes());
  if (i === 9) heapAtTenth = process.memoryUsage().heapTotal;
}
const heap_MB = (process.memoryUsage().heapTotal - heapAtTenth) / 1e6;
life.round_us();
const [first] = rounds.known;
const told = ([, ...next]: readonly number[]): { readonly median: number; readonly least: number } => {
  const sorted = next.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, least: sorted[0]! };
};
const [k, b, m, s] = [told(rounds.known), told(rounds.broad), told(rounds.money), told(rounds.size)];
console.log(JSON.stringify({
  task: "evaluate", node: process.version, flights, compile_ms: known.compile_ms, first_us: first,
  evaluation_us: k.median, least_us: k.least, perSecond: 1e6 / k.median, broad_us: b.median, broadLeast_us: b.least, money_us: m.median, moneyLeast_us: m.least,
  size_us: s.median, sizeLeast_us: s.least, perSize: k.median / s.median, life_ms: life.round_us() / 1000, heap_MB, consumed: Number.isFinite(sink),
}));
