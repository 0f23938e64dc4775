/** The temperature of a hybrid of two panels. */
import { panelInflows, panelTemperature_C, type PanelForm, type PanelSide } from "./panel-form.ts";
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

interface Taken {
  readonly id: string;
  readonly what: string;
  readonly parts: readonly string[];
  readonly of: (panel: PanelForm) => number;
}

/** What a panel takes in from elsewhere, the wider first: where one takes in none of it, all that it is made of is one step of boundary. */
const INFLOWS: readonly Taken[] = [
  { id: "boundary/sunlight", what: "sunlight on it", parts: ["solarFlux", "sun"], of: (panel) => panelInflows(panel).sunlight },
  { id: "boundary/earth", what: "the Earth in its view", parts: ["earthInfrared", "earthAlbedo", "views", "infrared", "albedo"], of: (panel) => panelInflows(panel).infrared + panelInflows(panel).reflected },
  { id: "boundary/reflected", what: "sunlight reflected by the Earth", parts: ["earthAlbedo", "albedo"], of: (panel) => panelInflows(panel).reflected },
];

interface Move {
  readonly step: Step;
  readonly words: readonly Words[];
}

const nullIfNone = (value: number): number | null => (value === 0 ? null : value);

/** Moves from one panel to the other. What both lack is none; what one alone takes in, or takes for nothing, is a matter of boundary. */
const movesOf = (x: PanelForm, y: PanelForm): readonly Move[] => {
  let rest = WORDS.filter(({ all }) => JSON.stringify(all(x)) !== JSON.stringify(all(y)));
  const moves: Move[] = [];
  for (const { id, what, parts, of } of INFLOWS) {
    const [from, to] = [nullIfNone(of(x)), nullIfNone(of(y))];
    if (from !== null && to !== null) continue;
    const words = rest.filter((word) => parts.includes(word.id));
    rest = rest.filter((word) => !parts.includes(word.id));
    if (words.length > 0 && from !== to) moves.push({ step: { id, kind: "boundary", what, from, to, unit: "W/m2 absorbed", parts: words.map((word) => word.id) }, words });
  }
  const plain = rest.map((word): Move => {
    const [from, to] = [word.of(x), word.of(y)];
    return { step: { id: word.id, kind: (from === 0) !== (to === 0) ? "boundary" : word.kind, what: word.what, from, to, unit: word.unit }, words: [word] };
  });
  return [...plain, ...moves];
};

/** Steps from one panel to the other. */
export const panelGame = (x: PanelForm, y: PanelForm): StepGame => {
  const moves = movesOf(x, y);
  return {
    steps: moves.map(({ step }) => step),
    value: (taken) => panelTemperature_C(moves.reduce((panel, { words }, i) => ((taken & (1 << i)) === 0 ? panel : words.reduce((changing, { put }) => put(changing, y), panel)), x)),
  };
};
