/**
 * A run of ours in the forms that published models take, so that it can be walked into any of them.
 *
 * Lines are the plan's own, of the cheapest option of each tier, per kilowatt of IT; what servers fail is a share bought again. The launch
 * price is what a launch costs over the mass that a unit sends up, packing and whole units a launch included. Sunlight is what the
 * flight delivered, utilisation what of its nameplate a platform is sized for, failures all else that is not delivered; the array is sized
 * for its end of life, so its wear is in price and mass. A life that is not whole years has its price put to the same recovery.
 */
import { annuityFactor, type Levelised } from "../finance/index.ts";
import type { LedgerLine } from "../ledger/index.ts";
import { realRate } from "../money/index.ts";
import type { PlanOption } from "../plan/index.ts";
import { answerOf, groundForm, massPart, NO_SIDE, orbitForm, priceOf, type CostForm, type Mass, type PanelForm, type Price, type Subject } from "../published/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { EARTH_INFRARED_W_PER_M2, HOURS_PER_YEAR, SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { Run } from "./run.ts";

/** Shares of the headline that the forms may differ by. */
const SAME = 1e-6;

/** Throws where the run has no levelised cost, or the forms do not give it. */
export const runSubject = (id: string, { scenario, run }: { readonly scenario: Scenario; readonly run: Run }): Subject => {
  const { finance, plan } = run;
  if (finance === null || plan === null || (finance.orbit === null && finance.ground === null)) throw new RangeError(`${id} has no levelised cost: ${plan?.why.join("; ") ?? "it was not planned"}`);
  const forms = {
    ...(finance.orbit !== null && { orbit: orbitOf(run, { scenario, levelised: finance.orbit }) }),
    ...(finance.ground !== null && { ground: groundOf(run, { scenario, levelised: finance.ground }) }),
    ...panelOf(run.sizing?.platform?.radiator),
  };
  const natives = [finance.orbit, finance.ground].flatMap((found) => (found === null ? [] : [{ answer: found.tier, what: `levelised cost, ${found.option}`, value: found.usd_per_kW_yr, unit: "$/kW-yr", times: 1 } as const]));
  const ratio = finance.verdict.ratio === null ? [] : [{ answer: "ratio", what: "orbit over ground, both levelised", value: finance.verdict.ratio, unit: "x", times: 1 } as const];
  for (const { answer, value } of [...natives, ...ratio]) if (Math.abs(answerOf(forms, answer) / value - 1) > SAME) throw new Error(`the form of ${id} answers ${answer} with ${answerOf(forms, answer)}, the run with ${value}`);
  return {
    id, title: run.scenario.name, source: `${id}, dawndusk ${run.dawndusk}`,
    boundary: finance.boundary.inside.map(({ what }) => what).join("; "),
    forms, natives: [...natives, ...ratio], faultsAt: {}, of: null, model: null, inputs: {},
  };
};

interface Tier {
  readonly scenario: Scenario;
  readonly levelised: Levelised;
}

const optionOf = (run: Run, { levelised }: Tier): PlanOption => run.plan!.options.find(({ id }) => id === levelised.option)!;

const rateOf = ({ scenario }: Tier, { premium_per_yr }: PlanOption): number =>
  realRate({ nominal_per_year: scenario.finance.discount_per_yr + premium_per_yr, inflation_per_year: scenario.money.inflation_per_yr });

/** Prices but for launches, and yearly costs but for energy. */
const moneyOf = (option: PlanOption, rate_per_year: number): Pick<CostForm, "prices" | "yearly"> => {
  const kW = option.itNameplate_W / 1000;
  const again = sum(option.yearly.filter(({ boundary }) => boundary === "it"));
  const servers = sum(option.capital.flatMap(({ line }) => (line.boundary === "it" ? [line] : [])));
  return {
    prices: option.capital.flatMap(({ line, life_yr }): readonly Price[] => {
      if (line.boundary === "launch" || line.quantity === 0) return [];
      const life_years = Math.ceil(life_yr);
      const whole = annuityFactor(rate_per_year, life_years) / annuityFactor(rate_per_year, life_yr);
      const failed_per_year = line.boundary === "it" ? again / servers / whole : 0;
      return [priceOf((line.quantity * whole) / kW, { id: line.subsystem, covers: [line.boundary], life_years, failed_per_year })];
    }),
    yearly: option.yearly.flatMap((line) => (["it", "energy"].includes(line.boundary) || line.quantity === 0 ? [] : [{ id: line.subsystem, item: line.boundary, usd_per_kW_year: line.quantity / kW }])),
  };
};

const sum = (lines: readonly LedgerLine[]): number => lines.reduce((total, { quantity }) => total + quantity, 0);

const orbitOf = (run: Run, tier: Tier): CostForm => {
  const option = optionOf(run, tier);
  const rate_per_year = rateOf(tier, option);
  const launches = option.capital.filter(({ line }) => line.boundary === "launch");
  const weighed = run.sizing!.ledger.filter(({ unit, period, tier: of }) => unit === "kg" && period === "unit" && of === "orbit");
  const sent_kg = option.unitMass_kg!;
  const kW = option.itNameplate_W / 1000;
  const life_yr = launches[0]!.life_yr;
  const whole = annuityFactor(rate_per_year, Math.ceil(life_yr)) / annuityFactor(rate_per_year, life_yr);
  const masses = weighed.map((line): Mass => massPart((line.quantity * sent_kg) / (sum(weighed) * kW), { id: line.id.replace(/^orbit\/platform\/|\/mass$/g, ""), covers: [line.boundary], life_years: Math.ceil(life_yr) }));
  const flown = run.flight?.summary ?? null;
  const { delivered_frac } = tier.levelised;
  return orbitForm({
    ...moneyOf(option, rate_per_year),
    masses: masses.filter(({ mass_kg }) => mass_kg > 0),
    launch_usd_per_kg: (sum(launches.map(({ line }) => line)) * whole) / sent_kg,
    rate_per_year,
    lit_frac: flown === null ? null : flown.light.discInView_frac,
    delivered: sharesOf(run, delivered_frac),
  });
};

/** Sunlight as flown, what the platform is sized for of its nameplate, and the servers that still work. */
const sharesOf = ({ flight, sizing }: Run, delivered_frac: number): CostForm["delivered"] => {
  const flown = flight?.delivered?.delivered_frac;
  const platform = sizing?.platform ?? null;
  if (flown === undefined || platform === null) return { survival: delivered_frac };
  const utilisation = platform.itPeak_W / platform.itNameplate_W;
  return { sunlit: flown, ...(utilisation !== 1 && { utilisation }), survival: delivered_frac / (flown * utilisation) };
};

const groundOf = (run: Run, tier: Tier): CostForm => {
  const option = optionOf(run, tier);
  const rate_per_year = rateOf(tier, option);
  const energy_usd = sum(option.yearly.filter(({ boundary }) => boundary === "energy"));
  const pue = run.sizing!.sites.find(({ id }) => `ground/${id}` === option.id)?.cooling.pueMean ?? null;
  if (energy_usd > 0 && pue === null) throw new Error(`${option.id} buys energy and has no site`);
  return groundForm({
    ...moneyOf(option, rate_per_year),
    rate_per_year,
    energy: energy_usd > 0 ? { usd_per_kWh: energy_usd / ((option.itNameplate_W / 1000) * pue! * HOURS_PER_YEAR), pue: pue!, hours_per_year: HOURS_PER_YEAR } : null,
    delivered: { survival: tier.levelised.delivered_frac },
  });
};

type Radiator = NonNullable<NonNullable<Run["sizing"]>["platform"]>["radiator"];

/** Its panel with all that it emits on one side, the Earth's infrared on it, and everything of the Sun's, reflected light too, as sunlight. */
const panelOf = (radiator: Radiator | undefined): { readonly panel?: PanelForm } => {
  if (radiator === undefined) return {};
  const { infrared_W_per_m2 } = radiator.absorbed;
  return {
    panel: {
      load_W_per_m2: radiator.netFlux_W_per_m2,
      sides: [{ ...NO_SIDE, emittance_frac: radiator.emission_frac, sun_frac: (radiator.absorbedHot_W_per_m2 - infrared_W_per_m2) / SOLAR_CONSTANT_W_PER_M2, infrared_frac: infrared_W_per_m2 / EARTH_INFRARED_W_PER_M2, view_frac: 1 }, NO_SIDE],
      solarFlux_W_per_m2: SOLAR_CONSTANT_W_PER_M2,
      earthInfrared_W_per_m2: EARTH_INFRARED_W_PER_M2,
      earthAlbedo_frac: 0,
      space_K: 0,
      stefanBoltzmann_W_per_m2_K4: STEFAN_BOLTZMANN_W_PER_M2_K4,
      lit_frac: 1,
    },
  };
};
