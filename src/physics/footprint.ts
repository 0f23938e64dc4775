/**
 * Carbon and water of computing, orbit or ground, a kilowatt-hour of IT delivered and an accelerator-hour.
 *
 *   1. total = sum(amount x factor) of things made + launched mass x carbon a kilogram in orbit + energy taken x grid intensity
 *   2. energy taken = IT delivered x PUE on the ground; 0 in orbit, whose power plant is among the things made
 *   3. water = IT delivered x WUE + energy taken x the grid's own water
 *   4. a kWh: total / IT delivered; an accelerator-hour: total / accelerator-hours delivered
 *   5. bounds: sums of lows and of highs (all factors low together); null as soon as one of them is unknown
 *
 * One boundary for both tiers, stated with the result: things made, brought up or powered; what a list leaves out is named by the caller.
 * Delivered means after failures, eclipse and idling, over the life of the list: spares and lost hours weigh by themselves.
 * Assumes: factors are global-warming potentials over 100 years; grid intensity constant over the life unless the caller means it.
 * Range: delivered above 0. Accuracy: arithmetic; conserves (test/physics/sustainability).
 */
import { inRange } from "./in-range.ts";

/** A number with the bounds that somebody published; null where nobody did. */
export type Ranged = { readonly value: number; readonly low: number | null; readonly high: number | null };

export type MadeItem = {
  readonly name: string;
  readonly amount: number;
  /** CO2e of one unit of the amount. */
  readonly factor_kg: Ranged;
};

export type FootprintInputs = {
  /** Everything made for the tier over the life: servers, arrays, batteries, structure, buildings, replacements. */
  readonly made: readonly MadeItem[];
  /** Mass brought to orbit over the life, replacements included; 0 on the ground. */
  readonly launched_kg: number;
  readonly launch_kg_per_kg: Ranged;
  /** Energy of the IT over the life, after everything that is lost. */
  readonly delivered_kWh: number;
  readonly acceleratorHours: number;
  /** Electricity from a grid for each kWh of IT: PUE on the ground, 0 in orbit. */
  readonly gridEnergy_kWh_per_kWh: number;
  readonly grid_g_per_kWh: Ranged;
  /** Water on site a kWh of IT. */
  readonly water_L_per_kWh: Ranged;
  /** Water of the power plants a kWh from the grid. */
  readonly gridWater_L_per_kWh: Ranged;
  /** What is not counted, said with the result. */
  readonly leftOut: readonly string[];
};

export type FootprintPart = { readonly name: string; readonly carbon_kg: Ranged; readonly carbon_g_per_kWh: Ranged };

export type Footprint = {
  readonly parts: readonly FootprintPart[];
  readonly carbon_kg: Ranged;
  readonly carbon_g_per_kWh: Ranged;
  readonly carbon_g_per_acceleratorHour: Ranged;
  readonly water_L: Ranged;
  readonly water_L_per_kWh: Ranged;
  readonly boundary: { readonly counted: readonly string[]; readonly leftOut: readonly string[] };
};

/** Carbon and water of a tier over its life; RangeError for a number out of range or a value outside its bounds. */
export function footprint(inputs: FootprintInputs): Footprint {
  const { delivered_kWh, acceleratorHours } = inputs;
  inRange("positive", { delivered_kWh, acceleratorHours });
  inRange("nonnegative", { launched_kg: inputs.launched_kg, gridEnergy_kWh_per_kWh: inputs.gridEnergy_kWh_per_kWh });
  for (const { name, amount } of inputs.made) inRange("nonnegative", { [`amount of ${name}`]: amount });
  const taken_kWh = delivered_kWh * inputs.gridEnergy_kWh_per_kWh;
  const carbons: readonly (readonly [string, Ranged])[] = [
    ...inputs.made.map((item) => [item.name, times(checked(item.name, item.factor_kg), item.amount)] as const),
    ["launch", times(checked("launch_kg_per_kg", inputs.launch_kg_per_kg), inputs.launched_kg)],
    ["grid electricity", times(checked("grid_g_per_kWh", inputs.grid_g_per_kWh), taken_kWh / 1000)],
  ];
  const carbon_kg = total(carbons.map(([, carbon]) => carbon));
  const onSite = times(checked("water_L_per_kWh", inputs.water_L_per_kWh), delivered_kWh);
  const water_L = total([onSite, times(checked("gridWater_L_per_kWh", inputs.gridWater_L_per_kWh), taken_kWh)]);
  return {
    parts: carbons.map(([name, carbon]) => ({ name, carbon_kg: carbon, carbon_g_per_kWh: times(carbon, 1000 / delivered_kWh) })),
    carbon_kg,
    carbon_g_per_kWh: times(carbon_kg, 1000 / delivered_kWh),
    carbon_g_per_acceleratorHour: times(carbon_kg, 1000 / acceleratorHours),
    water_L,
    water_L_per_kWh: times(water_L, 1 / delivered_kWh),
    boundary: { counted: carbons.filter(([, carbon]) => carbon.value > 0).map(([name]) => name), leftOut: inputs.leftOut },
  };
}

/** Scales value and bounds; nothing of a thing is certain nothing. */
function times(range: Ranged, factor: number): Ranged {
  if (factor === 0) return { value: 0, low: 0, high: 0 };
  return {
    value: range.value * factor,
    low: range.low === null ? null : range.low * factor,
    high: range.high === null ? null : range.high * factor,
  };
}

function total(ranges: readonly Ranged[]): Ranged {
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce((all, value) => (all === null || value === null ? null : all + value), 0);
  return {
    value: ranges.reduce((all, { value }) => all + value, 0),
    low: sum(ranges.map(({ low }) => low)),
    high: sum(ranges.map(({ high }) => high)),
  };
}

function checked(name: string, range: Ranged): Ranged {
  inRange("nonnegative", { [name]: range.value });
  const { value, low, high } = range;
  if ((low !== null && !(low <= value)) || (high !== null && !(high >= value)))
    throw new RangeError(`${name} is ${value}, outside its bounds ${low} to ${high}`);
  return range;
}
