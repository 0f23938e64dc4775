/**
 * The built studio in headless chromium with software drawing: seconds from the address to the first view of the answer; milliseconds from a
 * slider's move to the provisional answer to that very value on the page, medians of twenty, of the discount rate and of the altitude; seconds from opening the clock to a globe of 10,000 satellites that is drawn.
 * Run: npx tsx bench/tasks/studio.bench.ts
 */
import { openBrowser, openPage } from "../../test/support/browser.ts";
import { openTab, staticHost, takePreset } from "../../test/support/studio.ts";

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const browser = await openBrowser();
const host = await staticHost();

const views: number[] = [];
for (let turn = 0; turn < 3; turn++) {
  const { page, close } = await openPage(browser, "about:blank");
  const begun = performance.now();
  await page.goto(host.url);
  await page.locator(".verdict").waitFor();
  views.push((performance.now() - begun) / 1000);
  await close();
}

const { page, close } = await openPage(browser, host.url);
await page.locator("[data-readiness=ready]").waitFor();
/** Milliseconds from a move of a slider until the page shows the provisional answer to the text with that very value, and has drawn it. */
const moved = (path: string, by: number): Promise<number> =>
  page.evaluate(([of, steps]) => new Promise<number>((resolve) => {
    const control = document.querySelector<HTMLElement>(`[data-control="${of}"]`)!;
    const box = control.querySelector<HTMLInputElement>("input[type=range]")!;
    const before = control.dataset["value"];
    const begun = performance.now();
    const seen = new MutationObserver(() => {
      if (control.dataset["value"] === before || document.querySelector("[data-provisional=answer][data-current=yes]") === null) return;
      seen.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(box, String(Number(box.value) + steps));
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }), [path, by] as const);

/** Of each slider in turn; a number of money, and one that flies otherwise. */
const movedOften = async (path: string): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let turn = 0; turn < 20; turn++) took.push(await moved(path, turn % 2 === 0 ? 7 : -5));
  return took;
};
const money = await movedOften("finance.discount");
const altitude = await movedOften("orbit.altitude");
await close();

const sky = await openPage(browser, host.url);
await takePreset(sky.page, "two-tier");
await sky.page.getByRole("tab", { name: "YAML" }).click();
await sky.page.locator(".cm-content").click();
await sky.page.keyboard.press("Control+a");
await sky.page.keyboard.insertText(`dawndusk: 1
name: Ten thousand
horizon: { start: 2027-Q1, years: 1 yr }
orbit:
  altitude: 600 km
  type: circular
  inclination: 53 deg
  factoryRate: 1 1/yr
  platform: { server: gb200-nvl72 }
  fleet: { shells: [{ id: a, pattern: walker-delta, altitude: 600 km, inclination: 53 deg, planes: 100, satellitesPerPlane: 100 }] }
simulate: { start: 2028-01-01, fleetDays: 1 }
launch: { vehicles: [{ id: falcon, vehicle: falcon-9 }] }
`);
await sky.page.waitForTimeout(1_000);
const opened = performance.now();
await openTab(sky.page, "Clock");
await sky.page.locator('[data-ready="yes"]').waitFor();
await sky.page.locator(".sky-count[data-lit]").waitFor();
const globe_s = (performance.now() - opened) / 1000;
const counted = await sky.page.locator(".sky-count").textContent();
await sky.close();
await browser.close();
await host.close();

console.log(JSON.stringify({ task: "studio", node: process.version, firstView_s: median(views), firstViewLeast_s: Math.min(...views), slider_ms: median(money), sliderLeast_ms: Math.min(...money), altitude_ms: median(altitude), altitudeLeast_ms: Math.min(...altitude), globe_s, counted }));
