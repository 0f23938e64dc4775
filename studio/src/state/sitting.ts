/** What a sitting knows, and what it does. */
import type { Answer, Case, CaseAnswer } from "dawndusk/service";
import type { Models } from "../model/model.ts";
import type { Changed } from "./changed.ts";
import type { Errands } from "./errands.ts";
import type { Reaching } from "./history.ts";
import type { PresetEntry } from "./presets.ts";
import type { Read, Readiness, Standing } from "./provisional.ts";
import type { Store } from "./store.ts";
import type { View } from "./view.ts";

type Problems = Extract<CaseAnswer, { readonly ok: false }>["problems"];

/** Where the exact run stands. */
export type Progress =
  | { readonly kind: "done" }
  | { readonly kind: "running"; readonly stage: string }
  | { readonly kind: "failed"; readonly message: string };

export interface Shown {
  readonly answer: Answer;
  /** The text it answers. */
  readonly text: string;
  /** Whether it came with the page. */
  readonly shipped: boolean;
}

export interface Sitting {
  readonly presets: readonly PresetEntry[];
  /** The preset as it was taken up. */
  readonly case: Case;
  readonly shown: Shown | null;
  /** Of the text as it is; none while it is being read. */
  readonly problems: Problems;
  readonly progress: Progress;
  /** The last text that was read, with its problems or its sliders; null before the first. */
  readonly read: Read | null;
  /** What stands for a text until its exact answer lands; null where `shown` answers it, or nothing does. */
  readonly provisional: Standing | null;
  readonly readiness: Readiness;
  /** What `shown` says otherwise than the exact answer before it. */
  readonly changed: Changed;
  /** Something that the reader must know of how this sitting began, "" for nothing. */
  readonly notice: string;
}

/** A view with its case, and the answer where there is one. */
export interface Opened {
  readonly view: View;
  readonly case: Case;
  readonly shown: Shown | null;
  readonly notice: string;
}

export interface Session {
  readonly view: Store<View>;
  readonly sitting: Store<Sitting>;
  readonly models: Models;
  readonly reaching: Store<Reaching>;
  /** Back to what stood before, be it another text or another preset; nothing where nothing did. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** What takes long and goes on over pages. */
  readonly errands: Errands;
  readonly takePreset: (id: string) => Promise<void>;
  readonly open: (opened: Opened) => void;
  /** Another text; `values` are those of sliders that were moved, for which it stands. */
  readonly write: (text: string, values?: Readonly<Record<string, number>>) => void;
  /** Puts a word before the reader; "" takes it away. */
  readonly say: (notice: string) => void;
}

export const presetText = ({ files, scenario }: Case): string => files[scenario]!;

/** The case that a text means, beside the files of its preset. */
export const caseOf = (preset: Case, text: string): Case => ({ ...preset, files: { ...preset.files, [preset.scenario]: text } });
