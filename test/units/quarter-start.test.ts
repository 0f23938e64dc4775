import { expect, test } from "vitest";
import { quarterStart_s } from "../../src/units/index.ts";

test("a quarter begins where the calendar of ECMAScript has it, of every year from 1800 to 2400", () => {
  for (let quarter = 1800 * 4; quarter < 2400 * 4; quarter++) expect(quarterStart_s(quarter)).toBe(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1) / 1000);
});
