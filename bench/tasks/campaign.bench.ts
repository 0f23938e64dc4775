/**
 * A campaign over threads of this machine, as built: evaluations a second of examples/two-tier with four uncertain fields (saltelli, plan frozen,
 * flights from a table) over one thread and over two, three times in turns, the best of each; and what a campaign costs beside its evaluations, on a function that takes no
 * time. Enough of them that threads which warm up count for little. `twoThreads` is the rate over two threads by that over one, 2 at best, on two free cores. Run: npx tsx bench/tasks/campaign.bench.ts
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const built = async <T>(path: string): Promise<T> => (await import(new URL(`../../dist/${path}`, import.meta.url).href)) as T;
const { campaignOf, runOnThreads, SCENARIO_MODULE, scenarioCampaign } = await built<typeof import("../../src/io/campaign/index.ts")>("io/campaign/index.js");
const { nodeFiles, threadSolver, withTables } = await built<typeof import("../../src/io/index.ts")>("io/index.js");
const { compileEvaluator, evaluatorBase } = await built<typeof import("../../src/run/evaluate/index.ts")>("run/evaluate/index.js");
const { loadScenario } = await built<typeof import("../../src/scenario/index.ts")>("scenario/index.js");

const top = mkdtempSync(`${tmpdir()}/dawndusk-bench-campaign-`);
let folders = 0;
const fresh = (): string => `${top}/${folders++}`;

const path = fileURLToPath(new URL("../../examples/two-tier/scenario.yaml", import.meta.url));
const files = nodeFiles(path);
const set = [
  "finance.discount={distribution: triangular, low: 6 %/yr, mode: 9 %/yr, high: 14 %/yr}",
  "ground.sites.abilene.powerPrice={distribution: triangular, low: 40 $/MWh, mode: 56 $/MWh, high: 90 $/MWh}",
  "ground.sites.abilene.pue={distribution: uniform, low: 1.1, high: 1.3}",
  "orbit.platform.arrayPrice={distribution: triangular, low: 20 $/W, mode: 60 $/W, high: 150 $/W}",
];
const loaded = await withTables(files, () => loadScenario({ path, files, set }));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { scenario } = loaded;
const solver = threadSolver();
const base = await evaluatorBase(scenario, { inputs: scenario.random, plan: "frozen", flight: "interpolated" }, { solve: solver.solve });
await solver.close();
const evaluator = compileEvaluator(scenario, base);
const { campaign } = await scenarioCampaign({ scenario, base, evaluator, correlations: [], design: "saltelli", asked: { evaluations: 160_000 }, seed: 1, secondOrder: false });

/** Seconds between the first shard and the last: threads that start are not what is measured. */
const seconds = async (workers: number, made: typeof campaign, module: string): Promise<{ readonly s: number; readonly samples: number }> => {
  let [first, last] = [{ ms: 0, samples: 0 }, { ms: 0, samples: 0 }];
  await runOnThreads(made, {
    folder: fresh(), module, workers,
    onProgress: ({ samples }) => {
      last = { ms: performance.now(), samples };
      if (first.samples === 0) first = last;
    },
  });
  return { s: (last.ms - first.ms) / 1000, samples: last.samples - first.samples };
};

const rates: Record<1 | 2, number[]> = { 1: [], 2: [] };
for (let turn = 0; turn < 3; turn++) {
  for (const workers of [1, 2] as const) {
    const { s, samples } = await seconds(workers, campaign, SCENARIO_MODULE);
    rates[workers].push(samples / s);
  }
}
const best = (values: readonly number[]): number => Math.max(...values);

const plain = await campaignOf({ name: "plain", dawndusk: "bench", modelVersion: "bench", samples: 1_000_000, shardSize: 4096, subject: { seed: 1 } });
const own = await seconds(2, plain, new URL("../../test/io/campaign/ishigami.mjs", import.meta.url).href);
rmSync(top, { recursive: true, force: true });

console.log(JSON.stringify({
  task: "campaign", node: process.version,
  one_per_s: best(rates[1]), two_per_s: best(rates[2]), twoThreads: best(rates[2]) / best(rates[1]), million_wall_s: 1e6 / best(rates[2]),
  own_us: (own.s / own.samples) * 1e6, rss_MB: process.resourceUsage().maxRSS / 1024,
}));
