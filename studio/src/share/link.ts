/** One view as a fragment: "#v2." and a record, deflated, in base64url. It holds what differs from a preset that every host has, and of any other scenario its files. */
import { caseHash, isCase, type Case } from "dawndusk/service";
import { knownChoices } from "../state/choices.ts";
import type { PresetEntry } from "../state/presets.ts";
import { presetText } from "../state/sitting.ts";
import { PAGES, type PageId, type View } from "../state/view.ts";
import { editedText, textEdits, type TextEdit } from "./text-edits.ts";

/** What tells whether a case is the one that a link was made from: its files, or its text alone as links of version 1 have it; null where they do not tell. */
export type MadeOf = { readonly kind: "case" | "text"; readonly mark: string } | null;

/** What a link says, whatever its version. */
export interface Link {
  readonly preset: string;
  readonly page: PageId;
  readonly choices: View["choices"];
  /** The case, where no preset is meant. */
  readonly case: Case | null;
  /** Changes of the case's text; or the text whole, as links of version 0 have it. */
  readonly text: { readonly kind: "edits"; readonly of: MadeOf; readonly edits: readonly TextEdit[] } | { readonly kind: "whole"; readonly text: string };
}

export type ReadLink = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly why: string };

/** Longest record that is read: a text at the language's limit, with its choices. */
const LONGEST = 4_000_000;

/** Longer ones are cut by programs that links are sent through. */
export const LONGEST_FRAGMENT = 60_000;

/** What a scenario stands under that is no preset here. */
export const OPENED = "opened";

/** Mark of a text as links of version 1 have it (FNV-1a, 32 bit). */
export const markOf = (text: string): string => {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mark.toString(36);
};

/** Of all files of a case: so many digits of its hash. */
const MARK_DIGITS = 16;
const caseMark = async (given: Case): Promise<string> => (await caseHash(given)).slice(0, MARK_DIGITS);

/** Whether every host with these presets has this case under this name. */
const isPreset = async (id: string, given: Case, presets: readonly PresetEntry[]): Promise<boolean> => {
  const known = presets.find((one) => one.id === id)?.hash;
  return known !== undefined && known === (await caseHash(given));
};

export interface Fragment {
  readonly fragment: string;
  /** Whether it opens this view on any host of this version. */
  readonly everywhere: boolean;
}

/** "#v2...." of a view beside the case that it started from. A case that no host has goes with it, unless that is too long: then the link is this page's alone. */
export const fragmentOf = async ({ preset, page, choices, text }: View, given: Case, presets: readonly PresetEntry[]): Promise<Fragment> => {
  const edits = textEdits(presetText(given), text);
  const record = { p: preset, ...(page === "answer" ? {} : { g: page }), ...(Object.keys(choices).length === 0 ? {} : { c: choices }), m: await caseMark(given), ...(edits.length === 0 ? {} : { e: edits }) };
  const plain = await written(record);
  if (await isPreset(preset, given, presets)) return { fragment: plain, everywhere: plain.length <= LONGEST_FRAGMENT };
  const whole = await written({ ...record, w: given });
  return whole.length <= LONGEST_FRAGMENT ? { fragment: whole, everywhere: true } : { fragment: plain, everywhere: false };
};

const written = async (record: object): Promise<string> => `#v2.${base64url(await deflated(JSON.stringify(record)))}`;

/** Reads a fragment of any version; says what is wrong with one that cannot be read. */
export const readFragment = async (fragment: string): Promise<ReadLink> => {
  const match = /^#?(v\d+)\.([A-Za-z0-9_-]*)$/.exec(fragment);
  const read = match === null || !Object.hasOwn(READERS, match[1]!) ? undefined : READERS[match[1]!];
  if (match === null) return { ok: false, why: "it is no link of a studio" };
  if (read === undefined) return { ok: false, why: `it is of version ${match[1]}, which this studio does not know` };
  try {
    return { ok: true, link: await read(match[2]!) };
  } catch {
    return { ok: false, why: "it is broken: part of it is missing or was changed" };
  }
};

/** The text that a link means beside a case, and what the reader must know, "" for nothing. Throws where its changes are of another case. */
export const linkedText = async ({ text }: Link, given: Case): Promise<{ readonly text: string; readonly notice: string }> => {
  const base = presetText(given);
  if (text.kind === "whole") return { text: text.text, notice: "" };
  const { of, edits } = text;
  const same = of === null ? null : of.mark === (of.kind === "text" ? markOf(base) : await caseMark(given));
  if (edits.length > 0 && same !== true) throw new Error("its preset has changed since, or is another scenario, and its changes do not fit");
  return { text: editedText(base, edits), notice: same === false ? "The link was made of another scenario, or the preset has changed since: what is shown here is not what its sender saw." : "" };
};

/** From each version to the record above. Version 0 was the text whole, in plain JSON, and had no choices; version 1 had no files, and marked the preset's text only where it was changed. */
const READERS: Readonly<Record<string, (code: string) => Promise<Link>>> = {
  v0: (code) => {
    const { preset, text, page } = recordOf(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(code)));
    return Promise.resolve({ preset: wordOf(preset), page: pageOf(page), choices: {}, case: null, text: { kind: "whole", text: textOf(text) } });
  },
  v1: async (code) => {
    const { p, g, c, m, e } = recordOf(await inflated(bytesOf(code)));
    return { preset: wordOf(p), page: pageOf(g), choices: choicesOf(c), case: null, text: { kind: "edits", of: m === undefined ? null : { kind: "text", mark: wordOf(m) }, edits: editsOf(e) } };
  },
  v2: async (code) => {
    const { p, g, c, m, e, w } = recordOf(await inflated(bytesOf(code)));
    return { preset: wordOf(p), page: pageOf(g), choices: choicesOf(c), case: w === undefined ? null : givenOf(w), text: { kind: "edits", of: { kind: "case", mark: wordOf(m) }, edits: editsOf(e) } };
  },
};

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

const recordOf = (json: string): Raw => {
  const record: unknown = JSON.parse(json);
  if (!isRecord(record)) throw new Error("no record");
  return record;
};

const wordOf = (value: unknown): string => {
  if (typeof value !== "string" || !/^[A-Za-z0-9_-]{1,80}$/.test(value)) throw new Error("no name");
  return value;
};

const textOf = (value: unknown): string => {
  if (typeof value !== "string") throw new Error("no text");
  return value;
};

/** A page that is no more opens the answer. */
const pageOf = (value: unknown): PageId => PAGES.find((page) => page === value) ?? "answer";

const givenOf = (value: unknown): Case => {
  if (!isCase(value)) throw new Error("no case");
  return value;
};

const choicesOf = (value: unknown): View["choices"] => {
  const choices = value === undefined ? {} : knownChoices(value);
  if (choices === null) throw new Error("no choices");
  return choices;
};

const editsOf = (value: unknown): readonly TextEdit[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((one: unknown) => Array.isArray(one) && one.length >= 2 && one.every((part: unknown, i) => typeof part === (i < 2 ? "number" : "string")))) throw new Error("no edits");
  return value as unknown as readonly TextEdit[];
};

const base64url = (bytes: Uint8Array): string => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const bytesOf = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

const deflated = async (text: string): Promise<Uint8Array> => new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());

const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value as Uint8Array, { stream: true });
    if (text.length > LONGEST) {
      await reader.cancel();
      throw new Error("too long");
    }
  }
  return text + decoder.decode();
};
