import { choice, number, optionalNumber } from "../field.ts";

/** What the air does to a platform below 1,000 km. */
export const drag = {
  coefficient: number("1", { doc: "Drag coefficient, of the area that the platform shows to the direction of flight.", min: 1, max: 4, varies: ["random"], fallback: { value: 2.2, low: 2, high: 2.8, source: "Compact bodies in free molecular flow by custom 2.2; flat plates 2.0-2.8 (King-Hele, Satellite Orbits in an Atmosphere, 1987)", asOf: "1987", evidence: "listed" }, feeds: ["size"] }),
  solarActivity: choice(["forecast", "low", "mean", "high"], { doc: "Sun that swells the air: by the month from the launch on (observed and predicted by CelesTrak to 2041, after that the 11 years before again), or held at the lowest year of the record 1958-2025 (F10.7 69.0, 2008), at its mean (122.3) or at its highest year (231.8, 1958).", fallback: "forecast", feeds: ["size"] }),
  attitude: choice(["feathered", "full"], { doc: "Area that the platform shows while it flies: array facing the Sun and radiator as radiatorAttitude has it, each with its mean share over a year; or all of both, broadside.", fallback: "feathered", feeds: ["size"] }),
  bodyArea: optionalNumber("m2", { example: "4 m2", doc: "Face of the body seen in the direction of flight; left out, that of a cube which holds the servers.", min: 0, max: 10_000, varies: ["random"], feeds: ["size"] }),
} as const;

/** Getting out of the way below 2,000 km. */
export const avoidance = {
  rate: number("1/yr", { doc: "Avoidance manoeuvres of one platform a year, below 2,000 km.", min: 0, max: 10_000, varies: ["random"], fallback: { value: 41, low: 12, high: null, source: "Starlink, semi-annual reports to the FCC: 207,152 manoeuvres December 2025 to May 2026 (altagrove.com, morningoverview), 41 a satellite and year, at a threshold of 3e-7 at 500-570 km; low: 25,299 from December 2022 to May 2023, six a satellite in half a year", asOf: "2026-05", evidence: "demonstrated" }, feeds: ["size"] }),
  deltaV: number("m/s", { example: "0.03 m/s", doc: "Velocity change of one avoidance manoeuvre, with the way back.", min: 0, max: 10, varies: ["random"], fallback: { value: 0.03, low: 0.01, high: null, source: "'a few cm/s' (orbitalradar.com, academy, avoidance maneuvers); 3 cm/s half a day ahead are 3.9 km along the track; low: 1 cm/s, 1.3 km", asOf: "2026", evidence: "estimate" }, feeds: ["size"] }),
} as const;

/** What becomes of a platform after its life. */
export const disposal = {
  way: choice(["by-altitude", "controlled", "lowered", "passive", "graveyard", "none"], { doc: "By altitude: below 2,000 km controlled, or lowered where the bus is electric (Isp above 1,000 s); a graveyard near the geostationary ring, none elsewhere. Controlled: one burn that lowers the perigee into the air, which takes a chemical engine. Lowered: to the highest circle that decays in time, at no cost where that is the orbit itself. Passive: drag alone, and the design is infeasible where that takes too long. Graveyard: up, out of the protected region.", fallback: "by-altitude", feeds: ["size"] }),
  perigee: number("km", { doc: "Perigee that a controlled burn aims at.", min: 0, max: 150, varies: ["random"], fallback: { value: 50, low: 0, high: 80, source: "project convention: deep enough to come down on the same half orbit; high: where spacecraft break up, about 80 km", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  within: number("yr", { doc: "Longest time from the end of life to the ground by drag alone.", min: 0, max: 100, fallback: { value: 5, low: null, high: 25, source: "47 CFR 25.283(e) (FCC 22-74, 2022, in force 2024-09-29): ending below 2,000 km, five years after the end of mission; high: the guideline of IADC and NASA before it", asOf: "2024-09", evidence: "listed" }, feeds: ["size"] }),
} as const;
