/** Writes schema/scenario-v1.json from the field table and schema/description-v2.json from its shape: npx tsx scripts/write-schema.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import { descriptionSchema } from "../src/description/index.ts";
import { jsonSchema } from "../src/scenario/index.ts";

mkdirSync(new URL("../schema/", import.meta.url), { recursive: true });
for (const [name, schema] of Object.entries({ "scenario-v1": jsonSchema(), "description-v2": descriptionSchema() })) {
  writeFileSync(new URL(`../schema/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
