/** Who is reconciled: a published model, with its inputs as they are or changed, or a run of ours in the same forms. */
import { inputPaths, withInput } from "./inputs.ts";
import type { Forms, Inputs, Model, Native } from "./model.ts";
import { models } from "./models.ts";

export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly boundary: string;
  readonly forms: Forms;
  readonly natives: readonly Native[];
  readonly faultsAt: Model["faultsAt"];
  /** The answer that its variant is about. */
  readonly of: Native["answer"] | null;
  /** Null for a run of ours. */
  readonly model: Model | null;
  readonly inputs: Inputs;
}

/** What is wrong with a name, and what could have been meant. */
export class NameError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "NameError";
    this.hint = hint;
  }
}

/** "mccalip", "mccalip@views", "mccalip:orbit.years=10,orbit.launch_usd_per_kg=200". Throws a NameError. */
export const subjectOf = (name: string): Subject => {
  const colon = name.indexOf(":");
  const [plain, settings] = colon < 0 ? [name, ""] : [name.slice(0, colon), name.slice(colon + 1)];
  const [id, variantId, ...more] = plain.split("@");
  const model = models.find(({ card }) => card.id === id);
  if (model === undefined) throw new NameError(`there is no published model "${id}"`, `models: ${models.map(({ card }) => card.id).join(", ")}`);
  if (more.length > 0) throw new NameError(`"${plain}" names more than one variant`, "change further inputs behind a colon");
  const variant = variantId === undefined ? null : model.variants.find((one) => one.id === variantId);
  if (variant === undefined) throw new NameError(`${id} has no variant "${variantId}"`, model.variants.length === 0 ? "it has none" : `it has ${model.variants.map((one) => one.id).join(", ")}`);
  const inputs = settings === "" ? (variant?.inputs ?? model.inputs) : changed(model, variant?.inputs ?? model.inputs, settings);
  const { card } = model;
  return {
    id: name, title: variant === null ? card.title : `${card.title}, ${variant.what}`, source: card.source, boundary: card.boundary,
    forms: model.forms(inputs), natives: model.natives(inputs), faultsAt: model.faultsAt, of: variant?.of ?? null, model, inputs,
  };
};

const changed = (model: Model, start: Inputs, settings: string): Inputs =>
  settings.split(",").reduce((inputs, setting) => {
    const [path, text, ...rest] = setting.split("=").map((part) => part.trim());
    const value = Number(text);
    if (path === "" || text === undefined || text === "" || rest.length > 0 || !Number.isFinite(value)) throw new NameError(`"${setting}" sets nothing`, `write ${model.card.id}:${inputPaths(model.inputs)[0]![0]}=1`);
    if (!inputPaths(inputs).some(([known]) => known === path)) throw new NameError(`${model.card.id} has no input "${path}"`, `its inputs: ${inputPaths(inputs).map(([known]) => known).join(", ")}`);
    return withInput(inputs, path!, value);
  }, start);
