/** A published model as reconciliation takes it: its inputs, and what they give in the common forms. */
import type { ModelCard } from "../card.ts";
import type { CostForm } from "./cost-form.ts";
import type { LeftOut } from "./cost-game.ts";
import type { PanelForm } from "./panel-form.ts";

/** Numbers by name, in groups. */
export interface Inputs {
  readonly [name: string]: number | Inputs;
}

export interface Forms {
  readonly orbit?: CostForm;
  readonly ground?: CostForm;
  readonly panel?: PanelForm;
  /** Capital and mass alone, nothing by the year: it has a break-even and no cost of a kilowatt-year. */
  readonly capitalAlone?: true;
  /** What its own break-even leaves out although its cost counts it. */
  readonly breakEvenWithout?: { readonly orbit: readonly LeftOut[]; readonly ground: readonly LeftOut[] };
}

/** Its own answer in its own unit, and how a kilowatt-year (or its other answers) is turned into it. */
export interface Native {
  readonly answer: "orbit" | "ground" | "ratio" | "break-even" | "mass" | "panel";
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** value = answer in the common unit * times. */
  readonly times: number;
}

export interface Variant {
  readonly id: string;
  /** What is put right, or what else is asked. */
  readonly what: string;
  /** The answer that it is about. */
  readonly of: Native["answer"] | null;
  readonly inputs: Inputs;
}

export interface Model {
  readonly card: ModelCard;
  readonly inputs: Inputs;
  readonly variants: readonly Variant[];
  readonly forms: (inputs: Inputs) => Forms;
  readonly natives: (inputs: Inputs) => readonly Native[];
  /** Inputs that are one step together: "panel.views". */
  readonly together: readonly string[];
  /** Where its panel's temperature is put in rather than worked out: said beside the answer. */
  readonly panelNote?: string;
  /** Step with its tier, and the faults of the card that act in it: "orbit/mass", "panel/views", "ground/build" for all that begin so, "orbit/boundary" for all that is bought or paid and that it leaves out, or a path of an input. */
  readonly faultsAt: Readonly<Record<string, readonly string[]>>;
}

/** Types of one model's inputs are erased here: what was put in comes out, changed in numbers only. */
export const modelOf = <Own extends object>(model: Omit<Model, "inputs" | "variants" | "forms" | "natives"> & {
  readonly inputs: Own;
  readonly variants: readonly (Omit<Variant, "inputs"> & { readonly inputs: Own })[];
  readonly forms: (inputs: Own) => Forms;
  readonly natives: (inputs: Own) => readonly Native[];
}): Model => model as unknown as Model;
