/** The studio in a browser: text with a fault, clock, planning again, campaigns, links, what can be taken away, keys, and what everybody can read. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCase, serveStudio } from "../../../src/io/studio/index.ts";
import { openBrowser, openPage } from "../../support/browser.ts";
import { exact, openTab, shownTables, staticHost, takePreset, type Host } from "../../support/studio.ts";

const PATIENCE_MS = 240_000;
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let browser: Browser;
let host: Host;
let local: Host;
beforeAll(async () => {
  const opens = await readCase("examples/one-rack/scenario.yaml");
  if (!opens.ok) throw new Error("the example cannot be read");
  [browser, host, local] = await Promise.all([openBrowser(), staticHost(), serveStudio({ port: 0, opens })]);
}, PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  await Promise.all([host.close(), local.close()]);
});

const typeInto = async (page: Page, words: string): Promise<void> => {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
};

test("a fault in the text is told with its line and mended by undoing", async () => {
  const { page, clean, close } = await openPage(browser, host.url);
  await takePreset(page, "one-rack");
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

test("the clock plays, an event is gone to, the sky follows", async () => {
  const { page, clean, close } = await openPage(browser, host.url);
  await takePreset(page, "one-rack");
  await openTab(page, "Clock");
  await page.locator("[data-ready=yes]").waitFor();
  const now = async (): Promise<number> => Number(await page.locator("[data-clock]").getAttribute("data-clock"));
  const before = await now();
  await page.locator("main h1").click();
  await page.keyboard.press("Space");
  await page.waitForFunction((t) => Number(document.querySelector("[data-clock]")!.getAttribute("data-clock")) > t, before);
  await page.keyboard.press("Space");
  await page.getByText("Events as a list").click();
  const events = page.getByRole("table", { name: "Events" });
  await events.getByRole("row").nth(2).waitFor();
  const row = events.getByRole("row").nth(2);
  const start = (await row.getByRole("cell").first().textContent())!;
  await row.getByRole("button").click();
  await page.waitForFunction((text) => document.querySelector("[data-clock]")!.textContent.startsWith(text), start);
  clean();
  await close();
}, PATIENCE_MS);

test("a priority is changed and the plan made again; what comes out otherwise is marked", async () => {
  const { page, clean, close } = await openPage(browser, host.url);
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

describe("a campaign", () => {
  test.each([["static files", (): string => host.url], ["the local process", (): string => local.url]])("of %s tells how far it is, is cancelled, and is run to its end", async (_, url) => {
    const { page, clean, close } = await openPage(browser, url());
    if (url() === host.url) await takePreset(page, "one-rack");
    await openTab(page, "Risk");
    await page.getByRole("combobox", { name: /^Evaluations/ }).selectOption("64000");
    await page.getByRole("button", { name: "Run campaign" }).click();
    await page.getByText(/of [\d,]+ evaluations|flown \d+ times/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText(/^Cancelled/).waitFor();
    await page.getByRole("combobox", { name: /^Evaluations/ }).selectOption("1000");
    await page.getByRole("button", { name: "Run campaign" }).click();
    await page.getByRole("heading", { name: "How sure" }).waitFor();
    expect(await page.locator(".verdict").first().textContent()).toMatch(/evaluations over \d+ uncertain inputs/);
    clean();
    await close();
  }, PATIENCE_MS);
});

test("a link is the view: the same in a fresh profile, and a broken one says so", async () => {
  const { page, clean, close } = await openPage(browser, host.url);
  await takePreset(page, "one-rack");
  const control = page.locator('[data-control="finance.discount"]');
  await control.getByRole("textbox").fill("9");
  await control.getByRole("textbox").press("Enter");
  await exact(page);
  await openTab(page, "Money");
  const shown = await shownTables(page);
  await page.waitForFunction(() => location.hash.startsWith("#v1."));
  await page.waitForTimeout(1_000);
  const fresh = await openPage(browser, page.url());
  await exact(fresh.page);
  expect(await fresh.page.getByRole("button", { name: "Money" }).getAttribute("aria-current")).toBe("page");
  expect(await shownTables(fresh.page)).toEqual(shown);
  expect(await fresh.page.locator('[data-control="finance.discount"]').getAttribute("data-value")).toBe(await control.getAttribute("data-value"));
  fresh.clean();
  await fresh.close();
  const broken = await openPage(browser, `${host.url}#v1.nothing`);
  await broken.page.getByText(/link could not be opened/).waitFor();
  broken.clean();
  await broken.close();
  clean();
  await close();
}, PATIENCE_MS);

test("every form of a figure can be taken away, and the workbook", async () => {
  const { page, clean, close } = await openPage(browser, host.url, { permissions: ["clipboard-read", "clipboard-write"] });
  await takePreset(page, "one-rack");
  await openTab(page, "Money");
  const figure = page.locator('main figure[data-figure]').first();
  await figure.locator("svg").waitFor();
  const taken = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name, exact: true }).click()]);
    return readFileSync(await download.path());
  };
  expect((await taken("CSV")).toString()).toMatch(/^[^\r\n]+,[^\r\n]+\r\n/);
  expect(Object.keys(JSON.parse((await taken("JSON")).toString()) as object)).toEqual(["id", "title", "note", "columns", "rows"]);
  expect((await taken("SVG")).toString()).toMatch(/^<svg[\s\S]*<\/svg>$/);
  expect([...(await taken("PNG")).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  await figure.getByRole("button", { name: "Copy as code" }).click();
  await figure.getByText("copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('from "dawndusk"');
  const [book] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download XLSX" }).click()]);
  expect(readFileSync(await book.path()).subarray(0, 2).toString()).toBe("PK");
  clean();
  await close();
}, PATIENCE_MS);

test("by keyboard alone: commands by name, search, keys, a slider", async () => {
  const { page, clean, close } = await openPage(browser, host.url);
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
    const { page, clean, close } = await openPage(browser, host.url, { colorScheme });
    await takePreset(page, "one-rack");
    for (const tab of ["Answer", "Clock", "Build-out", "Money", "Risk", "Compare"]) {
      await openTab(page, tab);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForTimeout(500);
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
    const { page, clean, close } = await openPage(browser, host.url, { viewport: { width: 360, height: 800 } });
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
