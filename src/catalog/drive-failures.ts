/**
 * How often solid-state drives die, by who counted: named alternatives, never an average. Two flights on the same station disagree by a factor
 * of ten and more; neither had a fleet, and no published law joins dose and failures of drives.
 */
import { figure } from "./figure.ts";
import type { Entry, Figure } from "./entry.ts";

/** Constant hazard, 1/yr. */
export interface DriveFailures extends Entry {
  readonly figures: Readonly<Record<"rate", Figure>>;
}

export const driveFailures: readonly DriveFailures[] = [
  {
    id: "spaceborne-computer-1",
    kind: "driveFailures",
    name: "HPE Spaceborne Computer-1 on the station: 9 of 20 drives",
    figures: {
      rate: figure(0.374, "1/yr", {
        source: "ISS National Lab, 'HPE supercomputing return space': 9 of 20 solid-state disks failed; 1.6 years by a review of 2026, 657 days by the ISS National Lab",
        asOf: "2019-06",
        evidence: "demonstrated",
        low: 0.33,
        note: "Constant hazard -ln(11/20)/1.6; low: over 657 days. Commercial drives of 2017, inside the station; causes not separated. The data survived by redundancy.",
      }),
    },
    facts: { where: "orbit" },
  },
  {
    id: "spaceborne-computer-2",
    kind: "driveFailures",
    name: "Kioxia drives in HPE Spaceborne Computer-2: none of 16 in 18 months",
    figures: {
      rate: figure(0.029, "1/yr", {
        source: "bytehaus.co.uk, '130TB in orbit: how Kioxia made history on the ISS', 2025: 16 drives, over 18 months, no failures",
        asOf: "2025",
        evidence: "claimed",
        high: 0.125,
        note: "24 drive-years without a failure: ln 2/24, the rate at which that has an even chance; high: 3/24, where it has 5 %. Other reports count 12 drives.",
      }),
    },
    facts: { where: "orbit" },
  },
  {
    id: "backblaze-boot",
    kind: "driveFailures",
    name: "Backblaze's boot drives, 3,144 of them",
    figures: {
      rate: figure(0.0105, "1/yr", {
        source: "Backblaze, 'The SSD Edition: 2023 Drive Stats Mid-Year Review' (wccf.tech/1cpcq for the quarter's 1.05 %; below 1 % over 2022, Tom's Hardware)",
        asOf: "2023-06-30",
        evidence: "demonstrated",
        note: "Second quarter of 2023; mostly consumer drives of 250-500 GB that boot servers and take their logs.",
      }),
    },
    facts: { where: "ground" },
  },
  {
    id: "maker-2-million-hours",
    kind: "driveFailures",
    name: "Enterprise drive by its data sheet",
    figures: {
      rate: figure(0.0044, "1/yr", {
        source: "HGST, Ultrastar SSD specification, section 6: 2,000,000 h between failures, 0.44 % a year (manualsdump.com/en/manuals/136747/22)",
        asOf: "2012",
        evidence: "listed",
        note: "8,766 h over 2 million; what a maker promises, not what anyone counted.",
      }),
    },
    facts: { where: "data sheet" },
  },
];
