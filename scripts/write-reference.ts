/** Writes docs/reference/scenario.md from the field table: npx tsx scripts/write-reference.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import { reference } from "../src/scenario/index.ts";

mkdirSync(new URL("../docs/reference/", import.meta.url), { recursive: true });
writeFileSync(new URL("../docs/reference/scenario.md", import.meta.url), reference());
