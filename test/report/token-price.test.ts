/** A price of tokens is of a named model, or it is not told. */
import { expect, test } from "vitest";
import { costTable } from "../../src/report/tables/cost-tables.ts";
import { tokenRates } from "../../src/run/token-rates.ts";
import { scenarioOf, RACK } from "../support/scenario.ts";
import { fixture } from "./fixture.ts";

const row = (rates: (typeof fixture.finance)["tokenRates"] | readonly { readonly option: string; readonly server: string; readonly rate_token_per_J: number; readonly workload: string | null }[]) => {
  const { rows, note } = costTable({ ...fixture.finance, tokenRates: rates });
  return { cells: rows.find(([name]) => name === "$/Mtoken")!.slice(1), note };
};
const [ground, orbit] = fixture.finance.tokenRates;

test("the model stands beside its price", () => {
  const { cells, note } = row(fixture.finance.tokenRates);
  expect(cells[0]).toBe(fixture.finance.ground.usd_per_Mtoken);
  expect(cells[2]).toBeCloseTo(fixture.finance.orbit.usd_per_Mtoken / fixture.finance.ground.usd_per_Mtoken, 12);
  expect(note).toContain("DeepSeek-R1 FP8, 8k/1k, 75 token/s a user (gb200-nvl72");
});

test("unlike models have no ratio, and a rate without a model has no price and says why", () => {
  expect(row([ground, { ...orbit, workload: "another, slower" }]).cells[2]).toBeNull();
  const none = row([ground, { option: "orbit/starship", server: "tpu-v6e-tray-4", rate_token_per_J: 0.21, workload: null }]);
  expect(none.cells).toEqual([fixture.finance.ground.usd_per_Mtoken, null, null]);
  expect(none.note).toContain("none for tpu-v6e-tray-4, whose rate is an estimate for no measured model");
});

test("the catalogue's workload of each option's server", () => {
  const options = [fixture.finance.ground, { ...fixture.finance.ground, option: "ground/texas" }, fixture.finance.orbit];
  const rates = tokenRates(scenarioOf(RACK), options);
  // The fixture's first option is of a site that this scenario has not.
  expect(rates.map(({ option }) => option)).toEqual(["ground/texas", "orbit/starship"]);
  expect(rates[1]).toMatchObject({ server: "gb200-nvl72", workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user" });
  // InferenceX: 5,789.6 token/s of each of 72 GPUs over 120 kW.
  expect(rates[1]!.rate_token_per_J).toBeCloseTo((5789.6 * 72) / 120_000, 3);
});
