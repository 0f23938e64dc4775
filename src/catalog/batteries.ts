/**
 * Batteries at pack level. Cycle life: cycles = `cycles` x (depth / `cyclesDepth`)^(-`cycleExponent`), depth of discharge 0..1.
 * Demonstrated points are tests that ended without failure, so a curve through them is a lower bound.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const yuasaTests: Origin = {
  source: "Imamura, Inoue, Yoshida, Komada (GS Yuasa), 27th ISAS/JAXA Space Energy Symposium, 2008, jaxa.repo.nii.ac.jp/records/8014 (40,000 LEO cycles at 25 %, 40 GEO seasons at up to 80 %)",
  asOf: "2008-05",
  evidence: "demonstrated",
};
const yuasaCurve: Origin = {
  ...yuasaTests,
  evidence: "estimate",
  low: 0.9,
  high: 2.67,
  note: "Through 40,000 cycles at 25 % and 1,800 at 80 % (40 seasons of 45 days), both passed: conservative in between.",
};
const nasaDepth: Origin = {
  source: "NASA, NTRS 20070018197 (low Earth orbit batteries: 30-40 % depth of discharge); Turyshev, arXiv 2604.27197, Table V (0.3-0.8)",
  asOf: "2026-04",
  evidence: "estimate",
  low: 0.3,
  high: 0.8,
};
const packRange: Origin = {
  source: "Turyshev, arXiv 2604.27197 (2026), Table V: 150-265 Wh/kg; spacedc-mdao batteries.yaml (2026): 150 Wh/kg for a space-qualified pack",
  asOf: "2026-04",
  evidence: "estimate",
  low: 100,
  high: 265,
};
const lithiumEfficiency: Origin = {
  source: "spacedc-mdao batteries.yaml (2026): 0.90 with its converters; cell energy efficiency at C/2 0.95-0.97 (NREL ATB 2024 utility batteries: 0.85 AC to AC)",
  asOf: "2026-06-13",
  evidence: "estimate",
  low: 0.85,
  high: 0.97,
};
const spacePackPrice: Origin = {
  source: "spacedc-mdao batteries.yaml (2026): 0.50-0.70 $/Wh for a space-qualified pack",
  asOf: "2026-06-13",
  evidence: "target",
  low: 300,
  high: 10_000,
  note: "What a model takes for series production: no maker was found that sells space packs at it. Terrestrial packs are 115 $/kWh (BloombergNEF 2024), one-off human-rated ones stand under gs-yuasa-space.",
};
const humanRatedPrice: Origin = {
  source: "Dawndusk estimate: ten times the 0.50-0.70 $/Wh that spacedc-mdao batteries.yaml (2026) takes for a series space pack; GS Yuasa publishes none",
  asOf: "2026-06-13",
  evidence: "estimate",
  low: 500,
  high: 10_000,
  note: "One-off and human-rated; the factor of ten rests on no invoice.",
};
const commercialCycles = (chemistry: string): Origin => ({
  source: `HuiJue Group, 'Cycle Life @DoD: LiFePO4 (3,000 Cycles) vs NMC (2,000 Cycles)', esite.hj-net.com (2025), ${chemistry} at 80 %`,
  asOf: "2025",
  evidence: "listed",
});
const commercialExponent: Origin = {
  source: "nenpower.com, 'How does the depth of discharge impact the cycle life' (2025): 700-900 cycles at 80 %, 1,950 at 30 %, 15,000 at 10 %",
  asOf: "2025",
  evidence: "estimate",
  low: 0.9,
  high: 1.9,
};

const naumann: Origin = {
  source: "Naumann, Schimpe, Keil, Hesse, Jossen, 'Analysis and modeling of calendar aging of a commercial LiFePO4/graphite cell', J. Energy Storage 17 (2018) 153, Sony/Murata cell, at 25 degC and half charge",
  asOf: "2018",
  evidence: "estimate",
  note: "Loss of capacity in the first year; grows with the time to the power calendarExponent. Other temperatures and charges: dawndusk/physics, lfpCalendarLoss_frac.",
};
const schmalstieg: Origin = {
  source: "Schmalstieg, Kaebitz, Ecker, Sauer, 'A holistic aging model for Li(NiMnCo)O2 based 18650 lithium-ion batteries', J. Power Sources 257 (2014) 325, Sanyo UR18650E, at 25 degC and 3.70 V",
  asOf: "2014",
  evidence: "estimate",
  note: "Loss of capacity in the first year; grows with the time to the power calendarExponent. Other temperatures and voltages: dawndusk/physics, nmcCalendarLoss_frac.",
};

export const batteries: readonly Entry[] = [
  {
    id: "gs-yuasa-space",
    kind: "batteries",
    name: "Large space lithium-ion cells (GS Yuasa), as on the station",
    maker: "GS Yuasa",
    figures: {
      specificEnergy: figure(100, "Wh/kg", {
        source: "Mainichi, 2020-05-21 (LSE134 cell of 3.53 kg; 134 Ah at 3.7 V is 140 Wh/kg) less 30 % for pack structure; peraspera.us, 'Realities of space-based compute' (2025): about 100 Wh/kg for space packs",
        asOf: "2020-05-21",
        evidence: "estimate",
        low: 75,
        high: 140,
      }),
      energyDensity: figure(200, "Wh/L", {
        source: "Dawndusk estimate: 140 Wh/kg cell at the 2.2-2.5 kg/L of prismatic lithium-ion cells, packed at 60 %",
        asOf: "2020",
        evidence: "estimate",
        low: 120,
        high: 300,
      }),
      roundTrip: figure(0.92, "1", lithiumEfficiency),
      price: figure(5000, "$/kWh", humanRatedPrice),
      cycles: figure(40_000, "1", yuasaTests),
      cyclesDepth: figure(0.25, "1", yuasaTests),
      cycleExponent: figure(2.67, "1", yuasaCurve),
      depthMax: figure(0.8, "1", { ...yuasaTests, note: "Highest depth of the GEO tests." }),
    },
    facts: { status: "Flown on the International Space Station since 2017." },
  },
  {
    id: "space-li-ion-pack",
    kind: "batteries",
    name: "Space-qualified lithium-ion pack",
    figures: {
      specificEnergy: figure(150, "Wh/kg", packRange),
      energyDensity: figure(300, "Wh/L", {
        source: "Knap, Vestergaard, Stroe, 'A Review of Battery Technology in CubeSats and Small Satellite Solutions', Energies 13(16):4097 (2020)",
        asOf: "2020-08",
        evidence: "estimate",
        low: 150,
        high: 450,
      }),
      roundTrip: figure(0.9, "1", lithiumEfficiency),
      price: figure(500, "$/kWh", spacePackPrice),
      cycles: figure(30_000, "1", {
        source: "JAXA cycle-life tests of 10-100 Ah cells (X. Wang et al., J. Power Sources): over 30,000 LEO cycles and 1,800 GEO cycles",
        asOf: "2007",
        evidence: "demonstrated",
      }),
      cyclesDepth: figure(0.25, "1", { ...yuasaTests, evidence: "estimate", note: "Depth of GS Yuasa's LEO test; JAXA's abstract gives none.", low: 0.2, high: 0.4 }),
      cycleExponent: figure(2.42, "1", { ...yuasaCurve, note: "Through 30,000 cycles at 25 % and 1,800 at 80 %.", high: 2.67 }),
      depthMax: figure(0.8, "1", { ...nasaDepth, note: "0.8 is defensible where the orbit sees shadow for a season (about 1,350 cycles a year at 650 km dawn-dusk); NASA practice for year-round cycling is 0.3-0.4." }),
    },
  },
  {
    id: "nmc-commercial-pack",
    kind: "batteries",
    name: "Commercial nickel-manganese-cobalt pack, Starlink class",
    figures: {
      specificEnergy: figure(200, "Wh/kg", { ...packRange, low: 150, high: 265, note: "SpaceX publishes none; upper half of the range." }),
      energyDensity: figure(400, "Wh/L", { source: "Knap, Vestergaard, Stroe, Energies 13(16):4097 (2020): 18650 cells 550-700 Wh/L, packed at 60 %", asOf: "2020-08", evidence: "estimate", low: 250, high: 500 }),
      roundTrip: figure(0.92, "1", lithiumEfficiency),
      price: figure(200, "$/kWh", {
        source: "BloombergNEF battery price survey, 2024-12-10: 115 $/kWh pack average; doubled for space screening",
        asOf: "2024-12-10",
        evidence: "estimate",
        low: 115,
        high: 700,
      }),
      cycles: figure(2000, "1", commercialCycles("NMC")),
      cyclesDepth: figure(0.8, "1", commercialCycles("NMC")),
      cycleExponent: figure(1.4, "1", commercialExponent),
      depthMax: figure(0.8, "1", commercialCycles("NMC")),
      calendarFade: figure(0.0239, "1", schmalstieg),
      calendarExponent: figure(0.75, "1", schmalstieg),
    },
  },
  {
    id: "lfp-commercial-pack",
    kind: "batteries",
    name: "Commercial lithium iron phosphate pack",
    figures: {
      specificEnergy: figure(130, "Wh/kg", { source: "CATL and BYD LFP packs, 125-140 Wh/kg at pack level (press, 2020-2023)", asOf: "2023", evidence: "estimate", low: 105, high: 150 }),
      energyDensity: figure(230, "Wh/L", { source: "CATL LFP cell-to-pack, 230-290 Wh/L (press, 2020-2022)", asOf: "2022", evidence: "estimate", low: 180, high: 290 }),
      roundTrip: figure(0.93, "1", lithiumEfficiency),
      price: figure(150, "$/kWh", {
        source: "BloombergNEF battery price survey, 2024-12-10: LFP packs below 100 $/kWh; half as much again for space screening",
        asOf: "2024-12-10",
        evidence: "estimate",
        low: 80,
        high: 600,
      }),
      cycles: figure(3000, "1", commercialCycles("LFP")),
      cyclesDepth: figure(0.8, "1", commercialCycles("LFP")),
      cycleExponent: figure(1.4, "1", commercialExponent),
      depthMax: figure(0.9, "1", { ...commercialCycles("LFP"), evidence: "estimate" }),
      calendarFade: figure(0.0425, "1", naumann),
      calendarExponent: figure(0.5, "1", naumann),
    },
  },
];
