/** Carbon and water of compute on both tiers, and what the sky bears. */
import type { FootprintRecord, SkyLoad, TierFootprint } from "../../footprint/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Cell, type Fact, type Table } from "../table.ts";
import { optionCarbonTables } from "./option-carbon.ts";

/** Nothing where no option delivers and nothing flies. */
export const footprintTables = (record: FootprintRecord | null): readonly Table[] => [
  ...(record === null || (record.ground === null && record.orbit === null) ? [] : [carbonTable(record), ...optionCarbonTables(record)]),
  ...(record?.sky ? [skyTable(record.sky)] : []),
];

const PART: Readonly<Record<string, string>> = { radiator: "radiator, as aluminium", structure: "structure, shielding and margin, as aluminium", launch: "launch: propellant burnt and made", "grid electricity": "grid electricity, with PUE" };

const partOf = (tier: TierFootprint | null, name: string): Cell => (tier === null ? null : (tier.parts.find((part) => part.name === name)?.carbon_g_per_kWh.value ?? 0));

const carbonTable = ({ ground, orbit }: FootprintRecord): Table => {
  const tiers = [ground, orbit].filter((tier) => tier !== null);
  const names = [...new Set(tiers.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const row = (name: string, of: (tier: TierFootprint) => number | null): readonly Cell[] => [name, ground && of(ground), orbit && of(orbit)];
  return {
    id: "footprint",
    title: "Carbon and water",
    columns: [wordColumn("g CO2e per kWh of IT"), numberColumn("ground", ""), numberColumn("orbit", "")],
    rows: [
      ...names.map((name): readonly Cell[] => [PART[name] ?? name, partOf(ground, name), partOf(orbit, name)]),
      row("total, g CO2e per kWh", (tier) => tier.carbon_g_per_kWh),
      row("total, g CO2e per accelerator-hour", (tier) => tier.carbon_g_per_acceleratorHour),
      row("water, L per kWh", (tier) => tier.water_L_per_kWh),
    ],
    note: boundaryNote(tiers),
  };
};

const boundaryNote = (tiers: readonly TierFootprint[]): string =>
  `Per kilowatt-hour that could be sold over the life: ${tiers.map(({ tier, option, boundary }) => `${tier === "orbit" ? "in orbit" : "on the ground"} (${option}) not counted: ${boundary.leftOut.join("; ")}`).join(". ")}.`
  + tiers.flatMap(({ missing }) => missing).map((text) => ` No figure: ${text}.`).join("");

const skyFacts = (sky: SkyLoad): readonly Fact[] => [
  ["satellites", formatFigure(sky.satellites), sky.satellitesAre],
  ["sent up a year", sky.upmass_kg_per_yr === null ? "-" : formatScaled(sky.upmass_kg_per_yr, "kg"), `${formatFigure(sky.replacements_per_yr)} replacements, lost launches included`],
  ["enters the air a year", formatScaled(sky.entering_kg_per_yr, "kg"), `alumina ${formatScaled(sky.alumina_kg_per_yr, "kg")}, at most ${formatScaled(sky.aluminaCeiling_kg_per_yr, "kg")} if all aluminium burns${descentText(sky.descent)}`],
];

const descentText = (descent: SkyLoad["descent"]): string => {
  if (descent.by === "disposal") return "";
  return descent.by === "nothing" ? "; it stays up" : `; nobody brings it down: drag does, ${formatFigure(descent.after_yr)} yr after its life`;
};

const avoidanceFacts = ({ avoidance }: SkyLoad): readonly Fact[] =>
  avoidance === null ? [] : [["collision avoidance", `${formatFigure(avoidance.perSatellite_per_yr)} a year`, `of one satellite, at the rate published of 500-570 km, whatever its height; ${formatFigure(avoidance.fleet_per_day)} a day of the fleet; ${formatFigure(avoidance.deltaV_m_per_s)} m/s over the life`]];

const lightFacts = ({ brightness }: SkyLoad): readonly Fact[] =>
  brightness === null ? [] : [["brightness at the zenith", `${formatFigure(brightness.dimmed_mag)} mag`, `dimmed as Starlink; ${formatFigure(brightness.undimmed_mag)} if nobody dims it; the IAU asks for ${formatFigure(brightness.limit_mag)} or fainter: ${brightness.meets === "neither" ? "not met either way" : `met ${brightness.meets}`}`]];

const holeFacts = ({ meteoroids }: SkyLoad): readonly Fact[] =>
  [["meteoroids", `${formatFigure(meteoroids.punctures)} holes`, `in one radiator over the life, without debris; ${meteoroids.loops === 1 ? `one loop, whole with ${formatPercent(meteoroids.left_frac)}` : `${formatPercent(meteoroids.left_frac)} of the area left with ${formatFigure(meteoroids.loops)} loops, for which the panel is sized`}`]];

const skyTable = (sky: SkyLoad): Table =>
  factTable({ id: "sky", title: "What the sky bears", note: "A fleet of constant size.", facts: [...skyFacts(sky), ...avoidanceFacts(sky), ...lightFacts(sky), ...holeFacts(sky)] });
