import { choice, list, number, optionalNumber, text } from "../field.ts";

const CONVENTION = { low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;

/** Satellites of a sun-synchronous shell at one local time of the node. */
export const localTime = {
  ltan: number("h", { example: "6 h", doc: "Local time of the ascending node: 6 or 18 is dawn-dusk.", min: 0, max: 24, feeds: ["fly"] }),
  share: number("1", { doc: "Share of the shell's satellites, of the sum of all shares.", min: 0, max: 1e9, fallback: { ...CONVENTION, value: 1, source: "project convention: alike" }, feeds: ["fly"] }),
} as const;

export const shell = {
  id: text({ doc: "Name of the shell in this scenario." }),
  pattern: choice(["walker-delta", "walker-star", "sun-synchronous", "geostationary"], { doc: "Planes with nodes all around (delta) or over half a turn (star), planes at local times of the node, or one geostationary ring.", feeds: ["fly"] }),
  altitude: optionalNumber("km", { example: "550 km", doc: "Height above the equatorial radius of the Earth; a geostationary ring has its own.", min: 200, max: 100_000, feeds: ["fly"] }),
  altitudeTo: optionalNumber("km", { example: "568 km", doc: "Highest shell, where `shells` are spread evenly from `altitude` on, as filings write a range.", min: 200, max: 100_000, feeds: ["fly"] }),
  inclination: optionalNumber("deg", { example: "53 deg", doc: "Inclination; that of a sun-synchronous shell follows from its altitude unless a filing has another, which is kept as filed.", min: 0, max: 180, feeds: ["fly"] }),
  inclinationTo: optionalNumber("deg", { example: "32 deg", doc: "Inclination of the highest shell, spread as `altitudeTo`.", min: 0, max: 180, feeds: ["fly"] }),
  shells: number("1", { doc: "How many shells there are of this kind, each with all its planes.", min: 1, max: 1000, whole: true, fallback: { ...CONVENTION, value: 1, source: "project convention: one" }, feeds: ["fly"] }),
  planes: optionalNumber("1", { example: "30", doc: "Planes of one Walker shell; a sun-synchronous one has a plane for each local time.", min: 1, max: 100_000, whole: true, feeds: ["fly"] }),
  satellitesPerPlane: number("1", { example: "333", doc: "Satellites of one plane, evenly around it; with local times of unequal share, their mean.", min: 1, max: 1e6, whole: true, feeds: ["fly"] }),
  phasing: number("1", { doc: "F of Walker's T/P/F: a plane's satellites are ahead of those of the plane to the west by F / T of a turn. Below `planes`; one plane has none.", min: 0, max: 100_000, whole: true, fallback: { ...CONVENTION, value: 1, source: "project convention: with F 0 satellites of opposite planes would meet at the equator" }, feeds: ["fly"] }),
  raan: number("deg", { example: "120 deg", doc: "Right ascension of the node of a Walker shell's first plane at the start.", min: 0, max: 360, fallback: { ...CONVENTION, value: 0, source: "project convention: reference direction" }, feeds: ["fly"] }),
  longitude: optionalNumber("deg", { example: "62 deg", doc: "Longitude that the first satellite of a geostationary ring stands over, east positive; left out, that of the orbit.", min: -180, max: 180, feeds: ["fly"] }),
  localTimes: list(localTime, { doc: "Local times of the nodes of a sun-synchronous shell, one plane each.", max: 1440, feeds: ["fly"] }),
} as const;

/** All satellites, flown one by one. */
export const fleet = {
  shells: list(shell, { doc: "The shells, in any mixture.", max: 256, feeds: ["fly"] }),
  cap: optionalNumber("1", { example: "1 million", doc: "Most satellites of all shells together; what is above is taken from every plane alike.", min: 1, max: 1e9, whole: true, feeds: ["fly"] }),
} as const;
