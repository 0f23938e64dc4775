import { choice, list, number, optionalGroup, optionalNumber, optionalQuarter, quarter, ref, text } from "../field.ts";
import { launchOrder } from "./order.ts";

const payment = {
  id: text({ doc: "Name of the payment." }),
  at: quarter({ doc: "Quarter in which it is paid.", feeds: ["plan"] }),
  amount: number("$", { example: "500 M$", doc: "How much, dollars of the price year.", min: 0, max: 1e13, varies: ["random"], feeds: ["plan"] }),
} as const;

export const access = {
  mode: choice(["customer", "partner", "owner"], { doc: "On which terms the plan has its launches: bought from a share of the manifest, from a reserved share, or one's own.", fallback: "customer", feeds: ["plan"] }),
  queue: number("1", { example: "20", doc: "As a customer: launches of the vehicle sold to others that fly before the first of one's own.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: nobody stands before unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  slip: number("yr", { doc: "As a customer: how much later than the vehicle itself one's own launches start.", min: 0, max: 30, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: no slip unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  reserved: optionalNumber("frac", { example: "30 %", doc: "As a partner: share of the vehicle's launches that is reserved, without queue and slip.", min: 0, max: 1, varies: ["time", "random"], feeds: ["plan"] }),
  reservedPrice: optionalNumber("$", { example: "60 M$", doc: "As a partner: price of one launch; left out, the vehicle's.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  reservedFee: number("$/yr", { doc: "As a partner: paid a year for the reservation, used or not.", min: 0, max: 1e12, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: nothing unless the contract says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  stake: optionalNumber("$", { example: "3e9 $", doc: "As the owner: what control of the launcher costs, paid in the first quarter of it; or write `payments`.", min: 0, max: 1e13, varies: ["random"], feeds: ["plan"] }),
  payments: list(payment, { doc: "As the owner: what control costs by quarter, instead of `stake`. Where deals name the vehicle, they are the buyer's payments.", max: 64, feeds: ["plan"] }),
  stakeLife: number("yr", { doc: "As the owner: years over which the stake is written off in a straight line.", min: 0.25, max: 100, varies: ["random"], fallback: { value: 15, low: null, high: null, source: "26 U.S.C. 197: goodwill and other intangibles of an acquired business are amortised over 15 years", asOf: "1993-08", evidence: "listed" }, feeds: ["plan"] }),
  from: optionalQuarter({ doc: "As a partner or the owner: first quarter on these terms, before it as a customer; left out, the start of the horizon.", feeds: ["plan"] }),
  ownerFrom: optionalQuarter({ doc: "As the owner: first quarter of control where it is not that of `from`. Where deals name the vehicle, it is theirs.", feeds: ["plan"] }),
  fixedCost: optionalNumber("$/yr", { example: "300 M$/yr", doc: "As the owner: what the launcher costs a year, whatever flies.", min: 0, max: 1e12, varies: ["time", "random"], feeds: ["plan"] }),
  marginalCost: optionalNumber("$", { example: "15 M$", doc: "As the owner: what one more launch costs.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  sold: number("1/yr", { example: "12 1/yr", doc: "As the owner: launches a year that others would buy; a launch of one's own for which there is no room beside them gives up a sale.", min: 0, max: 1e6, varies: ["time", "random"], fallback: { value: 0, low: null, high: null, source: "project convention: no other customers unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  soldPrice: optionalNumber("$", { example: "70 M$", doc: "As the owner: what others pay for a launch; left out, the vehicle's price.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
} as const;

const NONE = { value: 0, low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;

/** What one more launch costs its owner. */
export const launchCost = {
  booster: number("$", { example: "30 M$", doc: "What one more booster costs to build.", min: 0, max: 1e11, varies: ["random"], feeds: ["plan"] }),
  boosterFlights: number("1", { example: "20", doc: "Flights that a booster is built for; 1 where it is expended.", min: 1, max: 1e5, varies: ["random"], fallback: { ...NONE, value: 1, source: "project convention: expended unless the scenario says so" }, feeds: ["plan"] }),
  recovery: number("frac", { example: "98 %", doc: "Chance that a booster, and an upper stage that is reused, comes back from a flight.", min: 0, max: 1, varies: ["random"], fallback: { ...NONE, value: 1, source: "project convention: all come back unless the scenario says so" }, feeds: ["plan"] }),
  upper: number("$", { example: "10 M$", doc: "What one more upper stage costs, with fairing and all else that is built with it.", min: 0, max: 1e11, varies: ["random"], feeds: ["plan"] }),
  upperFlights: number("1", { doc: "Flights that an upper stage is built for.", min: 1, max: 1e5, varies: ["random"], fallback: { ...NONE, value: 1, source: "project convention: expended unless the scenario says so" }, feeds: ["plan"] }),
  refurbishment: number("$", { example: "1 M$", doc: "Paid before each flight of a booster but its first.", min: 0, max: 1e10, varies: ["random"], fallback: { ...NONE, source: "project convention: nothing unless the scenario says so" }, feeds: ["plan"] }),
  propellant: number("$", { example: "400000 $", doc: "Propellants and gases of a launch.", min: 0, max: 1e10, varies: ["random"], feeds: ["plan"] }),
  range: number("$", { example: "1 M$", doc: "Range, recovery ships and licences of a launch.", min: 0, max: 1e10, varies: ["random"], feeds: ["plan"] }),
  pad: number("$", { example: "1 M$", doc: "Pad work of a launch that is paid by the launch; a pad's standing cost is in access.fixedCost.", min: 0, max: 1e10, varies: ["random"], feeds: ["plan"] }),
} as const;

/** How a launcher's rate grows, and what holds it. */
export const launchRamp = {
  first: number("1/yr", { example: "2 1/yr", doc: "Launches a year at the first flight.", min: 0, max: 1e6, varies: ["random"], feeds: ["plan"] }),
  added: number("1/yr", { example: "4 1/yr", doc: "Launches a year that each further year adds, up to cadence.", min: 0, max: 1e6, varies: ["random"], feeds: ["plan"] }),
  boosters: optionalNumber("1", { example: "18", doc: "Boosters of the fleet: with `turnaround` they hold the rate.", min: 0, max: 1e5, varies: ["random"], feeds: ["plan"] }),
  turnaround: optionalNumber("h", { example: "216 h", doc: "From a flight of a booster to its next.", min: 0.01, max: 1e6, varies: ["random"], feeds: ["plan"] }),
  pads: optionalNumber("1", { example: "2", doc: "Pads: with `padTurnaround` they hold the rate.", min: 0, max: 1000, varies: ["random"], feeds: ["plan"] }),
  padTurnaround: optionalNumber("h", { example: "60 h", doc: "From a launch off a pad to its next.", min: 0.01, max: 1e6, varies: ["random"], feeds: ["plan"] }),
} as const;

/** Times without launches. */
export const launchDowntime = {
  standDown: number("yr", { example: "0.25 yr", doc: "How long nothing flies after a launch that failed.", min: 0, max: 20, varies: ["random"], fallback: { ...NONE, source: "project convention: none unless the scenario says so" }, feeds: ["plan"] }),
  padLoss: number("1/yr", { example: "0.02 1/yr", doc: "Times a year that the vehicle's pad is lost.", min: 0, max: 100, varies: ["random"], fallback: { ...NONE, source: "project convention: none unless the scenario says so" }, feeds: ["plan"] }),
  padOutage: number("yr", { example: "1 yr", doc: "How long nothing flies after that.", min: 0, max: 20, varies: ["random"], fallback: { ...NONE, source: "project convention: none unless the scenario says so" }, feeds: ["plan"] }),
} as const;

/** What is held of a launcher's success before its flights. */
export const launchRecord = {
  priorSuccesses: number("1", { doc: "a of a Beta(a, b): successes that are taken as seen before the first flight.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 1, low: 0.5, high: null, source: "Laplace's rule (successes + 1) / (flights + 2), as NASA KSC and Space Launch Report rate launchers (science.ksc.nasa.gov, 2009-05-04)", asOf: "2009-05-04", evidence: "estimate" }, feeds: ["plan"] }),
  priorFailures: number("1", { doc: "b of it: failures.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 1, low: 0.5, high: null, source: "Laplace's rule, as priorSuccesses", asOf: "2009-05-04", evidence: "estimate" }, feeds: ["plan"] }),
  successes: optionalNumber("1", { example: "525", doc: "Flights that succeeded; left out, the catalogue's.", min: 0, max: 1e7, feeds: ["plan"] }),
  failures: optionalNumber("1", { example: "3", doc: "Flights that did not; left out, the catalogue's.", min: 0, max: 1e7, feeds: ["plan"] }),
} as const;

export const launchVehicle = {
  id: text({ doc: "Name of the vehicle in this scenario." }),
  vehicle: ref("vehicles", { doc: "Catalogue entry; a claimed and a demonstrated payload are separate entries." }),
  payload: number("kg", { example: "100 t", doc: "Payload to the vehicle's reference orbit.", min: 0.1, max: 1e7, varies: ["random"], fallback: { catalog: "vehicle", figure: "payload" }, feeds: ["plan"] }),
  price: number("$", { example: "90 M$", doc: "Price of one launch.", min: 0, max: 1e11, varies: ["time", "random"], fallback: { catalog: "vehicle", figure: "price" }, feeds: ["finance"] }),
  pricePerKg: optionalNumber("$/kg", { example: "1500 $/kg", doc: "Price per kilogram of platform, instead of a price per launch: a shared service to the wanted orbit, so a platform pays for its own wet mass; payload and fairing only limit how many fit.", min: 0, max: 1e7, varies: ["time", "learning", "random"], feeds: ["finance"] }),
  pricing: choice(["list", "rideshare", "negotiated", "marginal"], { doc: "By which path a launch is priced: `price` or `pricePerKg` as they stand; the catalogue's rideshare price per kilogram; `negotiated`; or the owner's marginal cost from `cost`.", fallback: "list", feeds: ["plan"] }),
  negotiated: optionalNumber("$", { example: "45 M$", doc: "Price of one launch by contract, with pricing: negotiated.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  cost: optionalGroup(launchCost, { doc: "What one more launch costs its owner, part by part: the price with pricing: marginal, and access.marginalCost where that is left out." }),
  reusePenalty: number("frac", { example: "23 %", doc: "Share of `payload` given up to bring stages back, where that payload is of the vehicle expended.", min: 0, max: 0.99, varies: ["random"], fallback: { ...NONE, source: "project convention: catalogue entries of reused vehicles state what they lift when reused", high: 0.4 }, feeds: ["plan"] }),
  cadence: number("1/yr", { example: "50 1/yr", doc: "Launches of the vehicle in a year, for all customers; a schedule is none before its first date.", min: 0, max: 1e6, varies: ["time", "random"], fallback: { catalog: "vehicle", figure: "cadence" }, feeds: ["plan"] }),
  share: number("frac", { doc: "Share of those launches that this scenario can buy.", min: 0, max: 1, varies: ["time", "random"], fallback: { value: 0.1, low: null, high: 0.54, source: "project convention: a tenth of a manifest unless a contract says more; high: Amazon's 38 Vulcan launches (techspot.com, 2022-04) of 70 on order (ULA via Defense Daily, 2023-11)", asOf: "2023-11", evidence: "estimate" }, feeds: ["plan"] }),
  available: optionalQuarter({ doc: "First quarter in which it flies for this scenario.", feeds: ["plan"] }),
  reliability: number("frac", { example: "98 %", doc: "Chance that a launch succeeds; what a failed one carries is lost, with the compute it would have given.", min: 0.01, max: 1, varies: ["random"], fallback: { catalog: "vehicle", figure: "reliability" }, feeds: ["plan"] }),
  record: optionalGroup(launchRecord, { doc: "Where it is written, reliability is the mean of a Beta distribution after the flight record, and `reliability` is not used." }),
  ramp: optionalGroup(launchRamp, { doc: "How the rate grows from the first quarter in which the vehicle flies; left out, cadence from then on." }),
  downtime: optionalGroup(launchDowntime, { doc: "Times without launches after failures and pad losses: their mean share of the time, and with `--draw` random events." }),
  insurance: number("frac", { example: "5 %", doc: "Premium over the value insured: platforms with their share of a full launch, not cargo. What a failed launch loses is paid back, in expectation. 0: not insured.", min: 0, max: 1, varies: ["random"], fallback: { ...NONE, high: 0.12, source: "project convention: not insured, as large constellations are not (businessinsurance.com, 'Satellite launches up'); 4 to 5 % for Falcon 9, 12 % for Proton (spaceintelreport.com, 2017)" }, feeds: ["plan"] }),
  gLoad: optionalNumber("1", { example: "300", doc: "Acceleration of what it carries, standard gravities; left out, the catalogue's, and no limit where that has none (a rocket's few).", min: 0, max: 1e6, varies: ["random"], feeds: ["plan"] }),
  padLatitude: number("deg", { example: "34.76 deg", doc: "Latitude of the pad that it starts from.", min: -90, max: 90, fallback: { catalog: "vehicle", figure: "padLatitude" }, feeds: ["plan"] }),
  fairingVolume: number("m3", { example: "600 m3", doc: "Usable volume under the fairing.", min: 0.01, max: 1e6, fallback: { catalog: "vehicle", figure: "fairingVolume" }, feeds: ["plan"] }),
  access: optionalGroup(access, { doc: "Terms on which the vehicle can be had, so that one plan can be solved under each; left out, as a customer with share, price and available as they are." }),
  order: optionalGroup(launchOrder, { doc: "How launches are reserved before they fly, by a customer (a partner's reserved share and an owner's launches need no order); left out, they are had in the quarter in which they are decided." }),
  packing: number("frac", { doc: "Share of payload mass and fairing volume that platforms can use beside dispenser and gaps.", min: 0.05, max: 1, varies: ["random"], fallback: { value: 0.906, low: null, high: 1, source: "OneWeb on Soyuz, 2021-08: 34 satellites of 147 kg in a payload of 5,518 kg (nasaspaceflight.com, oneweb-9), the rest taken as dispenser; by mass, taken for volume too", asOf: "2021-08", evidence: "demonstrated" }, feeds: ["plan"] }),
} as const;

export const launch = {
  vehicles: list(launchVehicle, { doc: "Rockets that may carry platforms.", max: 32 }),
} as const;
