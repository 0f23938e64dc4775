/** Fleets over more threads, and more fleets, than test/io/thread-crew.test.ts has: each thread compiles the sources anew. */
import { describe, test } from "vitest";
import { threadCrew } from "../../src/io/index.ts";
import { design, PLANES_OF_UNLIKE_SIZE, sameFor, sameForAnyFleet, walker } from "../io/same-flight.ts";

describe("a fleet over threads", () => {
  test("record and series are those flown in place, to the byte, for 1, 2, 3 and 5 threads", async () => {
    await sameFor(design(walker(48, 96), { days: 2.3 }), [1, 2, 3, 5].map((workers) => threadCrew({ workers })));
  });

  test("planes of unlike size, longer than a part and shorter, too", async () => {
    await sameFor(design(PLANES_OF_UNLIKE_SIZE, { days: 1.4, rack: { eclipse: "ride-through", capacity_J: 90e6 } }), [threadCrew({ workers: 2 }), threadCrew({ workers: 5 })]);
  });

  test("any fleet", () => sameForAnyFleet(6));
});
