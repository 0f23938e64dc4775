/** Writes schema/scenario-v1.json from the field table: npx tsx scripts/write-schema.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchema } from "../src/scenario/index.ts";

mkdirSync(new URL("../schema/", import.meta.url), { recursive: true });
writeFileSync(new URL("../schema/scenario-v1.json", import.meta.url), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
