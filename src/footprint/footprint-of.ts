/** Carbon, water and sky: what the plan's options cost beside money, from records alone. */
import type { Finance } from "../finance/index.ts";
import type { Flight } from "../fly/index.ts";
import { assertLedger, type Item, type Ledger, type LedgerLine } from "../ledger/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import type { FootprintRecord, TierFootprint } from "./footprint-record.ts";
import { skyLoad } from "./sky-load.ts";
import { missingNotes, tierFootprint } from "./tier-footprint.ts";

export interface FootprintInput {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Service;
  readonly plan: Plan;
  readonly finance: Finance;
}

/** The footprint of the options that `plan` could build; those that `finance` compares stand in `ground` and `orbit`. */
export const footprintOf = (scenario: Scenario, { sizing, flight, service, plan, finance }: FootprintInput): FootprintRecord => {
  const options = plan.options.map((option) => tierFootprint(scenario, { option, sizing, flight, service })).filter((one) => one !== null);
  const of = (id: string | undefined): TierFootprint | null => options.find(({ option }) => option === id) ?? null;
  const ground = of(finance.ground?.option);
  const orbit = of(finance.orbit?.option);
  return {
    ground,
    orbit,
    options,
    sky: skyOf(scenario, { sizing, plan, vehicle: orbit?.option }),
    ledger: assertLedger(options.flatMap(linesOf)),
    notes: missingNotes([ground, orbit].filter((one) => one !== null)),
  };
};

const skyOf = (scenario: Scenario, { sizing, plan, vehicle }: { readonly sizing: Sizing; readonly plan: Plan; readonly vehicle: string | undefined }): FootprintRecord["sky"] => {
  if (scenario.orbit === null || sizing.platform === null) return null;
  const carrier = scenario.launch.vehicles.find(({ id }) => `orbit/${id}` === vehicle);
  return skyLoad(scenario, scenario.orbit, { platform: sizing.platform, plan, success_frac: carrier === undefined ? null : carrier.reliability_frac });
};

const ITEM: Readonly<Record<string, Item>> = {
  accelerators: "it", hosts: "it", array: "power", battery: "power", radiator: "heat-rejection", structure: "structure", building: "structure", "solar field": "power", "grid battery": "power", "gas burnt": "energy", "diesel burnt": "energy", drives: "storage", launch: "launch", "grid electricity": "energy",
};

const linesOf = (one: TierFootprint): Ledger => {
  const line = (subsystem: string, { quantity, unit, boundary }: Pick<LedgerLine, "quantity" | "unit" | "boundary">): LedgerLine => ({
    id: `footprint/${one.option}/${subsystem}`, actor: "own", tier: one.tier, subsystem, boundary, period: "unit-life", quantity, unit, source: "footprint",
  });
  return [
    ...one.parts.map(({ name, carbon_kg }) => line(name, { quantity: carbon_kg.value, unit: "kg CO2e", boundary: ITEM[name]! })),
    line("water", { quantity: one.water_L_per_kWh * one.delivered_kWh, unit: "L", boundary: "water" }),
  ];
};
