import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowding, dominates, fronts, type Judged } from "../../src/study/index.ts";

const judged = fc.record({ objectives: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), violation: fc.constantFrom(0, 0, 0, 1, 2) });
const crowd = fc.array(judged, { minLength: 1, maxLength: 30 });

describe("fronts", () => {
  test("are those of the definition: peeled off one after another", () => {
    fc.assert(fc.property(crowd, (all) => {
      let left = all.map((_, i) => i);
      const peeled: number[][] = [];
      while (left.length > 0) {
        const front = left.filter((i) => !left.some((j) => dominates(all[j]!, all[i]!)));
        peeled.push(front);
        left = left.filter((i) => !front.includes(i));
      }
      expect(fronts(all).map((front) => front.toSorted((a, b) => a - b))).toEqual(peeled);
    }));
  });

  test("do not beat both ways, nor themselves", () => {
    fc.assert(fc.property(judged, judged, (p, q) => {
      expect(dominates(p, q) && dominates(q, p)).toBe(false);
      expect(dominates(p, p)).toBe(false);
    }));
  });

  test("put what breaks no limit first", () => {
    fc.assert(fc.property(crowd, (all) => {
      const order = fronts(all).flat().map((i) => all[i]!.violation);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }));
  });
});

describe("crowding", () => {
  const at = (...objectives: readonly number[]): Judged => ({ objectives, violation: 0 });

  // By hand, eq. of Deb et al. 2002, section III-B: the middle has (4 - 0)/4 + (8 - 0)/8, its neighbours a part of it.
  test("is the way between the neighbours over the extent, without end at the ends", () => {
    expect(crowding([at(0, 8), at(1, 6), at(3, 2), at(4, 0)])).toEqual([Infinity, 3 / 4 + 6 / 8, 3 / 4 + 6 / 8, Infinity]);
  });

  test("of one point and of two is without end", () => {
    expect(crowding([at(1, 1)])).toEqual([Infinity]);
    expect(crowding([at(0, 1), at(1, 0)])).toEqual([Infinity, Infinity]);
  });

  test("of what breaks limits is none", () => {
    expect(crowding([{ objectives: [], violation: 2 }, { objectives: [], violation: 2 }])).toEqual([0, 0]);
  });
});
