/** Writes pictures of every page of the built studio, light and dark, into docs/img/studio, as a reader of the first preset and of a day of jobs sees them. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage } from "../test/support/browser.ts";
import { openTab, staticHost, takePreset } from "../test/support/studio.ts";

const folder = fileURLToPath(new URL("../docs/img/studio/", import.meta.url));
mkdirSync(folder, { recursive: true });

/** What has to stand before a page is worth a picture. */
const READY: Readonly<Record<string, string>> = {
  Answer: "[data-control]", Clock: '[data-ready="yes"]', "Build-out": "figure[data-figure] svg", Money: "figure[data-figure] svg", Risk: "text=How sure", Compare: "figure[data-figure] svg",
};

const browser = await openBrowser();
const host = await staticHost();
for (const colorScheme of ["light", "dark"] as const) {
  const { page, close } = await openPage(browser, host.url, { colorScheme, viewport: { width: 1400, height: 1100 } });
  await takePreset(page, "two-tier");
  await page.locator("[data-readiness=ready]").waitFor();
  for (const [tab, ready] of Object.entries(READY)) {
    await openTab(page, tab);
    if (tab === "Risk") {
      await page.getByRole("combobox", { name: /^Evaluations/ }).selectOption("1000");
      await page.getByRole("button", { name: "Run campaign" }).click();
    }
    if (tab === "Compare") await page.getByRole("combobox", { name: /^Compare with/ }).selectOption("mccalip");
    await page.locator(ready).first().waitFor();
    // Charts are drawn in the frames after they are there.
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: `${folder}${tab.toLowerCase()}-${colorScheme}.png` });
  }
  await close();
}
await browser.close();
await host.close();
