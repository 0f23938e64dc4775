/** The built studio on a host of static files and behind its local process, and pages of each that show one example. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readCase, serveStudio } from "../../src/io/studio/index.ts";
import { openBrowser, openPage, type Watched } from "./browser.ts";
import { exact, staticHost, takePreset } from "./studio.ts";

export const HOST_NAMES = ["static files", "the local process"] as const;
export type HostName = (typeof HOST_NAMES)[number];

/** What the local process opens with, and what is taken of the presets on static files. */
export const EXAMPLE = "one-rack";
export const EXAMPLE_FILE = `examples/${EXAMPLE}/scenario.yaml`;

export interface StudioHosts {
  readonly browser: Browser;
  readonly urls: Readonly<Record<HostName, string>>;
  /** A page of a fresh profile with the example's exact answer. */
  readonly opened: (of: HostName, options?: BrowserContextOptions & { readonly watch?: (page: Page) => void }) => Promise<Watched>;
  readonly close: () => Promise<void>;
}

export const studioHosts = async (): Promise<StudioHosts> => {
  const opens = await readCase(EXAMPLE_FILE);
  if (!opens.ok) throw new Error("the example cannot be read");
  const [browser, host, local] = await Promise.all([openBrowser(), staticHost(), serveStudio({ port: 0, opens })]);
  const urls = { "static files": host.url, "the local process": local.url } as const;
  return {
    browser, urls,
    opened: async (of, options = {}) => {
      const watched = await openPage(browser, urls[of], options);
      if (of === "static files") await takePreset(watched.page, EXAMPLE);
      else await exact(watched.page);
      return watched;
    },
    close: async () => {
      await browser.close();
      await Promise.all([host.close(), local.close()]);
    },
  };
};
