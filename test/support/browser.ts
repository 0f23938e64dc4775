/** A browser, and pages that tell of every request and every complaint. Chromium comes from scripts/install-chromium.sh. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { expect } from "vitest";

const ARGS = ["--no-sandbox", "--headless", "--disable-background-networking", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export const openBrowser = async (): Promise<Browser> => {
  const { status, stderr } = spawnSync("bash", [fileURLToPath(new URL("../../scripts/install-chromium.sh", import.meta.url))], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no chromium: ${stderr}`);
  return chromium.launch({ executablePath: spawnSync("which", ["chromium"], { encoding: "utf8" }).stdout.trim(), args: ARGS });
};

export interface Watched {
  readonly page: Page;
  /** Fails where the page complained, or asked anybody but its own host. */
  readonly clean: () => void;
  readonly close: () => Promise<void>;
}

/** A page of a fresh profile at an address of `origin`. */
export const openPage = async (browser: Browser, address: string, { watch, ...options }: BrowserContextOptions & { readonly watch?: (page: Page) => void } = {}): Promise<Watched> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  const { origin } = new URL(address);
  page.on("console", (message) => void (["error", "warning"].includes(message.type()) && !GRAPHICS.test(message.text()) && complaints.push(`${message.type()}: ${message.text()}`)));
  page.on("pageerror", (error) => void complaints.push(error.message));
  context.on("request", (request) => void (request.url().startsWith(origin) || /^(blob|data):/.test(request.url()) || strangers.push(request.url())));
  watch?.(page);
  page.setDefaultTimeout(90_000);
  await page.goto(address);
  return {
    page,
    clean: () => {
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
    },
    close: () => context.close(),
  };
};

/** What chromium says of drawing without a graphics card. */
const GRAPHICS = /GPU stall|GL Driver Message|swiftshader|software (?:WebGL|rendering)/i;
