/**
 * spacedc-mdao: levelised cost of compute, and its ground baseline.
 *
 * (1) LCOC = (capital + sum annual/(1+r)^t)/(sum delivered/(1+r)^t), t = 1 ... mission years; delivered in PFLOP-days
 * (2) ground: capital = chips + facility per MW; annual = energy of IT * PUE * 8760 h * utilisation + 5 % of capital
 * (3) delivered = peak * sustained * availability * utilisation, 365.25 days a year
 * Source: jman4162/spacedc-mdao 0.4.2 @90ef481 (MIT), EQUATIONS.md 11 and 12, catalogue files and example scenarios; formulas rewritten.
 * The year is 8760 h for energy and 365.25 days for compute: its own, kept.
 */
import { lcoeCashflow } from "../money/index.ts";
import type { ModelCard } from "./card.ts";

export const spacedc: ModelCard = {
  id: "spacedc",
  title: "spacedc-mdao, orbital against terrestrial compute",
  source: "jman4162/spacedc-mdao 0.4.2 @90ef481",
  asOf: "2026-06-14",
  grade: "rebuilt term by term",
  evidence: "run here by its own code",
  boundary: "chips, facility or satellites, launch, energy, maintenance or operations and failed chips, in $ per delivered PFLOP-day",
  faults: [
    "the scenario is named dawn-dusk but beta defaults to 0, so 36 % of the orbit is dark and array and battery are sized for it",
    "ground power scales with utilisation: an idle chip draws nothing",
    "delivered compute is multiplied by an optical downlink availability of 0.75 although the downlink is idle 98 % of the time",
    "failed chips are replaced in money but the surviving fraction still falls over the mission",
    "half of its failure rate is dose over tolerance per year, from a table it declares speculative",
    "energy counts 8760 h and compute 365.25 days a year",
  ],
};

export type SpacedcChips = {
  readonly chips: number;
  readonly chip_W: number;
  readonly chip_TFLOPS: number;
  readonly chip_usd: number;
  readonly overhead_frac: number;
  readonly sustained_frac: number;
  readonly utilisation_frac: number;
  readonly mission_years: number;
  readonly discount_per_year: number;
};

/** H100 SXM, dense FP16, of the reference scenarios. */
export const spacedcChips: SpacedcChips = {
  chips: 1152,
  chip_W: 700,
  chip_TFLOPS: 989,
  chip_usd: 25_000,
  overhead_frac: 0.25,
  sustained_frac: 0.55,
  utilisation_frac: 0.85,
  mission_years: 5,
  discount_per_year: 0.08,
};

export type SpacedcGround = SpacedcChips & {
  readonly pue: number;
  readonly energy_usd_per_kWh: number;
  readonly facility_usd_per_MW: number;
  readonly available_frac: number;
  readonly maintenance_per_year: number;
  readonly hours_per_year: number;
};

const groundShared = { ...spacedcChips, maintenance_per_year: 0.05, hours_per_year: 8760 };

/** The three ground scenarios of the golden runs. */
export const spacedcGrounds = {
  hyperscale: { ...groundShared, pue: 1.1, energy_usd_per_kWh: 0.06, facility_usd_per_MW: 12e6, available_frac: 0.995 },
  constrainedGrid: { ...groundShared, pue: 1.3, energy_usd_per_kWh: 0.18, facility_usd_per_MW: 12e6, available_frac: 0.995 },
  renewableStorage: { ...groundShared, pue: 1.15, energy_usd_per_kWh: 0.05, facility_usd_per_MW: 16e6, available_frac: 0.99 },
} as const satisfies Readonly<Record<string, SpacedcGround>>;

export type SpacedcCost = {
  readonly it_W: number;
  readonly capital_usd: number;
  readonly annual_usd: number;
  readonly delivered_PFLOPS: number;
  readonly lcoc_usd_per_PFLOP_day: number;
  /** Capital without chips over IT power. */
  readonly capital_usd_per_W: number;
};

/** Equations (2) and (3). */
export function spacedcGround(site: SpacedcGround): SpacedcCost {
  const it_W = spacedcIt_W(site);
  const capital_usd = site.chips * site.chip_usd + (site.facility_usd_per_MW * it_W) / 1e6;
  const energy_kWh_per_year = (it_W / 1000) * site.pue * site.hours_per_year * site.utilisation_frac;
  const annual_usd = energy_kWh_per_year * site.energy_usd_per_kWh + site.maintenance_per_year * capital_usd;
  return spacedcCost(site, { capital_usd, annual_usd, delivered_frac: site.sustained_frac * site.available_frac * site.utilisation_frac });
}

/** Equation (1), for either tier. */
export function spacedcCost(
  chips: SpacedcChips,
  {
    capital_usd,
    annual_usd,
    delivered_frac,
  }: { readonly capital_usd: number; readonly annual_usd: number; readonly delivered_frac: number },
): SpacedcCost {
  const it_W = spacedcIt_W(chips);
  const delivered_PFLOPS = (chips.chips * chips.chip_TFLOPS * delivered_frac) / 1000;
  const years = Array<number>(chips.mission_years);
  const lcoc_usd_per_PFLOP_day = lcoeCashflow({
    variant: "nominal",
    nominalRate_per_year: chips.discount_per_year,
    inflation_per_year: 0,
    costs_usd: [capital_usd, ...years.fill(annual_usd)],
    output: [0, ...Array<number>(chips.mission_years).fill(delivered_PFLOPS * COMPUTE_DAYS_PER_YEAR)],
    firstFlowAt_years: 0,
  });
  return {
    it_W,
    capital_usd,
    annual_usd,
    delivered_PFLOPS,
    lcoc_usd_per_PFLOP_day,
    capital_usd_per_W: (capital_usd - chips.chips * chips.chip_usd) / it_W,
  };
}

/** IT power with hosts, memory and network. */
export function spacedcIt_W({ chips, chip_W, overhead_frac }: SpacedcChips): number {
  return chips * chip_W * (1 + overhead_frac);
}

const COMPUTE_DAYS_PER_YEAR = 365.25;
