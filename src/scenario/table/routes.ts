import { choice, number, optionalNumber } from "../field.ts";

const CONVENTION = { low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;

/** The network that is routed step by step. */
export const routes = {
  days: number("1", { doc: "How many days are routed, from simulate.start.", min: 0.01, max: 366, fallback: { ...CONVENTION, value: 1, source: "project convention: a day turns the Earth once under the orbits" }, feeds: ["serve"] }),
  step: number("s", { doc: "Between two instants that are routed.", min: 1, max: 3600, fallback: { ...CONVENTION, value: 60, source: "project convention: by the minute" }, feeds: ["serve"] }),
  links: choice(["grid", "nearest", "none"], { doc: "Between satellites: the grid of each shell, each to its nearest, or none. A platform without a fleet has none.", fallback: "grid", feeds: ["serve"] }),
  terminals: number("1", { doc: "Links of each satellite to its nearest.", min: 1, max: 64, whole: true, fallback: { ...CONVENTION, value: 4, source: "project convention: as many as a grid has" }, feeds: ["serve"] }),
  linkRange: optionalNumber("km", { example: "5000 km", doc: "Longest link between satellites; left out, any that clears 80 km.", min: 1, max: 1e6, feeds: ["serve"] }),
  hop: number("ms", { doc: "Time in which a satellite passes a packet on.", min: 0, max: 10_000, fallback: { ...CONVENTION, value: 0, source: "project convention: none, so that latency is a lower bound" }, feeds: ["serve"] }),
  access: choice(["stations", "users"], { doc: "Who sees satellites: the stations, to which users come through fibre; or the users too, by terminals of their own.", fallback: "stations", feeds: ["serve"] }),
  cities: number("1", { doc: "Largest cities of a region from which its users' ways are routed, with the weights of its countries.", min: 1, max: 256, whole: true, fallback: { ...CONVENTION, value: 8, source: "project convention: enough to span a country" }, feeds: ["serve"] }),
  linkUp: optionalNumber("h", { example: "5000 h", doc: "Mean time that a link of the grid works; left out, none fails.", min: 0.01, max: 1e7, feeds: ["serve"] }),
  linkDown: number("h", { doc: "Mean time that it is then out.", min: 0.001, max: 1e5, fallback: { ...CONVENTION, value: 1, source: "project convention: a terminal points anew, or is pointed elsewhere" }, feeds: ["serve"] }),
  satelliteUp: optionalNumber("h", { example: "8766 h", doc: "Mean time that a satellite works; left out, none fails. While it is away it routes nothing, and in the days of jobs its servers are away with it.", min: 0.01, max: 1e7, feeds: ["serve"] }),
  satelliteDown: number("h", { doc: "Mean time that it is then out.", min: 0.001, max: 1e5, fallback: { ...CONVENTION, value: 24, source: "project convention: a day until the ground has it back" }, feeds: ["serve"] }),
  made: optionalNumber("Gb/s", { example: "0.45 Gb/s", doc: "Data that each satellite makes, the day's mean, for any of the stations: what is sent, kept and lost of it is then reckoned.", min: 0, max: 1e6, feeds: ["serve"] }),
  kept: number("frac", { doc: "Share of it that is sent after work on board; 1 where all goes down as it is.", min: 0, max: 1, fallback: { ...CONVENTION, value: 1, source: "project convention: nothing is worked on unless the scenario says so" }, feeds: ["serve"] }),
  image: optionalNumber("B", { example: "600 MB", doc: "Size of one image (or message) of it as it is made: what one costs is then told, worked on on board or sent down as it is.", min: 1, max: 1e15, feeds: ["serve", "finance"] }),
  work: optionalNumber("kWh", { example: "0.8 Wh", doc: "IT energy to work on one image, wherever that is done; left out, only its data are priced.", min: 0, max: 1e6, varies: ["random"], feeds: ["serve", "finance"] }),
  store: number("B", { example: "1 TB", doc: "What a satellite can hold until it is sent; what does not fit is lost.", min: 0, max: 1e18, fallback: { ...CONVENTION, value: 1e12, source: "project convention: a drive" }, feeds: ["serve"] }),
  linkRate: number("Gb/s", { doc: "One direction of a link between satellites; stations take network.stationRate, or what network.downlink gives them in the mean.", min: 0, max: 1e6, fallback: { value: 10, low: 2.5, high: 100, source: "the catalogue's SCOT80, which Tesat claims to 100 Gb/s; low: its CONDOR Mk3 as shipped", asOf: "2025", evidence: "listed" }, feeds: ["serve"] }),
} as const;
