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

/** A plane's shadow, a satellite's states, sights and shadow cones by both builds of each kernel; says whether the fast ones ran, and whether any number differs. */
const KERNELS = `
import { accelerated, fleetKernel, flagWords, phaseColumns, observerList, PAIR_SIZE, pairWindows, referenceKernel, rowWords, sgp4Batch, sgp4Reference, sgp4Set, sgp4Simd, sightReference, sightSimd, trackOf } from "dawndusk/kernel";

const steps = 96;
const satellites = 101;
const phases = phaseColumns(Float64Array.from({ length: satellites }, (_, j) => (2 * Math.PI * j) / satellites));
const angle = (i: number): number => (2 * Math.PI * i) / steps;
const path = { along: Float64Array.from({ length: steps }, (_, i) => -Math.cos(angle(i))), across: Float64Array.from({ length: steps }, (_, i) => -Math.sin(angle(i))) };
const flags = (kernel: typeof fleetKernel) => {
  const out = { dark: new Uint32Array(steps * flagWords(satellites)), count: new Uint32Array(steps) };
  kernel.darkInPlane(phases, path, { steps, edge: 0.4 }, out);
  return out;
};
const [fast, plain] = [flags(fleetKernel), flags(referenceKernel)];
console.log("fleet", accelerated && fleetKernel !== referenceKernel, plain.count.some((n) => n > 0), fast.dark.every((word, k) => word === plain.dark[k]));

const batch = sgp4Batch(1, { mu_km3_per_s2: 398600.8, radius_km: 6378.135, j2: 0.001082616, j3: -0.00000253881, j4: -0.00000165597 });
sgp4Set(batch, 0, { meanMotion_rad_per_min: 0.0574, eccentricity: 0.0002, inclination_rad: 1.534, node_rad: 0.7, perigee_rad: 1.5, meanAnomaly_rad: 4.7, bstar: 0.0001 });
const minutes = Float64Array.from({ length: 1441 }, (_, i) => i);
const states = (kernel: typeof sgp4Reference) => {
  const out = new Float64Array(6 * minutes.length);
  kernel.times(batch, 0, minutes, out, new Uint8Array(minutes.length));
  return out;
};
const simd = sgp4Simd();
const [a, b] = [simd === undefined ? new Float64Array(0) : states(simd), states(sgp4Reference)];
console.log("sgp4", simd !== undefined, b.every(Number.isFinite) && b[0] !== 0, a.length === b.length && a.every((value, k) => value === b[k]));

const rows = 287;
const circle = (radius, tilt) => (t, to, at) => {
  const rate = Math.sqrt(398600.4418 / radius ** 3);
  const [x, y, vx, vy] = [radius * Math.cos(rate * t), radius * Math.sin(rate * t), -radius * rate * Math.sin(rate * t), radius * rate * Math.cos(rate * t)];
  to.set([x * Math.cos(tilt), y, x * Math.sin(tilt), vx * Math.cos(tilt), vy, vx * Math.sin(tilt)], at);
  return true;
};
const [one, other] = [trackOf(circle(7000, 1), { start: 0, end: 86400, stepMax: 302 }), trackOf(circle(7600, 0.3), { start: 0, end: 86400, stepMax: 302 })];
const places = Float64Array.from({ length: 3 * rows }, (_, k) => one.states[6 * Math.floor(k / 3) + (k % 3)]);
const suns = Float64Array.from({ length: 3 * rows }, (_, k) => [1.2e8, 0.9e8, 0][k % 3]);
const ground = observerList([0, 1, 2].map((k) => ({ position: [6378 * Math.cos(k), 6378 * Math.sin(k), 0], zenith: [Math.cos(k), Math.sin(k), 0], sinMask: 0.1 * k })), [5000, 5000, -Infinity]);
const scans = (kernel: typeof sightReference) => {
  const near = new Uint32Array(3 * rowWords(rows));
  const seen = new Uint32Array(3 * rowWords(rows));
  const levels = new Float64Array(6 * rows);
  const pair = new Float64Array(PAIR_SIZE * rows);
  const [umbra, penumbra] = [new Float64Array(rows), new Float64Array(rows)];
  const found = kernel.sightLevels(one.states, rows, ground, { near, levels });
  kernel.pairLevels(one.states, other.states, rows, pair);
  kernel.seenRows(places, rows, ground, seen);
  kernel.coneMargins({ earthRadius: 6378.137, flattening: 1 / 298.257, sunRadius: 695700 }, places, suns, rows, { umbra, penumbra });
  const windows = pairWindows(one, other, { grazing: 6458, range: 5000 }, 0.001, kernel).flatMap(({ start, end }) => [start, end]);
  return [found, ...near, ...seen, ...levels, ...pair, ...umbra, ...penumbra, ...windows];
};
const sight = sightSimd();
const [c, d] = [sight === undefined ? [] : scans(sight), scans(sightReference)];
console.log("sight", sight !== undefined, d.every(Number.isFinite) && d[0] > rows, c.length === d.length && c.every((value, k) => value === d[k]));
`;

test("the WebAssembly kernels run in chromium and equal their references to the last bit", async () => {
  const { code } = await browserBundle(KERNELS);
  expect(await printedInBrowser(code)).toBe("fleet true true true\nsgp4 true true true\nsight true true true");
});
