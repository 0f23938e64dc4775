import { number, optionalNumber, ref } from "../field.ts";

const CONVENTION = { low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;

/** The data that the platform's drives hold: how much, how often written, how safe. */
export const data = {
  stored: number("B", { example: "5 PB", doc: "Data held, before redundancy.", min: 0, max: 1e21, varies: ["random"], feeds: ["size"] }),
  written: number("B/day", { example: "100 TB/day", doc: "Written by the servers in a day, before redundancy.", min: 0, max: 1e21, varies: ["random"], feeds: ["size"] }),
  read: number("B/day", { example: "1 PB/day", doc: "Read by the servers in a day.", min: 0, max: 1e22, varies: ["random"], feeds: ["size"] }),
  dataShards: number("1", { doc: "Drives of a group that hold data: any so many of a group give its data back.", min: 1, max: 1000, whole: true, fallback: { ...CONVENTION, value: 8, source: "project convention: eight and three, as in the worked example of docs/theory/storage.md" }, feeds: ["size"] }),
  parityShards: number("1", { doc: "Drives of a group that may be lost at once.", min: 0, max: 100, whole: true, fallback: { ...CONVENTION, value: 3, source: "project convention: eight and three, as in the worked example of docs/theory/storage.md" }, feeds: ["size"] }),
  rebuild: number("h", { doc: "Time to rebuild one drive onto a spare.", min: 0.01, max: 1e5, varies: ["random"], fallback: { ...CONVENTION, value: 48, low: 10.7, source: "project convention: a drive of 122.88 TB filled at 0.7 GB/s beside other work; low: at the 3.2 GB/s that it writes (hwcooling.net, 2024-11)" }, feeds: ["size"] }),
  fill: number("frac", { doc: "Highest share of a drive that is filled.", min: 0.05, max: 1, varies: ["random"], fallback: { ...CONVENTION, value: 0.8, source: "project convention: a fifth kept free, so that the drive's own clean-up does not multiply writes" }, feeds: ["size"] }),
  amplification: number("1", { doc: "Bytes written inside a drive over those that its maker's endurance assumes for the same load.", min: 0.05, max: 100, varies: ["random"], fallback: { ...CONVENTION, value: 1, source: "project convention: a load like that in which endurance is rated" }, feeds: ["size"] }),
  loss: number("frac", { doc: "Highest chance that any of the data are lost over the platform's life, the platform itself living.", min: 1e-12, max: 1, varies: ["random"], fallback: { ...CONVENTION, value: 0.01, source: "project convention: one platform in a hundred" }, feeds: ["size"] }),
  failures: ref("driveFailures", { doc: "Whose count of failed drives stands for these: those of two flights differ by ten times and more, so the choice is the scenario's.", feeds: ["size"] }),
  failureRate: number("1/yr", { example: "0.03 1/yr", doc: "Share of drives that fail in a year; nobody replaces them in orbit.", min: 0, max: 100, varies: ["random"], fallback: { catalog: "failures", figure: "rate" }, feeds: ["size"] }),
  doseLimit: optionalNumber("cGy", { example: "10000 cGy", doc: "Dose that a drive stands; left out, none is held against it, for nobody published one.", min: 1, max: 1e9, varies: ["random"], feeds: ["size"] }),
  temperature: number("K", { doc: "Temperature of drives without power, for how long they keep data.", min: 200, max: 400, varies: ["random"], fallback: { value: 313.15, low: null, high: null, source: "JEDEC JESD218B, enterprise class: 40 degC without power", asOf: "2016-03", evidence: "listed" }, feeds: ["size"] }),
} as const;

/** The same on the ground, where somebody replaces what fails. */
export const siteData = {
  drive: ref("storage", { doc: "Drive that the site's data are on, beside what the servers hold.", fallback: "solidigm-d5-p5336-122", feeds: ["plan"] }),
  stored: number("B", { example: "500 PB", doc: "Data held by the whole site, before redundancy.", min: 0, max: 1e21, varies: ["random"], feeds: ["plan"] }),
  written: number("B/day", { example: "10 PB/day", doc: "Written by the site's servers in a day, before redundancy.", min: 0, max: 1e21, varies: ["random"], feeds: ["plan"] }),
  read: number("B/day", { example: "100 PB/day", doc: "Read by the site's servers in a day.", min: 0, max: 1e22, varies: ["random"], feeds: ["plan"] }),
  dataShards: { ...data.dataShards, feeds: ["plan"] },
  parityShards: { ...data.parityShards, feeds: ["plan"] },
  rebuild: { ...data.rebuild, feeds: ["plan"] },
  fill: { ...data.fill, feeds: ["plan"] },
  amplification: { ...data.amplification, feeds: ["plan"] },
  loss: number("frac", { doc: "Highest chance that any of the data are lost over the building's life.", min: 1e-12, max: 1, varies: ["random"], fallback: { ...CONVENTION, value: 0.01, source: "project convention: as on board" }, feeds: ["plan"] }),
  failures: ref("driveFailures", { doc: "Whose count of failed drives stands for these.", fallback: "backblaze-boot", feeds: ["plan"] }),
  failureRate: number("1/yr", { example: "0.01 1/yr", doc: "Share of drives that fail in a year.", min: 0, max: 100, varies: ["random"], fallback: { catalog: "failures", figure: "rate" }, feeds: ["plan"] }),
  visit: number("h", { doc: "Time between visits that replace failed drives: spares last from one to the next.", min: 0.01, max: 1e6, varies: ["random"], fallback: { ...CONVENTION, value: 168, low: 24, high: 730, source: "project convention: a week; low: a day, high: a month" }, feeds: ["plan"] }),
} as const;
