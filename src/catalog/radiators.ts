/**
 * Radiators: `arealMass` and `price` per m2 of PANEL (one side counted), whatever the number of emitting `sides`; loop, manifold and
 * deployment included as the source has them. `pumpPower` is the pump's electrical power over the heat it moves.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const issPvr: Origin = {
  source: "NASA, ISS Active Thermal Control System overview, nasa.gov 473486main_iss_atcs_overview.pdf (photovoltaic radiator: 740.7 kg, 3.12 x 13.6 m, 14 kW)",
  asOf: "2010",
  evidence: "demonstrated",
};
const ntrs5: Origin = {
  source: "NASA, NTRS 19930007720 (1993): about 5 kg/m2 for a carefully designed aluminium radiator of emittance 0.85",
  asOf: "1993",
  evidence: "estimate",
};
const saePvr: Origin = {
  source: "SAE 932151 (1993), 'Design and performance of space station photovoltaic radiators', OSTI 101919: 7.8 kg/m2 of emitting surface",
  asOf: "1993-07",
  evidence: "demonstrated",
};
const deployable: Origin = {
  source: "SpaceComputer, 'Cooling for orbital compute' (2026): 5-10 kg/m2 for space radiators; spacedc-mdao radiator_panels.yaml (2026): 7 for a two-sided deployable, ISS-scaled",
  asOf: "2026-06",
  evidence: "estimate",
  low: 5,
  high: 10,
};
const bothSides: Origin = {
  source: "spacedc-mdao radiator_panels.yaml (2026): deployed panels emit on both sides",
  asOf: "2026-06-13",
  evidence: "estimate",
};
const forethought: Origin = {
  source: "Forethought, 'Will we really put data centers in space' (2026): 2.4-3.6 kg/m2 for carbon fibre with 50 % on top for pumps, plumbing and fluid",
  asOf: "2026",
  evidence: "target",
};
const iscr: Origin = {
  source: "arXiv 2604.07760 (2026), integrated solar, compute and radiator panel: radiator 2.40 of 3.15 kg/m2",
  asOf: "2026-04-09",
  evidence: "claimed",
};
const ai1: Origin = {
  source: "SpaceX AI1 sheet, 2026-06 (110 m2 deployable liquid radiator, 150 kW, 1,400 W/m2), FCC SAT-LOA-20260108-00016",
  asOf: "2026-06",
  evidence: "claimed",
};
const z93: Origin = {
  source: "AZ Technology / NASA Z-93 and AZ-93 white paint: absorptance 0.13-0.18, emittance 0.90 (spacedc-mdao coatings.yaml, 2026)",
  asOf: "2026-06-13",
  evidence: "listed",
};
const osr: Origin = {
  source: "Optical solar reflector heritage: absorptance 0.04-0.085, emittance 0.85-0.87 (spacedc-mdao coatings.yaml, 2026)",
  asOf: "2026-06-13",
  evidence: "listed",
};
const singlePhase: Origin = {
  source: "spacedc-mdao coolants.yaml (2026): about 2 % for a single-phase pumped loop (NASA/ESA practice)",
  asOf: "2026-06-13",
  evidence: "estimate",
  low: 0.01,
  high: 0.05,
};
const twoPhase: Origin = {
  source: "STAIF 2007, hybrid two-phase loop, 11 % of heat as parasitic power (via spacedc-mdao coolants.yaml, 2026)",
  asOf: "2007",
  evidence: "estimate",
  low: 0.01,
  high: 0.11,
};
const fin: Origin = {
  source: "Dawndusk estimate from tanh(mL)/(mL) for 1 mm aluminium fins between tubes 0.1-0.15 m apart at 330 K (Incropera and DeWitt, fin equation)",
  asOf: "2026",
  evidence: "estimate",
  low: 0.85,
  high: 0.97,
};
const panelPrice = (low: number, high: number): Origin => ({
  source: "spacedc-mdao radiators.yaml (2026): 5,000 $/m2 for space-qualified panels; Starlink-class build at about 1,100 $/kg (Quilty Space 2024) as the lower end",
  asOf: "2026-06-13",
  evidence: "estimate",
  low,
  high,
});
const heat = (arealMass: number): Origin => ({
  source: `Dawndusk estimate: ${arealMass} kg/m2 at 900-1,500 J/kg/K, aluminium to wet ammonia loop (CRC Handbook specific heats)`,
  asOf: "2026",
  evidence: "estimate",
});
const folded = (low: number, high: number): Origin => ({
  source: "Dawndusk estimate: panel thickness plus hinge gap of folded ammonia panels (ISS heat rejection radiators fold eight panels into under a metre, NASA ATCS overview)",
  asOf: "2010",
  evidence: "estimate",
  low,
  high,
});

const whitePaint = {
  emittance: figure(0.9, "1", { ...z93, low: 0.85, high: 0.92 }),
  absorptanceBol: figure(0.14, "1", { ...z93, low: 0.13, high: 0.18 }),
  absorptanceEol: figure(0.22, "1", { ...z93, evidence: "estimate", low: 0.18, high: 0.3, note: "After years of ultraviolet and atomic oxygen." }),
};
const mirrors = {
  emittance: figure(0.85, "1", { ...osr, low: 0.8, high: 0.87 }),
  absorptanceBol: figure(0.04, "1", { ...osr, low: 0.04, high: 0.085 }),
  absorptanceEol: figure(0.07, "1", { ...osr, evidence: "estimate", low: 0.07, high: 0.15 }),
};

export const radiators: readonly Entry[] = [
  {
    id: "iss-pvr",
    kind: "radiators",
    name: "Photovoltaic radiator of the International Space Station",
    maker: "Lockheed Martin",
    figures: {
      arealMass: figure(17.5, "kg/m2", { ...issPvr, low: 14, high: 17.5, note: "740.7 kg over 42.4 m2 of panel, deployment gear and loops included." }),
      sides: figure(2, "1", issPvr),
      ...whitePaint,
      finEfficiency: figure(0.9, "1", fin),
      heatCapacity: figure(15_000, "J/m2/K", heat(17.5)),
      stowedThickness: figure(0.09, "m", folded(0.05, 0.12)),
      price: figure(50_000, "$/m2", { ...panelPrice(5000, 200_000), note: "Human-rated, one-off: no price published; the ratio of masses and of programme costs sets this order of magnitude." }),
      pumpPower: figure(0.02, "1", singlePhase),
    },
    facts: { status: "Flown since 2000.", caution: "Its 14 kW rating is far below sigma T^4 for its area: never use the rating as a physics test." },
  },
  {
    id: "deployable-aluminium",
    kind: "radiators",
    name: "Two-sided deployable aluminium panels, pumped loop",
    figures: {
      arealMass: figure(7, "kg/m2", deployable),
      sides: figure(2, "1", bothSides),
      ...whitePaint,
      finEfficiency: figure(0.92, "1", fin),
      heatCapacity: figure(7000, "J/m2/K", heat(7)),
      stowedThickness: figure(0.04, "m", folded(0.025, 0.08)),
      price: figure(5000, "$/m2", panelPrice(2000, 15_000)),
      pumpPower: figure(0.02, "1", singlePhase),
    },
  },
  {
    id: "aluminium-lean",
    kind: "radiators",
    name: "Carefully lightened aluminium panels",
    figures: {
      arealMass: figure(5, "kg/m2", { ...ntrs5, high: 7.8 }),
      sides: figure(2, "1", saePvr),
      ...whitePaint,
      finEfficiency: figure(0.92, "1", fin),
      heatCapacity: figure(5000, "J/m2/K", heat(5)),
      stowedThickness: figure(0.03, "m", folded(0.02, 0.06)),
      price: figure(5000, "$/m2", panelPrice(2000, 15_000)),
      pumpPower: figure(0.02, "1", singlePhase),
      arealMassEmitting: figure(7.8, "kg/m2", { ...saePvr, note: "What the station's photovoltaic radiator was designed to." }),
    },
  },
  {
    id: "composite-deployable",
    kind: "radiators",
    name: "Carbon-composite deployable panels",
    figures: {
      arealMass: figure(4, "kg/m2", {
        source: "spacedc-mdao radiator_panels.yaml (2026): 4 kg/m2; Forethought (2026): 2.4-3.6; Turyshev arXiv 2604.27197 (2026): 2-10 over the field",
        asOf: "2026-06-14",
        evidence: "estimate",
        low: 3,
        high: 5,
      }),
      sides: figure(2, "1", bothSides),
      ...mirrors,
      finEfficiency: figure(0.92, "1", fin),
      heatCapacity: figure(4000, "J/m2/K", heat(4)),
      stowedThickness: figure(0.03, "m", folded(0.02, 0.05)),
      price: figure(8000, "$/m2", panelPrice(3000, 25_000)),
      pumpPower: figure(0.02, "1", singlePhase),
    },
    facts: { status: "Single panels flown; no deployed wing of 100 m2." },
  },
  {
    id: "composite-target",
    kind: "radiators",
    name: "Carbon-fibre system, target",
    figures: {
      arealMass: figure(3, "kg/m2", { ...forethought, low: 2.4, high: 3.6 }),
      sides: figure(2, "1", forethought),
      ...mirrors,
      finEfficiency: figure(0.92, "1", fin),
      heatCapacity: figure(3000, "J/m2/K", heat(3)),
      stowedThickness: figure(0.02, "m", folded(0.015, 0.04)),
      price: figure(3000, "$/m2", { ...panelPrice(1000, 10_000), evidence: "target" }),
      pumpPower: figure(0.02, "1", singlePhase),
    },
    facts: { status: "Unbuilt." },
  },
  {
    id: "iscr-vapour-chamber-claimed",
    kind: "radiators",
    name: "Vapour-chamber panel of the integrated solar-compute-radiator paper",
    figures: {
      arealMass: figure(2.4, "kg/m2", iscr),
      sides: figure(1, "1", iscr),
      ...mirrors,
      finEfficiency: figure(0.97, "1", { ...iscr, note: "A vapour chamber is nearly isothermal." }),
      heatCapacity: figure(2400, "J/m2/K", heat(2.4)),
      stowedThickness: figure(0.02, "m", folded(0.01, 0.04)),
      price: figure(2000, "$/m2", { ...panelPrice(500, 10_000), evidence: "target" }),
      pumpPower: figure(0.001, "1", { ...iscr, note: "Passive; a token figure, since every figure is positive." }),
    },
    facts: { status: "Paper design; unbuilt.", claim: "One-sided at about 30 degC." },
  },
  {
    id: "ai1-liquid-claimed",
    kind: "radiators",
    name: "Deployable liquid radiator of the AI1 satellite, as announced",
    maker: "SpaceX",
    figures: {
      arealMass: figure(5, "kg/m2", {
        source: "Dawndusk reading: 110 m2 on a 3,000 kg satellite (FCC SAT-LOA-20260108-00016) at the 18-20 % of mass left beside array, servers and bus; Turyshev arXiv 2604.27197: 2-10",
        asOf: "2026-06",
        evidence: "estimate",
        low: 2.4,
        high: 8,
      }),
      sides: figure(2, "1", ai1),
      ...whitePaint,
      finEfficiency: figure(0.92, "1", fin),
      heatCapacity: figure(5000, "J/m2/K", heat(5)),
      stowedThickness: figure(0.03, "m", folded(0.02, 0.06)),
      price: figure(3000, "$/m2", { ...panelPrice(1000, 10_000), evidence: "target" }),
      pumpPower: figure(0.02, "1", singlePhase),
      claimedFlux: figure(1400, "W/m2", { ...ai1, note: "Of panel. ABI's implied figure is about 640 (IEEE Spectrum, 2026-06-11)." }),
    },
    facts: { status: "Announced; not flown as of 2026-11.", pumps: "Redundant, per the sheet." },
  },
  {
    id: "two-phase-ammonia",
    kind: "radiators",
    name: "Two-sided deployable panels on a pumped two-phase ammonia loop",
    figures: {
      arealMass: figure(7, "kg/m2", deployable),
      sides: figure(2, "1", bothSides),
      ...whitePaint,
      finEfficiency: figure(0.95, "1", { ...fin, note: "The panel condenses at one temperature along the tube." }),
      heatCapacity: figure(7000, "J/m2/K", heat(7)),
      stowedThickness: figure(0.04, "m", folded(0.025, 0.08)),
      price: figure(6000, "$/m2", panelPrice(2000, 20_000)),
      pumpPower: figure(0.11, "1", twoPhase),
    },
  },
];
