/**
 * What radiation and age do to hardware: doses an event from beam tests, doses that parts stood, and lives.
 *
 * A dose an event is that of one chip (or one host part) and holds for the beam named; nothing here is an average of tests.
 * Missing, as nothing was found that can be cited: beam tests of NVIDIA's and AMD's data-centre accelerators, heavy-ion rates of any
 * accelerator, latch-up of HBM, and wear-out parameters of accelerators and their solder in orbit.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

/** Figures are doses in silicon an event, in cGy (rad). */
export interface BeamTest extends Entry {
  readonly beam_MeV: number;
  readonly figures: Readonly<Record<"memoryUncorrectable" | "functionalInterrupt" | "silentCorruption" | "hostProcessor" | "hostMemory", Figure>>;
}
/** Total dose in silicon, in cGy (rad). */
export interface DoseLimit extends Entry {
  readonly figures: Readonly<Record<"limit", Figure>>;
}
export interface Life {
  readonly id: string;
  readonly name: string;
  /** A Weibull count of events, (t/scale)^shape, and the share that counts; or a constant rate. */
  readonly figures: Readonly<Partial<Record<"shape" | "scale" | "counting" | "rate", Figure>>>;
}

const suncatcher: Origin = {
  source: "Aguera y Arcas et al., 'Towards a future space-based, highly scalable AI infrastructure system design', arXiv 2511.19468v2 (2026-06-17), sections 2.3 and 4.3; protons of 67 MeV",
  asOf: "2026-06",
  evidence: "demonstrated",
};
const llama: Origin = { source: "Llama Team, 'The Llama 3 Herd of Models', arXiv 2407.21783v3, table 5: 54 days of 16,384 H100", asOf: "2024-11", evidence: "demonstrated" };
const handbook: Origin = {
  source: "New Reliability Prediction Methodology for space (ESA), handbook, part II 4.9 'Systematic failure modelling', tables of posteriors (paulremo/NRPMHandbook @006174b): 164 Airbus satellites, 1986-2018",
  asOf: "2019-01",
  evidence: "demonstrated",
};
const CHIP_YEARS = 16_384 * (54 / 365.25);

export const beamTests: readonly BeamTest[] = [
  {
    id: "tpu-v6e",
    kind: "beamTests",
    name: "TPU v6e (Trillium) with its AMD host",
    maker: "Google",
    beam_MeV: 67,
    figures: {
      memoryUncorrectable: figure(44, "cGy", { ...suncatcher, note: "Mean of 203 events; the test halted on each. Correctable errors were not reported." }),
      functionalInterrupt: figure(5000, "cGy", suncatcher),
      silentCorruption: figure(17, "cGy", { ...suncatcher, low: 14.4, high: 20, note: "By workload; transformers near 17." }),
      hostProcessor: figure(450, "cGy", { ...suncatcher, note: "Crash or reboot of one of the host's processors." }),
      hostMemory: figure(400, "cGy", { ...suncatcher, note: "Crash or reboot by the host's memory." }),
    },
  },
];

const collected = "as collected in BartekSzyma/Orbital-Data-Centers, chapter 6";

export const doseLimits: readonly DoseLimit[] = [
  { id: "tpu-v6e-memory", kind: "doseLimits", name: "High-bandwidth memory of TPU v6e: first irregularities", maker: "Google", figures: { limit: figure(2000, "cGy", suncatcher) } },
  { id: "tpu-v6e-hard", kind: "doseLimits", name: "TPU v6e: no hard failure up to the end of the test", maker: "Google", figures: { limit: figure(15_000, "cGy", { ...suncatcher, note: "A lower bound." }) } },
  { id: "jetson-xavier", kind: "doseLimits", name: "Jetson Xavier, powered", maker: "NVIDIA", figures: { limit: figure(22_000, "cGy", { source: `ESA, escies.org document 70931, ${collected}`, asOf: "2026", evidence: "demonstrated", low: 22_000, high: 24_000 }) } },
  { id: "jetson-orin", kind: "doseLimits", name: "Jetson Orin, powered", maker: "NVIDIA", figures: { limit: figure(37_000, "cGy", { source: `ESA, escies.org document 70931, ${collected}`, asOf: "2026", evidence: "demonstrated", low: 37_000, high: 39_000 }) } },
  { id: "versal-xqr", kind: "doseLimits", name: "XQR Versal XQRVC1902", maker: "AMD", figures: { limit: figure(100_000, "cGy", { source: `AMD DS946, ${collected}`, asOf: "2026", evidence: "listed", low: 100_000, high: 120_000 }) } },
];

const anomaly = {
  shape: figure(0.44, "1", { ...handbook, low: 0.42, high: 0.46, note: "Bounds: one standard deviation. The table prints the names of shape and scale exchanged." }),
  scale: figure(2372 / 8766, "yr", { ...handbook, low: 2006 / 8766, high: 2738 / 8766, note: "2,372 +- 366 h of events of any severity, hardware unharmed in most." }),
};

export const lives: readonly Life[] = [
  {
    id: "satellite-lost",
    name: "Satellite: systematic failures that end more than half of the mission",
    figures: { ...anomaly, counting: figure((106 / 736) * (6 / 109), "1", { ...handbook, note: "Hardware failed in 106 of 736, severity 1 in 6 of 109 of these. Random failures are not in it." }) },
  },
  {
    id: "satellite-impaired",
    name: "Satellite: systematic failures with any loss of mission",
    figures: { ...anomaly, counting: figure((106 / 736) * (19 / 109), "1", { ...handbook, note: "Severities 1 to 3: 19 of 109. Random failures are not in it." }) },
  },
  {
    id: "accelerator-interrupted",
    name: "Accelerator: interruptions of work on the ground, by itself",
    figures: { rate: figure(256 / CHIP_YEARS, "1/yr", { ...llama, low: 220 / CHIP_YEARS, high: 419 / CHIP_YEARS, note: "148 GPU, 72 HBM, 19 SRAM, 17 processor; low: the first two; high: every interruption of the job." }) },
  },
  {
    id: "accelerator-lost",
    name: "Accelerator: failures that need another one",
    figures: {
      rate: figure(0.04, "1/yr", {
        source: "research-viewer.pages.dev, orbital-ai-datacenters-3, 'Terrestrial GPU Annual Failure Rate' (2026); high: all 148 faulty GPUs of Llama 3 taken for lost",
        asOf: "2026", evidence: "estimate", low: 0.025, high: 0.061,
      }),
    },
  },
];
