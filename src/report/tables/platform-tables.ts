/** One platform: what it is, what binds it, and what it weighs. */
import type { Plan } from "../../plan/index.ts";
import type { HeatChain, PlatformSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled, formatTemperature } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const computeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["servers", formatFigure(p.servers), `${formatFigure(p.accelerators)} accelerators`],
  ["IT power", formatScaled(p.itNameplate_W, "W"), `nameplate; sized for ${formatScaled(p.itPeak_W, "W")}, mean ${formatScaled(p.itMean_W, "W")}`],
  ["compute", `${formatFigure(p.bf16_PFLOP_per_s)} PFLOP/s`, `dense BF16; ${formatFigure(p.tokens_per_s)} token/s sustained`],
  ["load at the array bus", formatScaled(p.loadPeak_W, "W"), `bus ${formatScaled(p.bus_W, "W")}; conversion efficiency ${formatPercent(p.conversion_frac)}; ${formatScaled(p.loadShadow_W, "W")} in shadow (${p.eclipse})`],
];

const partFacts = (p: PlatformSizing): readonly Fact[] => [
  ["array", `${formatFigure(p.array.area_m2)} m2`, `${formatScaled(p.array.bol_W / p.orbit.sunDistance_au ** 2, "W")} new, ${formatScaled(p.array.eol_W / p.orbit.sunDistance_au ** 2, "W")} at end of life; cells at ${formatTemperature(p.array.cellTemperature_K)}`],
  ["battery", formatScaled(p.battery.capacity_J, "J"), `depth of discharge ${formatPercent(p.battery.depthOfDischarge_frac)} of at most ${formatPercent(p.battery.allowedDepth_frac)}, ${formatFigure(p.battery.cycles_per_yr)} cycles a year`],
  ["radiator", `${formatFigure(p.radiator.area_m2)} m2`, `panel area, ${p.radiator.sides} emitting sides; ${formatScaled(p.radiator.heat_W, "W")} of heat at ${formatFigure(p.radiator.netFlux_W_per_m2)} W/m2 net`],
  ...heatFacts(p.chain),
];

/** "6.15 K under its limit of 358.2 K". */
const marginText = (temperature_K: number, limit_K: number): string =>
  `${formatFigure(Math.abs(limit_K - temperature_K))} K ${temperature_K <= limit_K ? "under" : "over"} its limit of ${formatTemperature(limit_K)}`;

const heatFacts = ({ panel_K, coolant_K, coolantMax_K, junction_K, junctionMax_K }: HeatChain): readonly Fact[] => [
  ["panel", formatTemperature(panel_K), ""],
  ["coolant", formatTemperature(coolant_K), `at the server's inlet, panel + ${formatFigure(coolant_K - panel_K)} K of loop; ${coolantMax_K === null ? "its maker states no limit" : marginText(coolant_K, coolantMax_K)}`],
  ["junction", formatTemperature(junction_K), `coolant + ${formatFigure(junction_K - coolant_K)} K of chip; ${marginText(junction_K, junctionMax_K)}`],
];

/** What one launch carries of it, a line a vehicle, with the limit that says so. */
const launchFacts = (plan: Plan | null): readonly Fact[] =>
  (plan?.options ?? []).flatMap((o): readonly Fact[] => (o.perLaunch === null ? [] : [[`a launch of ${o.id.slice(o.id.indexOf("/") + 1)}`, formatFigure(o.perLaunch), `platforms; ${o.limits}`]]));

/** Round the Earth by altitude, elsewhere by the Sun's distance. */
const orbitFact = ({ orbit }: PlatformSizing): Fact => {
  const shadow = `longest shadow ${formatFigure(orbit.shadowMax_s / 60)} min`;
  if (orbit.altitude_km === null) return ["orbit", `${formatFigure(orbit.sunDistance_au)} au`, `from the Sun, in the ecliptic, period ${formatFigure(orbit.period_s / 86_400)} d, ${shadow}`];
  return ["orbit", `${formatFigure(orbit.altitude_km)} km`, `${formatFigure(orbit.inclination_deg)} deg, period ${formatFigure(orbit.period_s / 60)} min, ${shadow}`];
};

const wholeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["mass at launch", formatScaled(p.mass.wet_kg, "kg"), `dry ${formatScaled(p.mass.dry_kg, "kg")}, margin ${formatScaled(p.mass.margin_kg, "kg")}, propellant ${formatScaled(p.mass.propellant_kg, "kg")}`],
  ["speed over the life", `${formatFigure(p.life.deltaV.carried_m_per_s)} m/s`, `${p.life.deltaV.written_m_per_s === null ? "computed" : `as written; computed ${formatFigure(p.life.deltaV.needed_m_per_s)} m/s`}: holding, avoidance, disposal`],
  ["mass per IT power", `${formatFigure(p.itMass_kg_per_kW)} kg/kW`, ""],
  ["stowed volume", `${formatFigure(p.volume_m3)} m3`, ""],
  ["price", formatScaled(p.price_usd, "$"), "platform with servers, before launch"],
  orbitFact(p),
  ["closure residual", formatFigure(p.closure.residual_frac), `after ${p.closure.iterations} iterations`],
];

/** The platform as a fact sheet, from chips to closure; what a launch carries where a plan says it. */
export const platformTable = (p: PlatformSizing, plan: Plan | null = null): Table =>
  factTable({ id: "platform", title: "One platform", note: "", facts: [...computeFacts(p), ...partFacts(p), ...wholeFacts(p), ...launchFacts(plan)] });

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
