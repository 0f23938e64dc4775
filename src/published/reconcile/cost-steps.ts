/** Which steps lead from one cost to another of the same tier: every factor that the two do not share. */
import type { Item } from "../../ledger/index.ts";
import { energyCost, massOf, recovery, SHARES, timesOf, type CostForm, type Price, type Share } from "./cost-form.ts";
import type { Step } from "./step.ts";

/** Prices of both that overlap in what they are for, so that a lump is held against all that it lumps. */
export interface PriceGroup {
  readonly id: string;
  readonly x: readonly Price[];
  readonly y: readonly Price[];
}

const overlaps = (a: readonly Item[], b: readonly Item[]): boolean => a.some((item) => b.includes(item));

export const groupsOf = (x: CostForm, y: CostForm): readonly PriceGroup[] => {
  let groups: { items: readonly Item[]; x: readonly Price[]; y: readonly Price[] }[] = [];
  for (const [side, price] of [...x.prices.map((price) => ["x", price] as const), ...y.prices.map((price) => ["y", price] as const)]) {
    if (price.price_usd === 0) continue;
    const [near, far] = [groups.filter(({ items }) => overlaps(items, price.covers)), groups.filter(({ items }) => !overlaps(items, price.covers))];
    const joined = { items: [...new Set([...near.flatMap(({ items }) => items), ...price.covers])], x: near.flatMap((group) => group.x), y: near.flatMap((group) => group.y) };
    groups = [...far, { ...joined, [side]: [...joined[side], price] }];
  }
  return groups.map((group) => ({ id: groupId(group), x: group.x, y: group.y }));
};

const groupId = ({ items, x, y }: { readonly items: readonly Item[]; readonly x: readonly Price[]; readonly y: readonly Price[] }): string => {
  const name = items.toSorted().join("+");
  if (x.length === 0 || y.length === 0) return `boundary/${name}`;
  return name === "it" ? "gpus" : name === "heat-rejection" ? "cooling" : `build/${name}`;
};

/** Everything about how much sunlight there is and what is built for the rest. */
const sunlight = (form: CostForm): readonly (number | null)[] => [form.delivered.sunlit ?? null, form.array_kW_per_kW, form.battery_kWh_per_kW];
const knowsSunlight = (form: CostForm): boolean => form.delivered.sunlit !== undefined || form.array_kW_per_kW !== 1 || form.battery_kWh_per_kW > 0 || form.lit_frac !== null;

const parts = ({ prices, masses }: CostForm) => [...prices, ...masses];
export const knowsFailures = (form: CostForm): boolean => form.delivered.survival !== undefined || parts(form).some(({ failed_per_year }) => failed_per_year > 0);
const operations = ({ yearly }: CostForm): number => yearly.reduce((sum, { item, usd_per_kW_year }) => sum + (item === "operations" ? usd_per_kW_year : 0), 0);
export const knowsOperations = (form: CostForm): boolean => operations(form) !== 0 || parts(form).some(({ upkeep_per_year }) => upkeep_per_year > 0);

/** Mean life by price, or by mass where nothing is priced. */
export const meanLife = (form: CostForm): number | null => {
  const all = form.prices.some(({ price_usd }) => price_usd > 0) ? form.prices.map((price) => ({ life: price.life_years, size: price.price_usd * timesOf(price, form) })) : form.masses.map((mass) => ({ life: mass.life_years, size: mass.mass_kg }));
  const whole = all.reduce((sum, { size }) => sum + size, 0);
  return whole === 0 ? null : all.reduce((sum, { life, size }) => sum + life * size, 0) / whole;
};

/** Output that survives where both know it and differ in it, else what is bought again in a year. */
const failuresShown = (x: CostForm, y: CostForm): Pick<Step, "from" | "to" | "unit"> => {
  const again = (form: CostForm): number | null => nullIfNone(shareCost(form, "failed_per_year"));
  const survive = [x.delivered.survival, y.delivered.survival] as const;
  const known = survive[0] !== undefined && survive[1] !== undefined;
  if (known ? survive[0] !== survive[1] : again(x) === null && again(y) === null) return { from: survive[0] ?? null, to: survive[1] ?? null, unit: "of output" };
  return { from: again(x), to: again(y), unit: "$/kW-yr again" };
};

/** What a share of prices and of launches comes to in a year. */
const shareCost = (form: CostForm, share: "failed_per_year" | "upkeep_per_year"): number =>
  form.prices.reduce((sum, price) => sum + price.price_usd * timesOf(price, form) * price[share], 0) + form.masses.reduce((sum, mass) => sum + mass.mass_kg * mass.charged_frac * timesOf(mass, form) * mass[share] * (form.launch_usd_per_kg ?? 0), 0);

const upkeepCost = (form: CostForm): number => operations(form) + shareCost(form, "upkeep_per_year");

/** Kind of a step that both, one or neither knows; null for neither. */
const kindOf = (x: boolean, y: boolean, both: "input" | "term"): Step["kind"] | null => (x && y ? both : x || y ? "boundary" : null);

type Draft = Omit<Step, "kind"> & { readonly kind: Step["kind"] | null; readonly differs: boolean };

const draft = (id: string, what: string, kind: Step["kind"] | null, shown: { readonly from: number | null; readonly to: number | null; readonly unit: string }, differs: boolean): Draft => ({ id, what, kind, ...shown, differs });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const inputDrafts = (x: CostForm, y: CostForm): readonly Draft[] => [
  draft("launch", "launch price", kindOf(x.launch_usd_per_kg !== null, y.launch_usd_per_kg !== null, "input"), { from: x.launch_usd_per_kg, to: y.launch_usd_per_kg, unit: "$/kg" }, x.launch_usd_per_kg !== y.launch_usd_per_kg),
  ...(x.lent === y.lent ? timeDrafts(x, y) : [lentDraft(x, y)]),
  ...energyDrafts(x, y),
];

const timeDrafts = (x: CostForm, y: CostForm): readonly Draft[] => {
  const [from, to] = [meanLife(x), meanLife(y)];
  const lasts = from !== null && to !== null;
  return [
    draft("discounting", "discount rate", kindOf(x.rate_per_year > 0, y.rate_per_year > 0, "input"), { from: nullIfNone(x.rate_per_year), to: nullIfNone(y.rate_per_year), unit: "/yr" }, x.rate_per_year !== y.rate_per_year),
    // Where one buys nothing, there is no life to take from it.
    draft("life", "life", "input", from === to ? { from: recovered(x), to: recovered(y), unit: "$/kW-yr recovered" } : { from, to, unit: "yr" }, lasts && !same(lives(x), lives(y))),
  ];
};

/** One of the two counts capital alone: life and rate in one. */
const lentDraft = (x: CostForm, y: CostForm): Draft => ({
  ...draft("boundary/recovery", "life and cost of capital, which one has none of", "boundary", { from: x.lent === true ? null : meanLife(x), to: y.lent === true ? null : meanLife(y), unit: "yr" }, x.rate_per_year !== y.rate_per_year || !same(lives(x), lives(y))),
  parts: ["discounting", "life"],
});

/** What its own prices come to a year. */
const recovered = (form: CostForm): number => form.prices.reduce((sum, price) => sum + price.price_usd * timesOf(price, form) * recovery(form.rate_per_year, price.life_years), 0);

/** One life for everything is the same whatever it is of. */
const lives = (form: CostForm): unknown => {
  const all = [...parts(form).map(({ life_years }) => life_years), ...(form.engineering === null ? [] : [form.engineering.life_years])];
  return new Set(all).size === 1 ? all[0] : [parts(form).map(({ covers, life_years }) => [covers, life_years]), form.engineering?.life_years];
};
const failing = (form: CostForm): unknown => [form.delivered.survival, parts(form).map(({ covers, failed_per_year }) => [covers, failed_per_year])];
const kept = (form: CostForm): unknown => [operations(form), parts(form).map(({ covers, upkeep_per_year }) => [covers, upkeep_per_year])];

const energyDrafts = (x: CostForm, y: CostForm): readonly Draft[] => {
  if (x.energy === null || y.energy === null) {
    const [from, to] = [x, y].map(({ energy }) => (energy === null ? null : energyCost(energy)));
    return [draft("boundary/energy", "energy bought", kindOf(x.energy !== null, y.energy !== null, "term"), { from: from!, to: to!, unit: "$/kW-yr" }, true)];
  }
  return [
    draft("energyPrice", "energy price", "input", { from: x.energy.usd_per_kWh, to: y.energy.usd_per_kWh, unit: "$/kWh" }, x.energy.usd_per_kWh !== y.energy.usd_per_kWh),
    draft("pue", "PUE", "input", { from: x.energy.pue, to: y.energy.pue, unit: "" }, x.energy.pue !== y.energy.pue),
    draft("energyUse", "hours at full power in a year", "term", { from: x.energy.hours_per_year, to: y.energy.hours_per_year, unit: "h/yr" }, x.energy.hours_per_year !== y.energy.hours_per_year),
  ];
};

const SHARE_WORDS: Readonly<Record<Exclude<Share, "sunlit" | "survival">, readonly [id: string, what: string]>> = {
  wear: ["wear", "output lost to wear"],
  utilisation: ["utilisation", "utilisation"],
  links: ["links", "share that the links let through"],
  whole: ["whole", "rounding up to whole satellites"],
  computePerWatt: ["computePerWatt", "compute per watt, against the ground's"],
};

const shareDrafts = (x: CostForm, y: CostForm): readonly Draft[] =>
  SHARES.flatMap((share) => {
    if (share === "sunlit" || share === "survival") return [];
    const [id, what] = SHARE_WORDS[share];
    const [from, to] = [x.delivered[share] ?? null, y.delivered[share] ?? null];
    return [draft(id, what, kindOf(from !== null, to !== null, "term"), { from, to, unit: "of output" }, from !== to)];
  });

const priceOfAll = (prices: readonly Price[], form: CostForm): number | null => (prices.length === 0 ? null : prices.reduce((sum, price) => sum + price.price_usd * timesOf(price, form), 0));

const groupDraft = ({ id, x: a, y: b }: PriceGroup, x: CostForm, y: CostForm): Draft =>
  draft(id, groupWords(id, a, b), kindOf(a.length > 0, b.length > 0, "term"), { from: priceOfAll(a, x), to: priceOfAll(b, y), unit: "$/kW" }, !same(a.map(bare), b.map(bare)));

const bare = ({ price_usd, per }: Price) => [price_usd, per];

const groupWords = (id: string, x: readonly Price[], y: readonly Price[]): string => {
  if (id === "gpus") return "price of chips and servers";
  if (id === "cooling") return "price of cooling";
  const items = (prices: readonly Price[]): string => [...new Set(prices.flatMap(({ covers }) => covers))].toSorted().join(", ");
  const [a, b] = [items(x), items(y)];
  if (x.length === 0 || y.length === 0) return `price of ${a || b}: ${[...x, ...y].map((price) => price.id).join(", ")}`;
  return a === b ? `price of ${a}` : `price of ${a} beside ${b}`;
};

const yearlyDrafts = (x: CostForm, y: CostForm): readonly Draft[] => {
  const items = [...new Set([...x.yearly, ...y.yearly].map(({ item }) => item))].filter((item) => item !== "operations");
  return items.map((item) => {
    const [from, to] = [x, y].map(({ yearly }) => yearly.filter((line) => line.item === item).reduce<number | null>((sum, line) => (sum ?? 0) + line.usd_per_kW_year, null));
    const kind = kindOf(from !== null, to !== null, "term");
    return draft(`${kind === "boundary" ? "boundary/" : ""}yearly ${item}`, `${item}, each year`, kind, { from: from!, to: to!, unit: "$/kW-yr" }, from !== to);
  });
};

const sunlightShown = (x: CostForm, y: CostForm): Pick<Step, "from" | "to" | "unit"> =>
  x.lit_frac === y.lit_frac ? { from: x.array_kW_per_kW, to: y.array_kW_per_kW, unit: "kW of array/kW" } : { from: x.lit_frac, to: y.lit_frac, unit: "of the orbit" };

/** The same mass may be charged otherwise. */
const massShown = (x: CostForm, y: CostForm): Pick<Step, "from" | "to" | "unit"> => {
  const charged = ({ masses, launch_usd_per_kg, ...form }: CostForm): number | null => (launch_usd_per_kg === null ? null : nullIfNone(masses.reduce((sum, mass) => sum + mass.mass_kg * mass.charged_frac * timesOf(mass, form) * launch_usd_per_kg, 0)));
  const [from, to] = [massOf(x), massOf(y)];
  return from === to ? { from: charged(x), to: charged(y), unit: "$/kW" } : { from: nullIfNone(from), to: nullIfNone(to), unit: "kg/kW" };
};

/** All steps that change something, inputs first, then what one leaves out, then terms. */
export const costSteps = (x: CostForm, y: CostForm, groups: readonly PriceGroup[]): readonly Step[] => {
  const drafts: readonly Draft[] = [
    ...inputDrafts(x, y),
    draft("sunlight", "sunlight: share of the orbit, and array and battery for the rest", kindOf(knowsSunlight(x), knowsSunlight(y), "term"), sunlightShown(x, y), !same(sunlight(x), sunlight(y))),
    ...groups.map((group) => groupDraft(group, x, y)),
    draft("mass", "mass launched", kindOf(x.masses.length > 0, y.masses.length > 0, "term"), massShown(x, y), !same(x.masses, y.masses)),
    draft("failures", "failures: what is bought again, and output lost", kindOf(knowsFailures(x), knowsFailures(y), "term"), failuresShown(x, y), !same(failing(x), failing(y))),
    draft("operations", "operations and upkeep", kindOf(knowsOperations(x), knowsOperations(y), "term"), { from: nullIfNone(upkeepCost(x)), to: nullIfNone(upkeepCost(y)), unit: "$/kW-yr" }, !same(kept(x), kept(y))),
    draft("engineering", "engineering, once", kindOf(x.engineering !== null, y.engineering !== null, "term"), { from: x.engineering?.usd_per_kW ?? null, to: y.engineering?.usd_per_kW ?? null, unit: "$/kW" }, x.engineering?.usd_per_kW !== y.engineering?.usd_per_kW),
    ...shareDrafts(x, y),
    ...yearlyDrafts(x, y),
  ];
  return drafts.flatMap(({ differs, kind, ...step }) => (differs && kind !== null ? [{ ...step, kind }] : []));
};

const nullIfNone = (value: number): number | null => (value === 0 ? null : value);
