/** Modulations of laser links with the light that their receivers need, coding included. */
import type { Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

export interface OpticalModulation {
  readonly id: string;
  readonly name: string;
  readonly figures: Readonly<{ photonsPerBit: Figure; rate: Figure | null }>;
}

const suncatcher: Origin = {
  source: "Aguera y Arcas et al., Project Suncatcher, arXiv 2511.19468v2 (2026), section 4.2 and figure 1, from data sheets and papers named there",
  asOf: "2026-06",
  evidence: "estimate",
};

export const opticalModulations: readonly OpticalModulation[] = [
  { id: "ook", name: "On-off keying, direct detection", figures: { photonsPerBit: figure(71, "1", suncatcher), rate: null } },
  {
    id: "pm-16qam-400g",
    name: "PM-16QAM, coherent, 400G pluggable transceiver",
    figures: {
      photonsPerBit: figure(196, "1", { ...suncatcher, note: "400 Gb/s at -20 dBm and 1.55 um." }),
      rate: figure(400, "Gb/s", suncatcher),
    },
  },
];
