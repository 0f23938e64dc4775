/**
 * Levelised cost of each option by every convention: finance/frozen and finance/measures/levelised-variants as formulas on the prices of one unit.
 *
 *   a(n, r) = sum over years of w (1 + r)^-(y+1), in closed form;  cost = (sum P / a(life) + yearly) / (nameplate x share delivered)
 */
import type { LevelisedVariant } from "../finance/index.ts";
import type { PlanOption } from "../plan/index.ts";
import type { General } from "./general-inputs.ts";
import { listOf, type List } from "./list.ts";
import { formula, given, text, type Cell } from "./model.ts";
import type { BookSource, Check } from "./source.ts";

/** Columns: name, item, price, life, annuity, a year, fixed charge. */
const [PRICE, LIFE, ANNUITY, YEARLY, FCR] = [2, 3, 4, 5, 6];

interface Block {
  readonly list: List;
  readonly general: General;
  readonly source: BookSource;
}

/** Rows of one option that its formulas name. */
interface Rows {
  readonly life: string;
  readonly nominal: string;
  readonly real: string;
  readonly nameplate: string;
  readonly years: { readonly y: string; readonly weight: string; readonly share: string };
  readonly capital: { readonly first: number; readonly last: number } | null;
  readonly other: { readonly first: number; readonly last: number } | null;
}

export const levelisedSheet = (source: BookSource, general: General): { readonly list: List; readonly checks: readonly Check[] } => {
  const list = listOf("levelised", { title: "Levelised cost of each option of the plan, by every convention. Prices are of one unit.", columns: ["what", "item or unit", "price or value", "life, yr", "annuity", "$ a year", "fixed charge, 1/yr"], widths: [56, 16, 20, 12, 14, 20, 18] });
  const block = { list, general, source };
  const checks = source.finance.options.flatMap(({ option }) => optionBlock(block, source.plan.options.find(({ id }) => id === option)!));
  return { list, checks };
};

/** Annuity, year's end, over a life that need not be whole, times (1 + r)^(1 - s). */
const annuity = (rate: string, life: string): string =>
  `IF(ABS(${rate})<1E-12,${life},(1-(1+${rate})^(-INT(${life})))/${rate}+(${life}-INT(${life}))*(1+${rate})^(-INT(${life})-1))`;

const optionBlock = (block: Block, option: PlanOption): readonly Check[] => {
  const { list, general } = block;
  list.heading(`${option.id}, ${option.unit}`);
  const value = (label: string, unit: string, cell: Cell): string => list.at(PRICE, list.row([text(label), text(unit), cell]));
  const number = (label: string, unit: string, of: number): string => value(label, unit, given(of, { of: `${option.id} ${label}` }));
  const life = number("life", "yr", option.life_yr);
  const nominal = value("discount rate, nominal, with the option's premium", "1/yr", formula(`${general.discount}+${option.premium_per_yr}`, "frac"));
  const real = value("discount rate, real", "1/yr", formula(`(1+${nominal})/(1+${general.inflation})-1`, "frac"));
  const nameplate = number("nameplate", "kW", option.itNameplate_W / 1000);
  const years = yearRows(block, { option, life });
  const capital = capitalRows(block, { option, real, nominal });
  const rest = option.yearly.map((line) => list.row([text(line.subsystem), text(line.boundary), given(line.quantity, { format: "usd", of: line.id }), null, null, formula(list.at(PRICE, list.next()), "usd")]));
  const rows: Rows = { life, nominal, real, nameplate, years, capital: spanOf(capital), other: spanOf(rest) };
  return [...headlines(block, option, rows), ...variants(block, option, rows)];
};

const spanOf = (rows: readonly number[]): Rows["capital"] => (rows.length === 0 ? null : { first: rows[0]!, last: rows.at(-1)! });

/** A year a row: weight (the rest of a year in the last), and the share of nameplate that works. */
const yearRows = ({ list }: Block, { option, life }: { readonly option: PlanOption; readonly life: string }): Rows["years"] => {
  list.row([text("year of life, its weight, share of nameplate that works")]);
  const rows = Array.from({ length: Math.ceil(option.life_yr) }, (_, year) =>
    list.row([text(`year ${year + 1}`), given(year, { of: "year" }), formula(`MAX(0,MIN(1,${life}-${list.at(1, list.next())}))`), given(option.available_frac[year]!, { format: "frac", of: `${option.id} available in year ${year}` })]));
  const range = (column: number): string => list.range(column, rows[0]!, rows.at(-1)!);
  return { y: range(1), weight: range(2), share: range(3) };
};

const capitalRows = (block: Block, { option, real, nominal }: { readonly option: PlanOption; readonly real: string; readonly nominal: string }): readonly number[] =>
  option.capital.map(({ line, life_yr }) => {
    const { list, source: { optionTerms } } = block;
    const at = (column: number): string => list.at(column, list.next());
    const terms = optionTerms(option.id, line.boundary);
    return list.row([
      text(line.subsystem), text(line.boundary), given(line.quantity, { format: "usd", of: line.id }), given(life_yr, { of: `${line.id} life` }),
      formula(annuity(real, at(LIFE))), formula(`${at(PRICE)}/${at(ANNUITY)}`, "usd"), formula(fixedCharge(block, { terms, life: at(LIFE), life_yr, real, nominal }), "frac"),
    ]);
  });

interface Charged {
  readonly terms: ReturnType<BookSource["optionTerms"]>;
  readonly life: string;
  readonly life_yr: number;
  readonly real: string;
  readonly nominal: string;
}

/** CRF x PFIN x CFIN of NREL's ATB. */
const fixedCharge = ({ general }: Block, { terms: { payments, taxClass }, life, life_yr, real, nominal }: Charged): string => {
  const crf = `IF(ABS(${real})<1E-12,1/${life},${real}/(1-(1+${real})^(-${life})))`;
  const straight = (years: number): string => `(1-(1+${nominal})^(-${years}))/${nominal}/${years}`;
  const shield = taxClass === "39-year" ? straight(39) : taxClass === "book" ? straight(Math.max(1, Math.round(life_yr))) : general.macrsOf(taxClass).map((share, k) => `${share}*(1+${nominal})^(-${k + 1})`).join("+");
  const before = payments.filter(({ at }) => at < 0).length > 0;
  const shares = general.sharesOf(payments);
  const interest = shares.map(({ at, share }) => `${share}*(1+(1-${general.tax})*((1+${nominal})^(${at >= 0 ? 0 : Math.floor((-at - 1) / 4)}+0.5)-1))`);
  const cfin = before ? `(${interest.join("+")})` : `1`;
  return `(${crf})*(1-${general.tax}*(${shield}))/(1-${general.tax})*${cfin}`;
};

const sums = ({ list }: Block, { capital, other }: Rows): { readonly capital: string; readonly yearly: string; readonly charged: string; readonly straight: string } => {
  const range = (column: number, span: NonNullable<Rows["capital"]>): string => list.range(column, span.first, span.last);
  const product = (a: number, b: number): string => (capital === null ? "0" : `SUMPRODUCT(${range(a, capital)},${range(b, capital)})`);
  return {
    capital: capital === null ? "0" : `SUM(${range(YEARLY, capital)})`, yearly: other === null ? "0" : `SUM(${range(YEARLY, other)})`,
    charged: product(PRICE, FCR), straight: capital === null ? "0" : `SUMPRODUCT(${range(PRICE, capital)}/${range(LIFE, capital)})`,
  };
};

/** Output of a life, discounted at a rate, at a point of the year. */
const output = ({ years: { y, weight, share } }: Rows, rate: string, s: number): string => `SUMPRODUCT(${weight},${share},(1+${rate})^(-(${y}+${s})))`;

const headlines = (block: Block, option: PlanOption, rows: Rows): readonly Check[] => {
  const { list, general, source } = block;
  const told = source.finance.options.find((one) => one.option === option.id)!;
  const all = sums(block, rows);
  const put = (label: string, unit: string, words: string, library: number): Check & { readonly cell: string } => {
    const row = list.row([text(label), text(unit), formula(words, unit === "1" ? "frac" : "number")]);
    return { what: `${label}, ${option.id}`, unit, cell: list.at(PRICE, row), library };
  };
  const share = put("share of nameplate delivered, levelised", "1", `${output(rows, rows.real, 1)}/(${annuity(rows.real, rows.life)})`, told.delivered_frac);
  const annual = put("annual cost of a unit", "$/yr", `${all.capital}+${all.yearly}`, told.usd_per_kW_yr * told.delivered_frac * (option.itNameplate_W / 1000));
  const perUnit = (of: number, factor: string): string => `${annual.cell}/(${of}*${factor}*${share.cell})`;
  return [
    share, annual,
    put("levelised cost", "$/kW-yr", `${annual.cell}/(${rows.nameplate}*${share.cell})`, told.usd_per_kW_yr),
    put("levelised cost", "$/GPU-h", perUnit(option.accelerators, general.hoursPerYear), told.usd_per_GPU_h),
    put("levelised cost", "$/PFLOP-day", perUnit(option.bf16_PFLOP_per_s, `${general.hoursPerYear}/24`), told.usd_per_PFLOP_day),
    ...(Number.isFinite(told.usd_per_Mtoken) ? [put("levelised cost", "$/Mtoken", perUnit(option.tokens_per_s, `${general.hoursPerYear}*3600/1000000`), told.usd_per_Mtoken)] : []),
  ];
};

const POINTS = { start: 0, middle: 0.5, end: 1 } as const;

const variants = (block: Block, option: PlanOption, rows: Rows): readonly Check[] => {
  const { list, source } = block;
  const { real, nominal, nameplate, years } = rows;
  const all = sums(block, rows);
  const share = `(${output(rows, real, 1)}/(${annuity(real, rows.life)}))`;
  const mean = `(SUMPRODUCT(${years.weight},${years.share})/${rows.life})`;
  const words = ({ variant, at }: LevelisedVariant): string => {
    if (variant === "undiscounted") return `(${all.straight}+${all.yearly})/(${nameplate}*${mean})`;
    if (variant === "fixed charge rate") return `(${all.charged}+${all.yearly})/(${nameplate}*${mean})`;
    const s = POINTS[at!];
    const atReal = `(${all.capital}/(1+${real})^(1-${s})+${all.yearly})/(${nameplate}*${share})`;
    return variant === "real" ? atReal : `${atReal}*${output(rows, real, s)}/${output(rows, nominal, s)}`;
  };
  return source.finance.variants.filter((one) => one.option === option.id).map((one): Check => {
    const name = one.at === null ? one.variant : `${one.variant}, ${one.at} of the year`;
    const row = list.row([text(name), text("$/kW-yr"), formula(words(one)), text(one.definition)]);
    return { what: `levelised cost, ${name}, ${option.id}`, unit: "$/kW-yr", cell: list.at(PRICE, row), library: one.usd_per_kW_yr };
  });
};
