/** One view as a fragment: "#v1." and a record, deflated, in base64url. It holds what differs from the preset, and nothing else. */
import { PAGES, type PageId, type View } from "../state/view.ts";
import { editedText, textEdits, type TextEdit } from "./text-edits.ts";

/** What a link says, whatever its version. */
export interface Link {
  readonly preset: string;
  readonly page: PageId;
  readonly choices: View["choices"];
  /** Changes of the preset's text, of which `of` is the mark; or the text whole, as links of version 0 have it. */
  readonly text: { readonly kind: "edits"; readonly of: string; readonly edits: readonly TextEdit[] } | { readonly kind: "whole"; readonly text: string };
}

export type ReadLink = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly why: string };

/** Longest record that is read: a text at the language's limit, with its choices. */
const LONGEST = 4_000_000;

/** Mark of a text (FNV-1a, 32 bit): tells whether a preset is still the one that a link was made from. */
export const markOf = (text: string): string => {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mark.toString(36);
};

/** "#v1...." of a view beside its preset's text. */
export const fragmentOf = async ({ preset, page, choices, text }: View, presetText: string): Promise<string> => {
  const edits = textEdits(presetText, text);
  const record = { p: preset, ...(page === "answer" ? {} : { g: page }), ...(Object.keys(choices).length === 0 ? {} : { c: choices }), ...(edits.length === 0 ? {} : { m: markOf(presetText), e: edits }) };
  return `#v1.${base64url(await deflated(JSON.stringify(record)))}`;
};

/** Reads a fragment of any version; says what is wrong with one that cannot be read. */
export const readFragment = async (fragment: string): Promise<ReadLink> => {
  const match = /^#?(v\d+)\.([A-Za-z0-9_-]*)$/.exec(fragment);
  const read = match === null ? undefined : READERS[match[1]!];
  if (match === null) return { ok: false, why: "it is no link of a studio" };
  if (read === undefined) return { ok: false, why: `it is of version ${match[1]}, which this studio does not know` };
  try {
    return { ok: true, link: await read(match[2]!) };
  } catch {
    return { ok: false, why: "it is broken: part of it is missing or was changed" };
  }
};

/** The text that a link means. Throws where the preset is no longer the one that it was made from. */
export const linkedText = ({ text }: Link, presetText: string): string => {
  if (text.kind === "whole") return text.text;
  if (text.edits.length > 0 && text.of !== markOf(presetText)) throw new Error("its preset has changed since, and its changes no longer fit");
  return editedText(presetText, text.edits);
};

/** From each version to the record above. Version 0 was the text whole, in plain JSON, and had no choices. */
const READERS: Readonly<Record<string, (code: string) => Promise<Link>>> = {
  v0: (code) => {
    const { preset, text, page } = recordOf(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(code)));
    return Promise.resolve({ preset: wordOf(preset), page: pageOf(page), choices: {}, text: { kind: "whole", text: textOf(text) } });
  },
  v1: async (code) => {
    const { p, g, c, m, e } = recordOf(await inflated(bytesOf(code)));
    return { preset: wordOf(p), page: pageOf(g), choices: choicesOf(c), text: { kind: "edits", of: m === undefined ? "" : wordOf(m), edits: editsOf(e) } };
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

const choicesOf = (value: unknown): View["choices"] => {
  if (value === undefined) return {};
  if (!isRecord(value) || !Object.values(value).every(isRecord)) throw new Error("no choices");
  return value as View["choices"];
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
