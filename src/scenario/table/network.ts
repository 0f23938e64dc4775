import { list, number, ref, text } from "../field.ts";

export const station = {
  id: text({ doc: "Name of the station in this scenario." }),
  station: ref("stations", { doc: "Catalogue entry with its place." }),
} as const;

export const network = {
  stations: list(station, { doc: "Ground stations that platforms pass.", max: 256, feeds: ["fly"] }),
  elevationMin: number("deg", { doc: "Lowest elevation at which a pass is used.", min: 0, max: 89, varies: ["random"], fallback: { value: 10, low: 5, high: 20, source: "Hypatia and Skyfield reference passes use 10 deg", asOf: "2026-11", evidence: "estimate" }, feeds: ["fly"] }),
  stationRate: number("Gb/s", { doc: "Rate of one platform to one station during a pass, after coding.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 1.2, low: null, high: null, source: "to be sourced", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  relayRate: number("Gb/s", { example: "10 Gb/s", doc: "Sustained rate of one platform through a relay constellation, at any time; 0 without one.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "no relay unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  dataPrice: number("$/GB", { doc: "Price of a gigabyte between orbit and the ground.", min: 0, max: 1e4, varies: ["random"], fallback: { value: 0.1, low: null, high: null, source: "to be sourced", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  groundDistance: number("km", { doc: "Mean great-circle distance from a user to a ground site.", min: 0, max: 20_040, varies: ["random"], fallback: { value: 2500, low: null, high: null, source: "to be sourced", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  pathStretch: number("1", { doc: "Length of the terrestrial path over the great circle.", min: 1, max: 10, varies: ["random"], fallback: { value: 2.06, low: 1, high: null, source: "Handley 2019: Seattle-New York 78 ms over the Internet, 38 ms for great-circle fibre", asOf: "2019-12", evidence: "demonstrated" }, feeds: ["serve"] }),
} as const;
