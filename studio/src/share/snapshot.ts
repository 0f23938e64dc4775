/** A view with its case and its answer in one file, to be opened again without running anything. */
import { isCase, type Answer, type Case } from "dawndusk/service";
import { knownChoices } from "../state/choices.ts";
import { PAGES, type View } from "../state/view.ts";
import { isAnswer } from "./answer-shape.ts";

export interface Snapshot {
  /** Version of this form. */
  readonly studio: 1;
  readonly view: View;
  /** The preset with the files beside it; the text is the view's. */
  readonly case: Case;
  readonly answer: Answer;
  /** SHA-256 of the answer as it stands here: whether it was changed since. */
  readonly hash: string;
}

export type ReadSnapshot = { readonly ok: true; readonly snapshot: Snapshot; readonly notice: string } | { readonly ok: false; readonly why: string };

const digest = async (text: string): Promise<string> => [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const snapshotText = async ({ view, case: given, answer }: Pick<Snapshot, "view" | "case" | "answer">): Promise<string> => {
  const snapshot: Snapshot = { studio: 1, view, case: given, answer, hash: await digest(JSON.stringify(answer)) };
  return `${JSON.stringify(snapshot)}\n`;
};

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

/** Choices that this studio does not know are left out. */
const viewOf = (value: unknown): View | null => {
  if (!isRecord(value)) return null;
  const { preset, text } = value;
  const page = PAGES.find((one) => one === value["page"]);
  const choices = knownChoices(value["choices"]);
  return page === undefined || choices === null || !isText(preset) || !isText(text) ? null : { page, preset, text, choices };
};

/** Reads a file; `model` is the version that this page has, to tell where another made the answer. */
export const readSnapshot = async (text: string, model: { readonly dawndusk: string; readonly modelVersion: string }): Promise<ReadSnapshot> => {
  const record = parsed(text);
  if (!isRecord(record) || record["studio"] === undefined) return { ok: false, why: "it is no snapshot of a studio" };
  if (record["studio"] !== 1) return { ok: false, why: `it is a snapshot of version ${JSON.stringify(record["studio"])}, which this studio does not know` };
  const { case: given, answer, hash } = record;
  const view = viewOf(record["view"]);
  if (view === null || !isCase(given) || !isAnswer(answer)) return { ok: false, why: "it is broken: part of it is missing" };
  const notices = [
    ...(hash === (await digest(JSON.stringify(answer))) ? [] : ["Its answer was changed after it was saved."]),
    ...(answer.modelVersion === model.modelVersion && answer.dawndusk === model.dawndusk ? [] : [`Its answer was made by Dawndusk ${answer.dawndusk}, model ${answer.modelVersion}; this studio has ${model.dawndusk}, model ${model.modelVersion}, and may answer otherwise.`]),
  ];
  return { ok: true, snapshot: { studio: 1, view, case: given, answer, hash: typeof hash === "string" ? hash : "" }, notice: notices.join(" ") };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
