/** The studio in a browser: what takes long goes on over pages and is cancelled from each, a frontier, code that makes a table again, a scenario that is wrong, what pages may do. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellText } from "../../../src/report/index.ts";
import { openPage } from "../../support/browser.ts";
import { rowsOfCode } from "../../support/copied-code.ts";
import { EXAMPLE_FILE, HOST_NAMES, studioHosts, type StudioHosts } from "../../support/studio-hosts.ts";
import { openTab, shownTables } from "../../support/studio.ts";

const PATIENCE_MS = 400_000;

let hosts: StudioHosts;
beforeAll(async () => {
  hosts = await studioHosts();
}, PATIENCE_MS);
afterAll(() => hosts.close());

const campaign = async (page: Page, evaluations: string): Promise<void> => {
  await page.getByRole("combobox", { name: /^Evaluations/ }).selectOption(evaluations);
  await page.getByRole("button", { name: "Run campaign" }).click();
};

/** The code of the first table under a place of the page makes that table again. */
const codeMakes = async (page: Page, under: Locator): Promise<void> => {
  const figure = under.locator("div[data-figure]:has(> .downloads), details[data-figure]").first();
  const id = (await figure.getAttribute("data-figure"))!;
  await figure.getByRole("button", { name: "Copy as code" }).evaluate((button) => (button as HTMLButtonElement).click());
  await figure.locator(".downloads", { hasText: "copied" }).waitFor({ state: "attached" });
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(rowsOfCode([code], { "scenario.yaml": readFileSync(EXAMPLE_FILE, "utf8") })[0], id).toEqual((await shownTables(page))[id]);
};

test.each(HOST_NAMES)("a campaign goes on over pages, is cancelled from another, and what it found waits; its code finds the same: %s", async (name) => {
  const { page, clean, close } = await hosts.opened(name, { permissions: ["clipboard-read", "clipboard-write"] });
  await openTab(page, "Risk");
  await campaign(page, "64000");
  await page.getByText(/of [\d,]+ evaluations|flown \d+ times/).waitFor();
  await openTab(page, "Money");
  await page.locator(".top [data-errand=risk]", { hasText: /evaluations|flown|preparing/ }).waitFor();
  await openTab(page, "Risk");
  await page.locator("main [data-errand=risk]").waitFor();
  await openTab(page, "Answer");
  await page.getByRole("button", { name: "Cancel: Campaign" }).click();
  await page.locator("[data-errand=risk]").waitFor({ state: "detached" });
  await openTab(page, "Risk");
  await page.getByText(/^Cancelled/).waitFor();
  await campaign(page, "1000");
  await openTab(page, "Build-out");
  await page.locator(".top [data-errand=risk]").waitFor({ state: "detached" });
  await openTab(page, "Risk");
  await page.getByRole("heading", { name: "How sure" }).waitFor();
  expect(await page.locator(".verdict").first().textContent()).toMatch(/evaluations over \d+ uncertain inputs/);
  if (name === "static files") {
    await codeMakes(page, page.locator("section#outcomes"));
    await openTab(page, "Money");
    await codeMakes(page, page.locator("main"));
  }
  clean();
  await close();
}, PATIENCE_MS);

test("a frontier over two numbers is the command's", async () => {
  const { page, clean, close } = await hosts.opened("the local process");
  await openTab(page, "Risk");
  await campaign(page, "1000");
  await page.getByRole("heading", { name: "Break-even over two numbers" }).waitFor();
  const second = page.getByRole("combobox", { name: /^Break-even value of/ });
  const paths = await second.locator("option").allTextContents();
  await second.selectOption(paths.at(-1)!);
  const drivers = `${await page.getByRole("combobox", { name: /^For each/ }).inputValue()},${paths.at(-1)!}`;
  await page.getByRole("button", { name: "Find the frontier" }).click();
  await page.locator("section#frontier").waitFor();
  const { stdout, status, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "risk", EXAMPLE_FILE, "--design", "random", "--samples", "16", "--frontier", drivers, "--json", "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
  expect(status, stderr).toBe(0);
  const { frontier } = JSON.parse(stdout) as { readonly frontier: { readonly points: readonly { readonly at: number; readonly always: number; readonly never: number }[] } };
  const rows = (await shownTables(page))["frontier"]!;
  expect(rows.map(([at, , , , always, never]) => [at, always, never])).toEqual(frontier.points.map(({ at, always, never }) => [at, always, never].map(cellText)));
  clean();
  await close();
}, PATIENCE_MS);

/** The address of a studio that the command opened; ends it. */
const commandStudio = async (file: string): Promise<{ readonly url: string; readonly end: () => Promise<void> }> => {
  const process_ = spawn(process.execPath, ["dist/cli/main.js", "studio", file, "--port", "0", "--no-open"], { stdio: ["ignore", "pipe", "pipe"] });
  const url = await new Promise<string>((found, failed) => {
    let said = "";
    process_.stdout.on("data", (words: Buffer) => {
      said += words.toString();
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) found(address);
    });
    process_.on("exit", (code) => failed(new Error(`ended with ${String(code)}`)));
  });
  return { url, end: () => new Promise((ended) => process_.on("exit", () => ended()).kill("SIGINT") && undefined) };
};

test("a scenario that is wrong opens with its problems told beside the text, and is run when it is mended", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-wrong-"));
  const file = join(folder, "wrong.yaml");
  writeFileSync(file, readFileSync(EXAMPLE_FILE, "utf8").replace("altitude: 650 km", "altitude: 650 kilometers of air"));
  const studio = await commandStudio(file);
  const { page, clean, close } = await openPage(hosts.browser, studio.url);
  const problems = page.getByRole("region", { name: "Problems" });
  await problems.getByText(/orbit\.altitude/).first().waitFor();
  await page.getByText(/scenario has problems, told beside its text/).waitFor();
  await problems.getByRole("button", { name: /^line \d+/ }).first().click();
  await page.locator(".cm-content").waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains("cm-content") === true);
  // The line that is wrong is the one that was gone to.
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type("altitude: 650 km");
  await page.locator(".verdict .say").waitFor();
  await problems.waitFor({ state: "detached" });
  clean();
  await close();
  await studio.end();
  rmSync(folder, { recursive: true });
}, PATIENCE_MS);

test("pages may do what they need, and no more: headers of the local process, and the policy in the static page", async () => {
  const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";
  const { headers } = await fetch(hosts.urls["the local process"]);
  expect(Object.fromEntries(["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-resource-policy"].map((name) => [name, headers.get(name)]))).toEqual({
    "content-security-policy": `${POLICY}; frame-ancestors 'self'`, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cross-origin-resource-policy": "same-origin",
  });
  const page = await (await fetch(hosts.urls["static files"])).text();
  expect(/http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1]).toBe(POLICY);
});
