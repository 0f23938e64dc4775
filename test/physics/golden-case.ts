import { goldenJson } from "../golden/golden-file.ts";

type Numbers = Record<string, number>;
export type PhysicsCase = { readonly area: string; readonly name: string; readonly input: Numbers; readonly expected: number; readonly unit: string; readonly rel_tol: number; readonly source: string };
export type PublishedCase = { readonly id: string; readonly source: string; readonly inputs: Record<string, unknown>; readonly outputs: Record<string, unknown> };

const physics = goldenJson<PhysicsCase[]>("./physics/physics.json");
const published = goldenJson<PublishedCase[]>("./published/published-models.json");

/** The cases of physics.json of one name, in file order. */
export function physicsCases(name: string): PhysicsCase[] {
  const found = physics.filter((one) => one.name === name);
  if (found.length === 0) throw new Error(`no golden case ${name}`);
  return found;
}

/** Inputs and outputs of one published model; the caller knows which are numbers and which lists. */
export function publishedCase<I, O>(id: string): { readonly inputs: I; readonly outputs: O; readonly source: string } {
  const found = published.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no published case ${id}`);
  return { inputs: found.inputs as I, outputs: found.outputs as O, source: found.source };
}
