/** Levelised cost of compute, ground beside orbit, and what is inside it. */
import type { Finance, Levelised } from "../../finance/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Cell, type Fact, type Table } from "../table.ts";

/** An item of the ledger as people say it. */
export const itemName = (item: string): string => (item === "it" ? "IT" : item.replaceAll("-", " "));

type Measure = readonly [string, (l: Levelised, rates: Finance["tokenRates"]) => number | null];

const MEASURES: readonly Measure[] = [
  ["$/GPU-h", (l) => l.usd_per_GPU_h],
  ["$/PFLOP-day", (l) => l.usd_per_PFLOP_day],
  ["$/kW-yr", (l) => l.usd_per_kW_yr],
  ["$/Mtoken", (l, rates) => (workloadOf(l, rates) === null ? null : l.usd_per_Mtoken)],
  ["$/W of capital", (l) => l.capex_usd_per_W],
  ["share of nameplate delivered over life", (l) => l.delivered_frac],
];
const DELIVERED_NOTE = "Share of nameplate delivered over life: what the light, throttling and links of the flown period leave, or a site's outages; less what has failed or worn by each age; less what lost launches take; later years discounted.";

/** The measured workload that an option's tokens are of; null where there is none. */
const workloadOf = ({ option }: Levelised, rates: Finance["tokenRates"]): string | null => rates.find((rate) => rate.option === option)?.workload ?? null;

/** What tokens are of, once each; or why no price of them stands here. */
const tokenNote = ({ ground, orbit, tokenRates }: Pick<Finance, "ground" | "orbit" | "tokenRates">): string => {
  const told = [ground, orbit].flatMap((best) => {
    const rate = best && tokenRates.find(({ option }) => option === best.option);
    if (!rate) return [];
    const server = `${rate.server}, ${formatFigure(rate.rate_token_per_J)} token/J of nameplate`;
    return [rate.workload === null ? `none for ${rate.server}, whose rate is an estimate for no measured model` : `${rate.workload} (${server}; dawndusk catalog servers)`];
  });
  return told.length === 0 ? "" : ` $/Mtoken is of a measured model and speed, prompt and generated tokens together: ${[...new Set(told)].join("; ")}.`;
};

/** Tokens of unlike workloads do not compare. */
const areAlike = (name: string, { ground, orbit, tokenRates }: Finance): boolean =>
  name !== "$/Mtoken" || ground === null || orbit === null || workloadOf(ground, tokenRates) === workloadOf(orbit, tokenRates);

const ratioOf = (orbit: number | null, ground: number | null): Cell => (orbit === null || ground === null || ground === 0 ? null : orbit / ground);

/** The verdict in numbers: each measure of cost on both tiers, and orbit over ground. */
export const costTable = (finance: Finance): Table => ({
  id: "cost",
  title: "Levelised cost of compute",
  columns: [wordColumn("measure"), numberColumn("ground", ""), numberColumn("orbit", ""), numberColumn("orbit/ground", "")],
  rows: MEASURES.map(([name, of]) => {
    const ground = finance.ground && of(finance.ground, finance.tokenRates);
    const orbit = finance.orbit && of(finance.orbit, finance.tokenRates);
    return [name, ground, orbit, areAlike(name, finance) ? ratioOf(orbit, ground) : null];
  }),
  note: `Real ${finance.priceYear} dollars per unit delivered. Options: ${finance.ground?.option ?? "none on the ground"}, ${finance.orbit?.option ?? "none in orbit"}. `
    + `Real discount rate ${formatPercent(finance.realRate_per_yr.ground)} a year on the ground, ${formatPercent(finance.realRate_per_yr.orbit)} in orbit. ${DELIVERED_NOTE}${tokenNote(finance)}`,
});

const itemsOf = (finance: Finance): readonly string[] => [
  ...new Set([finance.ground, finance.orbit].flatMap((l) => l?.items.map((i) => i.item) ?? [])),
];
const costOf = (levelised: Levelised | null, item: string): number | null =>
  levelised === null ? null : levelised.items.reduce((sum, i) => (i.item === item ? sum + i.usd_per_kW_yr : sum), 0);

/** Cost by item on both tiers, in the ledger's words; sums to $/kW-yr. */
export const costItemTable = (finance: Finance): Table => ({
  id: "cost-items",
  title: "Cost by item",
  columns: [wordColumn("item"), numberColumn("ground", "$/kW-yr"), numberColumn("orbit", "$/kW-yr"), numberColumn("orbit - ground", "$/kW-yr")],
  rows: [
    ...itemsOf(finance).map((item): Cell[] => {
      const ground = costOf(finance.ground, item);
      const orbit = costOf(finance.orbit, item);
      return [itemName(item), ground, orbit, ground === null || orbit === null ? null : orbit - ground];
    }),
    totalRow(finance),
  ],
  note: "",
});

const totalRow = ({ ground, orbit }: Finance): readonly Cell[] => [
  "total", ground?.usd_per_kW_yr ?? null, orbit?.usd_per_kW_yr ?? null, ground && orbit ? orbit.usd_per_kW_yr - ground.usd_per_kW_yr : null,
];

/** Every option of both tiers, cheapest first. */
export const optionTable = (finance: Finance): Table => ({
  id: "options",
  title: "Every option, cheapest first",
  columns: [wordColumn("option"), wordColumn("prices of"), ...MEASURES.map(([name]) => numberColumn(name, ""))],
  rows: finance.options.map((option) => [option.option, formatQuarter(option.priceQuarter), ...MEASURES.map(([, of]) => of(option, finance.tokenRates))]),
  note: `Prices of the first quarter in which an option can be had. ${DELIVERED_NOTE}`,
});

/** Which items are counted on which tier. */
export const boundaryTable = (finance: Finance): Table => ({
  id: "boundary",
  title: "Inside the boundary",
  columns: [wordColumn("item"), wordColumn("ground"), wordColumn("orbit"), wordColumn("what it holds")],
  rows: finance.boundary.inside.map((row) => [itemName(row.item), row.ground ? "yes" : "-", row.orbit ? "yes" : "-", row.what]),
  note: "",
});

/** The boundary in one sentence each way, to stand under a headline. */
export const boundaryText = (finance: Finance): { readonly inside: string; readonly outside: string } => {
  const names = (tier: "ground" | "orbit"): string => finance.boundary.inside.filter((row) => row[tier]).map((row) => itemName(row.item)).join(", ");
  const ground = names("ground");
  const orbit = names("orbit");
  const outside = finance.boundary.outside.length === 0 ? "nothing is named." : `${finance.boundary.outside.join("; ")}.`;
  if (ground === "" || orbit === "") return { inside: ground === orbit ? "nothing." : ground === "" ? `${orbit}; in orbit alone.` : `${ground}; on the ground alone.`, outside };
  return {
    outside,
    inside: ground === orbit ? `${ground} on both tiers.` : `on the ground ${ground}; in orbit ${orbit}.`,
  };
};

/** Base cost and scarcity price beside each other, never one for the other. */
export const scarcityTable = (finance: Finance): Table =>
  factTable({
    id: "scarcity",
    title: "Scarcity beside base cost",
    note: "The scarcity price is what one more kilowatt-year of capacity would be worth while the plan is short of it. It is not part of the cost above.",
    facts: [
      ...[finance.ground, finance.orbit].flatMap((tier): readonly Fact[] => (tier ? [[`base cost, ${tier.tier}`, `${formatFigure(tier.usd_per_kW_yr)} $/kW-yr`, ""]] : [])),
      ["scarcity price, mean", `${formatFigure(finance.scarcity.mean_usd_per_kW_yr)} $/kW-yr`, "over the horizon"],
      ["scarcity price, highest", `${formatFigure(finance.scarcity.highest_usd_per_kW_yr)} $/kW-yr`, "in one quarter"],
    ],
  });
