/** What may be written at a place of a text, and what stands there: from the language, without the model. */
import type { Language } from "dawndusk/service";
import { contextAt, type Context } from "./context.ts";

type LanguageField = Language["fields"][number];

export interface Offer {
  readonly label: string;
  /** What is written in its place, where that is not the label. */
  readonly insert: string;
  readonly detail: string;
  readonly info: string;
}

export interface Offered {
  readonly from: number;
  readonly offers: readonly Offer[];
}

const index = new WeakMap<Language, ReadonlyMap<string, LanguageField>>();

const fieldsOf = (language: Language): ReadonlyMap<string, LanguageField> => {
  const known = index.get(language) ?? new Map(language.fields.map((field) => [field.path, field]));
  index.set(language, known);
  return known;
};

const below = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** The field at a path; inside the map that a number is written as, the number's. */
export const fieldAt = (language: Language, path: string): LanguageField | null => {
  const fields = fieldsOf(language);
  const own = fields.get(path);
  if (own !== undefined) return own;
  const above = fields.get(path.slice(0, Math.max(0, path.lastIndexOf("."))));
  return above !== undefined && above.keys.length > 0 ? above : null;
};

/** All that fits; the editor sorts and filters by what is written. */
export const offersAt = (language: Language, text: string, place: number): Offered | null => {
  const context = contextAt(text, place);
  if (context === null) return null;
  return context.at === "key" ? keyOffers(language, context) : valueOffers(language, context);
};

const keyOffers = (language: Language, { path, from }: Context): Offered => {
  const fields = fieldsOf(language);
  const section = path.endsWith("[]") ? fields.get(path.slice(0, -2)) : fields.get(path);
  if (section !== undefined && section.keys.length > 0) return { from, offers: section.keys.map((key) => ({ label: key, insert: `${key}: `, detail: "", info: section.meaning })) };
  const top = language.fields.filter((field) => !field.path.includes(".") && field.path !== "");
  const names = path === "" ? top : (section?.fields ?? []).flatMap((name) => fields.get(below(path, name)) ?? []);
  const offers = names.map((field): Offer => ({ label: field.path.slice(field.path.lastIndexOf(".") + 1), insert: `${field.path.slice(field.path.lastIndexOf(".") + 1)}: `, detail: field.unit === "" ? field.kind : field.unit, info: `${field.meaning} Default: ${field.default}` }));
  return { from, offers: path === "" ? [...offers, { label: "extends", insert: "extends: ", detail: "text", info: "A scenario of the same folder, or a template, that this one is laid over." }] : offers };
};

const plain = (label: string, detail = "", info = ""): Offer => ({ label, insert: label, detail, info });

const valueOffers = (language: Language, { path, key, word, from }: Context): Offered | null => {
  if (path === "" && key === "extends") return { from, offers: language.templates.map(({ name, note }) => plain(name, "template", note)) };
  const own = fieldsOf(language).get(below(path, key));
  const field = own ?? fieldAt(language, below(path, key));
  if (field === null) return null;
  if (own === undefined && key === "evidence") return { from, offers: language.evidence.map((one) => plain(one)) };
  if (own === undefined && !["value", "low", "high", "from", "floor"].includes(key)) return null;
  if (field.ref !== null) return { from, offers: (language.ids[field.ref] ?? []).map(({ id, name }) => plain(id, name)) };
  if (field.choices.length > 0) return { from, offers: field.choices.map((one) => plain(one, one === field.default ? "default" : "")) };
  return unitOffers(language, field, { word, from });
};

/** Behind a number its units; before one an example. */
const unitOffers = (language: Language, field: LanguageField, { word, from }: Pick<Context, "word" | "from">): Offered | null => {
  const number = /^-?[\d._]+(?:e[+-]?\d+)?\s*/i.exec(word);
  if (number === null) return field.example === "" ? null : { from, offers: [plain(field.example, "example", field.meaning)] };
  const units = language.units[field.rowUnit] ?? [];
  const lead = /\s$/.test(number[0]) ? "" : " ";
  return units.length === 0 ? null : { from: from + number[0].length, offers: units.map((unit) => ({ label: unit, insert: `${lead}${unit}`, detail: "unit", info: "" })) };
};

/** The field that the word at a place names, or that its value is of. */
export const explainedAt = (language: Language, text: string, place: number): { readonly field: LanguageField; readonly from: number; readonly to: number } | null => {
  const tail = /^[A-Za-z0-9_]*/.exec(text.slice(place))![0].length;
  const context = contextAt(text, place + tail);
  if (context === null || context.key === "") return null;
  const field = fieldAt(language, below(context.path, context.key.trim()));
  return field === null ? null : { field, from: context.from, to: place + tail };
};
