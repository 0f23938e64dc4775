/**
 * CPU time of one ground site's flown year: on hours of price alone; with hours of price and weather, a cooling plant and outages of the grid; and with gas,
 * solar and a store besides. In turns, medians; the first year of all apart, with its compilation. Needs a build.
 * Run: npx tsx bench/tasks/site-year.bench.ts
 */
import type { Scenario } from "../../src/scenario/index.ts";

const built = async <T>(room: string): Promise<T> => (await import(new URL(`../../dist/${room}/index.js`, import.meta.url).href)) as T;
const { loadScenario } = await built<typeof import("../../src/scenario/index.ts")>("scenario");
const { nodeFiles, withTables } = await built<typeof import("../../src/io/index.ts")>("io");
const { size } = await built<typeof import("../../src/size/index.ts")>("size");
const { flySites } = await built<typeof import("../../src/fly/index.ts")>("fly");

const TURNS = 11;
const PATH = "examples/texas-flown-year/scenario.yaml";
const files = nodeFiles(PATH);
const scenario = async (...set: readonly string[]): Promise<Scenario> => {
  const loaded = await withTables(files, () => loadScenario({ path: PATH, files, set }));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ found }) => found).join("; "));
  return loaded.scenario;
};
const MIXED = "ground.sites.abilene.plant={climate: dallas-2020, cooling: liquid-adiabatic, grid: {limit: 120 MW, demandCharge: 5 $/kW}, generators: [{id: engines, generator: gas-engine, units: 8}], solar: {power: 150 MW}, storage: {energy: 200 MWh, power: 50 MW}}";
const contenders = { hours: await scenario(), mixed: await scenario(MIXED), priced: await scenario("ground.sites.abilene.plant=null") };

const cpu_s = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
let consumed = 0;
const sized = Object.fromEntries(Object.entries(contenders).map(([name, one]) => {
  const { sites } = size(one);
  return [name, { scenario: one, sites: sites.map((site) => ({ ...site, status: "feasible" as const })) }];
}));
const fly = (name: string): void => {
  const { sites } = flySites(sized[name]!.scenario, sized[name]!);
  consumed += sites[0]!.energy.it_MWh;
};
const first = cpu_s(() => fly("hours"));
const times: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let turn = 0; turn < TURNS; turn++) for (const name of Object.keys(contenders)) times[name]!.push(cpu_s(() => fly(name)));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
if (!(consumed > 0)) throw new Error("nothing was flown");
console.log(JSON.stringify({ task: "site-year", first_cpu_s: first, ...Object.fromEntries(Object.entries(times).map(([name, values]) => [`${name}_cpu_s`, median(values)])) }));
