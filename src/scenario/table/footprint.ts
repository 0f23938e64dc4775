import { embodiedCarbon, find, figureOf, gridWater, reentry, type Figure } from "../../catalog/index.ts";
import { number, optionalNumber } from "../field.ts";

const abilene = find("sites", "stargate-abilene");
if (abilene === undefined) throw new Error("catalog: no site stargate-abilene");
const texas: Figure = figureOf(abilene, "carbon");

/** Factors of carbon, water and sky: the same for both tiers. */
export const footprint = {
  accelerator: number("kg", { doc: "CO2e of making one accelerator with its share of the board, on either tier.", min: 0, max: 1e6, varies: ["random"], fallback: embodiedCarbon.accelerator, feeds: ["finance"] }),
  host: number("kg", { doc: "CO2e of making the server that hosts accelerators.", min: 0, max: 1e6, varies: ["random"], fallback: embodiedCarbon.hostServer, feeds: ["finance"] }),
  acceleratorsPerHost: optionalNumber("1", { example: "8", doc: "Accelerators of one such server; left out, those of two host processors (`chipsPerHost` of the servers' catalogue entry, on either tier), as the server of `host` has two: 4 of a GB200, 8 of a DGX.", min: 0.5, max: 1e4, varies: ["random"], feeds: ["finance"] }),
  flash: number("kg/TB", { doc: "CO2e of making flash storage, of drives beside what the servers hold.", min: 0, max: 1e5, varies: ["random"], fallback: embodiedCarbon.flash, feeds: ["finance"] }),
  array: optionalNumber("kg/m2", { example: "150 kg/m2", doc: "CO2e of making the array, a square metre; left out, that of its catalogue entry, and no total where it has none.", min: 0, max: 1e5, varies: ["random"], feeds: ["finance"] }),
  battery: number("kg/kWh", { doc: "CO2e of making the battery.", min: 0, max: 1e5, varies: ["random"], fallback: embodiedCarbon.battery, feeds: ["finance"] }),
  aluminium: number("kg/kg", { doc: "CO2e of making radiator, structure, shielding and mass margin, all taken as aluminium.", min: 0, max: 1000, varies: ["random"], fallback: embodiedCarbon.aluminium, feeds: ["finance"] }),
  building: number("kg/kW", { doc: "CO2e of building a hall with its plant, per kilowatt of IT.", min: 0, max: 1e5, varies: ["random"], fallback: embodiedCarbon.building, feeds: ["finance"] }),
  solarPanel: number("kg/kW", { doc: "CO2e of making the modules of a solar field on the ground, per kilowatt of nameplate.", min: 0, max: 1e5, varies: ["random"], fallback: embodiedCarbon.siliconPanel, feeds: ["finance"] }),
  gridWater: number("L/kWh", { doc: "Water that power plants consume for a kilowatt-hour from the grid.", min: 0, max: 100, varies: ["random"], fallback: gridWater, feeds: ["finance"] }),
  launchGrid: number("g/kWh", { doc: "Carbon intensity of the electricity that makes a launch's oxygen and cools its fuel.", min: 0, max: 3000, varies: ["random"], fallback: texas, feeds: ["finance"] }),
  alumina: number("kg/kg", { doc: "Alumina left in the air by a kilogram of platform that burns up.", min: 0, max: 1.89, varies: ["random"], fallback: reentry.alumina, feeds: ["finance"] }),
  platformFailure: number("1/yr", { doc: "Share of platforms that fail as a whole in a year and are sent up again.", min: 0, max: 5, varies: ["random"], fallback: { value: 0, low: null, high: 0.04, source: "project convention: as the plan has it, a platform serves to the end of its life and what fails on board is lost hours; high: a platform is replaced for every loss that platform.failureRate counts", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  albedo: number("frac", { doc: "Share of sunlight that array and radiator throw back, for how bright an undimmed platform is.", min: 0.001, max: 1, varies: ["random"], fallback: { value: 0.2, low: null, high: null, source: "project convention: between a dark cell and a white panel; diffuse light only", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
} as const;
