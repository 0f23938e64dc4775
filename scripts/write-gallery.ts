/** Runs every example, holds it against the figures of its README, and writes docs/gallery.md with one figure each: npm run gallery [NAME...] (names: only those are run, nothing is written but their figures) */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { figureFile, headline } from "../src/report/index.ts";
import type { Run } from "../src/run/index.ts";
import { exampleText, numberAt } from "../test/support/held-against.ts";
import { exampleNames, LESS, runWhole } from "../test/support/run-example.ts";
import { galleryFigure } from "./gallery-figure.ts";

const IMAGES = "docs/img/gallery";

/** What an example asks, as examples/README.md says. */
const asks = (name: string): string => new RegExp(`^\\| \`${name}\` \\| (.*) \\|$`, "m").exec(readFileSync("examples/README.md", "utf8"))?.[1] ?? "";

const digits = (value: number): string => (Number.isInteger(value) ? value.toLocaleString("en-US") : String(Number(value.toPrecision(6))));

const figureRows = (name: string, run: Run): readonly string[] =>
  exampleText(name).figures.map(({ figure, way, expected, within, source }) => {
    const got = numberAt(run, way);
    if (!(Math.abs(got - expected) <= within * (1 + 1e-12))) throw new Error(`${name}: ${figure} is ${got}, not ${expected} within ${within} (${source})`);
    return `| ${figure} | ${digits(got)} | ${digits(expected)} | ${digits(within)} | ${source} |`;
  });

/** What the run answers: of an example about claims, which of them do not go together. */
const answer = (run: Run): string => {
  const open = run.sizing?.claims?.relations.filter(({ closes }) => !closes);
  return open === undefined ? headline(run).text : `The claims do not close: ${open.map(({ words, left, right, unit }) => `${words} (${digits(left)} against ${digits(right)} ${unit})`).join("; ")}.`;
};

const sectionOf = (name: string, run: Run): string => {
  const { boundary, misses } = exampleText(name);
  const chart = galleryFigure(name, run);
  writeFileSync(`${IMAGES}/${name}.svg`, figureFile(chart));
  return [
    `## ${name}`, `${asks(name)}. [Scenario and README](../examples/${name}/README.md)`, "", answer(run), "",
    `![${chart.description}](img/gallery/${name}.svg)`, "",
    ...(LESS[name] === undefined ? [] : [`Figure and numbers are of a run with ${LESS[name].map((set) => `\`--set ${set}\``).join(" ")}.`, ""]),
    "| held against | here | there | within | source |", "|---|---|---|---|---|", ...figureRows(name, run), "",
    `**Boundary.** ${boundary}`, "", `**Misses.** ${misses.join("; ")}.`, "",
  ].join("\n");
};

const INTRO = `# Gallery
Every example with one figure of its run, the figures of others that it is held against, its boundary and what it misses. Written by \`npm run gallery\`, which runs them all and fails where one no longer holds.
`;

mkdirSync(IMAGES, { recursive: true });
const asked = process.argv.slice(2);
const sections: string[] = [];
for (const name of asked.length > 0 ? asked : exampleNames()) {
  const before = process.cpuUsage();
  sections.push(sectionOf(name, await runWhole(name)));
  const { user, system } = process.cpuUsage(before);
  console.log(`${name}: ${((user + system) / 1e6).toFixed(1)} s of CPU`);
}
if (asked.length === 0) writeFileSync("docs/gallery.md", [INTRO, ...sections].join("\n"));
