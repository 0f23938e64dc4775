/** Draws README's figures from the run of the reference scenario that `npm start` left in out/two-tier. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { capacityChart, costChart, figureFile } from "../src/report/index.ts";
import type { Run } from "../src/run/index.ts";

const ROOT = new URL("../", import.meta.url);
const { finance, plan } = JSON.parse(readFileSync(new URL("out/two-tier/run.json", ROOT), "utf8")) as Run;
if (finance === null || plan === null) throw new Error("out/two-tier/run.json is not of a whole run");
const cost = costChart(finance);
if (cost === null) throw new Error("neither tier has a cost");

mkdirSync(new URL("docs/img/", ROOT), { recursive: true });
writeFileSync(new URL("docs/img/two-tier-cost.svg", ROOT), figureFile(cost));
writeFileSync(new URL("docs/img/two-tier-capacity.svg", ROOT), figureFile(capacityChart(plan)));
