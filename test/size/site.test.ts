/** Ground sites as published: Abilene, Epoch's gigawatt, Suncatcher's ground, a hall at Golden; and what must hold of any site. */
import { describe, expect, it } from "vitest";
import { find } from "../../src/catalog/index.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { size, sizeSites, type SiteSizing } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";
import { measure } from "../golden/measure.ts";
import { EPOCH } from "../support/epoch.ts";

const SUITE = "ground-sites";
const site = (fields: string, rest = ""): SiteSizing => sizeSites(scenarioOf(`
dawndusk: 1
name: one site
horizon: { start: 2026-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 1 MW, deferralMax: 12 h }] }
ground: { sites: [{ id: here, ${fields} }] }
${rest}`))[0]!;
const capital = (one: SiteSizing, which: (id: string) => boolean): number => one.parts.reduce((sum, part) => (which(part.id) ? sum + part.capital_usd : sum), 0);
const PHASE = "server: gb200-nvl72, phases: [{ id: all, online: 2026-Q1, power: 200 MW }]";
const isServers = (id: string): boolean => id === "servers";

describe("Stargate Abilene", () => {
  // Financial Times via mixedtimes.com, 2025: 15 B$ for the facility, 40 B$ for 400,000 GB200; compute.institute: 1,200 MW.
  // Both are quotients of figures that are inputs here: the test holds that they pass through the site's power, racks and phases unchanged.
  it("costs 12.5 $/W of facility and 33 $/W of chips", () => {
    const campus = site("site: stargate-abilene, server: gb200-nvl72, phases: [{ id: all, online: 2026-Q1, power: 1200 MW }]");
    measure(SUITE, { case: "Abilene, facility over site power, an input passed through", got: capital(campus, (id) => id.startsWith("facility/")) / campus.site_W, expected: 12.5, rel: 1e-9, unit: "$/W", source: "15 B$ over 1,200 MW" });
    // Racks of 72 at 120 kW and a PUE of 1.2: 400,000 accelerators fill 800 MW of the 1,200.
    const filled = site(`site: stargate-abilene, server: gb200-nvl72, serverPrice: ${(40e9 / 400_000) * 72} $, phases: [{ id: all, online: 2026-Q1, power: 800 MW }]`);
    measure(SUITE, { case: "Abilene, accelerators in 800 MW, chosen to hold them", got: filled.accelerators, expected: 400_000, rel: 1e-9, unit: "1", source: "400,000 GB200" });
    measure(SUITE, { case: "Abilene, chips over the campus's power, an input passed through", got: capital(filled, isServers) / campus.site_W, expected: 33, rel: 0.02, unit: "$/W", source: "40 B$ over 1,200 MW" });
  });

  // compute.institute, 2026: building began 2024-06, 200 MW energised 2025-06-30.
  it("has its first 200 MW in about 12 months, and not earlier", () => {
    const built = (online: string): SiteSizing => site(`site: stargate-abilene, server: gb200-nvl72, phases: [{ id: one, online: ${online}, power: 200 MW }, { id: two, online: 2026-Q3, power: 1000 MW }], plant: { climate: dallas-2020, cooling: liquid-dry, works: { begin: 2024-Q3 } }`);
    measure(SUITE, { case: "Abilene, first works to power", got: built("2025-Q3").phases[0]!.lead_months, expected: 13, abs: 1.5, unit: "month", source: "2024-06 to 2025-06-30" });
    expect(built("2025-Q3").late).toEqual([]);
    expect(built("2025-Q1").late[0]).toContain("works begun in 2024-Q3");
  });
});

describe("Epoch's gigawatt", () => {
  const gigawatt = (life_yr: number): SiteSizing => site(
    `site: stargate-abilene, server: gb200-nvl72, facilityCost: ${(EPOCH.capital_usd - EPOCH.it_usd) / (EPOCH.pue * 1e9)} $/W, operations: ${(EPOCH.running_usd - EPOCH.energy_usd) / (EPOCH.pue * 1e9)} $/W, failureRate: 0 1/yr, serverLife: ${life_yr} yr, facilityLife: ${EPOCH.facility_yr} yr, phases: [{ id: all, online: 2026-Q1, power: ${EPOCH.pue * 1000} MW }]`,
    `finance: { discount: ${100 * EPOCH.rate_per_yr} %/yr }\nmoney: { inflation: 0 %/yr }`,
  );

  it("is set up as written: racks at the catalogue's price fill the capital, the rate its total at 5 years", () => {
    const one = gigawatt(EPOCH.fitted.it_yr);
    expect(capital(one, () => true) / EPOCH.capital_usd).toBeCloseTo(1, 9);
    expect(Math.abs(one.year.total_usd / 1e9 - EPOCH.fitted.busd)).toBeLessThan(0.05);
  });

  it("pays 0.6 B$ a year for energy, 12 B$ in all over 3 years of IT and 7 over 7", () => {
    measure(SUITE, { case: "Epoch, energy", got: gigawatt(5).year.energy_usd / 1e9, expected: EPOCH.energy_usd / 1e9, rel: 0.03, unit: "B$/yr", source: `${EPOCH.source}; ERCOT's mean price of 2023` });
    for (const { it_yr, busd } of EPOCH.checks) measure(SUITE, { case: `Epoch, total a year at ${it_yr} years of IT, rate fitted at 5`, got: gigawatt(it_yr).year.total_usd / 1e9, expected: busd, abs: EPOCH.rounding_busd, unit: "B$/yr", source: EPOCH.source });
  });
});

// None of Epoch's own figures but its boundary (no failures), its lives and the running cost that upkeep is the rest of: Abilene's facility (Financial Times), racks at the catalogue's price (three
// sources, none of them Epoch), ERCOT's mean price of 2023. The rate stays the fitted one: Epoch prints none.
describe("Epoch's gigawatt from others' prices", () => {
  const gigawatt = (life_yr: number): SiteSizing => site(
    `site: stargate-abilene, server: gb200-nvl72, failureRate: 0 1/yr, serverLife: ${life_yr} yr, facilityLife: ${EPOCH.facility_yr} yr, phases: [{ id: all, online: 2026-Q1, power: ${EPOCH.pue * 1000} MW }]`,
    `finance: { discount: ${100 * EPOCH.rate_per_yr} %/yr }\nmoney: { inflation: 0 %/yr }`,
  );
  const source = `${EPOCH.source}; Abilene's 12.5 $/W, racks at 3 M$`;

  it("costs 38 B$ to build and 0.9 a year to run", () => {
    const one = gigawatt(5);
    measure(SUITE, { case: "Epoch, capital from Abilene's facility and the catalogue's racks", got: capital(one, () => true) / 1e9, expected: EPOCH.capital_usd / 1e9, rel: 0.06, unit: "B$", source });
    measure(SUITE, { case: "Epoch, running cost with energy of our own", got: one.year.running_usd / 1e9, expected: EPOCH.running_usd / 1e9, rel: 0.02, unit: "B$/yr", source: `${EPOCH.source}; upkeep is the rest of its running cost` });
  });
  it("costs 8.5 B$ a year in all over 5 years of IT, 12 over 3 and 7 over 7", () => {
    for (const { it_yr, busd } of [EPOCH.fitted, ...EPOCH.checks]) measure(SUITE, { case: `Epoch, total a year at ${it_yr} years of IT from others' prices`, got: gigawatt(it_yr).year.total_usd / 1e9, expected: busd, abs: EPOCH.rounding_busd, unit: "B$/yr", source });
  });
});

describe("Suncatcher's ground", () => {
  // arXiv 2511.19468v2 section 4.4: 0.06-0.25 $/kWh at PUE 1.09-1.4 are 570-3,000 $ a kilowatt of IT and year.
  it("pays 570 to 3,000 $/kW-yr for power", () => {
    const price = (usd_per_MWh: number, pue: number): number => {
      const one = site(`site: iowa-council-bluffs, ${PHASE}, powerPrice: ${usd_per_MWh} $/MWh, pue: ${pue}`);
      return one.year.energy_usd / (one.it_W / 1000);
    };
    measure(SUITE, { case: "Suncatcher, cheap ground", got: price(60, 1.09), expected: 570, rel: 0.01, unit: "$/kW-yr", source: "arXiv 2511.19468v2, 0.06 $/kWh, PUE 1.09" });
    measure(SUITE, { case: "Suncatcher, dear ground", got: price(250, 1.4), expected: 3000, rel: 0.03, unit: "$/kW-yr", source: "arXiv 2511.19468v2, 0.25 $/kWh, PUE 1.4" });
  });
});

describe("halls as published", () => {
  const hall = (climate: string, cooling: string): SiteSizing => site(`site: stargate-abilene, ${PHASE}, plant: { climate: ${climate}, cooling: ${cooling} }`);

  it("have the PUE and water that were measured", () => {
    const nrel = hall("golden-colorado", "liquid-evaporative");
    measure(SUITE, { case: "NREL at Golden, PUE", got: nrel.cooling.pueMean, expected: 1.04, abs: 0.02, unit: "1", source: "NREL/PR-2C00-70433 (2018-03-12): trailing twelve months" });
    // Towers took 2.5 million gallons a year for a load approaching 1 MW; the hall heats its building with some of that heat.
    measure(SUITE, { case: "NREL at Golden, water", got: nrel.cooling.waterMean_L_per_kWh, expected: (2.5e6 * 3.785412) / 8.766e6, rel: 0.5, unit: "L/kWh", source: "nrel.gov, 2018-08-23: 2.5 million gallons a year at nearly 1 MW" });
    measure(SUITE, { case: "chilled water with towers, Virginia, water", got: hall("washington-dulles", "chilled-evaporative").cooling.waterMean_L_per_kWh, expected: 1.12, rel: 0.4, unit: "L/kWh", source: "NVIDIA: 2.6 million gallons a MW-year for conventional cooling (binance.bh, 2026)" });
    measure(SUITE, { case: "outside air in the cool north, PUE", got: hall("golden-colorado", "air-economiser").cooling.pueMean, expected: 1.07, abs: 0.03, unit: "1", source: "dcpulse.com, 2025: Meta Lulea 1.07; here the mean air of 9.7 degC at Golden" });
  });

  it("say where a cooling is too weak for its climate", () => {
    expect(hall("abu-dhabi", "liquid-dry").why[0]).toContain("of the heat in the design hour (44.90 degC)");
    expect(hall("abu-dhabi", "liquid-adiabatic").status).toBe("feasible");
  });
});

describe("power of a site", () => {
  it("comes from sun, battery and engines where there is no grid, and what is missing is named", () => {
    const desert = (units: number): SiteSizing => site(`site: arizona-phoenix, server: gb200-nvl72, phases: [{ id: a, online: 2026-Q1, power: 100 MW }], plant: { climate: phoenix, cooling: liquid-adiabatic, gridConnected: "no", solar: { power: 700 MW }, storage: { energy: 2000 MWh, power: 200 MW }, generators: [{ id: gas, generator: gas-engine, units: ${units} }] }`);
    const one = desert(13);
    expect(one.why).toEqual([]);
    const served = one.year.used_MWh.reduce((sum, used) => sum + used, 0);
    // Sun and engines give the load and what the battery loses: at most the loss of all that passes through it.
    expect(served).toBeGreaterThan(one.year.site_MWh);
    expect(served).toBeLessThan(one.year.site_MWh * 1.15);
    const solar = one.sources.find((source) => source.kind === "solar")!;
    expect(solar.capacity_frac).toBeLessThan(0.25);
    expect(desert(1).why.some((why) => why.includes("find no power in the typical year"))).toBe(true);
    expect(desert(1).redundancy.powerAvailable_frac).toBeLessThan(one.redundancy.powerAvailable_frac);
  });

  it("is mixed so that no other shares of field and battery are cheaper", () => {
    const mixed = (solar: number, storage: number, mix: string): SiteSizing => site(`site: arizona-phoenix, ${PHASE}, powerPrice: 110 $/MWh, plant: { climate: phoenix, cooling: liquid-adiabatic, mix: ${mix}, solar: { power: ${solar} MW }, storage: { energy: ${storage} MWh, power: ${storage / 4} MW } }`, "finance: { discount: 6 %/yr }");
    const cost = ({ year }: SiteSizing): number => year.total_usd;
    const best = mixed(1000, 2000, "least-cost");
    const chosen = best.sources.find((source) => source.kind === "solar")!;
    expect(chosen.dc_MW).toBeGreaterThan(50);
    expect(chosen.dc_MW).toBeLessThan(1000);
    for (const solar of [50, 250, 500, 1000]) for (const storage of [4, 500, 2000]) expect(cost(best), `${solar} MW, ${storage} MWh`).toBeLessThanOrEqual(cost(mixed(solar, storage, "written")) * 1.002);
  });

  it("waits for the grid's queue, which engines ordered in time can bridge", () => {
    const queued = (units: string): SiteSizing => site(`site: northern-virginia, server: gb200-nvl72, phases: [{ id: a, online: 2028-Q1, power: 100 MW }], plant: { climate: washington-dulles, cooling: liquid-dry, queue: { requested: 2026-Q1 }, generators: [${units}] }`);
    expect(queued("").late[0]).toContain("MW of grid and generation by then");
    expect(queued("{ id: gas, generator: gas-engine, units: 12, ordered: 2026-Q1 }").late).toEqual([]);
  });

  // Nineteen months from order to power (catalogue): seven quarters, of which the last is the first with power.
  it("waits for its field and battery where grid and generation do not carry it, and not where they do", () => {
    const at = (more: string, grid = "gridConnected: no"): SiteSizing => site(`site: arizona-phoenix, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 10 MW }], plant: { climate: phoenix, cooling: liquid-adiabatic, ${grid}, solar: { power: 150 MW${more} }, storage: { energy: 600 MWh, power: 30 MW, ordered: 2026-Q1 } }`);
    const first = ({ online_MW }: SiteSizing): number => online_MW.findIndex((power) => power > 0);
    expect([first(at("")), first(at(", ordered: 2026-Q3")), first(at(", ordered: 2026-Q3, lead: 6 month"))]).toEqual([7, 9, 7]);
    expect(at(", ordered: 2026-Q3").late[0]).toContain("the solar field or the battery is not there yet; all of it from 2028-Q2");
    expect(at(", ordered: 2026-Q3", "gridConnected: yes").late).toEqual([]);
  });

  it("in a sunless climate of the catalogue is not guessed", () => {
    expect(find("climates", "washington-dulles")!.figures["irradiance"]).toBeUndefined();
    expect(site(`site: northern-virginia, ${PHASE}, plant: { climate: washington-dulles, cooling: liquid-dry, solar: { power: 10 MW } }`).why[0]).toContain("no figure of sunlight");
  });
});

describe("a site beside a platform", () => {
  it("has lines of the same items, whose sums are the site's totals", () => {
    const sized = size(scenarioOf(RACK));
    const [ground] = sized.sites;
    for (const boundary of ["it", "power", "heat-rejection", "structure", "links"] as const) {
      expect(sumLines(ground!.ledger, { boundary, unit: "$" }), boundary).toBeGreaterThan(0);
      expect(sized.ledger.some((line) => line.boundary === boundary), boundary).toBe(true);
    }
    expect(sumLines(ground!.ledger, { unit: "$" })).toBeCloseTo(capital(ground!, () => true), 3);
    expect(ground!.notes[0]).toContain("sized by means");
    expect(sized.sites).toBe(sized.sites);
  });
});
