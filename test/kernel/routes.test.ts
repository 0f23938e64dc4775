import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routeGraph, routeTo, routeTree, routeTrees, type RouteGraph } from "../../src/kernel/index.ts";

type Links = readonly (readonly [from: number, to: number, cost: number])[];

const graphOf = (links: Links, through: readonly number[]): RouteGraph =>
  routeGraph({ from: Uint32Array.from(links, ([a]) => a), to: Uint32Array.from(links, ([, b]) => b), cost: Float64Array.from(links, ([, , c]) => c), links: links.length }, Uint8Array.from(through));

/** Floyd & Warshall (1962): all sums, by three loops over a table; a node that does not relay is never between two others. */
const floyd = (links: Links, through: readonly number[]): number[][] => {
  const n = through.length;
  const sum = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => (i === j ? 0 : Infinity)));
  for (const [a, b, c] of links) sum[a]![b] = sum[b]![a] = Math.min(sum[a]![b]!, c);
  for (let k = 0; k < n; k++) {
    if (through[k] === 0) continue;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum[i]![j] = Math.min(sum[i]![j]!, sum[i]![k]! + sum[k]![j]!);
  }
  return sum;
};

const anyNetwork = fc.integer({ min: 2, max: 14 }).chain((n) =>
  fc.record({
    links: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.001, 1000))).filter(([a, b]) => a !== b), { maxLength: 40 }),
    through: fc.array(fc.constantFrom(0, 1, 1), { minLength: n, maxLength: n }),
  }),
);

describe("routeTree", () => {
  test("costs are those of Floyd and Warshall, from every node, also where links cost nothing or very unlike sums", () => {
    fc.assert(
      fc.property(anyNetwork, ({ links, through }) => {
        const expected = floyd(links, through);
        const graph = graphOf(links, through);
        through.forEach((_, source) => {
          const { cost } = routeTree(graph, source);
          cost.forEach((ms, i) => {
            if (expected[source]![i] === Infinity) expect(ms).toBe(Infinity);
            else expect(Math.abs(ms - expected[source]![i]!)).toBeLessThan(1e-9);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a route is a chain of links that adds up to its cost and goes through no node that does not relay", () => {
    fc.assert(
      fc.property(anyNetwork, ({ links, through }) => {
        const tree = routeTree(graphOf(links, through), 0);
        tree.cost.forEach((ms, end) => {
          const route = routeTo(tree, end);
          if (ms === Infinity) return expect(route).toEqual([]);
          expect([route[0], route.at(-1)]).toEqual([0, end]);
          const sum = route.slice(1).reduce((all, node, k) => all + Math.min(...links.filter(([a, b]) => (a === route[k] && b === node) || (b === route[k] && a === node)).map(([, , c]) => c)), 0);
          expect(Math.abs(sum - ms)).toBeLessThan(1e-9);
          expect(route.slice(1, -1).every((node) => through[node] === 1)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("taking a link away never shortens a route; costs are the same both ways", () => {
    fc.assert(
      fc.property(anyNetwork, fc.nat(39), ({ links, through }, gone) => {
        const whole = graphOf(links, through);
        const less = graphOf(links.filter((_, k) => k !== gone), through);
        const back = routeTree(whole, through.length - 1);
        const there = routeTree(whole, 0);
        routeTree(less, 0).cost.forEach((ms, i) => expect(ms).toBeGreaterThanOrEqual(there.cost[i]! - 1e-9));
        if (back.cost[0] !== Infinity) expect(Math.abs(back.cost[0]! - there.cost.at(-1)!)).toBeLessThan(1e-9);
      }),
    );
  });

  test("many at once are those one by one", () => {
    const links: Links = [[0, 1, 1], [1, 2, 2], [2, 3, 3], [3, 0, 7]];
    const graph = graphOf(links, [1, 1, 1, 1]);
    const out = { cost: new Float64Array(8), before: new Int32Array(8) };
    routeTrees(graph, Uint32Array.of(3, 1), out);
    expect([...out.cost]).toEqual([6, 5, 3, 0, 1, 0, 2, 5]);
    expect([...out.before.subarray(0, 4)]).toEqual([1, 2, 3, -1]);
  });

  test("what is no link, cost, source or room is told", () => {
    expect(() => graphOf([[0, 2, 1]], [1, 1])).toThrow(/link 0 is between 0 and 2 of 2 nodes/);
    expect(() => graphOf([[0, 1, NaN]], [1, 1])).toThrow(/cost of link 0 is NaN/);
    expect(() => graphOf([[0, 1, -1]], [1, 1])).toThrow(/cost of link 0 is -1/);
    const graph = graphOf([[0, 1, 1]], [1, 1]);
    expect(() => routeTree(graph, 2)).toThrow(/source 2 of 2 nodes/);
    expect(() => routeTrees(graph, Uint32Array.of(0, 1), { cost: new Float64Array(2), before: new Int32Array(2) })).toThrow(/do not fit/);
  });
});
