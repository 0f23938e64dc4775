/**
 * CPU time of an evaluation of examples/two-tier, plan frozen and flights from a table: as `dawndusk risk` varies it of itself (twelve fields of
 * platform, launch, site and money; not orbit.life, which asks for another environment each time: `life_ms`), over twenty-one fields of every
 * stage but the orbit (`broad_us`), over two of money alone (`money_us`): what a point does not touch is not computed; and `size` alone. Each in
 * a process of its own, as a campaign's thread has one evaluator, with a campaign's nursery; three processes of each in turns. Medians over all
 * rounds but each process's first; the least beside. `first_us`: the first round, before it is compiled. `heap_MB`: growth from the tenth round to
 * the last. Needs a build. Run: npm run bench -- evaluate
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { UncertainInput } from "../../src/risk/index.ts";
import type { EvaluatorBase } from "../../src/run/evaluate/index.ts";
import { loadExample } from "../../test/support/run-example.ts";

/** As built: a loader of TypeScript names every closure as it is made. */
const built = async <T>(room: string): Promise<T> => (await import(new URL(`../../dist/${room}/index.js`, import.meta.url).href)) as T;

const POINTS = 500;
const ROUNDS = 40;
const TURNS = 3;
const NAMES = ["known", "broad", "money", "size", "life"] as const;
type Name = (typeof NAMES)[number];

/** CPU time of each round, us an evaluation. */
interface Measured {
  readonly compile_ms: number;
  readonly rounds_us: readonly number[];
  readonly heap_MB: number;
}

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

const INPUTS: Readonly<Record<Exclude<Name, "size">, readonly UncertainInput[]>> = { known: KNOWN, broad: BROAD, money: MONEY, life: LIFE };

let state = 20_261_122;
/** Numerical Recipes' generator: the same points in every run. */
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

const cpu_us = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** Rounds of one contender, in this process. */
const measured = async (name: Name, base: EvaluatorBase): Promise<Measured> => {
  const count = name === "life" ? 10 : POINTS;
  let [round, compile_us] = [(): void => undefined, 0];
  let sink = 0;
  if (name === "size") {
    const { orbitEnvironment, size } = await built<typeof import("../../src/size/index.ts")>("size");
    const { settleLaunch } = await built<typeof import("../../src/market/index.ts")>("market");
    const settled = settleLaunch(scenario);
    const environment = orbitEnvironment(settled, { falls: "interpolated" });
    round = () => {
      for (let i = 0; i < count; i++) sink += size(settled, environment).ledger.length;
    };
  } else {
    const { compileEvaluator } = await built<typeof import("../../src/run/index.ts")>("run");
    const { quantileOf } = await built<typeof import("../../src/market/index.ts")>("market");
    const inputs = INPUTS[name];
    compile_us = cpu_us(() => {
      // Flights of other inputs are not in the table: the centre's stands for them.
      const evaluator = compileEvaluator(scenario, { ...base, inputs, table: name === "known" ? base.table : null });
      const outcomes = new Float64Array(evaluator.outcomes.length);
      const points = Array.from({ length: count }, () => Float64Array.from(inputs, ({ distribution }) => quantileOf(distribution, random())));
      round = () => {
        for (const x of points) {
          evaluator.evaluate(x, outcomes);
          sink += outcomes[0]!;
        }
      };
    });
  }
  const rounds_us: number[] = [];
  let heapAtTenth = 0;
  for (let i = 0; i < (name === "life" ? 2 : ROUNDS); i++) {
    rounds_us.push(cpu_us(round) / count);
    if (i === 9) heapAtTenth = process.memoryUsage().heapTotal;
  }
  if (!Number.isFinite(sink)) throw new Error(`${name} counted to ${sink}`);
  return { compile_ms: compile_us / 1000, rounds_us, heap_MB: (process.memoryUsage().heapTotal - heapAtTenth) / 1e6 };
};

const inProcess = (name: Name, file: string): Measured => {
  const run = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name, file], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status}`);
  return JSON.parse(run.stdout) as Measured;
};

const told = (of: readonly Measured[]): { readonly median: number; readonly least: number } => {
  const sorted = of.flatMap(({ rounds_us: [, ...next] }) => next).toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, least: sorted[0]! };
};

const [asked, file] = process.argv.slice(2);
if (asked !== undefined) {
  console.log(JSON.stringify(await measured(asked as Name, deserialize(readFileSync(file!)) as EvaluatorBase)));
} else {
  const { evaluatorBase } = await built<typeof import("../../src/run/index.ts")>("run");
  const { threadSolver } = await built<typeof import("../../src/io/index.ts")>("io");
  const solver = threadSolver();
  const base = await evaluatorBase(scenario, { inputs: INPUTS.known, plan: "frozen", flight: "interpolated" }, { solve: solver.solve });
  await solver.close();
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-bench-evaluate-"));
  const kept = join(folder, "base");
  writeFileSync(kept, serialize(base));
  const turns = Array.from({ length: TURNS }, () => Object.fromEntries(NAMES.map((name) => [name, inProcess(name, kept)])) as Record<Name, Measured>);
  rmSync(folder, { recursive: true });
  const all = (name: Name): readonly Measured[] => turns.map((turn) => turn[name]);
  const [k, b, m, s] = [told(all("known")), told(all("broad")), told(all("money")), told(all("size"))];
  const { known } = turns[0]!;
  console.log(JSON.stringify({
    task: "evaluate", node: process.version, flights: base.table === null ? 0 : base.table.flights, compile_ms: known.compile_ms, first_us: known.rounds_us[0],
    evaluation_us: k.median, least_us: k.least, perSecond: 1e6 / k.median, broad_us: b.median, broadLeast_us: b.least, money_us: m.median, moneyLeast_us: m.least,
    size_us: s.median, sizeLeast_us: s.least, perSize: k.median / s.median, life_ms: told(all("life")).median / 1000, heap_MB: known.heap_MB,
  }));
}
