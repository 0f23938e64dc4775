import { choice, list, number, optionalNumber, optionalQuarter, optionalRef, text } from "../field.ts";

const capacity = {
  id: text({ doc: "Name of the capacity." }),
  kind: choice(["launches", "pad", "platforms", "power"], { doc: "Launches of a vehicle, slots of a launch pad, platforms that a factory finishes, or megawatts that come online at a site.", feeds: ["plan"] }),
  of: text({ doc: "Vehicle of launch.vehicles for launches, site of ground.sites for power; nothing for a pad or a factory.", fallback: "" }),
  owner: text({ doc: "Actor that owns it: it is paid by the others, and pays its own cost for what it uses itself." }),
  rule: choice(["priority", "price", "contract"], { doc: "How what contracts leave is shared: by priority, then in proportion; by bid, at one clearing price; or not at all.", fallback: "priority", feeds: ["plan"] }),
  pad: optionalRef("pads", { doc: "Catalogue entry of a pad, whose approved launches a year are taken where `rate` is left out.", feeds: ["plan"] }),
  rate: optionalNumber("1/yr", { example: "25 1/yr", doc: "Launches, pad slots or platforms a year, for everyone; left out, the vehicle's cadence, the pad's approval or orbit.factoryRate. A schedule is none before its first date.", min: 0, max: 1e6, varies: ["time", "random"], feeds: ["plan"] }),
  power: optionalNumber("MW", { example: "1200 MW", doc: "Site power online for everyone, instead of the site's phases; it never falls.", min: 0, max: 1e7, varies: ["time", "random"], feeds: ["plan"] }),
  pads: text({ doc: "Pads (capacities of that kind, separated by commas) that a vehicle's launches need: no more launches than their slots.", fallback: "" }),
  price: optionalNumber("$", { example: "90 M$", doc: "List price of a launch, or what reserving a platform or a megawatt costs beside what it costs to build; the floor where the rest is sold by price. Left out, the vehicle's price, and nothing for platforms and power.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  cost: optionalNumber("$", { example: "30 M$", doc: "What a launch costs its owner at the margin: what the owner pays for its own.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
} as const;

const contract = {
  id: text({ doc: "Name of the contract." }),
  actor: text({ doc: "Who buys." }),
  capacity: text({ doc: "Of what." }),
  for: text({ doc: "Of slots of a pad: the capacity of launches that they serve.", fallback: "" }),
  rate: optionalNumber("1/yr", { example: "10 1/yr", doc: "Reserved launches, slots or platforms a year.", min: 0, max: 1e6, varies: ["time", "random"], feeds: ["plan"] }),
  power: optionalNumber("MW", { example: "200 MW", doc: "Reserved site power, online by then.", min: 0, max: 1e7, varies: ["time", "random"], feeds: ["plan"] }),
  share: optionalNumber("frac", { example: "20 %", doc: "Reserved share of the capacity, instead of a quantity.", min: 0, max: 1, varies: ["time", "random"], feeds: ["plan"] }),
  from: optionalQuarter({ doc: "First quarter; left out, the start of the horizon.", feeds: ["plan"] }),
  until: optionalQuarter({ doc: "First quarter after it; left out, it does not end.", feeds: ["plan"] }),
  award: optionalRef("awards", { doc: "Catalogue entry of a published award, whose price is taken where `price` is left out.", feeds: ["plan"] }),
  price: optionalNumber("$", { example: "70 M$", doc: "Of a unit; left out, the award's, or the capacity's list price.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  takeOrPay: number("frac", { doc: "Share of what is reserved and offered that is paid for even if it is not used.", min: 0, max: 1, varies: ["random"], fallback: { value: 0, low: 0, high: 1, source: "project convention: nothing is paid for what is not used unless the contract says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
} as const;

const claim = {
  id: text({ doc: "Name of the claim." }),
  actor: text({ doc: "Who wants it." }),
  capacity: text({ doc: "Of what." }),
  for: text({ doc: "Of slots of a pad: the capacity of launches that they serve.", fallback: "" }),
  rate: optionalNumber("1/yr", { example: "12 1/yr", doc: "Launches, slots or platforms a year that are wanted; left out, all there are.", min: 0, max: 1e6, varies: ["time", "random"], feeds: ["plan"] }),
  power: optionalNumber("MW", { example: "400 MW", doc: "Site power that is wanted, online by then; left out, all there is.", min: 0, max: 1e7, varies: ["time", "random"], feeds: ["plan"] }),
  from: optionalQuarter({ doc: "First quarter; left out, the start of the horizon.", feeds: ["plan"] }),
  until: optionalQuarter({ doc: "First quarter after it; left out, it does not end.", feeds: ["plan"] }),
  bid: optionalNumber("$", { example: "95 M$", doc: "Most that is paid for a unit; under rule priority it may be left out, and the list price is paid.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  priority: number("1", { doc: "Under rule priority, 1 is served first; equals share in proportion to what they want.", min: 1, max: 1000, whole: true, fallback: { value: 1, low: null, high: null, source: "project convention: all alike unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
} as const;

export const market = {
  self: text({ doc: "Actor whose scenario this is." }),
  capacities: list(capacity, { doc: "What is shared. Where it is written, it takes the place of launch.vehicles.share, and of what else it is a capacity of.", max: 64, feeds: ["plan"] }),
  contracts: list(contract, { doc: "What is reserved: served before all else, and cut in one proportion where there is too little.", max: 256, feeds: ["plan"] }),
  claims: list(claim, { doc: "What is wanted of the rest.", max: 256, feeds: ["plan"] }),
} as const;
