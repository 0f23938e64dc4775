/** One platform: what it is, what binds it, and what it weighs. */
import type { Plan } from "../../plan/index.ts";
import type { HeatChain, PlatformSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled, formatTemperature } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const computeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["servers", formatFigure(p.servers), `${formatFigure(p.accelerators)} accelerators${p.working.accelerators < p.accelerators ? `, ${formatFigure(p.working.accelerators)} at work, the others cold` : ""}`],
  ["IT power", formatScaled(p.itNameplate_W, "W"), `nameplate; sized for ${formatScaled(p.itPeak_W, "W")}, mean ${formatScaled(p.itMean_W, "W")}`],
  ["compute", `${formatFigure(p.working.bf16_PFLOP_per_s)} PFLOP/s`, `dense BF16; ${formatFigure(p.working.tokens_per_s)} token/s sustained`],
  ["load at the array bus", formatScaled(p.loadPeak_W, "W"), `bus ${formatScaled(p.bus_W, "W")}; conversion efficiency ${formatPercent(p.conversion_frac)}; ${formatScaled(p.loadShadow_W, "W")} in shadow (${p.eclipse})`],
  ...eclipseFacts(p),
];

/** Both ways through the shadow, where the choice was computed. */
const eclipseFacts = ({ eclipse, eclipseChoice }: PlatformSizing): readonly Fact[] =>
  eclipseChoice === null ? [] : [["through the shadow", eclipse, `chosen by dry mass per mean IT power: ride-through ${formatFigure(eclipseChoice.rideThrough.kg_per_W * 1000)} kg/kW, shed ${formatFigure(eclipseChoice.shed.kg_per_W * 1000)} kg/kW`]];

/** How the cells wear, in a phrase. */
const wearText = ({ wear, notByDose }: PlatformSizing["array"]): string =>
  wear.by === "dose"
    ? `wear by dose, ${wear.fluence_per_cm2_yr.toExponential(1)} electrons/cm2/yr of 1 MeV, and ${formatPercent(wear.otherLoss_per_yr)} a year of all else`
    : `wear ${formatPercent(wear.loss_per_yr)} a year${notByDose === null ? "" : `: ${notByDose}`}`;

const partFacts = (p: PlatformSizing): readonly Fact[] => [
  ["array", `${formatFigure(p.array.area_m2)} m2`, `${formatScaled(p.array.bol_W / p.orbit.sunDistance_au ** 2, "W")} new, ${formatScaled(p.array.eol_W / p.orbit.sunDistance_au ** 2, "W")} at end of life; cells at ${formatTemperature(p.array.cellTemperature_K)}; ${wearText(p.array)}`],
  ["battery", formatScaled(p.battery.capacity_J, "J"), `depth of discharge ${formatPercent(p.battery.depthOfDischarge_frac)} of at most ${formatPercent(p.battery.allowedDepth_frac)}, ${formatFigure(p.battery.cycles_per_yr)} cycles a year; ${formatPercent(p.battery.endCapacity_frac)} of it left at end of life`],
  ...radiatorFacts(p),
  ...heatFacts(p.chain),
  ...linkFacts(p),
];

const LINK_USE = { links: "between platforms", downlink: "to the ground", interlink: "telescopes of many beams, between platforms" } as const;

const linkFacts = ({ links }: PlatformSizing): readonly Fact[] =>
  links.filter(({ count }) => count > 0).map(({ id, source, count, mass_kg, power_W, price_usd }): Fact => ["links", `${formatFigure(count)} x ${source.replace("terminals/", "")}`, `${LINK_USE[id]}: ${formatScaled(mass_kg, "kg")}, ${formatScaled(power_W, "W")}, ${formatScaled(price_usd, "$")}`]);

/** One- and two-sided figures are never to be compared: each row says which square metre it counts. */
const radiatorFacts = ({ radiator: { area_m2, basis, coolant, cold, choice, holes, netFlux_W_per_m2, heat_W } }: PlatformSizing): readonly Fact[] => [
  ["radiator", `${formatFigure(area_m2)} m2`, `of panel, one side counted; ${basis.sides === 1 ? "one-sided" : `two-sided, ${formatFigure(basis.face_m2)} m2 of face`}; ${holeText(holes)}`],
  ["radiator, hot", `${formatFigure(netFlux_W_per_m2)} W/m2`, `net of panel that is fed, ${formatScaled(heat_W, "W")} of heat, coating at end of life`],
  ["radiator, cold", formatTemperature(cold.unheated_K), `safe mode in shadow, unheated; ${coolant.name} freezes at ${formatTemperature(coolant.freezing_K)}; ${cold.heater_W > 0 ? `${formatScaled(cold.heater_W, "W")} of heater keep` : "no heater keeps"} it at ${formatTemperature(Math.max(cold.lowest_K, cold.unheated_K))}${cold.heater_W === 0 ? "" : cold.inShadow_W > 0 ? ", from the battery in shadow" : `, warmed ${formatFigure(cold.preheat_K)} K beforehand for the shadow`}`],
  ...(choice === null ? [] : [choiceFact(choice)]),
];

/** One loop is whole or empty: its panel is not made larger. */
const holeText = ({ left_frac, loops, punctures, smallest_m }: PlatformSizing["radiator"]["holes"]): string =>
  loops === 1
    ? `one loop, whole at end of life with ${formatPercent(left_frac)}: meteoroids from ${formatFigure(1000 * smallest_m)} mm empty it`
    : `${formatPercent(left_frac)} of it fed at end of life, after ${formatFigure(punctures)} meteoroids from ${formatFigure(1000 * smallest_m)} mm on ${formatFigure(loops)} loops`;

const choiceFact = (choice: NonNullable<PlatformSizing["radiator"]["choice"]>): Fact => [
  "lightest panel", formatTemperature(choice.lightest_K),
  `${choice.by === "lightest" ? "taken" : "not taken"}, written ${formatTemperature(choice.written_K)}; ${formatPercent(choice.energyRatio)} of the energy a token, ${formatScaled(choice.saved_kg, "kg")} lighter, if ${formatPercent(choice.leakage_frac)} leaks (${choice.curve}); held by ${choice.binds === "trade" ? "the trade" : "the limit of junction or inlet"}${choice.stretched ? "; outside the curve's two points" : ""}`,
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

const clusterFacts = ({ formation }: PlatformSizing): readonly Fact[] =>
  formation === null ? [] : [["cluster", `${formatFigure(formation.satellites)} platforms`, `${formatFigure(formation.slots)} fit within ${formatScaled(formation.radius_m, "m")}, ${formatFigure(formation.least_m)} m apart or more; this is one of them`]];

const wholeFacts = (p: PlatformSizing): readonly Fact[] => [
  ["mass at launch", formatScaled(p.mass.wet_kg, "kg"), `dry ${formatScaled(p.mass.dry_kg, "kg")}, margin ${formatScaled(p.mass.margin_kg, "kg")}, propellant ${formatScaled(p.mass.propellant_kg, "kg")}`],
  ["speed over the life", `${formatFigure(p.life.deltaV.carried_m_per_s)} m/s`, `${p.life.deltaV.written_m_per_s === null ? "computed" : `as written; computed ${formatFigure(p.life.deltaV.needed_m_per_s)} m/s`}: holding, avoidance, disposal`],
  ["mass per IT power", `${formatFigure(p.itMass_kg_per_kW)} kg/kW`, ""],
  ["stowed volume", `${formatFigure(p.volume_m3)} m3`, ""],
  ["price", formatScaled(p.price_usd, "$"), "platform with servers, before launch"],
  orbitFact(p),
  ...clusterFacts(p),
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
