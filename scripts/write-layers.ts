/** Writes the layer table of test/tidy/layers.ts into ARCHITECTURE.md between its markers. */
import { readFileSync, writeFileSync } from "node:fs";
import { layersTable } from "../test/tidy/layers.ts";
import { betweenMarkers } from "./accuracy-table.ts";

const file = new URL("../ARCHITECTURE.md", import.meta.url);
writeFileSync(file, betweenMarkers(readFileSync(file, "utf8"), "layers", layersTable()));
