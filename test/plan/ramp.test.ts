/**
 * A published ramp as a planning problem: each year the smaller of what the factory makes and what the launches carry.
 * Source: case "shapiro_ramp" of test/golden/published (J. Shapiro's spreadsheet, sheet A3): deployed satellites and what binds, by year.
 */
import { expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { formulate, limitsOf } from "../../src/plan/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { fleet, problem, START, vehicle, wants, planCase } from "./cases.ts";

interface Ramp {
  readonly id: string;
  readonly inputs: { readonly n: number; readonly t_per_sat: number; readonly kw_per_sat: number; readonly factory0: number; readonly factory_growth: number; readonly flights0: number; readonly cadence_growth: number; readonly payload_t: number };
  readonly outputs: { readonly deployed: readonly number[]; readonly binding: readonly string[] };
}

const { inputs, outputs } = goldenJson<readonly Ramp[]>("published/published-models.json").find((c) => c.id === "shapiro_ramp")!;
const quarters = 4 * inputs.n;
const each = (of: (quarter: number) => number): readonly number[] => Array.from({ length: quarters }, (_, t) => of(t));
const growing = (first: number, growth: number): readonly number[] => each((t) => (first * (1 + growth) ** Math.floor(t / 4)) / 4);

test("Shapiro's ramp", async () => {
  const ramp = planCase(problem(quarters, {
    vehicles: [vehicle(quarters, { perLaunch: inputs.payload_t / inputs.t_per_sat, reliability: 1, integer: false, slots: growing(inputs.flights0, inputs.cadence_growth) })],
    fleet: fleet(quarters, {
      life: 4 * quarters, it_MW: inputs.kw_per_sat / 1000, available_frac: each(() => 1), factory: growing(inputs.factory0, inputs.factory_growth), fleetMax: each(() => 1e6),
    }),
    classes: [wants(quarters, { wanted_MW: each(() => 1e5) })],
  }));
  const { model, layout } = formulate(ramp);
  const solution = await solveHighs(model);
  const flown = layout.options[0]!.bought[0]!.map((column) => solution.primal[column!]!);
  const limits = limitsOf({ problem: ramp, layout, model, solution });
  outputs.deployed.forEach((expected, year) => {
    const got = flown.slice(4 * year, 4 * year + 4).reduce((a, b) => a + b, 0);
    measure("plan", { case: `Shapiro's ramp, year ${year + 1}`, got, expected, rel: 1e-3, unit: "satellites", source: "jeshap2891, Orbital_Compute_Model.xlsx, A3" });
    const binds = limits.filter((l) => l.quarter === START + 4 * year && l.outer).map((l) => l.limit.split("/")[0]);
    expect(binds).toEqual([outputs.binding[year] === "factory" ? "factory" : "launches"]);
  });
});
