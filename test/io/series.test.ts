import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, test } from "vitest";
import { FLEET_COLUMNS, fly, SERIES_COLUMNS } from "../../src/fly/index.ts";
import { parquetFleet, parquetSeries } from "../../src/io/index.ts";
import { scenarioOf, sizingOf } from "../fly/fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "series-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("parquetSeries", () => {
  test("hyparquet reads back what was flown, to the bit, in several row groups", async () => {
    const path = join(folder, "series.parquet");
    const series = parquetSeries(path);
    const copies: number[][] = SERIES_COLUMNS.map(() => []);
    const { summary } = await fly(scenarioOf({ start: "2027-06-01", days: 65 }), sizingOf(), {
      sink: { write: (columns, rows) => {
        columns.forEach((column, c) => copies[c]!.push(...column.subarray(0, rows)));
        series.write(columns, rows);
      } },
    });
    expect(existsSync(path)).toBe(false);
    series.close();
    expect(existsSync(`${path}.part`)).toBe(false);

    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual([...SERIES_COLUMNS]);
    expect(Number(metadata.num_rows)).toBe(summary!.steps);
    expect(metadata.row_groups).toHaveLength(3);
    const rows = await parquetReadObjects({ file });
    const wrong = rows.findIndex((row, i) => SERIES_COLUMNS.some((name, c) => row[name] !== copies[c]![i]));
    expect(wrong).toBe(-1);
    expect(statSync(path).size).toBeLessThan(9 * 8 * summary!.steps);
  });

  test("a fleet's columns under their own names", async () => {
    const path = join(folder, "fleet.parquet");
    const file = parquetFleet(path);
    file.write(FLEET_COLUMNS.map((_, c) => Float64Array.of(c, c + 0.5)), 2);
    file.close();
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    expect(rows).toEqual([0, 0.5].map((more) => Object.fromEntries(FLEET_COLUMNS.map((name, c) => [name, c + more]))));
  });

  test("a folder that is not there is an error at once", () => {
    expect(() => parquetSeries(join(folder, "none", "series.parquet"))).toThrow("ENOENT");
  });
});
