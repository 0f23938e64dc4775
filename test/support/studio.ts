/** The studio as it was built, on a plain host of static files; and what its pages show. */
import fastifyStatic from "@fastify/static";
import { fastify } from "fastify";
import type { Page } from "playwright-core";
import { STUDIO_FOLDER } from "../../src/io/studio/index.ts";
import { cellText, type Section } from "../../src/report/index.ts";

export interface Host {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A host that knows nothing of the studio, under a folder of its own, as a page of a project would have it. */
export const staticHost = async (): Promise<Host> => {
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: STUDIO_FOLDER, prefix: "/some/folder/" });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: `${url}/some/folder/`, close: () => app.close() };
};

/** Cells by table, as text: what a page shows of the answer. */
export type Shown = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Waits until the exact answer to what is written stands. */
export const exact = (page: Page): Promise<void> => page.locator(".status", { hasText: /^exact$/ }).waitFor();

/** Opens a page by its name, and waits until it stands. */
export const openTab = async (page: Page, name: string): Promise<void> => {
  const tab = page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name, exact: true });
  await tab.click();
  await page.locator(`main[data-page="${await tab.getAttribute("data-opens")}"] h1`).waitFor();
};

export const takePreset = async (page: Page, id: string): Promise<void> => {
  await page.getByRole("combobox", { name: /^Preset/ }).selectOption(id);
  await page.locator(`.status[data-preset="${id}"]`, { hasText: /^exact$/ }).waitFor();
};

/** Every table that the page shows under a section of the answer, charts turned to their tables, folds open and long tables whole. */
export const shownTables = async (page: Page): Promise<Shown> => {
  await page.locator("main section details").evaluateAll((folds) => folds.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
  const charts = page.locator("main section [role=tab][aria-selected=false]", { hasText: /^Table$/ });
  while ((await charts.count()) > 0) await charts.first().click();
  const long = page.locator("main section button.all-rows[aria-expanded=false]");
  while ((await long.count()) > 0) await long.first().click();
  return page.locator("main section table[data-table]").evaluateAll((tables) =>
    Object.fromEntries(tables.map((table) => [table.getAttribute("data-table")!, [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.querySelector("button")?.textContent ?? cell.textContent))])));
};

/** "table row:column" of the cells that the page marks as changed, in the tables that `shownTables` has turned to. */
export const markedCells = (page: Page): Promise<readonly string[]> =>
  page.locator("main section table[data-table]").evaluateAll((tables) =>
    tables.flatMap((table) => [...table.querySelectorAll("tbody tr")].flatMap((row, r) => [...row.children].flatMap((cell, c) => (cell.hasAttribute("data-changed") ? [`${table.getAttribute("data-table")!} ${r}:${c}`] : [])))));

/** The same of sections that were made elsewhere. */
export const toldTables = (sections: readonly Section[], ids: readonly string[]): Shown =>
  Object.fromEntries(sections.filter(({ id }) => ids.includes(id)).flatMap(({ body }) => body.flatMap((piece) => (piece.kind === "table" ? [piece.table] : piece.kind === "figure" ? [piece.chart.table] : [])).map((table) => [table.id, table.rows.map((row) => row.map(cellText))])));
