/** The studio in a browser: what it shows is what the command prints, and what depends on a slider changes with it. */
import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCase, serveStudio } from "../../../src/io/studio/index.ts";
import { runSections } from "../../../src/report/index.ts";
import type { Run } from "../../../src/run/index.ts";
import { openBrowser, openPage } from "../../support/browser.ts";
import { exact, openTab, shownTables, staticHost, takePreset, toldTables, type Host } from "../../support/studio.ts";

const SCENARIO = "examples/one-rack/scenario.yaml";
const PATIENCE_MS = 240_000;

let browser: Browser;
let host: Host;
let local: Host;
beforeAll(async () => {
  const opens = await readCase(SCENARIO);
  if (!opens.ok) throw new Error("the example cannot be read");
  [browser, host, local] = await Promise.all([openBrowser(), staticHost(), serveStudio({ port: 0, opens })]);
}, PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  await Promise.all([host.close(), local.close()]);
});

/** What the command says of a file. */
const commandRun = (file = SCENARIO): Run => {
  const { stdout, status, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "run", file, "--json", "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
};

/** The text as it stands now, saved by the page. */
const savedScenario = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save YAML" }).click()]);
  return download.path();
};

const PAGES = { Answer: ["cost", "footprint", "assumptions"], "Build-out": ["plan", "platform", "sites"], Money: ["money"] } as const;

describe("numbers", () => {
  test("of static files and of the local process are the command's, to the last printed digit, on every page", async () => {
    const sections = runSections(commandRun());
    for (const { url, preset } of [{ url: host.url, preset: "one-rack" }, { url: local.url, preset: null }]) {
      const { page, clean, close } = await openPage(browser, url);
      if (preset === null) await exact(page);
      else await takePreset(page, preset);
      for (const [tab, ids] of Object.entries(PAGES)) {
        await openTab(page, tab);
        const [shown, told] = [await shownTables(page), toldTables(sections, ids)];
        expect(Object.keys(told).length).toBeGreaterThan(0);
        for (const [id, rows] of Object.entries(told)) expect(shown[id], `${tab}: ${id}`).toEqual(rows);
      }
      clean();
      await close();
    }
  }, PATIENCE_MS);
});

describe("a slider", () => {
  test("is answered provisionally, then exactly; exactly the tables that say something else are marked", async () => {
    const { page, clean, close } = await openPage(browser, host.url);
    await takePreset(page, "one-rack");
    await page.locator("[data-readiness=ready]").waitFor();
    const control = page.locator('[data-control="orbit.platform.arrayAreal"], [data-control="finance.discount"]').first();
    const before = runSections(commandRun());
    await control.getByRole("slider").focus();
    for (let n = 0; n < 6; n++) await page.keyboard.press("ArrowRight");
    await page.locator("[data-provisional]").first().waitFor();
    await exact(page);
    expect(await page.locator("[data-provisional]").count()).toBe(0);
    const after = runSections(commandRun(await savedScenario(page)));
    const ids = PAGES.Answer.filter((id) => id === "cost");
    const [was, is] = [toldTables(before, ids), toldTables(after, ids)];
    const expected = Object.keys(is).filter((id) => JSON.stringify(was[id]) !== JSON.stringify(is[id])).toSorted();
    expect(expected.length).toBeGreaterThan(0);
    expect(await shownTables(page)).toMatchObject(is);
    const marked = await page.locator("main section table[data-table]:has([data-changed])").evaluateAll((tables) => tables.map((table) => table.getAttribute("data-table")!));
    expect([...new Set(marked)].filter((id) => id in is).toSorted()).toEqual(expected);
    clean();
    await close();
  }, PATIENCE_MS);
});

test("the first view takes no more than 450 kB of script, and asks nobody else", async () => {
  const scripts: Promise<number>[] = [];
  const { page, clean, close } = await openPage(browser, host.url, {
    watch: (opened) => opened.on("response", (response) => {
      // The model is no part of the view: it comes after it, for what is changed.
      if (new URL(response.url()).pathname.endsWith(".js") && !/worker|rain-maps/.test(response.url())) scripts.push(response.body().then((body) => gzipSync(body).length));
    }),
  });
  await page.locator(".verdict").waitFor();
  await page.locator("figure[data-figure] svg").first().waitFor();
  const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(450_000);
  clean();
  await close();
}, PATIENCE_MS);
