/** The front door opens where there is no Node: its bundle reaches none of Node's modules, and what README.md shows runs from it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { betweenMarkers } from "../scripts/accuracy-table.ts";
import { browserBundle, printedBy, readmeExample } from "./bundle/bundle.ts";

test("the front door bundles for a browser, without io and cli", async () => {
  const { inputs } = await browserBundle('export * from "dawndusk";');
  expect(inputs.length).toBeGreaterThan(40);
  expect(inputs.filter((path) => /^src\/(io|cli)\//.test(path))).toEqual([]);
});

test("a bundle that reaches Node fails", async () => {
  await expect(browserBundle('export { readFileSync } from "node:fs";')).rejects.toThrow(/node:fs/);
});

test("the example in README.md runs from the bundle and prints what README.md says", async () => {
  const { code } = await browserBundle(readmeExample());
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(readme, "npm run example writes it").toBe(betweenMarkers(readme, "example", ["```text", printedBy(code), "```"].join("\n")));
});
