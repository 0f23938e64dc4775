/** The studio in a browser: what it shows is what the command prints, and what depends on a slider changes with it. */
import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSections, type Section } from "../../../src/report/index.ts";
import type { Run } from "../../../src/run/index.ts";
import { openPage } from "../../support/browser.ts";
import { EXAMPLE_FILE, HOST_NAMES, studioHosts, type StudioHosts } from "../../support/studio-hosts.ts";
import { exact, markedCells, openTab, shownTables, toldTables, type Shown } from "../../support/studio.ts";

const PATIENCE_MS = 240_000;

let hosts: StudioHosts;
beforeAll(async () => {
  hosts = await studioHosts();
}, PATIENCE_MS);
afterAll(() => hosts.close());

/** What the command says of a file. */
const commandRun = (file = EXAMPLE_FILE): Run => {
  const { stdout, status, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "run", file, "--json", "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
};

/** The text as it stands now, saved by the page. */
const savedScenario = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save YAML" }).click()]);
  return download.path();
};

const PAGES = { Answer: ["cost", "footprint", "assumptions"], Clock: ["flight"], "Build-out": ["plan", "platform", "sites"], Money: ["money"] } as const;

/** Rows of a table by their first cell, and by how many have had the same one before. */
const named = (rows: Shown[string]): readonly (readonly [name: string, row: readonly string[]])[] => rows.map((row, r) => [`${row[0]!} ${rows.slice(0, r).filter(([first]) => first === row[0]).length}`, row]);

/** Cells that two runs print otherwise; a row that was not there is new in all of them. */
const differing = (before: Shown, after: Shown): readonly string[] =>
  Object.entries(after).flatMap(([id, rows]) => {
    const was = new Map(named(before[id] ?? []));
    return named(rows).flatMap(([name, row], r) => row.flatMap((cell, c) => (c > 0 && was.get(name)?.[c] !== cell ? [`${id} ${r}:${c}`] : [])));
  }).toSorted();

let sections: readonly Section[];
beforeAll(() => {
  sections = runSections(commandRun());
});

describe.each(HOST_NAMES)("%s", (name) => {
  test("numbers are the command's, to the last printed digit, on every page; a slider is answered provisionally, then exactly, and exactly the cells that depend on it are marked", async () => {
    const { page, clean, close } = await hosts.opened(name);
    for (const [tab, ids] of Object.entries(PAGES)) {
      await openTab(page, tab);
      const [shown, told] = [await shownTables(page), toldTables(sections, ids)];
      expect(Object.keys(told).length).toBeGreaterThan(0);
      for (const [id, rows] of Object.entries(told)) expect(shown[id], `${tab}: ${id}`).toEqual(rows);
    }
    await openTab(page, "Answer");
    await page.locator("[data-readiness=ready]").waitFor();
    await page.locator('[data-control="finance.discount"]').getByRole("slider").focus();
    for (let n = 0; n < 6; n++) await page.keyboard.press("ArrowRight");
    await page.locator("[data-provisional]").first().waitFor();
    await exact(page);
    expect(await page.locator("[data-provisional]").count()).toBe(0);
    const after = runSections(commandRun(await savedScenario(page)));
    const changed: string[] = [];
    for (const [tab, ids] of Object.entries(PAGES)) {
      await openTab(page, tab);
      const [was, is] = [toldTables(sections, ids), toldTables(after, ids)];
      expect(await shownTables(page), tab).toMatchObject(is);
      expect((await markedCells(page)).toSorted(), tab).toEqual(differing(was, is));
      changed.push(...differing(was, is));
    }
    expect(changed.length).toBeGreaterThan(0);
    clean();
    await close();
  }, PATIENCE_MS);
});

test("the first view takes no more than 450 kB of script, and asks nobody else", async () => {
  const scripts: Promise<number>[] = [];
  const { page, clean, close } = await openPage(hosts.browser, hosts.urls["static files"], {
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
