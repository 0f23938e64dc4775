/** Schema of a scenario, version 1: a zod schema derived row by row from the field table. It reads a whole scenario; files and the catalogue are looked up later. */
import * as z from "zod";
import type { FieldRow, Section } from "./field.ts";
import { jsonFormOf } from "./json-form.ts";
import { readLeaf, type LeafRow } from "./leaf.ts";
import { table } from "./table/index.ts";

const leafSchema = (row: LeafRow, name: string): z.ZodType =>
  z
    .unknown()
    .transform((raw, context) => {
      const leaf = readLeaf(raw, row, {
        name,
        report: ({ path, key, found, expected, hint }) => {
          context.issues.push({ code: "custom", input: raw, path: [...path], message: `found ${found}, expected ${expected}`, params: { found, expected, hint, key: key === true } });
        },
      });
      return leaf === undefined ? z.NEVER : leaf;
    })
    .meta(jsonFormOf(row, name));

/** Whether a field must be written. */
export const isRequired = (row: FieldRow): boolean => {
  if (row.kind === "group") return !row.nullable && Object.values(row.of).some(isRequired);
  if (row.kind === "list" || row.kind === "profile" || row.kind === "series") return false;
  return row.fallback === undefined;
};

const rowSchema = (row: FieldRow, name: string): z.ZodType => {
  const schema = row.kind === "group" ? groupSchema(row.of, row.doc) : row.kind === "list" ? z.array(groupSchema(row.of, row.doc)).max(row.max).meta({ description: row.doc }) : leafSchema(row, name);
  const whole = row.kind === "group" && row.nullable ? z.union([z.null(), schema]).meta({ description: row.doc }) : schema;
  return isRequired(row) ? whole : whole.optional();
};

const groupSchema = (section: Section, doc: string): z.ZodType =>
  z.strictObject(Object.fromEntries(Object.entries(section).map(([name, row]) => [name, rowSchema(row, name)]))).meta({ description: doc });

/** Reads a complete scenario, without `extends`, as plain values. */
export const scenarioSchema: z.ZodType = groupSchema(table, "A Dawndusk scenario, version 1: compute in orbit beside compute on the ground.");
