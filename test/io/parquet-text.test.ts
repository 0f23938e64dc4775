import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, test } from "vitest";
import { nodeFiles, withTables } from "../../src/io/index.ts";
import { parquetText } from "../../src/io/parquet-text.ts";
import { formatProblem, loadScenario } from "../../src/scenario/index.ts";

const bytes = (columnData: Parameters<typeof parquetWriteBuffer>[0]["columnData"]): Uint8Array => new Uint8Array(parquetWriteBuffer({ columnData }));
const TIMES = [new Date("2021-01-01T00:00:00Z"), new Date("2021-01-01T01:00:00Z")];
const folder = mkdtempSync(`${tmpdir()}/dawndusk-parquet-`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("Parquet as text", () => {
  test("times, numbers, texts and nothing", async () => {
    expect(await parquetText(bytes([{ name: "utc", data: TIMES, type: "TIMESTAMP" }, { name: "a,b", data: [0.1, 1e-9], type: "DOUBLE" }, { name: "text", data: ['say "x"', null], type: "STRING" }])))
      .toBe('utc,"a,b",text\n2021-01-01T00:00:00.000Z,0.1,"say ""x"""\n2021-01-01T01:00:00.000Z,1e-9,\n');
  });

  const SCENARIO = "extends: template:ground-only\nground: {sites: [{id: abilene, hourlyPrice: {file: p.parquet, column: price, unit: $/MWh, time: utc, year: 2021}}]}\n";
  const said = async (): Promise<string> => {
    const path = `${folder}/s.yaml`;
    writeFileSync(path, SCENARIO);
    const files = nodeFiles(path);
    const got = await withTables(files, () => loadScenario({ path, files }));
    return got.ok ? "" : got.problems.map(formatProblem).join("\n").replaceAll(folder, "");
  };
  test("a row of a Parquet file has the line of a CSV's", async () => {
    writeFileSync(`${folder}/p.parquet`, bytes([{ name: "utc", data: [...TIMES, new Date("2021-01-01T03:00:00Z"), new Date("2021-01-01T04:00:00Z")], type: "TIMESTAMP" }, { name: "price", data: [1, 2, 4, 5], type: "DOUBLE" }]));
    expect(await said()).toBe("/p.parquet:4:1: ground.sites.abilene.hourlyPrice: found a gap of 1 h before this row in column \"utc\", expected a row each 3600 s\n    add the rows that are missing, or allow it: `interpolateGaps: 1 h`");
  });
  test("what is no Parquet file is told", async () => {
    writeFileSync(`${folder}/p.parquet`, "utc,price\n");
    expect(await said()).toContain("expected a CSV or Parquet file in the scenario's folder\n    it is no Parquet file that can be read: ");
  });
});
