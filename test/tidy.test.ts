/** The house rules as tests. Each rule is first shown a file that breaks it, so that a rule that sees nothing fails. */
import { describe, expect, test } from "vitest";
import { accuracyFindings } from "./tidy/accuracy.ts";
import { cycleFindings, doorFindings, layerFindings, LAYERS, layersTable, roomOf } from "./tidy/layers.ts";
import { constantFindings, significantDigits, twinFindings } from "./tidy/numbers.ts";
import { formFindings, idleExceptions, impureFindings, longFileFindings, longFunctionFindings } from "./tidy/shape.ts";
import { type Finding, parseSource, projectFiles, readText, report, type Source } from "./tidy/source.ts";
import { exampleDataFindings, exampleFindings, goldenFindings, packageFindings, type TextFile, wordFindings } from "./tidy/words.ts";

const paths = projectFiles();
const texts: readonly TextFile[] = paths.flatMap((path) => {
  const text = readText(path);
  return text === undefined ? [] : [{ path, text }];
});
const typescript: readonly Source[] = texts.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => parseSource(path, text));
const model = typescript.filter(({ path }) => path.startsWith("src/"));
const programs = typescript.filter(({ path }) => !path.startsWith("test/"));

const lines = (findings: readonly Finding[]): readonly string[] => findings.map(({ path, line }) => `${path}:${line}`);
const clean = (findings: readonly Finding[]): void => expect(report(findings)).toBe("");
const file = (path: string, ...text: readonly string[]): Source => parseSource(path, text.join("\n"));

test("the rules see the project", () => {
  expect(model.length).toBeGreaterThan(40);
  expect(model.flatMap((source) => source.imports).length).toBeGreaterThan(60);
  expect(new Set(model.map(({ path }) => roomOf(path)))).toContain("kernel");
});

describe("layers", () => {
  test("a room imports only what the layer table allows", () => {
    clean(model.flatMap(layerFindings));
    expect(lines(layerFindings(file("src/kernel/a.ts", 'import { x } from "../units/index.ts";')))).toEqual(["src/kernel/a.ts:1"]);
    expect(lines(layerFindings(file("src/plan/a.ts", "", 'export { fly } from "../fly/index.ts";')))).toEqual(["src/plan/a.ts:2"]);
    expect(layerFindings(file("src/plan/a.ts", 'import type { Flight } from "../fly/index.ts";'))).toEqual([]);
    expect(layerFindings(file("src/plan/a.ts", 'import { type Flight } from "../fly/index.ts";'))).toEqual([]);
    expect(lines(layerFindings(file("src/plan/a.ts", 'const highs = await import("highs");')))).toEqual(["src/plan/a.ts:1"]);
    expect(lines(layerFindings(file("src/newroom/a.ts", 'import "../units/index.ts";')))).toEqual(["src/newroom/a.ts:1"]);
  });

  test("only io and cli import Node's modules", () => {
    for (const name of ["node:fs", "fs", "fs/promises"]) expect(layerFindings(file("src/run/a.ts", `import "${name}";`))).toHaveLength(1);
    expect(layerFindings(file("src/io/a.ts", 'import "node:fs";'))).toEqual([]);
  });

  test("the table has no loop of values", () => {
    const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
      (LAYERS[from]?.may ?? []).some((next) => next === to || (!seen.includes(next) && reaches(next, to, [...seen, next])));
    for (const room of Object.keys(LAYERS)) expect(reaches(room, room, []), room).toBe(false);
  });

  test("ARCHITECTURE.md prints the table and speaks of every room", () => {
    const text = readText("ARCHITECTURE.md") ?? "";
    const printed = text.split("<!-- layers -->\n")[1]?.split("\n<!-- /layers -->")[0];
    expect(printed, "npm run layers writes it").toBe(layersTable());
    const rooms = [...new Set(model.map(({ path }) => roomOf(path)))].filter((room) => room !== "");
    for (const room of rooms) expect(text).toContain(`**\`${room}\`**`);
  });

  test("another folder is entered through its index, and none imports its own", () => {
    clean(model.flatMap(doorFindings));
    const mends = (path: string, to: string): number => doorFindings(file(path, `import "${to}";`)).length;
    expect(mends("src/physics/a.ts", "../units/constants.ts")).toBe(1);
    expect(mends("src/physics/a.ts", "./index.ts")).toBe(1);
    expect(mends("src/money/a.ts", "../index.ts")).toBe(1);
    expect(mends("src/finance/a.ts", "./formulas/npv.ts")).toBe(1);
    expect(mends("src/run/a.ts", "../money/index.ts")).toBe(0);
    expect(mends("src/scenario/table/a.ts", "../load/b.ts")).toBe(1);
    expect(mends("src/scenario/table/a.ts", "../load/index.ts")).toBe(0);
    expect(mends("src/scenario/table/a.ts", "../field.ts")).toBe(0);
    expect(mends("src/scenario/table/a.ts", "../../units/index.ts")).toBe(0);
    expect(mends("src/index.ts", "./run/index.ts")).toBe(0);
  });

  test("no import cycle", () => {
    clean(cycleFindings(typescript));
    const three = [file("src/a.ts", 'import "./b.ts";'), file("src/b.ts", 'import type { C } from "./c.ts";'), file("src/c.ts", 'export * from "./a.ts";')];
    expect(report(cycleFindings(three))).toContain("src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts");
    expect(cycleFindings(three.slice(0, 2))).toEqual([]);
  });
});

describe("numbers", () => {
  const constants = file("src/units/constants.ts", "export const EARTH_RADIUS_KM = 6378.137;", "export const EARTH_ALBEDO = 0.3;");

  test("a physical constant stands in one place", () => {
    clean(constantFindings(model));
    expect(lines(constantFindings([constants, file("src/fly/a.ts", "", "export const r = 6_378.137 + 0.3;")]))).toEqual(["src/fly/a.ts:2"]);
    expect(constantFindings([constants, file("src/published/a.ts", "export const theirRadius_km = 6378.137;")])).toEqual([]);
  });

  test("no long number stands twice", () => {
    clean(twinFindings(model));
    const twice = [file("src/fly/a.ts", "export const a = 0.0020708;"), file("src/size/b.ts", "export const b = [1, 2.0708e-3];")];
    expect(lines(twinFindings(twice))).toEqual(["src/size/b.ts:1"]);
    expect([86_400, 6378.137, 1e9, 0.0020708].map(significantDigits)).toEqual([3, 7, 1, 5]);
  });
});

describe("shape", () => {
  test("no function has more than 70 lines", () => {
    clean(programs.flatMap(longFunctionFindings));
    const body = (lines: number): string => "\n".repeat(lines - 1);
    expect(report(longFunctionFindings(file("src/a.ts", `export const long = (): void => {${body(71)}};`)))).toContain("long has 71 lines");
    expect(report(longFunctionFindings(file("src/a.ts", `function far() {${body(90)}}`)))).toContain("far has 90 lines");
    expect(longFunctionFindings(file("src/a.ts", `export const fits = (): void => {${body(70)}};`))).toEqual([]);
  });

  test("no file has more than 400 lines", () => {
    clean(typescript.flatMap(longFileFindings));
    expect(longFileFindings(file("src/a.ts", `${"\n".repeat(400)}export {};`))).toHaveLength(1);
  });

  test("no exception outlives its cause", () => clean(idleExceptions(typescript)));

  test("no default export, enum, namespace, any, switched-off check or number behind ||", () => {
    clean(typescript.flatMap(formFindings));
    const bad = ["export default 1;", "enum A { B }", "namespace N { export const x = 1; }", "const a = b as any;", "// @ts-ignore", "const c = d || 200;"];
    for (const text of bad) expect(formFindings(file("src/a.ts", text)), text).toHaveLength(1);
    expect(formFindings(file("a.config.ts", "export default 1;"))).toEqual([]);
  });

  test("no clock and no chance outside io and cli", () => {
    clean(model.flatMap(impureFindings));
    const bad = ["Date.now();", "new Date();", "Math.random();", "performance.now();", "process.env['X'];", "crypto.randomUUID();"];
    for (const text of bad) expect(impureFindings(file("src/run/a.ts", text)), text).toHaveLength(1);
    expect(impureFindings(file("src/io/a.ts", ...bad))).toEqual([]);
    expect(impureFindings(file("src/units/a.ts", "new Date(0); Date.UTC(2027, 1, 1); Math.sin(1);"))).toEqual([]);
  });
});

describe("words and papers", () => {
  const machine = ["", "work", "main"].join("/");

  test("plan and finance ask what an option brings, never whether it is ground or orbit", () => {
    const asked = /\btier [!=]== "(?:ground|orbit)"|startsWith\("(?:ground|orbit)\/"/;
    const findings = typescript.filter(({ path }) => /^src\/(?:plan|finance)\//.test(path)).flatMap(({ path, text }) => text.split("\n").flatMap((line, i) => (asked.test(line) ? [{ path, line: i + 1, mend: "read a field of the option" }] : [])));
    clean(findings);
  });

  test("no note to oneself, unsourced number or path of a machine", () => {
    clean(texts.flatMap(wordFindings));
    const found = (path: string, text: string): readonly string[] => lines(wordFindings({ path, text }));
    expect(found("src/a.ts", "\n// TODO: later")).toEqual(["src/a.ts:2"]);
    expect(found("src/a.ts", 'source: "to be sourced"')).toEqual(["src/a.ts:1"]);
    expect(found("docs/a.md", "full text via id 12345678901")).toEqual(["docs/a.md:1"]);
    expect(found("docs/a.md", `see ${machine}/x`)).toEqual(["docs/a.md:1"]);
    expect(found("docs/a.md", ["see ..", "shared", "data"].join("/"))).toEqual(["docs/a.md:1"]);
    expect(found("docs/a.md", "https://example.org/work/paper")).toEqual([]);
  });

  test("every golden folder says origin, date, command and licence", () => {
    clean(goldenFindings(paths, readText));
    const bare = ["test/golden/x/a.json", "test/golden/measure.ts"];
    expect(lines(goldenFindings(bare, () => undefined))).toEqual(["test/golden/x/README.md:1"]);
    expect(report(goldenFindings(bare, () => "Origin: x. Date: y. Licence: z."))).toContain("does not say: command|how");
  });

  test("the index of golden data names every folder", () => {
    const index = readText("test/golden/README.md") ?? "";
    const folders = new Set(paths.filter((path) => /^test\/golden\/[^.][^/]*\//.test(path)).map((path) => path.split("/")[2]));
    expect([...folders].filter((folder) => !index.includes(`| \`${folder}\` |`))).toEqual([]);
  });

  test("the version stands alike in package.json and in the results", () => {
    const version = /"version": "([^"]+)"/.exec(readText("package.json") ?? "")?.[1];
    expect(readText("src/run/version.ts")).toContain(`DAWNDUSK_VERSION = "${version}"`);
  });

  test("a decision opens with its verdict", () => {
    const pages = texts.filter(({ path }) => /^design\/\d{4}-/.test(path));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter(({ text }) => !text.startsWith("Verdict: ")).map(({ path }) => path)).toEqual([]);
  });

  test("docs/accuracy.md prints every suite that is measured", () => {
    const found = (text: string, page: string): readonly string[] => lines(accuracyFindings([{ path: "test/a/a.test.ts", text: `import "../golden/measure.ts"; ${text}` }], page));
    expect(accuracyFindings([{ path: "test/a/a.test.ts", text: 'const measure = () => {}; measure("own");' }], "")).toEqual([]);
    expect(found('\nmeasure("old", row);', "## new\n")).toEqual(["test/a/a.test.ts:2"]);
    expect(found('const SUITE = "old";', "## new\n")).toEqual(["test/a/a.test.ts:1"]);
    expect(found("measure(name, row);", "## name\n")).toEqual(["test/a/a.test.ts:1"]);
    expect(found('measure("new", row);\nmeasure(SUITE, row);', "## new\n")).toEqual([]);
    expect(accuracyFindings([{ path: "test/full/a.test.ts", text: 'import "../golden/measure.ts"; measure("old", row);' }], "")).toEqual([]);
    clean(accuracyFindings(texts, readText("docs/accuracy.md") ?? ""));
  });

  test("every example is named by a test", () => {
    const tests = texts.filter(({ path }) => path.endsWith(".test.ts") && path !== "test/tidy.test.ts");
    clean(exampleFindings(paths, tests));
    expect(lines(exampleFindings(["examples/no-such-scenario/scenario.yaml"], tests))).toEqual(["examples/no-such-scenario/:1"]);
  });

  test("every table of an example has its origin and licence beside it", () => {
    clean(exampleDataFindings(paths, readText));
    expect(lines(exampleDataFindings(["examples/x/a.csv"], () => "b.csv, licence: MIT"))).toEqual(["examples/x/README.md:1"]);
    expect(exampleDataFindings(["examples/x/a.csv"], () => "a.csv, licence: MIT")).toEqual([]);
  });

  test("dependencies are exact and free of copyleft", () => {
    clean(packageFindings(readText("package.json") ?? "", readText("package-lock.json") ?? ""));
    expect(packageFindings('{ "zod": "^4.0.0" }', '{ "license": "AGPL-3.0" }')).toHaveLength(2);
  });
});
