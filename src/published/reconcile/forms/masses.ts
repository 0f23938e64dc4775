/** Models that weigh and do not price: Turyshev's allowance, SpaceX's AI1, the ISCR panel. */
import { STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../../../units/index.ts";
import { iscr, iscrPanel, iscrSizing, type IscrPanel } from "../../iscr.ts";
import { spacexAi1, spacexAi1Claims, spacexAi1Sizing, type SpacexAi1 } from "../../spacex-ai1.ts";
import { turyshev, turyshevAllowance, turyshevNode, type TuryshevNode } from "../../turyshev.ts";
import { groundForm, massPart, orbitForm, priceOf } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import { NO_SIDE, type PanelForm } from "../panel-form.ts";

/** Nothing that is priced and nothing that recovers it over time: a life of one year leaves capital alone. */
const ONCE_YEARS = 1;

const bareSky = (load_W_per_m2: number, emittances: readonly [number, number]): PanelForm => ({
  load_W_per_m2,
  sides: [{ ...NO_SIDE, emittance_frac: emittances[0] }, { ...NO_SIDE, emittance_frac: emittances[1] }],
  solarFlux_W_per_m2: 0,
  earthInfrared_W_per_m2: 0,
  earthAlbedo_frac: 0,
  space_K: 0,
  stefanBoltzmann_W_per_m2_K4: STEFAN_BOLTZMANN_W_PER_M2_K4,
  lit_frac: 1,
});

type TuryshevOwn = { readonly node: TuryshevNode; readonly mass_kg_per_kW: number; readonly ground_usd_per_kW: number };
const turyshevInputs: TuryshevOwn = { node: turyshevNode, mass_kg_per_kW: 40, ground_usd_per_kW: 10_000 };
const turyshevFlux = (node: TuryshevNode): number => node.view_frac * node.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * node.radiatorTemperature_K ** 4;

export const turyshevModel = modelOf<TuryshevOwn>({
  card: turyshev,
  inputs: turyshevInputs,
  together: [],
  variants: [{ id: "dear-ground", what: "against a ground of 40,000 $/kW", of: "break-even", inputs: { ...turyshevInputs, ground_usd_per_kW: 40_000 } }],
  forms: ({ node, mass_kg_per_kW, ground_usd_per_kW }) => ({
    capitalAlone: true,
    orbit: orbitForm({ masses: [massPart(mass_kg_per_kW, { id: "node", covers: ["it", "power", "heat-rejection", "structure", "control", "links"], life_years: ONCE_YEARS })], rate_per_year: 0, lit_frac: node.sunlit_frac }),
    ground: groundForm({ prices: [priceOf(ground_usd_per_kW, { id: "ground capital", covers: ["it", "power", "heat-rejection", "structure", "links"], life_years: ONCE_YEARS })], rate_per_year: 0 }),
    panel: bareSky(turyshevFlux(turyshevNode), [node.view_frac * node.emittance_frac, 0]),
  }),
  natives: ({ node, mass_kg_per_kW, ground_usd_per_kW }) => [
    { answer: "break-even", what: "allowed launch and build price", value: turyshevAllowance({ ground_usd_per_kW, mass_kg_per_kW }), unit: "$/kg", times: 1 },
    { answer: "mass", what: "mass, middle of 30 to 50", value: mass_kg_per_kW, unit: "kg/kW", times: 1 },
    { answer: "panel", what: "radiator temperature", value: node.radiatorTemperature_K - ZERO_CELSIUS_K, unit: "C", times: 1 },
  ],
  faultsAt: { mass: [turyshev.faults[1]!], build: [turyshev.faults[1]!], life: [turyshev.faults[2]!], discounting: [turyshev.faults[2]!] },
});

export const ai1Model = modelOf<SpacexAi1>({
  card: spacexAi1,
  inputs: spacexAi1Claims,
  together: [],
  variants: [{ id: "filed", what: "with the 3,000 kg filed at the FCC", of: "mass", inputs: { ...spacexAi1Claims, specificPower_W_per_kg: spacexAi1Claims.mean_W / 3000 } }],
  forms: (claims) => ({
    orbit: orbitForm({ masses: [massPart(1000 / claims.specificPower_W_per_kg, { id: "satellite", covers: ["it", "power", "heat-rejection", "structure", "control", "links"], life_years: ONCE_YEARS })], rate_per_year: 0 }),
    panel: bareSky(claims.radiator_W_per_m2, [claims.emittance_frac, claims.emittance_frac]),
  }),
  natives: (claims) => [
    { answer: "mass", what: "mass of a satellite", value: spacexAi1Sizing(claims).mass_kg, unit: "kg", times: claims.mean_W / 1000 },
    { answer: "panel", what: "temperature that its flux implies", value: spacexAi1Sizing(claims).impliedRadiator_K - ZERO_CELSIUS_K, unit: "C", times: 1 },
  ],
  faultsAt: { mass: [spacexAi1.faults[0]!], build: [spacexAi1.faults[0]!], specificPower_W_per_kg: [spacexAi1.faults[0]!], load: [spacexAi1.faults[1]!], views: [spacexAi1.faults[1]!] },
});

export const iscrModel = modelOf<IscrPanel>({
  card: iscr,
  inputs: iscrPanel,
  together: [],
  variants: [],
  forms: (panel) => {
    const of = (kg_per_m2: number, id: string, item: "power" | "it" | "heat-rejection") => massPart((kg_per_m2 * panel.area_m2 * 1000) / panel.power_W, { id, covers: [item], life_years: ONCE_YEARS });
    return { orbit: orbitForm({ masses: [of(panel.array_kg_per_m2, "array", "power"), of(panel.compute_kg_per_m2, "compute", "it"), of(panel.radiator_kg_per_m2, "radiator", "heat-rejection")], rate_per_year: 0 }) };
  },
  natives: (panel) => [{ answer: "mass", what: "mass of a panel", value: iscrSizing(panel).mass_kg, unit: "kg", times: panel.power_W / 1000 }],
  faultsAt: { cooling: [iscr.faults[0]!], mass: [iscr.faults[1]!], "build/power": [iscr.faults[2]!], "boundary/structure": [iscr.faults[3]!], "boundary/links": [iscr.faults[3]!], "boundary/control": [iscr.faults[3]!] },
});
