/** What README.md shows, in a real browser: the same text comes out as in Node. Chromium comes from scripts/install-chromium.sh. */
import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserBundle, printedBy, readmeExample } from "../bundle/bundle.ts";

const ARGS = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"];

let browser: Browser;

beforeAll(async () => {
  const installer = new URL("../../scripts/install-chromium.sh", import.meta.url).pathname;
  const { status, stderr } = spawnSync("bash", [installer], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no chromium: ${stderr}`);
  browser = await chromium.launch({ executablePath: spawnSync("which", ["chromium"], { encoding: "utf8" }).stdout.trim(), args: ARGS });
});

afterAll(async () => browser.close());

const printedInBrowser = async (code: string): Promise<string> => {
  const page = await browser.newPage();
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  page.on("pageerror", (error) => printed.push(`failed: ${error.message}`));
  // A page of its own origin, so that Web Crypto is there; served from here, nothing is fetched.
  await page.route("http://localhost/**", (route) =>
    route.request().url().endsWith("/bundle.js")
      ? route.fulfill({ contentType: "text/javascript", body: `${code}\nglobalThis.ended = true;` })
      : route.fulfill({ contentType: "text/html", body: '<!doctype html><title>Dawndusk</title><link rel="icon" href="data:,"><script type="module" src="/bundle.js"></script>' }),
  );
  await page.goto("http://localhost/");
  await page.waitForFunction("globalThis.ended === true", undefined, { timeout: 120_000 }).catch(() => printed.push("did not end"));
  await page.close();
  return printed.join("\n");
};

test("README's library call prints the same in chromium and in Node", async () => {
  const { code } = await browserBundle(readmeExample());
  const printed = await printedInBrowser(code);
  expect(printed).toMatch(/\d/);
  expect(printed).toBe(printedBy(code));
});
