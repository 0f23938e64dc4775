/** All keys of version 2, read off its JSON Schema: what an unknown one is held against. */
import { descriptionSchema } from "./json-schema.ts";

const keysOf = (node: unknown): readonly string[] => {
  if (typeof node !== "object" || node === null) return [];
  const own = "properties" in node && typeof node.properties === "object" && node.properties !== null ? Object.keys(node.properties) : [];
  return [...own, ...Object.values(node).flatMap(keysOf)];
};

export const KEYS: readonly string[] = [...new Set(keysOf(descriptionSchema()))];
