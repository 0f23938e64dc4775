/** Scenarios to start from: the examples, as the build laid them beside the page. */
import type { Answer, Base, Case } from "dawndusk/service";

export interface PresetEntry {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Of its case, where the build knows it; none of a scenario that the local process was named. */
  readonly hash?: string;
}

/** A case with the answer that the build computed for it; null where it did not. */
export interface Preset extends PresetEntry {
  readonly case: Case;
}

const fetched = async <T>(path: string): Promise<T> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return (await response.json()) as T;
};

export const presetList = (): Promise<readonly PresetEntry[]> => fetched("./presets/index.json");
export const presetCase = async (id: string): Promise<Case> => fetched(`./presets/${id}.json`);

/** Answers that came with the page: files by the hash of the case that they answer. */
export const shippedAnswers = (): Promise<Readonly<Record<string, string>>> => fetched("./answers/index.json");
export const shippedAnswer = (file: string): Promise<Answer> => fetched(`./answers/${file}`);

/** What provisional answers of a preset come from, where the build found it. */
export const shippedBase = async (id: string): Promise<Base | null> => {
  const file = (await fetched<Readonly<Record<string, string>>>("./answers/bases.json"))[id];
  return file === undefined ? null : fetched(`./answers/${file}`);
};
