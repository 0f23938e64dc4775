import { choice, list, number, optionalGroup, optionalNumber, optionalQuarter, ref, text } from "../field.ts";

export const access = {
  mode: choice(["customer", "partner", "owner"], { doc: "On which terms the plan has its launches: bought from a share of the manifest, from a reserved share, or one's own.", fallback: "customer", feeds: ["plan"] }),
  queue: number("1", { example: "20", doc: "As a customer: launches of the vehicle sold to others that fly before the first of one's own.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: nobody stands before unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  slip: number("yr", { doc: "As a customer: how much later than the vehicle itself one's own launches start.", min: 0, max: 30, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: no slip unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  reserved: optionalNumber("frac", { example: "30 %", doc: "As a partner: share of the vehicle's launches that is reserved, without queue and slip.", min: 0, max: 1, varies: ["time", "random"], feeds: ["plan"] }),
  reservedPrice: optionalNumber("$", { example: "60 M$", doc: "As a partner: price of one launch; left out, the vehicle's.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  reservedFee: number("$/yr", { doc: "As a partner: paid a year for the reservation, used or not.", min: 0, max: 1e12, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: nothing unless the contract says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  stake: optionalNumber("$", { example: "3e9 $", doc: "As the owner: what control of the launcher costs, paid in the first quarter of it.", min: 0, max: 1e13, varies: ["random"], feeds: ["plan"] }),
  stakeLife: number("yr", { doc: "As the owner: years over which the stake is written off in a straight line.", min: 0.25, max: 100, varies: ["random"], fallback: { value: 15, low: null, high: null, source: "26 U.S.C. 197: goodwill and other intangibles of an acquired business are amortised over 15 years", asOf: "1993-08", evidence: "listed" }, feeds: ["plan"] }),
  from: optionalQuarter({ doc: "As a partner or the owner: first quarter on these terms, before it as a customer; left out, the start of the horizon.", feeds: ["plan"] }),
  fixedCost: optionalNumber("$/yr", { example: "300 M$/yr", doc: "As the owner: what the launcher costs a year, whatever flies.", min: 0, max: 1e12, varies: ["time", "random"], feeds: ["plan"] }),
  marginalCost: optionalNumber("$", { example: "15 M$", doc: "As the owner: what one more launch costs.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
  sold: number("1/yr", { example: "12 1/yr", doc: "As the owner: launches a year that others would buy; a launch of one's own for which there is no room beside them gives up a sale.", min: 0, max: 1e6, varies: ["time", "random"], fallback: { value: 0, low: null, high: null, source: "project convention: no other customers unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  soldPrice: optionalNumber("$", { example: "70 M$", doc: "As the owner: what others pay for a launch; left out, the vehicle's price.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["plan"] }),
} as const;

export const launchVehicle = {
  id: text({ doc: "Name of the vehicle in this scenario." }),
  vehicle: ref("vehicles", { doc: "Catalogue entry; a claimed and a demonstrated payload are separate entries." }),
  payload: number("kg", { example: "100 t", doc: "Payload to the vehicle's reference orbit.", min: 0.1, max: 1e7, varies: ["random"], fallback: { catalog: "vehicle", figure: "payload" }, feeds: ["plan"] }),
  price: number("$", { example: "90 M$", doc: "Price of one launch.", min: 0, max: 1e11, varies: ["time", "random"], fallback: { catalog: "vehicle", figure: "price" }, feeds: ["finance"] }),
  pricePerKg: optionalNumber("$/kg", { example: "1500 $/kg", doc: "Price per kilogram of platform, instead of a price per launch: a shared service to the wanted orbit, so a platform pays for its own wet mass; payload and fairing only limit how many fit.", min: 0, max: 1e7, varies: ["time", "learning", "random"], feeds: ["finance"] }),
  cadence: number("1/yr", { example: "50 1/yr", doc: "Launches of the vehicle in a year, for all customers; a schedule is none before its first date.", min: 0, max: 1e6, varies: ["time", "random"], fallback: { catalog: "vehicle", figure: "cadence" }, feeds: ["plan"] }),
  share: number("frac", { doc: "Share of those launches that this scenario can buy.", min: 0, max: 1, varies: ["time", "random"], fallback: { value: 0.1, low: null, high: 0.54, source: "project convention: a tenth of a manifest unless a contract says more; high: Amazon's 38 Vulcan launches (techspot.com, 2022-04) of 70 on order (ULA via Defense Daily, 2023-11)", asOf: "2023-11", evidence: "estimate" }, feeds: ["plan"] }),
  available: optionalQuarter({ doc: "First quarter in which it flies for this scenario.", feeds: ["plan"] }),
  reliability: number("frac", { example: "98 %", doc: "Chance that a launch succeeds; what a failed one carries is lost, with the compute it would have given.", min: 0.01, max: 1, varies: ["random"], fallback: { catalog: "vehicle", figure: "reliability" }, feeds: ["plan"] }),
  fairingVolume: number("m3", { example: "600 m3", doc: "Usable volume under the fairing.", min: 0.01, max: 1e6, fallback: { catalog: "vehicle", figure: "fairingVolume" }, feeds: ["plan"] }),
  access: optionalGroup(access, { doc: "Terms on which the vehicle can be had, so that one plan can be solved under each; left out, as a customer with share, price and available as they are." }),
  packing: number("frac", { doc: "Share of payload mass and fairing volume that platforms can use beside dispenser and gaps.", min: 0.05, max: 1, varies: ["random"], fallback: { value: 0.906, low: null, high: 1, source: "OneWeb on Soyuz, 2021-08: 34 satellites of 147 kg in a payload of 5,518 kg (nasaspaceflight.com, oneweb-9), the rest taken as dispenser; by mass, taken for volume too", asOf: "2021-08", evidence: "demonstrated" }, feeds: ["plan"] }),
} as const;

export const launch = {
  vehicles: list(launchVehicle, { doc: "Rockets that may carry platforms.", max: 32 }),
} as const;
