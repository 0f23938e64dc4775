import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareCampaigns } from "../../src/cli/compare-campaigns.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

let folder: string;
const outs: string[] = [];
const terminal = { write: (text: string) => { outs.push(text); }, tell: () => {}, look: { width: 100 } } as unknown as Terminal;

/** A campaign of one outcome whose median is told. */
const record = (median: number, low: number): string => JSON.stringify({
  campaign: "0123456789abcdef", scenario: "hand-made", modelVersion: "2026-11",
  plan: { design: { kind: "sobol", seed: 1 }, inputs: [{ path: "orbit.life", unit: "yr", distribution: { distribution: "uniform", low, high: 8 } }] },
  analysis: {
    points: 64, choices: [], indices: [],
    outcomes: [{ key: "ratio", name: "orbit over ground", unit: "", better: "low", chance: null, moments: { low: 1, high: 9 }, quantiles: [0.05, 0.5, 0.95].map((share) => ({ share, value: median + share - 0.5, low: 0, high: 9 })) }],
  },
});

beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/compare-`);
  for (const [name, text] of [["a", record(4, 3)], ["b", record(5, 2)], ["c", "{}"], ["d", "no"]] as const) {
    mkdirSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}/risk.json`, text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("medians, their distance from the first, and inputs that differ", async () => {
  await compareCampaigns([`${folder}/a`, `${folder}/b`], { json: true }, terminal);
  const { tables } = JSON.parse(outs.at(-1)!) as { readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly unknown[])[] }[] };
  const rows = (id: string) => tables.find((table) => table.id === id)!.rows;
  // 5 beside 4: one more, a quarter of it.
  expect(rows("outcomes").map((row) => row.slice(3))).toEqual([[4, 4.45, null, null], [5, 5.45, 1, 25]]);
  expect(rows("inputs")).toEqual([["orbit.life", "uniform 3 to 8 yr", "uniform 2 to 8 yr"]]);
});

test.each([["c", "is no record of a campaign"], ["d", "is no JSON"], ["e", "beside folders of campaigns"]])("%s is refused: %s", async (name, says) => {
  await expect(compareCampaigns([`${folder}/a`, `${folder}/${name}`], {}, terminal)).rejects.toThrow(says);
});
