/** An option is an option: what its tier is called changes no number of the model. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formulate, toLp } from "../../src/plan/index.ts";
import type { PlanCase, TierLabel } from "../../src/plan/index.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";

const both = planCase(problem(6, { sites: [site(6)], vehicles: [vehicle(6)], fleet: fleet(6, { target: [0, 0, 1, 1, 2, 2] }), classes: [wants(6, { data_B_per_J: 100 })] }));

const relabelled = (c: PlanCase, tier: (was: TierLabel) => TierLabel): PlanCase => ({
  ...c,
  options: c.options.map((option) => ({ ...option, tier: tier(option.tier) })),
  pools: c.pools.map((pool) => ({ ...pool, tier: tier(pool.tier) })),
});

describe("tiers", () => {
  test("are labels: the model is the same to the byte under any", () => {
    const text = toLp(formulate(both).model);
    for (const tier of ["ground", "orbit"] as const) expect(toLp(formulate(relabelled(both, () => tier)).model)).toBe(text);
    expect(toLp(formulate(relabelled(both, (was) => (was === "ground" ? "orbit" : "ground"))).model)).toBe(text);
  });
  test("are asked for only where the scenario's sections become options", () => {
    const asks = /(?:case|[=!]==) "(?:ground|orbit)"|startsWith\("(?:ground|orbit)/;
    const files = readdirSync(new URL("../../src/plan/", import.meta.url), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.startsWith("case"));
    expect(files.length).toBeGreaterThan(20);
    const asking = files.filter((name) => asks.test(readFileSync(new URL(`../../src/plan/${name}`, import.meta.url), "utf8")));
    expect(asking).toEqual([]);
  });
});
