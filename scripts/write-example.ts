/** Runs the library call that README.md shows, from the browser bundle, and writes what it prints under it. */
import { readFileSync, writeFileSync } from "node:fs";
import { browserBundle, printedBy, readmeExample } from "../test/bundle/bundle.ts";
import { betweenMarkers } from "./accuracy-table.ts";

const file = new URL("../README.md", import.meta.url);
const { code } = await browserBundle(readmeExample());
writeFileSync(file, betweenMarkers(readFileSync(file, "utf8"), "example", ["```text", printedBy(code), "```"].join("\n")));
