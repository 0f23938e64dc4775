import { list, number, optionalNumber, optionalQuarter, ref, text } from "../field.ts";

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
  packing: number("frac", { doc: "Share of payload mass and fairing volume that platforms can use beside dispenser and gaps.", min: 0.05, max: 1, varies: ["random"], fallback: { value: 0.906, low: null, high: 1, source: "OneWeb on Soyuz, 2021-08: 34 satellites of 147 kg in a payload of 5,518 kg (nasaspaceflight.com, oneweb-9), the rest taken as dispenser; by mass, taken for volume too", asOf: "2021-08", evidence: "demonstrated" }, feeds: ["plan"] }),
} as const;

export const launch = {
  vehicles: list(launchVehicle, { doc: "Rockets that may carry platforms.", max: 32 }),
} as const;
