/** The temperature of a hybrid of two panels. */
import { panelTemperature_C, type PanelForm, type PanelSide } from "./panel-form.ts";
import type { Step, StepGame } from "./step.ts";

type Words = Pick<Step, "id" | "kind" | "what" | "unit"> & { readonly of: (panel: PanelForm) => number; readonly all: (panel: PanelForm) => unknown; readonly put: (panel: PanelForm, from: PanelForm) => PanelForm };

const eachSide = (panel: PanelForm, change: (side: PanelSide, i: 0 | 1) => PanelSide): PanelForm => ({ ...panel, sides: [change(panel.sides[0], 0), change(panel.sides[1], 1)] });
const sumOf = (panel: PanelForm, key: keyof PanelSide): number => panel.sides[0][key] + panel.sides[1][key];
const bothOf = (panel: PanelForm, key: keyof PanelSide): readonly number[] => panel.sides.map((side) => side[key]);

const ofSides = (id: string, what: string, key: keyof PanelSide): Words => ({
  id, what, kind: "term", unit: "both sides",
  of: (panel) => sumOf(panel, key),
  all: (panel) => bothOf(panel, key),
  put: (panel, from) => eachSide(panel, (side, i) => ({ ...side, [key]: from.sides[i][key] })),
});

const ofPanel = (id: string, what: string, unit: string, kind: Step["kind"], key: Exclude<keyof PanelForm, "sides">): Words => ({
  id, what, kind, unit,
  of: (panel) => panel[key],
  all: (panel) => panel[key],
  put: (panel, from) => ({ ...panel, [key]: from[key] }),
});

const WORDS: readonly Words[] = [
  ofPanel("load", "heat to be rejected", "W/m2", "input", "load_W_per_m2"),
  ofPanel("solarFlux", "solar flux", "W/m2", "input", "solarFlux_W_per_m2"),
  ofPanel("earthInfrared", "infrared of the Earth", "W/m2", "input", "earthInfrared_W_per_m2"),
  ofPanel("earthAlbedo", "albedo of the Earth", "", "input", "earthAlbedo_frac"),
  ofPanel("space", "temperature of space", "K", "input", "space_K"),
  ofPanel("stefanBoltzmann", "Stefan-Boltzmann constant", "W/m2/K4", "input", "stefanBoltzmann_W_per_m2_K4"),
  ofPanel("lit", "share of time in the Sun", "", "term", "lit_frac"),
  ofSides("emittance", "emittance", "emittance_frac"),
  ofSides("sun", "share of the Sun's flux absorbed", "sun_frac"),
  ofSides("views", "view of the Earth", "view_frac"),
  ofSides("infrared", "share of the Earth's infrared absorbed", "infrared_frac"),
  ofSides("albedo", "share of the reflected light absorbed", "albedo_frac"),
];

/** Steps from one panel to the other. What one side alone takes in (sunlight, the Earth) is a matter of boundary. */
export const panelGame = (x: PanelForm, y: PanelForm): StepGame => {
  const words = WORDS.filter(({ all }) => JSON.stringify(all(x)) !== JSON.stringify(all(y)));
  const steps = words.map(({ id, kind, what, unit, of }): Step => {
    const [from, to] = [of(x), of(y)];
    return { id, kind: kind !== "input" && (from === 0) !== (to === 0) ? "boundary" : kind, what, from, to, unit };
  });
  return { steps, value: (taken) => panelTemperature_C(words.reduce((panel, { put }, i) => ((taken & (1 << i)) === 0 ? panel : put(panel, y)), x)) };
};
