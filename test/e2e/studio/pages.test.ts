/** The studio in a browser: text with a fault, clock, planning again, links, what can be taken away, keys, and what everybody can read. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AXIS_PX, LANE_PX, namesWidth } from "../../../studio/src/clock/timeline-canvas.ts";
import { readFragment } from "../../../studio/src/share/link.ts";
import { openPage } from "../../support/browser.ts";
import { EXAMPLE, EXAMPLE_FILE, HOST_NAMES, studioHosts, type StudioHosts } from "../../support/studio-hosts.ts";
import { exact, openTab, shownTables, takePreset } from "../../support/studio.ts";
import { unzipped } from "../../support/unzip.ts";

const PATIENCE_MS = 240_000;
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let hosts: StudioHosts;
beforeAll(async () => {
  hosts = await studioHosts();
}, PATIENCE_MS);
afterAll(() => hosts.close());

/** A page of static files with the example. */
const plain = (options: Parameters<StudioHosts["opened"]>[1] = {}) => hosts.opened("static files", options);

const typeInto = async (page: Page, words: string): Promise<void> => {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
};

test.each(HOST_NAMES)("a fault in the text is told with its line and mended by undoing: %s", async (name) => {
  const { page, clean, close } = await hosts.opened(name);
  await page.getByRole("tab", { name: "YAML" }).click();
  await typeInto(page, "\norbitt: 3\n");
  const problems = page.getByRole("region", { name: "Problems" });
  await problems.getByText(/orbitt/).first().waitFor();
  expect(await problems.textContent()).toMatch(/line \d+/);
  await page.getByRole("button", { name: "Undo" }).click();
  await problems.waitFor({ state: "detached" });
  clean();
  await close();
}, PATIENCE_MS);

test("an arrow key on the presets takes no edit away: Ctrl+Z brings the edited text back, Ctrl+Y the preset", async () => {
  const { page, clean, close } = await plain();
  await page.locator('[data-control="finance.discount"]').getByRole("textbox").fill("9");
  await page.keyboard.press("Enter");
  await exact(page);
  const presets = page.getByRole("combobox", { name: /^Preset/ });
  await presets.focus();
  await page.keyboard.press("ArrowDown");
  await page.locator(`.status:not([data-preset="${EXAMPLE}"])`, { hasText: /^exact$/ }).waitFor();
  const other = await presets.inputValue();
  await presets.focus();
  await page.keyboard.press("Control+z");
  await page.locator(`.status[data-preset="${EXAMPLE}"]`, { hasText: /^exact$/ }).waitFor();
  expect(await page.locator('[data-control="finance.discount"]').getAttribute("data-value")).toBe("0.09");
  await presets.focus();
  await page.keyboard.press("Control+y");
  await page.locator(`.status[data-preset="${other}"]`, { hasText: /^exact$/ }).waitFor();
  clean();
  await close();
}, PATIENCE_MS);

test("the answer is short: what is long is folded, and Ctrl+K opens the fold", async () => {
  const { page, clean, close } = await plain();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(10 * 900);
  const fold = page.locator("#assumptions details");
  expect(await fold.getAttribute("open")).toBeNull();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("assumptions section");
  await page.keyboard.press("Enter");
  await page.locator("#assumptions details[open]").waitFor();
  await page.locator("#assumptions button.all-rows").first().click();
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "What must be true" }).click();
  clean();
  await close();
}, PATIENCE_MS);

/** Starts of umbras, as the command lists them. */
const umbras = (): readonly string[] => {
  const { stdout } = spawnSync(process.execPath, ["dist/cli/main.js", "eclipses", EXAMPLE_FILE], { encoding: "utf8" });
  return [...stdout.matchAll(/^umbra +(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+)/gm)].map(([, start]) => start!);
};

const clockNow = async (page: Page): Promise<number> => Number(await page.locator("[data-clock]").getAttribute("data-clock"));

/** Where on the timeline's canvas a time of a lane is, while the whole of the first day is shown. */
const placeOf = async (page: Page, lane: number, t_s: number): Promise<{ readonly x: number; readonly y: number }> => {
  const text = (await page.locator(".timeline .choices .note").textContent())!;
  const [start, end] = [...text.matchAll(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/g)].map(([time]) => Date.parse(`${time.replace(" ", "T")}Z`) / 1000) as [number, number];
  const { width } = (await page.locator(".lanes canvas").boundingBox())!;
  const left = namesWidth(width);
  return { x: left + ((width - left) * (t_s - start)) / (end - start), y: AXIS_PX + LANE_PX * lane + LANE_PX - 5 };
};

test.each(HOST_NAMES)("the clock plays; a click on an eclipse in the timeline goes to its start, sky and series follow: %s", async (name) => {
  const { page, clean, close } = await hosts.opened(name);
  await openTab(page, "Clock");
  await page.locator("[data-ready=yes]").first().waitFor();
  const before = await clockNow(page);
  await page.locator("main h1").click();
  await page.keyboard.press("Space");
  await page.waitForFunction((t) => Number(document.querySelector("[data-clock]")!.getAttribute("data-clock")) > t, before);
  await page.keyboard.press("Space");
  await page.locator(".lanes canvas").waitFor();
  await page.getByRole("table", { name: "Series at the clock" }).waitFor();
  const [, , third] = umbras().map((text) => Date.parse(`${text.replace(" ", "T")}Z`) / 1000);
  // Eclipses are the first lane; a penumbra holds its umbra and is no longer than that by a minute.
  const { x, y } = await placeOf(page, 0, third! + 300);
  const [pixel, paper] = await page.locator(".lanes canvas").evaluate((canvas, at) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    copy.drawImage(canvas as HTMLCanvasElement, 0, 0);
    return [at.y, 1].map((row) => [...copy.getImageData(at.x, row, 1, 1).data]);
  }, { x, y });
  expect(pixel).not.toEqual(paper);
  await page.locator(".lanes canvas").click({ position: { x, y } });
  await page.waitForFunction((t) => Math.abs(Number(document.querySelector("[data-clock]")!.getAttribute("data-clock")) - t) < 30, third!);
  // A step on it is dark for certain.
  const start = await clockNow(page);
  await page.locator("main h1").click();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((t) => Number(document.querySelector("[data-clock]")!.getAttribute("data-clock")) > t, start);
  const now = await clockNow(page);
  await page.waitForFunction((t) => Number(document.querySelector(".sky-count")!.getAttribute("data-time")) === t, now);
  expect(await page.locator(".sky-count").getAttribute("data-lit")).toBe("0");
  const minute = new Date(Math.floor(now / 60) * 60_000).toISOString().slice(0, 16).replace("T", " ");
  await page.locator('table[data-table="trace"] th', { hasText: minute }).first().waitFor();
  clean();
  await close();
}, PATIENCE_MS);

test("a priority is changed and the plan made again; what comes out otherwise is marked", async () => {
  const { page, clean, close } = await openPage(hosts.browser, hosts.urls["static files"]);
  await takePreset(page, "gigawatt-by-2035");
  await openTab(page, "Build-out");
  const box = page.locator('.priorities li[data-assumption$="shortfallPrice"] input, .priorities li[data-assumption$=".share"] input').first();
  await box.waitFor();
  const before = await shownTables(page);
  const [number, ...unit] = (await box.inputValue()).split(" ");
  await box.fill(`${Number(number) / 4}${unit.length === 0 ? "" : ` ${unit.join(" ")}`}`);
  await box.press("Enter");
  await page.locator(".status.running").waitFor();
  await exact(page);
  expect(await shownTables(page)).not.toEqual(before);
  expect(await page.locator("main [data-changed]").count()).toBeGreaterThan(0);
  clean();
  await close();
}, PATIENCE_MS);

test.each(HOST_NAMES)("a link is the view: the same in a fresh profile, and a broken one says so: %s", async (name) => {
  const { page, clean, close } = await hosts.opened(name);
  const control = page.locator('[data-control="finance.discount"]');
  await control.getByRole("textbox").fill("9");
  await control.getByRole("textbox").press("Enter");
  await exact(page);
  await openTab(page, "Money");
  const shown = await shownTables(page);
  // The address follows the view a little later.
  await expect.poll(async () => {
    const read = await readFragment(new URL(page.url()).hash);
    return read.ok && read.link.page;
  }, { timeout: 30_000 }).toBe("money");
  const fresh = await openPage(hosts.browser, page.url());
  await exact(fresh.page);
  expect(await fresh.page.getByRole("button", { name: "Money" }).getAttribute("aria-current")).toBe("page");
  expect(await shownTables(fresh.page)).toEqual(shown);
  expect(await fresh.page.locator('[data-control="finance.discount"]').getAttribute("data-value")).toBe(await control.getAttribute("data-value"));
  fresh.clean();
  await fresh.close();
  // On the other host too: what was named on the command line goes with its link.
  const elsewhere = await openPage(hosts.browser, `${hosts.urls[HOST_NAMES.find((other) => other !== name)!]}${new URL(page.url()).hash}`);
  await exact(elsewhere.page);
  expect(await shownTables(elsewhere.page)).toEqual(shown);
  elsewhere.clean();
  await elsewhere.close();
  const broken = await openPage(hosts.browser, `${hosts.urls[name]}#v1.nothing`);
  await broken.page.getByText(/link could not be opened/).waitFor();
  broken.clean();
  await broken.close();
  clean();
  await close();
}, PATIENCE_MS);

/** Width and height of a PNG: the first chunk (W3C PNG, 11.2.2). */
const pngSize = (bytes: Buffer): readonly [width: number, height: number] => {
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(bytes.subarray(12, 16).toString()).toBe("IHDR");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

/** Elements of an SVG by name, as the browser's own reader of XML has them. */
const svgElements = (page: Page, text: string): Promise<Readonly<Record<string, number>>> =>
  page.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    const counts: Record<string, number> = {};
    for (const { localName } of read.querySelectorAll("*")) counts[localName] = (counts[localName] ?? 0) + 1;
    return counts;
  }, text);

/** The workbook that the command writes of the same scenario. */
const commandBook = (): Readonly<Record<string, string>> => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-book-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "finance", EXAMPLE_FILE, "--quiet", "--xlsx", join(folder, "book.xlsx")], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return unzipped(readFileSync(join(folder, "book.xlsx")));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Sheets, numbers to eleven digits: the last ones of a logarithm are the browser's own. */
const sheetsOf = (book: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(book).filter(([path]) => /^xl\/(worksheets\/sheet|sharedStrings|workbook)/.test(path)).map(([path, text]) => [path, text.replaceAll(/-?\d+\.\d+(?:e[+-]?\d+)?/gi, (number) => String(Number(Number(number).toPrecision(11))))]));

test.each(HOST_NAMES)("every form of a figure can be taken away, and the workbook: %s", async (name) => {
  const { page, clean, close } = await hosts.opened(name, { permissions: ["clipboard-read", "clipboard-write"] });
  await openTab(page, "Money");
  const figure = page.locator("main figure[data-figure]").first();
  await figure.locator("svg").waitFor();
  const taken = async (form: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name: form, exact: true }).click()]);
    return readFileSync(await download.path());
  };
  const { rows, columns } = JSON.parse((await taken("JSON")).toString()) as { readonly rows: readonly (readonly (string | number | null)[])[]; readonly columns: readonly unknown[] };
  const lines = (await taken("CSV")).toString().split("\r\n");
  expect(lines.slice(1, -1)).toEqual(rows.map((row) => row.map((cell) => String(cell ?? "")).map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")));
  expect(rows.every((row) => row.length === columns.length) && rows.length > 0).toBe(true);
  const elements = await svgElements(page, (await taken("SVG")).toString());
  expect(elements["parsererror"]).toBeUndefined();
  expect(elements["path"]).toBeGreaterThan(3);
  const [width, height] = pngSize(await taken("PNG"));
  expect(width).toBe(1920);
  expect(height).toBeGreaterThan(300);
  await figure.getByRole("button", { name: "Copy as code" }).click();
  await figure.getByText("copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('from "dawndusk/service"');
  const [book] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download XLSX" }).click()]);
  const sheets = sheetsOf(unzipped(readFileSync(await book.path())));
  expect(Object.values(sheets).join("")).toMatch(/<f>/);
  expect(sheets).toEqual(sheetsOf(commandBook()));
  clean();
  await close();
}, PATIENCE_MS);

test("by keyboard alone: commands by name, search, keys, a slider", async () => {
  const { page, clean, close } = await openPage(hosts.browser, hosts.urls["the local process"]);
  await exact(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("money page");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("button", { name: "Money" }).getAttribute("aria-current")).toBe("page");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "detached" });
  await page.locator("[data-control]").first().waitFor();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "search");
  for (let n = 0; n < 80 && (await page.evaluate(() => document.activeElement?.getAttribute("type"))) !== "range"; n++) await page.keyboard.press("Shift+Tab");
  const path = (await page.evaluate(() => document.activeElement?.closest("[data-control]")?.getAttribute("data-control")))!;
  const value = (): Promise<string | null> => page.locator(`[data-control="${path}"]`).getAttribute("data-value");
  const before = await value();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(([of, was]) => document.querySelector(`[data-control="${of}"]`)?.getAttribute("data-value") !== was, [path, before] as const);
  expect(await page.getByRole("button", { name: "Undo" }).isEnabled()).toBe(true);
  clean();
  await close();
}, PATIENCE_MS);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe("what everybody can read", () => {
  test.each(["light", "dark"] as const)("no page breaks WCAG 2 AA: %s", async (colorScheme) => {
    const { page, clean, close } = await plain({ colorScheme });
    for (const tab of ["Answer", "Clock", "Build-out", "Money", "Risk", "Compare"]) {
      await openTab(page, tab);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector("main .wait, main [aria-busy=true]") === null);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { readonly axe: { readonly run: (where: Document, options: unknown) => Promise<{ readonly violations: readonly Violation[] }> } };
        return (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })).violations;
      });
      expect(violations.map(({ id, nodes }) => `${tab}: ${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([]);
    }
    clean();
    await close();
  }, PATIENCE_MS);

  test("a phone shows the page first, and none scrolls sideways", async () => {
    const { page, clean, close } = await openPage(hosts.browser, hosts.urls["static files"], { viewport: { width: 360, height: 800 } });
    await exact(page);
    await page.locator("[data-control]").first().waitFor();
    expect((await page.locator(".verdict").boundingBox())!.y).toBeLessThan(800);
    for (const tab of ["Answer", "Clock", "Build-out", "Money", "Risk", "Compare"]) {
      await openTab(page, tab);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), tab).toBeLessThanOrEqual(0);
    }
    clean();
    await close();
  }, PATIENCE_MS);
});
