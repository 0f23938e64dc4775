/**
 * Runs every price-year and load by every policy of placement over the whole year and writes the table into docs/theory/schedule.md.
 * Takes half an hour. Run: npx tsx scripts/write-placement.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { highsSolver } from "../src/solver/index.ts";
import { boundOf, cellOf, FORESEEN, outcomeOf } from "../test/schedule/placement-cell.ts";
import { LOADS, PRICE_YEARS } from "../test/schedule/price-years.ts";

const DAYS = 365;
const FILE = new URL("../docs/theory/schedule.md", import.meta.url);
const [BEGIN, END] = ["<!-- placement -->", "<!-- /placement -->"];

const usd = (value: number): string => value.toFixed(0);
const percent = (part: number): string => (100 * part).toFixed(1);
const rows: string[] = [];
const regrets: number[] = [];
const solve = highsSolver();
for (const load of LOADS) {
  for (const year of PRICE_YEARS) {
    const it = { year, load, days: DAYS };
    const { ground, orbit, threshold, planned } = cellOf(it);
    const foreseen = outcomeOf(it, FORESEEN);
    const bound_usd = await boundOf(it, solve);
    const best_usd = Math.min(ground.cost_usd, orbit.cost_usd, threshold.cost_usd);
    regrets.push(planned.cost_usd / bound_usd - 1);
    rows.push(`| ${load} | ${year} | ${usd(ground.cost_usd)} | ${usd(orbit.cost_usd)} | ${usd(threshold.cost_usd)} (${threshold.most_usd_per_MWh.toFixed(0)}) | ${usd(planned.cost_usd)} | ${percent(1 - planned.cost_usd / best_usd)} | ${usd(planned.measures.late_usd)} | ${usd(foreseen.cost_usd)} | ${usd(bound_usd)} | ${percent(planned.cost_usd / bound_usd - 1)} |`);
    console.log(rows.at(-1));
  }
}
const table = [
  "| load | prices | ground first | orbit first | best threshold ($/MWh) | planned | less than the best of these, % | of it late | planned, prices known | bound | regret, % |",
  "|---|---|---|---|---|---|---|---|---|---|---|",
  ...rows,
  "",
  `Regret: ${percent(Math.min(...regrets))} to ${percent(Math.max(...regrets))} %, ${percent(regrets.reduce((a, b) => a + b, 0) / regrets.length)} % in the mean.`,
].join("\n");
const page = readFileSync(FILE, "utf8");
const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
if (from < 0 || to < 0) throw new Error(`${BEGIN} … ${END} not found in docs/theory/schedule.md`);
writeFileSync(FILE, `${page.slice(0, from + BEGIN.length)}\n${table}\n${page.slice(to)}`);
