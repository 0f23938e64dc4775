/** The schema as draft-7 JSON Schema, for editors: what the zod schema takes as input, with `extends`. */
import * as z from "zod";
import type { FieldRow, Section } from "./field.ts";
import { jsonDefinitions, type Json } from "./json-form.ts";
import { isRequired, scenarioSchema } from "./schema.ts";
import { table } from "./table/index.ts";
import { templates } from "./templates/index.ts";

/** Draft-7 JSON Schema of a scenario file. What must be written is asked for only of a file that extends none; an item's id always. */
export const jsonSchema = (): Json => {
  const exported = z.toJSONSchema(scenarioSchema, { io: "input", target: "draft-7", unrepresentable: "any", reused: "inline", override: ({ jsonSchema: form }) => restore(form as Record<string, unknown>) }) as Json;
  const { $schema: _, properties, ...rest } = withoutRequired(exported, true) as Json;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Dawndusk scenario, version 1",
    ...rest,
    properties: { extends: extendsForm, ...(properties as Json) },
    if: { not: { required: ["extends"] } },
    then: requiredOf(table),
    definitions: jsonDefinitions,
  };
};

/** zod drops default and examples of what is transformed, as if they were its output; ours are input, and come back from `written`. */
const restore = (form: Record<string, unknown>): void => {
  if (!isRecord(form["written"])) return;
  Object.assign(form, form["written"]);
  delete form["written"];
};

const extendsForm: Json = {
  type: "string",
  description: "A scenario of the same folder, or a template, that this one is laid over: sections merge by key, list items by id.",
  examples: ["base.yaml", ...templates.map(({ name }) => `template:${name}`)],
};

const isRecord = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Drops `required` of sections; list items keep their id. Sections may be left empty. */
const withoutRequired = (schema: unknown, top: boolean): unknown => {
  if (Array.isArray(schema)) return schema.map((item) => withoutRequired(item, false));
  if (!isRecord(schema)) return schema;
  const section = optionalSection(schema);
  if (section) return withoutRequired(section, false);
  const properties = schema["properties"];
  if (!isRecord(properties) || schema["additionalProperties"] !== false || "hourly" in properties || "weekly" in properties || "file" in properties) {
    return "items" in schema || "anyOf" in schema ? Object.fromEntries(Object.entries(schema).map(([k, v]) => [k, k === "items" || k === "anyOf" ? withoutRequired(v, false) : v])) : schema;
  }
  const { required: _, ...rest } = schema;
  const inner = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, withoutRequired(value, false)]));
  return { ...rest, ...(top ? {} : { type: ["object", "null"] }), properties: inner, ...("id" in properties ? { type: "object", required: ["id"] } : {}) };
};

/** The section of a union of null and a section. */
const optionalSection = ({ anyOf }: Json): Json | undefined => {
  if (!Array.isArray(anyOf) || anyOf.length !== 2 || !isRecord(anyOf[0]) || anyOf[0]["type"] !== "null") return undefined;
  return isRecord(anyOf[1]) ? anyOf[1] : undefined;
};

/** What a section asks for, and its sections and items in turn. */
const requiredOf = (section: Section): Json => {
  const rows = Object.entries(section);
  const inner = rows.map(([name, row]) => [name, innerRequired(row)] as const).filter(([, form]) => form !== undefined);
  return { required: rows.filter(([, row]) => isRequired(row)).map(([name]) => name), ...(inner.length > 0 ? { properties: Object.fromEntries(inner) } : {}) };
};

const innerRequired = (row: FieldRow): Json | undefined => {
  if (row.kind !== "group" && row.kind !== "list") return undefined;
  const form = requiredOf(row.of);
  if ((form["required"] as readonly string[]).length === 0 && form["properties"] === undefined) return undefined;
  return row.kind === "list" ? { items: form } : form;
};
