/** Carbon and water of every option beside one another, where a tier has more than the one that the verdict takes. */
import type { FootprintRecord, TierFootprint } from "../../footprint/index.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

const ENERGY: readonly string[] = ["grid electricity", "gas burnt"];

/** None where the table of both tiers has them all. */
export const optionCarbonTables = (record: FootprintRecord | null): readonly Table[] => {
  if (record === null || record.options.every((one) => one.option === record.ground?.option || one.option === record.orbit?.option)) return [];
  return [{
    id: "option-carbon",
    title: "Carbon and water of every option",
    columns: [wordColumn("option"), numberColumn("energy", "g/kWh"), numberColumn("made and launched", "g/kWh"), numberColumn("total", "g/kWh"), numberColumn("water", "L/kWh")],
    rows: record.options.map((one) => [one.option, energyOf(one), one.known_g_per_kWh - energyOf(one), one.carbon_g_per_kWh, one.water_L_per_kWh]),
    note: "Grams of CO2e a kilowatt-hour of IT that could be sold over the life. No total where a figure is missing; what is left out: the table above.",
  }];
};

const energyOf = ({ parts }: TierFootprint): number => parts.reduce((sum, { name, carbon_g_per_kWh }) => (ENERGY.includes(name) ? sum + carbon_g_per_kWh.value : sum), 0);
