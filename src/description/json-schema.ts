/** Version 2 as draft-7 JSON Schema, for editors and for whoever writes a reader in another language. */
import * as z from "zod";
import { descriptionShape } from "./shape.ts";

type Json = Readonly<Record<string, unknown>>;

/** What the validator holds a file against, but for what only the whole file tells: names that must exist, bounds in order. */
export const descriptionSchema = (): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(descriptionShape, { io: "input", target: "draft-7", reused: "inline" }) as Json;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Orbital data centre, version 2",
    description: "An orbital data centre, its tiers and its workloads. The end of each key's name is its unit; a number stands alone or with its bounds and source.",
    ...rest,
  };
};
