import { list, number, optionalGroup, optionalNumber, ref, text } from "../field.ts";
import { downlink } from "./downlink.ts";
import { routes } from "./routes.ts";

export const station = {
  id: text({ doc: "Name of the station in this scenario." }),
  station: ref("stations", { doc: "Catalogue entry with its place." }),
  height: number("m", { doc: "Height of the station above the sea: how much of the air and the rain is above it.", min: -430, max: 6000, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: at the sea, where there is most of both; the catalogue gives no heights", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  up: optionalNumber("h", { example: "2000 h", doc: "Mean time that the station works; left out, only weather closes it.", min: 0.01, max: 1e7, feeds: ["serve"] }),
  down: number("h", { doc: "Mean time that it is then out.", min: 0.001, max: 1e5, fallback: { value: 4, low: 0.5, high: 48, source: "project convention: somebody comes; low: another antenna of the place takes over", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  cloudFree: optionalNumber("frac", { example: "0.7", doc: "Share of time without cloud straight above the station, for an optical downlink; left out, the catalogue's figure, and without one no laser reaches the station.", min: 0, max: 1, varies: ["random"], feeds: ["fly", "serve"] }),
} as const;

export const network = {
  stations: list(station, { doc: "Ground stations that platforms pass.", max: 256, feeds: ["fly", "serve"] }),
  elevationMin: number("deg", { doc: "Lowest elevation at which a pass is used.", min: 0, max: 89, varies: ["random"], fallback: { value: 10, low: null, high: 25, source: "project convention: the gate of the Skyfield reference passes that tests compare with; high: Starlink's licensed 25 deg (scirp.org, paper 138890)", asOf: "2026-11", evidence: "estimate" }, feeds: ["fly", "serve"] }),
  stationRate: number("Gb/s", { doc: "Rate of one platform to one station during a pass, after coding.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 1, low: 0.16, high: 2.65, source: "Planet, 'Crossing Gbps from a 3U cubesat' (SSC19-VI-01, 2019; title only); low: 160 Mb/s mean over passes of the Doves before (SSC17-VII-02); high: 2.65 Gb/s in two polarisations (Kaneko et al., IEICE Trans. Commun. E104-B, 2021)", asOf: "2019-08", evidence: "claimed" }, feeds: ["serve"] }),
  rateDistance: optionalNumber("km", { example: "2000 km", doc: "Farthest at which a station hears stationRate; to a geostationary, L1 or heliocentric platform beyond it the rate falls with the square of the distance. Left out, stationRate holds wherever the platform is.", min: 1, max: 1e10, varies: ["random"], feeds: ["serve"] }),
  downlink: optionalGroup(downlink, { doc: "How a platform reaches a station, computed; left out, at stationRate as written." }),
  routes: optionalGroup(routes, { doc: "Ways over satellites, stations and fibre, step by step: how far the users of each region are from a platform, and what becomes of data made in orbit; left out, nothing is routed." }),
  relayRate: number("Gb/s", { example: "10 Gb/s", doc: "Sustained rate of one platform through a relay constellation, at any time; 0 without one.", min: 0, max: 1e5, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: no relay unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  dataPrice: number("$/GB", { doc: "Price of a gigabyte between orbit and the ground.", min: 0, max: 1e4, varies: ["random"], fallback: { value: 1.33, low: 0.02, high: 2.93, source: "AWS Ground Station list price, wideband reserved 10 $/min (aws.amazon.com/ground-station/pricing, as copied in Gilgamech/OfferingOverview), at 1 Gb/s; high: on demand 22 $/min; low: transit between regions once on the ground, median of AWS pairs (HewlettPackard/sustain-cluster)", asOf: "2026-11", evidence: "listed" }, feeds: ["finance"] }),
  groundDistance: optionalNumber("km", { example: "2500 km", doc: "Mean great-circle distance from a user to a ground site, for every user; left out, each user's distance to the nearest site of the scenario counts.", min: 0, max: 20_040, varies: ["random"], feeds: ["serve"] }),
  pathStretch: number("1", { doc: "Length of the terrestrial path over the great circle, to ground sites and to stations.", min: 1, max: 10, varies: ["random"], fallback: { value: 2.1, low: 1.3, high: null, source: "Bozkurt et al., 'Dissecting latency in the Internet's fiber infrastructure' (arXiv 1811.10737): 2.1 measured; low: 1.3 by the shortest conduits; Handley 2019 has 2.06 for Seattle-New York", asOf: "2018-11", evidence: "demonstrated" }, feeds: ["serve"] }),
} as const;
