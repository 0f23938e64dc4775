/**
 * Solar arrays, wing level (cells, blanket or panel, mast and deployment), without the satellite's power electronics.
 * `efficiency` is the bare cell at 28 degC under AM0; `temperatureCoefficient` is the relative LOSS of power a kelvin above 28 degC (positive);
 * `packing` is cell area over wing area; `degradation` is the loss of a year relative to its start, so it compounds,
 * replaced by a dose calculation where the fact `damageCurve` names a curve of physics/cell-degradation: published rates spread over a factor of twenty-five.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import { embodiedCarbon } from "./carbon.ts";
import type { Origin } from "./figure.ts";

const xtjPrime: Origin = {
  source: "Spectrolab, XTJ Prime data sheet, 2016-07-28 (30.7 % at 28 degC, AM0); Redwire Investor Relations, 'second pair of iROSA', 2022",
  asOf: "2016-07-28",
  evidence: "listed",
};
const irosa: Origin = {
  source: "Yan 2025, sciencedirect.com S2950104025000161 (340 kg, 6 x 19.2 m, 75.3 W/kg); spacelaunchlive.com, 'Roll Out Solar Arrays' (20 kW)",
  asOf: "2025",
  evidence: "demonstrated",
};
const redwire: Origin = {
  source: "Redwire, 'Roll-Out Solar Array' flysheet, redwirespace.com, 2023-06 (100-120 W/kg, 40 kW/m3)",
  asOf: "2023-06",
  evidence: "listed",
};
const flexible: Origin = {
  source: "NASA, NTRS 20150006022, 'Solar arrays for high power' (flexible wings 150 W/kg and 40 kW/m3; compact telescoping array 60 kW/m3)",
  asOf: "2015",
  evidence: "listed",
};
const multijunction: Origin = {
  source: "Tables of space cells after Spectrolab, SolAero and AzurSpace data sheets: 0.18-0.24 %/K of power lost (XTJ Prime 0.24, 4G32C 0.22, triple junctions 0.19)",
  asOf: "2022",
  evidence: "listed",
  low: 0.0018,
  high: 0.0028,
};
const silicon: Origin = {
  source: "Fraunhofer ISE Photovoltaics Report 2024 and module sheets: crystalline silicon -0.29 to -0.40 %/K of power",
  asOf: "2024",
  evidence: "listed",
  low: 0.0029,
  high: 0.004,
};
const cellOptics: Origin = {
  source: "Gilmore, Spacecraft Thermal Control Handbook, 2nd ed. (2002), table of surface properties: covered solar cells absorptance 0.85-0.92, glass emittance 0.81-0.88",
  asOf: "2002",
  evidence: "listed",
};
const blanketBack: Origin = { ...cellOptics, note: "Kapton or painted composite back, emittance 0.80-0.90.", low: 0.78, high: 0.9 };
const packed: Origin = {
  source: "Aguera y Arcas et al., arXiv 2511.19468v2 (2025), section 4.4: 90 % packing of the Starlink-class wing",
  asOf: "2025-11",
  evidence: "estimate",
  low: 0.8,
  high: 0.92,
};
// Raman, SJSU 2021, prints 0.275 and 0.375 %: a tenth of what Wertz & Larson have, and taken for a slip of the point.
const yearlyLoss = (cell: "gaas" | "silicon", note: string): Origin => ({
  source: "Published yearly losses: 0.15 % (Starcloud 2024), 0.92 % (core.ac.uk 234925230), 2.5 % (McCalip 2025), 2.66 % (ResearchGate 331212559); Wertz & Larson, SMAD, low orbit: silicon 3.75 %, GaAs 2.75 %, triple junctions 0.5 % (as worked through in alpersanli/SOLAR-ARRAY-DESIGN-PROCESS @8c47cfa); telemetry of eleven geostationary satellites: GaAs 0.44-1.03 %, silicon 0.71-1.69 % (Lohmeyer et al., IJSSE 5, 2018)",
  asOf: "2026",
  evidence: "estimate",
  low: 0.0015,
  high: cell === "gaas" ? 0.0275 : 0.0375,
  note,
});
const spacePrice = (low: number, high: number, note: string): Origin => ({
  source: "spacedc-mdao solar_arrays.yaml (2026): 50-60 $/W for space-qualified multijunction arrays; McCalip, andrewmccalip/thoughts math.js (2025): a whole Starlink at 22-32 $/W",
  asOf: "2026-06",
  evidence: "estimate",
  low,
  high,
  note,
});

const opticsOf = (front: number, back: number) => ({
  absorptance: figure(0.9, "1", { ...cellOptics, low: 0.85, high: 0.92 }),
  emittanceFront: figure(front, "1", { ...cellOptics, low: 0.81, high: 0.88 }),
  emittanceBack: figure(back, "1", blanketBack),
});

const { triplePanel, siliconPanel } = embodiedCarbon;
/** CO2e of making a square metre of wing: by area for triple junctions, by power at 1 kW/m2 for silicon. */
const tripleJunctions: Figure = { ...triplePanel, note: "Taken a square metre of wing, as its source has it of panel." };
const siliconWing = (efficiency: number, packing: number): Figure => {
  const per_m2 = efficiency * packing;
  return { ...siliconPanel, unit: "kg/m2", value: siliconPanel.value * per_m2, low: 420 * per_m2, high: 810 * per_m2, evidence: "estimate", note: "Glass modules of the ground a kilowatt at 1 kW/m2, times efficiency and packing of this wing." };
};

export const arrays: readonly Entry[] = [
  {
    id: "irosa",
    kind: "arrays",
    name: "iROSA wing of the International Space Station",
    maker: "Redwire",
    figures: {
      arealMass: figure(2.95, "kg/m2", { ...irosa, note: "340 kg over 115.2 m2." }),
      efficiency: figure(0.307, "1", xtjPrime),
      temperatureCoefficient: figure(0.0022, "1/K", multijunction),
      packing: figure(0.67, "1", { ...packed, source: "Dawndusk estimate: packing at which 115.2 m2 of 30.7 % cells at 60 degC and 0.93 of wiring and mismatch give the 28 kW of Redwire IR 2022", low: 0.55, high: 0.75 }),
      ...opticsOf(0.85, 0.85),
      stowedDensity: figure(40, "kW/m3", redwire),
      degradation: figure(0.0092, "1/yr", yearlyLoss("gaas", "87 % of power after 15 years.")),
      embodied: tripleJunctions,
      price: figure(875, "$/W", {
        source: "SpaceNews, 2023-07 (NASA spokesperson): a little more than 35 M$ for the fourth pair of wings, over 20 kW each",
        asOf: "2023-06-30",
        evidence: "demonstrated",
        low: 50,
        high: 875,
        note: "One-off, human-rated, with support. Series roll-out wings: see rosa-blanket.",
      }),
      wingPower: figure(20_000, "W", { ...irosa, high: 28_000 }),
    },
    facts: { damageCurve: "xtj", status: "Flown on the station since 2021." },
  },
  {
    id: "rosa-blanket",
    kind: "arrays",
    name: "Commercial roll-out wing",
    maker: "Redwire",
    figures: {
      arealMass: figure(2.8, "kg/m2", { ...redwire, note: "307 W/m2 of wing at 110 W/kg; 120 and 100 W/kg at the bounds.", low: 2.56, high: 3.07 }),
      efficiency: figure(0.307, "1", xtjPrime),
      temperatureCoefficient: figure(0.0022, "1/K", multijunction),
      packing: figure(0.85, "1", packed),
      ...opticsOf(0.85, 0.85),
      stowedDensity: figure(40, "kW/m3", redwire),
      degradation: figure(0.0092, "1/yr", yearlyLoss("gaas", "87 % of power after 15 years.")),
      embodied: tripleJunctions,
      price: figure(60, "$/W", spacePrice(40, 180, "")),
    },
    facts: { damageCurve: "xtj", status: "Flown on DART (2021) and commercial geostationary satellites." },
  },
  {
    id: "ultraflex",
    kind: "arrays",
    name: "UltraFlex fan array",
    maker: "Northrop Grumman",
    figures: {
      arealMass: figure(2.0, "kg/m2", { ...flexible, note: "150 W/kg beginning of life with 30 % cells." , low: 1.8, high: 2.6 }),
      efficiency: figure(0.295, "1", { source: "Spectrolab XTJ (29.5-29.8 % at 28 degC), PVSC abstract and data sheet", asOf: "2013", evidence: "listed" }),
      temperatureCoefficient: figure(0.0022, "1/K", multijunction),
      packing: figure(0.85, "1", packed),
      ...opticsOf(0.85, 0.85),
      stowedDensity: figure(40, "kW/m3", flexible),
      degradation: figure(0.0092, "1/yr", yearlyLoss("gaas", "87 % of power after 15 years.")),
      embodied: tripleJunctions,
      price: figure(60, "$/W", spacePrice(50, 200, "")),
    },
    facts: { damageCurve: "xtj", status: "Flown on Phoenix, InSight, Cygnus; 0.4-6 kW a wing." },
  },
  {
    id: "rigid-xtj-prime",
    kind: "arrays",
    name: "Rigid honeycomb panels with triple-junction cells",
    figures: {
      arealMass: figure(3.7, "kg/m2", {
        source: "NASA Small Spacecraft State of the Art report, Power chapter: rigid deployed arrays of 60-100 W/kg with 30 % cells",
        asOf: "2024",
        evidence: "estimate",
        low: 3.2,
        high: 5,
      }),
      efficiency: figure(0.307, "1", xtjPrime),
      temperatureCoefficient: figure(0.0022, "1/K", multijunction),
      packing: figure(0.88, "1", { ...packed, high: 0.92 }),
      ...opticsOf(0.85, 0.88),
      stowedDensity: figure(10, "kW/m3", { ...flexible, note: "A panel of 0.03-0.04 m at 330 W/m2.", evidence: "estimate", low: 6, high: 15 }),
      degradation: figure(0.0092, "1/yr", yearlyLoss("gaas", "87 % of power after 15 years.")),
      embodied: tripleJunctions,
      price: figure(50, "$/W", spacePrice(50, 400, "")),
    },
    facts: { damageCurve: "xtj", status: "The usual commercial array." },
  },
  {
    id: "starlink-v2-mini-silicon",
    kind: "arrays",
    name: "Starlink V2 mini silicon wing",
    maker: "SpaceX",
    figures: {
      arealMass: figure(1.6, "kg/m2", {
        source: "Dawndusk estimate: 105 m2 on a 575 kg satellite (arXiv 2511.19468v2, section 4.4) with a wing of 25-35 % of dry mass; IEEE Spectrum 2026-06-11 puts array and radiators at 65-70 %",
        asOf: "2025-11",
        evidence: "estimate",
        low: 1.2,
        high: 2.5,
      }),
      efficiency: figure(0.22, "1", { source: "arXiv 2511.19468v2 (2025), section 4.4: 22 % cells, 90 % packing, 28 kW from 105 m2", asOf: "2025-11", evidence: "estimate", low: 0.2, high: 0.24 }),
      temperatureCoefficient: figure(0.0034, "1/K", silicon),
      packing: figure(0.9, "1", packed),
      ...opticsOf(0.84, 0.85),
      stowedDensity: figure(30, "kW/m3", { source: "Dawndusk estimate: 28 kW in the folded stack of 21-29 satellites of a Falcon 9 fairing (SpaceX mission pages 2023-2025), a wing of 3 cm panels", asOf: "2025", evidence: "estimate", low: 15, high: 40 }),
      degradation: figure(0.025, "1/yr", yearlyLoss("silicon", "McCalip's figure for silicon in low orbit.")),
      embodied: siliconWing(0.22, 0.9),
      price: figure(5, "$/W", {
        source: "Dawndusk estimate: Quilty Space's 0.8 M$ a V2 mini (Advanced Television / nyx.cz, 2024-05) bounds the whole satellite at 28 $/W; the wing taken as a fifth",
        asOf: "2024-05",
        evidence: "estimate",
        low: 1,
        high: 14,
      }),
    },
    facts: { status: "Thousands flown." },
  },
  {
    id: "ai1-claimed",
    kind: "arrays",
    name: "Array of the AI1 satellite, as announced",
    maker: "SpaceX",
    figures: {
      arealMass: figure(1.4, "kg/m2", {
        source: "Dawndusk reading of SpaceX's AI1 sheet and FCC SAT-LOA-20260108-00016: 600 m2 of array on a 3,000 kg satellite with 70 m span leave at most 1.4 kg/m2 if the array is 28 % of mass",
        asOf: "2026-06",
        evidence: "estimate",
        low: 1,
        high: 2,
      }),
      efficiency: figure(0.22, "1", { source: "SpaceX AI1 sheet (2026-06): 250 W/m2, net 18.4 % of 1,361 W/m2; 22 % cell as on V2 mini (arXiv 2511.19468v2)", asOf: "2026-06", evidence: "claimed" }),
      temperatureCoefficient: figure(0.0034, "1/K", silicon),
      packing: figure(0.92, "1", { source: "SpaceX AI1 sheet (2026-06): 150 kW from 250 W/m2, so 0.184 / (0.22 x 0.91 hot-cell factor)", asOf: "2026-06", evidence: "claimed" }),
      ...opticsOf(0.84, 0.85),
      stowedDensity: figure(40, "kW/m3", { ...redwire, source: `As a roll-out wing: ${redwire.source}`, evidence: "target" }),
      degradation: figure(0.025, "1/yr", yearlyLoss("silicon", "As V2 mini.")),
      embodied: siliconWing(0.22, 0.92),
      price: figure(2, "$/W", { source: "Dawndusk target: Starlink-class silicon wing at a further halving with volume (see starlink-v2-mini-silicon)", asOf: "2026", evidence: "target", low: 0.5, high: 5 }),
    },
    facts: { status: "Announced; not flown as of 2026-11.", claim: "150 kW a satellite at 250 W/m2." },
  },
  {
    id: "thin-film-target",
    kind: "arrays",
    name: "Thin-film CdTe blanket",
    figures: {
      arealMass: figure(0.7, "kg/m2", {
        source: "arXiv 2512.09044 (2025), tether architecture: CdTe on polyimide below 0.7 kg/m2 at about 10 %",
        asOf: "2025-12",
        evidence: "target",
        low: 0.3,
        high: 1,
      }),
      efficiency: figure(0.1, "1", { source: "arXiv 2512.09044 (2025): about 10 %", asOf: "2025-12", evidence: "target", low: 0.08, high: 0.14 }),
      temperatureCoefficient: figure(0.0025, "1/K", { source: "First Solar Series 6 data sheet: -0.28 to -0.32 %/K terrestrial; CdTe literature -0.20 to -0.25 %/K", asOf: "2023", evidence: "estimate", low: 0.002, high: 0.0032 }),
      packing: figure(0.9, "1", packed),
      ...opticsOf(0.84, 0.85),
      stowedDensity: figure(40, "kW/m3", { ...redwire, source: `As a roll-out wing: ${redwire.source}`, evidence: "target" }),
      degradation: figure(0.01, "1/yr", yearlyLoss("silicon", "Thin films harden against particles; no flight record of years.")),
      price: figure(2, "$/W", { source: "Dawndusk target: terrestrial CdTe at 0.2-0.3 $/W (First Solar filings 2025) times ten for space handling", asOf: "2025", evidence: "target", low: 0.5, high: 20 }),
    },
    facts: { status: "Concept; unbuilt." },
  },
];
