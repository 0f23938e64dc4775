/**
 * Solid-state storage: `power` while writing, `idle` doing nothing, `endurance` as total petabytes written over the drive's life.
 * Nobody published a total dose that a drive as a whole survives: there is no figure for it. Rates of failure: drive-failures.ts.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const solidigm: Origin = {
  source: "Solidigm D5-P5336 product brief, solidigm.com, 2024-11 (122.88 TB, 0.6 drive writes a day for five years, 134.3 PB written, 25 W active); StorageReview 2024-11",
  asOf: "2024-11",
  evidence: "listed",
};
const reviewed: Origin = { source: "hwcooling.net, 2024-11, after Solidigm: D5-P5336 reads 7,400 and writes 3,200 MB/s in sequence", asOf: "2024-11", evidence: "listed" };
const idleOf: Origin = { source: "Solidigm D5-P5316 data sheet, the series before, same form: 5 W idle, 25 W writing (smd-chip.com)", asOf: "2021", evidence: "estimate" };
const jedec: Origin = { source: "JEDEC JESD218B, enterprise class: at most one unreadable sector in 1e16 bits read, three months without power at 40 degC at the end of endurance", asOf: "2016-03", evidence: "listed" };
const mercury: Origin = {
  source: "Mercury Systems white paper, 'Advancing Signal and Data Processing for Space Payloads', read.uberflip.com/i/1528008 (RH3480 480 GB, RH304T 4.5 TB, 3U VPX)",
  asOf: "2024",
  evidence: "listed",
};
const hotPrice = (low: number, high: number): Origin => ({
  source: "monitor.si, 2024-01 (61.44 TB D5-P5336 at 5,190 EUR in Germany, about 92 $/TB); enterprise flash contract prices doubled by 2026 (TrendForce)",
  asOf: "2024-01",
  evidence: "estimate",
  low,
  high,
});

export const storage: readonly Entry[] = [
  {
    id: "solidigm-d5-p5336-122",
    kind: "storage",
    name: "D5-P5336 122.88 TB",
    maker: "Solidigm",
    figures: {
      capacity: figure(122.88, "TB", solidigm),
      mass: figure(0.17, "kg", { ...solidigm, evidence: "estimate", source: "Dawndusk estimate: a U.2 drive of 15 mm with full population, 0.15-0.2 kg", low: 0.14, high: 0.2 }),
      power: figure(25, "W", solidigm),
      endurance: figure(134.3, "PB", { ...solidigm, note: "Random writes of 32 KB; 122.88 TB x 0.6 x 1,826 days." }),
      idle: figure(5, "W", idleOf),
      writeRate: figure(3.2, "GB/s", reviewed),
      readRate: figure(7.4, "GB/s", reviewed),
      unreadable: figure(1e-16, "1", { ...jedec, note: "Unreadable sectors a bit read." }),
      retention: figure(0.25, "yr", jedec),
      price: figure(14_000, "$", hotPrice(11_000, 40_000)),
    },
    facts: { radiation: "Commercial: HPE's Spaceborne Computer lost 9 of 20 solid-state drives in 1.6 years on the station; fly spares." },
  },
  {
    id: "solidigm-d5-p5336-61",
    kind: "storage",
    name: "D5-P5336 61.44 TB",
    maker: "Solidigm",
    figures: {
      capacity: figure(61.44, "TB", { ...solidigm, asOf: "2023-07" }),
      mass: figure(0.15, "kg", { ...solidigm, evidence: "estimate", source: "Dawndusk estimate: a U.2 drive of 15 mm, 0.14-0.2 kg", low: 0.13, high: 0.2 }),
      power: figure(25, "W", { ...solidigm, source: "monitor.si, 2024-01 (25 W)" }),
      endurance: figure(65, "PB", { ...solidigm, source: "Solidigm D5-P5336 product brief, 2023-07 (up to 65 PB written)", asOf: "2023-07" }),
      idle: figure(5, "W", idleOf),
      writeRate: figure(3.2, "GB/s", reviewed),
      readRate: figure(7.4, "GB/s", reviewed),
      unreadable: figure(1e-16, "1", { ...jedec, note: "Unreadable sectors a bit read." }),
      retention: figure(0.25, "yr", jedec),
      price: figure(5700, "$", hotPrice(5500, 20_000)),
    },
  },
  {
    id: "rad-tolerant-recorder",
    kind: "storage",
    name: "RH304T radiation-tolerant recorder",
    maker: "Mercury Systems",
    figures: {
      capacity: figure(4.5, "TB", mercury),
      mass: figure(0.8, "kg", { ...mercury, evidence: "estimate", low: 0.6, high: 1.5, note: "Below 0.65 kg for the 480 GB module of the same 3U form." }),
      power: figure(24, "W", { ...mercury, note: "The 480 GB module writing at full speed; 8 W idle." }),
      idle: figure(8, "W", { ...mercury, note: "Of the 480 GB module." }),
      endurance: figure(46, "PB", { source: "Dawndusk estimate: 10,000 erase cycles of derated memory", asOf: "2022", evidence: "estimate", low: 10, high: 100 }),
      price: figure(500_000, "$", { source: "Dawndusk estimate: no list price; radiation-tolerant recorders cost some 100,000 $/TB", asOf: "2022", evidence: "estimate", low: 150_000, high: 2e6 }),
    },
  },
];
