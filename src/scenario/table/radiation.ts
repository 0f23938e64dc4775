import { number, optionalGroup, optionalNumber, ref } from "../field.ts";
import { interrupted } from "./failures.ts";

const HANDBOOK = "ESA, New Reliability Prediction Methodology, handbook II 4.9 (paulremo/NRPMHandbook @006174b): 164 Airbus satellites, 1986-2018";

/** Failures of youth: a count of events, (t/scale)^shape, of which a share ends the platform's work. */
const early = {
  shape: number("1", { doc: "Weibull shape of the count of early events, below 1.", min: 0.05, max: 1, varies: ["random"], fallback: { value: 0.44, low: 0.42, high: 0.46, source: HANDBOOK, asOf: "2019-01", evidence: "demonstrated" }, feeds: ["size"] }),
  scale: number("yr", { doc: "Age by which one early event is expected.", min: 1e-4, max: 1e6, varies: ["random"], fallback: { value: 0.2706, low: 0.2288, high: 0.3123, source: HANDBOOK + ", 2,372 h", asOf: "2019-01", evidence: "demonstrated" }, feeds: ["size"] }),
  counting: number("frac", { doc: "Share of early events that end the work of an accelerator for good.", min: 1e-6, max: 1, varies: ["random"], fallback: { value: 0.00793, low: null, high: 0.0251, source: HANDBOOK + ": hardware in 106 of 736, more than half of the mission in 6 of 109; high: any loss of mission, 19 of 109", asOf: "2019-01", evidence: "demonstrated" }, feeds: ["size"] }),
} as const;

/** Wear: a Weibull life. Nothing that can be cited gives one for accelerators in orbit. */
const wear = {
  shape: number("1", { example: "4", doc: "Weibull shape of wear, above 1.", min: 1, max: 50, varies: ["random"], feeds: ["size"] }),
  scale: number("yr", { example: "12 yr", doc: "Age by which 63 % have worn out.", min: 0.01, max: 1e4, varies: ["random"], feeds: ["size"] }),
} as const;

/** Dose of the parts, upsets of the chips, failures that nobody repairs. */
export const radiation = {
  shieldedArea: optionalNumber("m2", { example: "8.7 m2", doc: "Surface of the box that platform.shielding encloses: its mass over this is the thickness; left out, that of a cube which holds the servers. What servers, structure and panels shield beside it is not counted.", min: 1e-3, max: 1e6, varies: ["random"], feeds: ["size"] }),
  part: ref("doseLimits", { doc: "Part that stands least dose.", fallback: "tpu-v6e-memory", feeds: ["size"] }),
  doseLimit: number("cGy", { example: "2000 cGy", doc: "Dose in silicon that the parts stand; 1 cGy is 1 rad.", min: 1, max: 1e9, varies: ["random"], fallback: { catalog: "part", figure: "limit" }, feeds: ["size"] }),
  doseMargin: number("1", { doc: "How many times the dose computed the parts must stand.", min: 0.1, max: 100, varies: ["random"], fallback: { value: 1, low: 0.5, high: 2, source: "project convention: the limit is that of first irregularities, a seventh of what did no lasting harm (Suncatcher, arXiv 2511.19468v2, 4.3); low and high: a factor of two, the accuracy of AP-8 in low orbits (Sawyer and Vette 1976)", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  solarConfidence: optionalNumber("frac", { example: "90 %", doc: "Probability that the solar protons of the life are not more than counted against the parts' limit; left out, what is expected of them.", min: 0.01, max: 0.999, feeds: ["size"] }),
  beamTest: ref("beamTests", { doc: "Chip whose upsets in a beam stand for those of the accelerators.", fallback: "tpu-v6e", feeds: ["size"] }),
  memoryDose: number("cGy", { example: "44 cGy", doc: "Dose for one uncorrectable error of an accelerator's memory.", min: 1e-3, max: 1e9, varies: ["random"], fallback: { catalog: "beamTest", figure: "memoryUncorrectable" }, feeds: ["size"] }),
  memoryFatal: number("frac", { doc: "Share of memory errors that stop a synchronous job; the rest are mended without.", min: 0, max: 1, varies: ["random"], fallback: { value: 1, low: 0.08, high: null, source: "Suncatcher, arXiv 2511.19468v2, 4.3: the test halted on each; low: project convention, nearly all retried or their page retired", asOf: "2026-06", evidence: "demonstrated" }, feeds: ["size"] }),
  functionalDose: number("cGy", { example: "5000 cGy", doc: "Dose for one functional interrupt of an accelerator.", min: 1e-3, max: 1e9, varies: ["random"], fallback: { catalog: "beamTest", figure: "functionalInterrupt" }, feeds: ["size"] }),
  corruptionDose: number("cGy", { example: "17 cGy", doc: "Dose for one silent corruption of an accelerator's result, which stops nothing.", min: 1e-3, max: 1e9, varies: ["random"], fallback: { catalog: "beamTest", figure: "silentCorruption" }, feeds: ["size"] }),
  hostProcessorDose: number("cGy", { example: "450 cGy", doc: "Dose for one crash of a host processor.", min: 1e-3, max: 1e9, varies: ["random"], fallback: { catalog: "beamTest", figure: "hostProcessor" }, feeds: ["size"] }),
  hostMemoryDose: number("cGy", { example: "400 cGy", doc: "Dose for one crash by a host processor's memory.", min: 1e-3, max: 1e9, varies: ["random"], fallback: { catalog: "beamTest", figure: "hostMemory" }, feeds: ["size"] }),
  interruptions: number("1/yr", { doc: "Interruptions of an accelerator a year without radiation, those that a restart mends among them.", min: 0, max: 1000, varies: ["random"], fallback: interrupted, feeds: ["size"] }),
  spares: number("1", { doc: "Accelerators of a platform that stand cold until others fail: neither power nor work is counted for them.", min: 0, max: 1e6, whole: true, fallback: { value: 0, low: null, high: null, source: "project convention: none unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  early: optionalGroup(early, { doc: "Failures of youth beside platform.failureRate; left out, none." }),
  wear: optionalGroup(wear, { doc: "Wear beside platform.failureRate; left out, none." }),
} as const;
