/** Two problems joined at a quarter: every number of a problem is walked, so that none can be forgotten. */
import { describe, expect, test } from "vitest";
import { formulate } from "../../src/plan/index.ts";
import type { PlanCase, PricedLine } from "../../src/plan/index.ts";
// Joining is inside the plan's room: what is asked here is that no field of a problem is left out of it.
import { differs, spliced } from "../../src/plan/replan/index.ts";
import { committed_usd } from "../../src/plan/solve-case.ts";
import { fleet, planCase, problem, site, supply, vehicle, wants } from "./cases.ts";

const N = 3;
const fill = (value: number): readonly number[] => Array.from({ length: N }, () => value);
const line = (subsystem: string, usd: number): PricedLine => ({ subsystem, boundary: "launch", source: "test", usd: fill(usd) });

/** A problem with something in every field. */
const full = (): PlanCase => {
  const made = planCase(problem(N, {
    salvage: true, factor: [1, 0.9, 0.8],
    sites: [site(N)],
    vehicles: [
      vehicle(N, { order: { lead: 1, deposit_frac: 0.5, held: 1 }, slots: fill(0.7) }),
      vehicle(N, { id: "nova", name: "nova", integer: false, slots: fill(2.5), committed: [line("fixed cost", 1e6)], stake: { at: [0, 2], line: { ...line("stake", 9e6), life: 12 } }, others: { launches: fill(1.5), givenUp: line("sales given up", 2e6) } }),
    ],
    fleet: fleet(N, { order: { lead: 1, deposit_frac: 0.25, held: 2 }, target: fill(1), relay_B_per_s: 1e8, data: line("data", 3) }),
    cargo: [supply(N, { vehicles: [0, 1] })],
    classes: [wants(N, { data_B_per_J: 1e-4, smoothing: [{ deferral_h: 0, peakToMean: 1.5 }], useful_frac: { ground: 0.9, orbit: 0.8 } }), wants(N, { id: "batch", name: "batch", smoothing: [{ deferral_h: 0, peakToMean: 2 }, { deferral_h: 24, peakToMean: 1.1 }] })],
    cash: { own_usd: fill(50e6), debtMax_usd: fill(10e6), interest_per_quarter: 0.02, earned_usd_per_MWh: [fill(100), fill(50)] },
  }));
  return { ...made, options: made.options.map((option) => ({ ...option, ways: option.ways.map((way) => ({ ...way, paid: [line("insurance", 1e5)] })) })) };
};

type Path = readonly (string | number)[];

/** Every number and flag of a value, by its path. */
const leaves = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === "number" || typeof value === "boolean") return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, [...path, i]));
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key])) : [];
};

/** The value with another number at a path. */
const changed = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return typeof value === "boolean" ? !value : (value as number) + 1;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? changed(item, rest) : item));
  return { ...(value as Record<string, unknown>), [key]: changed((value as Record<string, unknown>)[key], rest) };
};

const numbers = (one: PlanCase): unknown => ({ model: formulate(one).model, committed: committed_usd(one) });

const all = leaves(full());

describe("an event", () => {
  test("is refused, or changes nothing before it and all after it, at every number of a problem", () => {
    const before = full();
    const [was, kept] = [numbers(before), new Set<string>()];
    for (const path of all) {
      const after = changed(before, path) as PlanCase;
      if (differs(before, after).length > 0) kept.add(path.filter((key) => typeof key === "string").join("."));
      // A past of parts of launches is no past of whole ones: what flies in parts does so before and after.
      else if (path.at(-1) !== "integer") {
        expect(numbers(spliced(before, after, N)), `before: ${path.join(".")}`).toEqual(was);
        expect(numbers(spliced(before, after, 0)), `after: ${path.join(".")}`).toEqual(numbers(after));
      }
    }
    // What stands already, and how money is counted; nothing that is a price, a rate or a demand.
    expect([...kept].filter((name) => /usd|slots|amount|MW$|MWh$|smoothing|useful|shared|interest/.test(name) && name !== "options.run_MW")).toEqual([]);
    expect(kept).toContain("factor");
    expect(all.length).toBeGreaterThan(200);
  });
});
