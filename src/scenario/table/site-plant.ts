/** A site's plant: what cools it, what powers it, how it is built. Left out, the site is what its mean PUE, water and price say. */
import { choice, date, group, list, number, optionalGroup, optionalNumber, optionalQuarter, ref, text } from "../field.ts";

const estimate = (value: number, low: number | null, high: number | null, source: string, asOf = "2026-11") => ({ value, low, high, source, asOf, evidence: "estimate" as const });

const UPTIME = "Uptime Institute tier III: concurrently maintainable, N+1";
const ABILENE_BUILD = "Stargate Abilene: building began 2024-06, 200 MW energised 2025-06-30 (compute.institute, 2026); how the 12-13 months fall to each work is a Dawndusk estimate";

const grid = {
  limit: optionalNumber("MW", { example: "800 MW", doc: "Most that the grid delivers; left out, all that the phases need.", min: 0, max: 1e7, varies: ["random"], feeds: ["size", "fly"] }),
  delivery: number("$/MWh", { doc: "What delivery adds to each megawatt-hour of powerPrice or hourlyPrice.", min: 0, max: 1000, varies: ["random"], fallback: estimate(0, 0, 12, "project convention: none, as the prices of most sites hold delivery; high: Texas industrial retail less ERCOT's mean of 2023, 66 less 55.9 $/MWh (EIA)"), feeds: ["size", "fly"] }),
  demandCharge: number("$/kW", { doc: "Charge on the highest hour of each month, a month.", min: 0, max: 1000, varies: ["random"], fallback: estimate(0, 0, 25, "project convention: none, as the prices of most sites hold it; high: large-power tariffs of US utilities, 10-25 $/kW-month"), feeds: ["size", "fly"] }),
  curtailable: number("frac", { doc: "Share of what the grid delivers that the operator may take away.", min: 0, max: 1, varies: ["random"], fallback: estimate(0, 0, 1, "project convention: a firm contract"), feeds: ["size", "fly"] }),
  curtailedTime: number("h", { doc: "Hours a year in which that is taken away.", min: 0, max: 8766, varies: ["random"], fallback: estimate(0, 0, 100, "project convention: none; high: about 1 % of the hours, as 'Rethinking Load Growth' (Duke University, 2025) takes for large flexible loads"), feeds: ["size", "fly"] }),
  outages: number("1/yr", { doc: "Outages of the grid connection a year.", min: 0, max: 1000, varies: ["random"], fallback: estimate(1.4, 0.2, 3, "EIA: US customers had 1.3-1.5 interruptions a year, 2013-2023, mostly on distribution lines; low: transmission service"), feeds: ["size", "fly"] }),
  outage: number("h", { doc: "Mean length of an outage.", min: 0, max: 8766, varies: ["random"], fallback: estimate(2, 0.5, 8, "EIA: about two hours a customer and year without major events, five to eight with them"), feeds: ["size", "fly"] }),
} as const;

const generator = {
  id: text({ doc: "Name of it on this site; grid, backup, solar, store, water and replacement are taken." }),
  generator: ref("generators", { doc: "Kind of unit.", feeds: ["size", "fly"] }),
  units: number("1", { example: "10", doc: "How many units.", min: 1, max: 10_000, whole: true, feeds: ["size", "fly"] }),
  power: number("MW", { example: "34 MW", doc: "Power of one unit, ISO conditions.", min: 0.01, max: 10_000, varies: ["random"], fallback: { catalog: "generator", figure: "power" }, feeds: ["size", "fly"] }),
  price: number("$/W", { example: "1.5 $/W", doc: "Price of the whole plant a watt.", min: 0, max: 100, varies: ["random"], fallback: { catalog: "generator", figure: "price" }, feeds: ["size", "finance"] }),
  variable: number("$/MWh", { example: "6 $/MWh", doc: "Upkeep that follows the energy; of nuclear power fuel too, or the contract's price.", min: 0, max: 1000, varies: ["random"], fallback: { catalog: "generator", figure: "variable" }, feeds: ["size", "fly"] }),
  fuelPrice: optionalNumber("$/GJ", { example: "3.8 $/GJ", doc: "Price of gas at the plant, higher heating value; left out, the catalogue's at the hub. Nothing for nuclear power.", min: -10, max: 200, varies: ["random"], feeds: ["size", "fly"] }),
  ordered: optionalQuarter({ doc: "Quarter of the order, from which the lead time runs; left out, it does not hold a phase back.", feeds: ["size"] }),
  lead: number("month", { example: "24 month", doc: "From order to power.", min: 0, max: 360, varies: ["random"], fallback: { catalog: "generator", figure: "lead" }, feeds: ["size"] }),
} as const;

const solar = {
  field: ref("solarFields", { doc: "Kind of field.", fallback: "single-axis-silicon", feeds: ["size", "fly"] }),
  mount: choice(["single-axis", "fixed"], { doc: "On trackers, or fixed at `tilt` towards the equator.", fallback: "single-axis", feeds: ["size", "fly"] }),
  tilt: number("deg", { doc: "Tilt of a fixed field.", min: 0, max: 90, varies: ["random"], fallback: estimate(25, 15, 35, "project convention: some degrees below the latitude of most sites"), feeds: ["size", "fly"] }),
  power: number("MW", { example: "400 MW", doc: "Nameplate of the modules.", min: 0, max: 1e6, varies: ["random"], feeds: ["size", "fly"] }),
  dcPerAc: number("1", { example: "1.3", doc: "Modules over inverters.", min: 0.5, max: 5, varies: ["random"], fallback: { catalog: "field", figure: "dcPerAc" }, feeds: ["size", "fly"] }),
  price: number("$/W", { example: "1.1 $/W", doc: "Price a watt of modules, all built.", min: 0, max: 100, varies: ["random"], fallback: { catalog: "field", figure: "price" }, feeds: ["size", "finance"] }),
  ordered: optionalQuarter({ doc: "Quarter of the order, from which the lead time runs; left out, it does not hold a phase back. A field holds back what grid and generators cannot carry.", feeds: ["size"] }),
  lead: number("month", { example: "19 month", doc: "From order to power.", min: 0, max: 360, varies: ["random"], fallback: { catalog: "field", figure: "lead" }, feeds: ["size"] }),
} as const;

const storage = {
  store: ref("gridStorage", { doc: "Kind of battery.", fallback: "lithium-iron-phosphate", feeds: ["size", "fly"] }),
  energy: number("MWh", { example: "1600 MWh", doc: "Energy that it gives from full, at the bus.", min: 0, max: 1e7, varies: ["random"], feeds: ["size", "fly"] }),
  power: number("MW", { example: "400 MW", doc: "Most that goes in or out.", min: 0, max: 1e6, varies: ["random"], feeds: ["size", "fly"] }),
  price: number("$/kWh", { example: "300 $/kWh", doc: "Price of energy installed, converters included.", min: 0, max: 10_000, varies: ["random"], fallback: { catalog: "store", figure: "price" }, feeds: ["size", "finance"] }),
  ordered: optionalQuarter({ doc: "Quarter of the order, from which the lead time runs; left out, it does not hold a phase back. A battery holds back what grid and generators cannot carry.", feeds: ["size"] }),
  lead: number("month", { example: "19 month", doc: "From order to power.", min: 0, max: 360, varies: ["random"], fallback: { catalog: "store", figure: "lead" }, feeds: ["size"] }),
  roundTrip: number("frac", { example: "85 %", doc: "Energy out over energy in, ac to ac.", min: 0.1, max: 1, varies: ["random"], fallback: { catalog: "store", figure: "roundTrip" }, feeds: ["size", "fly"] }),
} as const;

const queue = {
  requested: optionalQuarter({ doc: "Quarter of the request for a grid connection; left out, the grid holds no phase back.", feeds: ["size"] }),
  wait: number("month", { doc: "Median wait from request to power.", min: 0, max: 360, varies: ["random"], fallback: { value: 55, low: 24, high: 84, source: "LBNL, Queued Up 2025: median of plants that began in 2024 (publicpower.org); for generation, as no like count of large loads is published. Low: under two years to 2007; high: 5-7 years as quoted to new requests (theloadgrowth.substack.com)", asOf: "2025", evidence: "demonstrated" }, feeds: ["size"] }),
  spread: number("1", { doc: "Spread of the wait: standard deviation of its logarithm.", min: 0, max: 3, varies: ["random"], fallback: estimate(0.45, 0.2, 0.8, "half of the waits within 40 to 75 months at a median of 55, as box plots of LBNL's data by region show (wattsopen.pages.dev)"), feeds: ["size"] }),
  confidence: number("frac", { doc: "Share of the waits that the site's dates must be safe against; with uncertainty.draw the wait is drawn instead.", min: 0.01, max: 0.99, fallback: estimate(0.5, null, null, "project convention: the median"), feeds: ["size"] }),
  ramp: number("month", { doc: "From first power to all of the limit.", min: 0, max: 240, varies: ["random"], fallback: estimate(12, 0, 36, "project convention: substations and lines energised over a year"), feeds: ["size"] }),
} as const;

const works = {
  begin: optionalQuarter({ doc: "Quarter in which building of the first phase begins; left out, works do not hold a phase back.", feeds: ["size"] }),
  land: number("month", { doc: "Ground works, permits in hand.", min: 0, max: 120, varies: ["random"], fallback: estimate(2, 1, 6, ABILENE_BUILD), feeds: ["size"] }),
  shell: number("month", { doc: "Building.", min: 0, max: 120, varies: ["random"], fallback: estimate(4, 3, 12, ABILENE_BUILD), feeds: ["size"] }),
  electrical: number("month", { doc: "Substation to busway, from halfway through the shell.", min: 0, max: 120, varies: ["random"], fallback: estimate(6, 4, 30, `${ABILENE_BUILD}; high: transformers at two and a half years`), feeds: ["size"] }),
  cooling: number("month", { doc: "Coolers, pumps and pipes, from halfway through the shell.", min: 0, max: 120, varies: ["random"], fallback: estimate(5, 3, 18, ABILENE_BUILD), feeds: ["size"] }),
  fitOut: number("month", { doc: "Halls, from the end of the shell.", min: 0, max: 120, varies: ["random"], fallback: estimate(3, 2, 6, ABILENE_BUILD), feeds: ["size"] }),
  it: number("month", { doc: "Racks rolled in, wired and burnt in, when electrical and cooling plant and fit-out are done.", min: 0, max: 120, varies: ["random"], fallback: estimate(2, 1, 6, ABILENE_BUILD), feeds: ["size"] }),
} as const;

const land = {
  area: number("m2/MW", { doc: "Land of the campus a megawatt of site power, without solar fields.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 3370, low: 3035, high: 3710, source: "Stargate Abilene: 900 (techrepublic.com) to 1,100 acres (themilliondollarway.blogspot.com) for 1,200 MW", asOf: "2025", evidence: "listed" }, feeds: ["size"] }),
  hall: number("m2/MW", { doc: "Floor of the buildings a megawatt of IT.", min: 0, max: 1e5, varies: ["random"], fallback: estimate(500, 250, 2000, "Alissa et al., Nature 641 (2025) 331, as a carbon model of data centres takes it: 2 kW of IT a square metre", "2025"), feeds: ["size"] }),
} as const;

/** What a storm or a failed substation takes, at once and by its date: in the flown year beside the outages that are drawn. */
const outage = {
  id: text({ doc: "Name of it." }),
  holds: text({ doc: "What is out, separated by commas: grid, backup for the engines of the house, solar, store, or the id of a generator.", feeds: ["fly"] }),
  from: date({ doc: "Its first instant, UTC; one outside the flown year is not flown, and said so.", feeds: ["fly"] }),
  duration: number("h", { example: "70 h", doc: "How long it lasts.", min: 0.01, max: 8784, feeds: ["fly"] }),
  source: text({ doc: "Who says so.", fallback: "" }),
} as const;

export const plant = {
  climate: ref("climates", { doc: "Climate that the yearly means and the design hour are of, and the hours where no weather is written.", feeds: ["size", "fly"] }),
  cooling: ref("coolings", { doc: "How the halls are cooled: PUE and water follow from it by the hour, and pue and water become their means.", feeds: ["size", "fly"] }),
  coolingUnit: number("MW", { doc: "Heat that one of the cooling units takes.", min: 0.01, max: 1000, varies: ["random"], fallback: estimate(2, 0.5, 5, "coolers, towers and chillers are made to 1-5 MW"), feeds: ["size"] }),
  coolingSpares: number("1", { doc: "Cooling units beyond those needed.", min: 0, max: 1000, whole: true, fallback: estimate(10, 1, 40, `${UPTIME} in each hall: about one spare for twenty units of a 400 MW site`), feeds: ["size"] }),
  coolingOutage: number("frac", { doc: "Share of the time that a cooling unit is out.", min: 0, max: 1, varies: ["random"], fallback: estimate(0.01, 0.002, 0.03, "a failure a year mended in three days"), feeds: ["size"] }),
  backup: number("frac", { doc: "Share of site power that engines on site carry through an outage of the grid.", min: 0, max: 1, varies: ["random"], fallback: estimate(1, 0, 1, `${UPTIME}; low: training halls that go without`), feeds: ["size", "fly"] }),
  backupStart: number("frac", { doc: "Chance that they start and run.", min: 0, max: 1, varies: ["random"], fallback: estimate(0.995, 0.98, 0.999, "emergency diesel sets of US reactors fail to start or run in 0.5-1 % of demands (NUREG/CR-6928 and its updates)"), feeds: ["size", "fly"] }),
  backupHeatRate: number("kJ/kWh", { doc: "Fuel that these engines burn a kilowatt-hour at the bus, higher heating value.", min: 3600, max: 40_000, varies: ["random"], fallback: { value: 10_600, low: 9900, high: 11_500, source: "Caterpillar C15 GC standby set, sheet LEHE2011: 36.2 gal/h at 500 kW; EIA: 73.16 kg of CO2 a MMBtu and 10.16 kg a gallon, so 0.1465 GJ a gallon. Low: sets of 2-3 MW; high: at half load", asOf: "2022", evidence: "listed" }, feeds: ["fly"] }),
  backupFuelPrice: number("$/GJ", { doc: "Price of their fuel, higher heating value.", min: 0, max: 500, varies: ["random"], fallback: { value: 23.9, low: 17, high: 34, source: "EIA short-term outlook of 2025-11: on-highway diesel 3.50 $ a gallon in 2026, 0.1465 GJ a gallon; low: without road taxes and margins; high: 5.0 $ a gallon, the mean of 2022", asOf: "2025-11", evidence: "estimate" }, feeds: ["fly"] }),
  backupCarbon: number("kg/GJ", { doc: "Carbon of their fuel, higher heating value.", min: 0, max: 200, varies: ["random"], fallback: { value: 69.3, low: 0, high: 70.3, source: "EIA, carbon dioxide emission coefficients: distillate 161.3 lb a MMBtu; low: hydrotreated vegetable oil counted as none; high: 74.14 kg a MMBtu in later editions", asOf: "2016-02", evidence: "listed" }, feeds: ["fly"] }),
  gridConnected: choice(["yes", "no"], { doc: "Whether there is a grid; without one, the site lives on what stands on it.", fallback: "yes", feeds: ["size", "fly"] }),
  grid: group(grid, { doc: "Its connection and tariff." }),
  mix: choice(["written", "least-cost"], { doc: "Solar field and battery as written; or as much of either, up to what is written, as makes the year cheapest with capital at finance.discount less inflation. The battery keeps its hours.", fallback: "written", feeds: ["size", "fly"] }),
  outages: list(outage, { doc: "Outages with a date, in every drawn year of the flown one: what takes grid and gas together, as a storm does, is written here, for what is drawn fails alone.", max: 64 }),
  generators: list(generator, { doc: "Gas and nuclear units.", max: 16 }),
  solar: optionalGroup(solar, { doc: "Photovoltaic field." }),
  storage: optionalGroup(storage, { doc: "Battery." }),
  queue: group(queue, { doc: "Wait for the grid connection." }),
  works: group(works, { doc: "Building of each phase: they are built side by side, each from its own begin where it has one." }),
  land: group(land, { doc: "Ground that it takes." }),
} as const;
