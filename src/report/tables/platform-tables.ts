/** One platform: what it is, what binds it, and what it weighs. */
import type { PlatformSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled, formatTemperature } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const computeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["servers", formatFigure(p.servers), `${formatFigure(p.accelerators)} accelerators`],
  ["IT power", formatScaled(p.itNameplate_W, "W"), `nameplate; sized for ${formatScaled(p.itPeak_W, "W")}, mean ${formatScaled(p.itMean_W, "W")}`],
  ["compute", `${formatFigure(p.bf16_PFLOP_per_s)} PFLOP/s`, `dense BF16; ${formatFigure(p.tokens_per_s)} token/s sustained`],
  ["load at the array bus", formatScaled(p.loadPeak_W, "W"), `bus ${formatScaled(p.bus_W, "W")}; conversion efficiency ${formatPercent(p.conversion_frac)}; ${formatScaled(p.loadShadow_W, "W")} in shadow (${p.eclipse})`],
];

const partFacts = (p: PlatformSizing): readonly Fact[] => [
  ["array", `${formatFigure(p.array.area_m2)} m2`, `${formatScaled(p.array.bol_W, "W")} new, ${formatScaled(p.array.eol_W, "W")} at end of life; cells at ${formatTemperature(p.array.cellTemperature_K)}`],
  ["battery", formatScaled(p.battery.capacity_J, "J"), `depth of discharge ${formatPercent(p.battery.depthOfDischarge_frac)}, ${formatFigure(p.battery.cycles_per_yr)} cycles a year`],
  ["radiator", `${formatFigure(p.radiator.area_m2)} m2`, `panel area, ${p.radiator.sides} emitting sides; ${formatScaled(p.radiator.heat_W, "W")} of heat at ${formatFigure(p.radiator.netFlux_W_per_m2)} W/m2 net`],
  ["panel", formatTemperature(p.chain.panel_K), ""],
  ["coolant", formatTemperature(p.chain.coolant_K), "at the server's inlet"],
  ["junction", formatTemperature(p.chain.junction_K), `highest allowed ${formatTemperature(p.chain.junctionMax_K)}`],
];

const wholeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["mass at launch", formatScaled(p.mass.wet_kg, "kg"), `dry ${formatScaled(p.mass.dry_kg, "kg")}, margin ${formatScaled(p.mass.margin_kg, "kg")}, propellant ${formatScaled(p.mass.propellant_kg, "kg")}`],
  ["mass per IT power", `${formatFigure(p.itMass_kg_per_kW)} kg/kW`, ""],
  ["stowed volume", `${formatFigure(p.volume_m3)} m3`, ""],
  ["price", formatScaled(p.price_usd, "$"), "platform with servers, before launch"],
  ["orbit", `${formatFigure(p.orbit.altitude_km)} km`, `${formatFigure(p.orbit.inclination_deg)} deg, period ${formatFigure(p.orbit.period_s / 60)} min, longest shadow ${formatFigure(p.orbit.shadowMax_s / 60)} min`],
  ["closure residual", formatFigure(p.closure.residual_frac), `after ${p.closure.iterations} iterations`],
];

/** The platform as a fact sheet, from chips to closure. */
export const platformTable = (p: PlatformSizing): Table =>
  factTable({ id: "platform", title: "One platform", note: "", facts: [...computeFacts(p), ...partFacts(p), ...wholeFacts(p)] });

/** "powerElectronics" as people write it. */
const partName = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Mass by part, heaviest first; sums to the mass at launch. */
export const massTable = (p: PlatformSizing): Table => {
  const parts = Object.entries(p.mass.parts_kg).map(([name, mass_kg]) => ({ name: partName(name), mass_kg }));
  const all = [...parts, { name: "margin", mass_kg: p.mass.margin_kg }, { name: "propellant", mass_kg: p.mass.propellant_kg }];
  return {
    id: "mass",
    title: "Mass by part",
    columns: [wordColumn("part"), numberColumn("mass", "kg"), numberColumn("share", "%")],
    rows: all.toSorted((a, b) => b.mass_kg - a.mass_kg).map((part) => [part.name, part.mass_kg, (part.mass_kg / p.mass.wet_kg) * 100]),
    note: `Together ${formatScaled(p.mass.wet_kg, "kg")} at launch.`,
  };
};
