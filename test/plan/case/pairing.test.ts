/** One boundary for both tiers: what a verdict compares has the same items on the ground and in orbit, or says why one has nothing there. */
import { beforeAll, describe, expect, it } from "vitest";
import { solveHighs } from "../../../src/solver/index.ts";
import type { Item } from "../../../src/ledger/index.ts";
import type { PlanOption } from "../../../src/plan/index.ts";
import { run, type Run } from "../../../src/run/index.ts";
import { RACK, scenarioOf } from "../../support/scenario.ts";

const ITEMS: readonly Item[] = ["it", "power", "heat-rejection", "structure", "links", "storage", "control", "launch", "energy", "water", "operations", "disposal"];
const PLANT = "ground.sites.texas.plant={climate: phoenix, cooling: liquid-adiabatic, generators: [{id: gas, generator: gas-engine, units: 2}], solar: {power: 2 MW}, storage: {energy: 4 MWh, power: 1 MW}}";

/** Dollars of an item, and the reasons of lines of nothing. */
const itemOf = (option: PlanOption, item: Item): { readonly usd: number; readonly why: readonly string[] } => {
  const lines = [...option.capital.map(({ line }) => line), ...option.yearly].filter(({ boundary }) => boundary === item);
  return { usd: lines.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0), why: lines.filter(({ quantity }) => quantity === 0).map(({ source }) => source) };
};

describe.each([["by its means", []], ["with a plant", [PLANT]]] as const)("a site %s beside a platform", (_, set) => {
  let done: Run;
  beforeAll(async () => { done = await run(scenarioOf(RACK, "simulate.days=3", ...set), { solve: solveHighs }); });
  const optionOf = (tier: "ground" | "orbit"): PlanOption => done.plan!.options.find((option) => option.tier === tier)!;

  it.each(ITEMS)("has %s on both, or says why not", (item) => {
    for (const tier of ["ground", "orbit"] as const) {
      const { usd, why } = itemOf(optionOf(tier), item);
      expect(usd > 0 || (why.length > 0 && why.every((text) => text.length > 3)), `${tier} ${item}`).toBe(true);
    }
  });

  it("has no item that the other tier does not speak of", () => {
    const items = (tier: "ground" | "orbit"): readonly string[] => [...new Set([...optionOf(tier).capital.map(({ line }) => line.boundary), ...optionOf(tier).yearly.map(({ boundary }) => boundary)])].toSorted();
    expect(items("ground")).toEqual([...ITEMS].toSorted());
    expect(items("orbit")).toEqual([...ITEMS].toSorted());
  });

  it("buys its servers again where they live shorter than what holds them, on both tiers", () => {
    for (const tier of ["ground", "orbit"] as const) {
      const option = optionOf(tier);
      const servers = option.capital.filter(({ line }) => line.boundary === "it");
      expect(servers.length).toBeGreaterThan(0);
      for (const { life_yr } of servers) expect(life_yr).toBeLessThanOrEqual(option.life_yr);
    }
  });

  it("pays for what stands at its items in the sizing", () => {
    const [site] = done.sizing!.sites;
    for (const boundary of ["it", "power", "heat-rejection", "structure", "links"] as const) {
      const sized = site!.parts.reduce((sum, part) => (part.boundary === boundary ? sum + part.capital_usd : sum), 0) / (site!.site_W / 1e6);
      const planned = optionOf("ground").capital.reduce((sum, { line }) => (line.boundary === boundary ? sum + line.quantity : sum), 0);
      expect(planned / sized, boundary).toBeCloseTo(1, 9);
    }
  });
});
