/**
 * The form that every published cost takes here, and a run of ours: dollars per kilowatt-year delivered, of one tier.
 *
 * (1) part = price, or mass * launch price, times (recovery over its life + share bought again + share of upkeep)
 * (2) cost = [sum of parts + yearly + energy price * PUE * hours * load]/(product of shares delivered) + engineering * recovery
 * (3) recovery = CRF(rate, life); rate 0 is capital over life
 * A price or mass may be per kilowatt of IT, per kilowatt of array or per kilowatt-hour of battery, so that sunlight can be exchanged alone.
 * A model that derates output and one that builds more say the same thing: what is built for lost output stands here among the shares.
 * Each model's form gives its own answer to 1e-9 (test/published/forms.test.ts).
 */
import type { Item } from "../../ledger/index.ts";
import { crf } from "../../money/index.ts";

/** What is bought, or what is launched: prices and masses stand apart, because models lump them differently. */
interface Part {
  readonly id: string;
  /** What it is for; a lump covers several items. */
  readonly covers: readonly [Item, ...Item[]];
  /** What price or mass is of. */
  readonly per: "kW IT" | "kW array" | "kWh battery";
  readonly life_years: number;
  /** Share bought, or launched, again in a year because it failed. */
  readonly failed_per_year: number;
  /** Share paid in a year to keep it. */
  readonly upkeep_per_year: number;
}
export interface Price extends Part {
  readonly price_usd: number;
}
export interface Mass extends Part {
  readonly mass_kg: number;
  /** Share of the launch price that it is charged. */
  readonly charged_frac: number;
}

export interface YearlyLine {
  readonly id: string;
  readonly item: Item;
  readonly usd_per_kW_year: number;
}

export interface Energy {
  readonly usd_per_kWh: number;
  readonly pue: number;
  /** Hours a year at full load. */
  readonly hours_per_year: number;
}

/** What is delivered of a kilowatt installed; a share that a model does not know is absent. */
export const SHARES = ["sunlit", "wear", "survival", "utilisation", "links", "whole", "computePerWatt"] as const;
export type Share = (typeof SHARES)[number];

export interface CostForm {
  readonly tier: "orbit" | "ground";
  readonly prices: readonly Price[];
  readonly masses: readonly Mass[];
  readonly yearly: readonly YearlyLine[];
  readonly energy: Energy | null;
  /** Null where the model states none. */
  readonly launch_usd_per_kg: number | null;
  readonly rate_per_year: number;
  /** The share of the orbit that it takes as lit, where it says so; for display. */
  readonly lit_frac: number | null;
  readonly array_kW_per_kW: number;
  readonly battery_kWh_per_kW: number;
  readonly delivered: Readonly<Partial<Record<Share, number>>>;
  /** Once, per kilowatt delivered. */
  readonly engineering: { readonly usd_per_kW: number; readonly life_years: number } | null;
  /** Its lives and its rate are lent by another model, since it has none itself. */
  readonly lent?: true;
}

export const groundForm = (form: Pick<CostForm, "rate_per_year"> & Partial<CostForm>): CostForm => ({ ...BLANK, tier: "ground", ...form });
export const orbitForm = (form: Pick<CostForm, "rate_per_year"> & Partial<CostForm>): CostForm => ({ ...BLANK, tier: "orbit", ...form });

const BLANK = { prices: [], masses: [], yearly: [], energy: null, launch_usd_per_kg: null, lit_frac: null, array_kW_per_kW: 1, battery_kWh_per_kW: 0, delivered: {}, engineering: null } as const;

type PartOf = Pick<Part, "id" | "covers" | "life_years"> & Partial<Part>;
const PLAIN = { per: "kW IT", failed_per_year: 0, upkeep_per_year: 0 } as const;

/** A price that neither fails nor is kept, unless it says so. */
export const priceOf = (price_usd: number, part: PartOf): Price => ({ ...PLAIN, ...part, price_usd });
export const massPart = (mass_kg: number, part: PartOf & { readonly charged_frac?: number }): Mass => ({ charged_frac: 1, ...PLAIN, ...part, mass_kg });

/** How many kilowatts or kilowatt-hours a price or mass is to be taken for. */
export const timesOf = ({ per }: Pick<Part, "per">, { array_kW_per_kW, battery_kWh_per_kW }: Pick<CostForm, "array_kW_per_kW" | "battery_kWh_per_kW">): number =>
  per === "kW IT" ? 1 : per === "kW array" ? array_kW_per_kW : battery_kWh_per_kW;

/** Equation (3), 1/year. */
export const recovery = (rate_per_year: number, life_years: number): number => crf({ rate_per_year, life_years });

export const deliveredShare = ({ delivered }: Pick<CostForm, "delivered">): number => Object.values(delivered).reduce((product, share) => product * share, 1);

export interface YearlyCost {
  readonly id: string;
  /** All that it is for: more than one of a lump. */
  readonly covers: readonly Item[];
  readonly usd_per_kW_year: number;
}

/** What each part costs a year, $ per kW of IT installed. Throws where masses stand without a launch price. */
export const yearlyCosts = (form: CostForm): readonly YearlyCost[] => {
  const share = (part: Part): number => timesOf(part, form) * (recovery(form.rate_per_year, part.life_years) + part.failed_per_year + part.upkeep_per_year);
  return [
    ...form.prices.map((price) => ({ id: price.id, covers: price.covers, usd_per_kW_year: price.price_usd * share(price) })),
    ...form.masses.map((mass) => ({ id: `launch of ${mass.id}`, covers: ["launch"] as const, usd_per_kW_year: mass.mass_kg * mass.charged_frac * launchPrice(form) * share(mass) })),
    ...form.yearly.map(({ id, item, usd_per_kW_year }) => ({ id: `${id}, each year`, covers: [item], usd_per_kW_year })),
    ...(form.energy === null ? [] : [{ id: "energy", covers: ["energy"] as const, usd_per_kW_year: energyCost(form.energy) }]),
  ];
};

export const energyCost = ({ usd_per_kWh, pue, hours_per_year }: Energy): number => usd_per_kWh * pue * hours_per_year;

/** Equation (2), $/(kW y) delivered. */
export const costOf = (form: CostForm): number => {
  const installed = yearlyCosts(form).reduce((sum, { usd_per_kW_year }) => sum + usd_per_kW_year, 0);
  const engineering = form.engineering === null ? 0 : form.engineering.usd_per_kW * recovery(form.rate_per_year, form.engineering.life_years);
  return installed / deliveredShare(form) + engineering;
};

/** Mass launched, kg per kW of IT installed. */
export const massOf = (form: CostForm): number => form.masses.reduce((sum, mass) => sum + mass.mass_kg * timesOf(mass, form), 0);

export const launchPrice = ({ launch_usd_per_kg }: CostForm): number => {
  if (launch_usd_per_kg === null) throw new RangeError("it states no launch price");
  return launch_usd_per_kg;
};
