/** What can be asked of a model, and what it answers in the common forms. */
import { costOf, massOf } from "./cost-form.ts";
import { costGame } from "./cost-game.ts";
import type { Forms } from "./model.ts";
import { panelTemperature_C } from "./panel-form.ts";

export const ANSWERS = ["orbit", "ratio", "ground", "break-even", "mass", "panel"] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_WORDS: Readonly<Record<Answer, { readonly what: string; readonly unit: string }>> = {
  orbit: { what: "cost of a kilowatt-year in orbit", unit: "$/kW-yr" },
  ground: { what: "cost of a kilowatt-year on the ground", unit: "$/kW-yr" },
  ratio: { what: "orbit over ground", unit: "x" },
  "break-even": { what: "launch price at which orbit costs what ground costs", unit: "$/kg" },
  mass: { what: "mass launched per kilowatt of IT", unit: "kg/kW" },
  panel: { what: "temperature of the panel", unit: "C" },
};

/** Which answers a model has. */
export const answersOf = (forms: Forms): readonly Answer[] => ANSWERS.filter((answer) => can(forms, answer));

const can = ({ orbit, ground, panel, capitalAlone }: Forms, answer: Answer): boolean => {
  if (capitalAlone === true && ["orbit", "ground", "ratio"].includes(answer)) return false;
  const priced = orbit !== undefined && (orbit.masses.length === 0 || orbit.launch_usd_per_kg !== null);
  if (answer === "orbit") return priced;
  if (answer === "ground") return ground !== undefined;
  if (answer === "ratio") return priced && ground !== undefined;
  if (answer === "break-even") return orbit !== undefined && orbit.masses.length > 0 && ground !== undefined;
  return answer === "mass" ? orbit !== undefined && orbit.masses.length > 0 : panel !== undefined;
};

/** The answer itself. Throws for one that the model does not have. */
export const answerOf = (forms: Forms, answer: Answer): number => {
  if (!can(forms, answer)) throw new RangeError(`it has no answer "${answer}"`);
  if (answer === "panel") return panelTemperature_C(forms.panel!);
  if (answer === "orbit") return costOf(forms.orbit!);
  if (answer === "ground") return costOf(forms.ground!);
  if (answer === "mass") return massOf(forms.orbit!);
  return answer === "ratio" ? costOf(forms.orbit!) / costOf(forms.ground!) : breakEven(forms);
};

/** (ground - orbit at 0 $/kg)/(orbit at 1 - orbit at 0), each without what the model's own break-even leaves out. */
const breakEven = ({ orbit, ground, breakEvenWithout }: Forms): number => {
  const [up, down] = [costGame(orbit!, orbit!), costGame(ground!, ground!)];
  const at = (launch_usd_per_kg: number): number => up.cost(0, { launch_usd_per_kg, without: breakEvenWithout?.orbit ?? [] });
  return (down.cost(0, { without: breakEvenWithout?.ground ?? [] }) - at(0)) / (at(1) - at(0));
};
