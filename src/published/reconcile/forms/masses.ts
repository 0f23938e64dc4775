/** Models that weigh and do not price: Turyshev's allowance, SpaceX's AI1, the ISCR panel. */
import { STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../../../units/index.ts";
import { iscr, iscrPanel, iscrSizing, type IscrPanel } from "../../iscr.ts";
import { spacexAi1, spacexAi1Claims, spacexAi1Sizing, type SpacexAi1 } from "../../spacex-ai1.ts";
import { turyshev, turyshevAllowance, turyshevNode, turyshevSizing, type TuryshevNode } from "../../turyshev.ts";
import { groundForm, massPart, orbitForm, priceOf, type Mass, type Price } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import { NO_SIDE, type PanelForm } from "../panel-form.ts";

/** Capital alone: any one life serves, for it divides out of a break-even and is not in a mass (see games.ts for a walk to a model with lives). */
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

/** Mass is what array and radiator come to, and the rest of the published 30 to 50 kg/kW, which is not itemised. */
type TuryshevOwn = { readonly node: TuryshevNode; readonly rest_kg_per_kW: number; readonly ground_usd_per_kW: number; readonly burden_usd_per_kW: number };

const partsOf = (node: TuryshevNode): { readonly array_kg_per_kW: number; readonly radiator_kg_per_kW: number } => {
  const { array_kg, radiator_kg } = turyshevSizing(node);
  return { array_kg_per_kW: (array_kg * 1000) / node.it_W, radiator_kg_per_kW: (radiator_kg * 1000) / node.it_W };
};
const massOf = ({ node, rest_kg_per_kW }: Pick<TuryshevOwn, "node" | "rest_kg_per_kW">): number => {
  const { array_kg_per_kW, radiator_kg_per_kW } = partsOf(node);
  return array_kg_per_kW + radiator_kg_per_kW + rest_kg_per_kW;
};

const MIDDLE_KG_PER_KW = 40;
const turyshevInputs: TuryshevOwn = { node: turyshevNode, rest_kg_per_kW: MIDDLE_KG_PER_KW - massOf({ node: turyshevNode, rest_kg_per_kW: 0 }), ground_usd_per_kW: 10_000, burden_usd_per_kW: 0 };
const turyshevFlux = (node: TuryshevNode): number => node.view_frac * node.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * node.radiatorTemperature_K ** 4;

/** Link and operations, where there are any. */
const turyshevBurden = ({ burden_usd_per_kW }: TuryshevOwn): readonly Price[] => (burden_usd_per_kW === 0 ? [] : [priceOf(burden_usd_per_kW, { id: "link and operations", covers: ["links", "operations"], life_years: ONCE_YEARS })]);

const turyshevMasses = ({ node, rest_kg_per_kW }: TuryshevOwn): readonly Mass[] => {
  const { array_kg_per_kW, radiator_kg_per_kW } = partsOf(node);
  return [
    massPart(array_kg_per_kW, { id: "array", covers: ["power"], life_years: ONCE_YEARS }),
    massPart(radiator_kg_per_kW, { id: "radiator", covers: ["heat-rejection"], life_years: ONCE_YEARS }),
    massPart(rest_kg_per_kW, { id: "what is not itemised", covers: ["it", "structure", "power", "control", "links"], life_years: ONCE_YEARS }),
  ];
};

export const turyshevModel = modelOf<TuryshevOwn>({
  card: turyshev,
  inputs: turyshevInputs,
  together: [],
  variants: [{ id: "dear-ground", what: "against a ground of 40,000 $/kW", of: "break-even", inputs: { ...turyshevInputs, ground_usd_per_kW: 40_000 } }],
  panelNote: "its radiator's temperature is put in, and its load is what it gives off at that temperature",
  forms: (own) => ({
    capitalAlone: true,
    orbit: orbitForm({ prices: turyshevBurden(own), masses: turyshevMasses(own), rate_per_year: 0, lit_frac: own.node.sunlit_frac }),
    ground: groundForm({ prices: [priceOf(own.ground_usd_per_kW, { id: "ground capital", covers: ["it", "power", "heat-rejection", "structure", "links"], life_years: ONCE_YEARS })], rate_per_year: 0 }),
    panel: bareSky(turyshevFlux(own.node), [own.node.view_frac * own.node.emittance_frac, 0]),
  }),
  natives: (own) => [
    { answer: "break-even", what: "allowed launch and build price", value: turyshevAllowance({ ground_usd_per_kW: own.ground_usd_per_kW, mass_kg_per_kW: massOf(own), burden_usd_per_kW: own.burden_usd_per_kW }), unit: "$/kg", times: 1 },
    { answer: "mass", what: "mass, middle of 30 to 50", value: massOf(own), unit: "kg/kW", times: 1 },
    { answer: "panel", what: "radiator temperature, put in", value: own.node.radiatorTemperature_K - ZERO_CELSIUS_K, unit: "C", times: 1 },
  ],
  faultsAt: {
    "orbit/mass": [turyshev.faults[0]!, turyshev.faults[1]!],
    "orbit/build": [turyshev.faults[0]!, turyshev.faults[1]!],
    rest_kg_per_kW: [turyshev.faults[1]!],
    "orbit/boundary": [turyshev.faults[2]!],
    "ground/boundary": [turyshev.faults[2]!],
    "orbit/discounting": [turyshev.faults[2]!],
    "orbit/wear": [turyshev.faults[2]!],
    "orbit/utilisation": [turyshev.faults[2]!],
    "ground/utilisation": [turyshev.faults[2]!],
  },
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
  faultsAt: {
    "orbit/build": [spacexAi1.faults[0]!],
    "orbit/mass": [spacexAi1.faults[0]!],
    specificPower_W_per_kg: [spacexAi1.faults[0]!],
    "panel/load": [spacexAi1.faults[1]!],
    "panel/boundary": [spacexAi1.faults[1]!],
    "panel/emittance": [spacexAi1.faults[2]!],
    radiator_W_per_m2: [spacexAi1.faults[2]!],
  },
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
  faultsAt: {
    "orbit/cooling": [iscr.faults[0]!],
    "orbit/build": [iscr.faults[0]!, iscr.faults[1]!],
    "orbit/build/power": [iscr.faults[2]!],
    "orbit/boundary": [iscr.faults[3]!],
    radiator_kg_per_m2: [iscr.faults[0]!],
    array_kg_per_m2: [iscr.faults[2]!],
  },
});
