/** Light and money of the example's two files, as its README tells them; what is quick stands in test/examples. */
import { expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { load } from "../../src/scenario/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { readmeOf, told } from "../support/told.ts";

const runOf = (file: string): Promise<Run> => {
  const path = `examples/chat-at-night-side/${file}`;
  return run(load({ path, files: nodeFiles(path), set: [] }), { solve: solveHighs });
};

test("what the README tells of light, batteries and tokens is the run's", async () => {
  const [shell, ring] = [await runOf("scenario.yaml"), await runOf("ring.yaml")];
  const readme = readmeOf("chat-at-night-side");
  const lit = ({ flight }: Run) => 100 * flight!.summary!.light.discInView_frac;
  told(readme, "its platforms see the Sun {} % of the time", [lit(shell)]);
  told(readme, "whose platforms see it {} % of the time", [lit(ring)]);
  const store = ({ sizing }: Run) => sizing!.platform!.battery.capacity_J;
  expect(Math.round(store(shell) / store(ring))).toBe(3);
  const price = ({ serving }: Run, tier: string) => serving!.prices.find((one) => one.tier === tier)!;
  told(readme, "A million tokens cost {} $ on the ground and {} $ in orbit ({} $ in the ring), with every replica full; {} % more with replicas for the highest hour", [
    price(shell, "ground").usd_per_Mtoken, price(shell, "orbit").usd_per_Mtoken, price(ring, "orbit").usd_per_Mtoken, 100 * (shell.service!.classes[0]!.peakToMean - 1),
  ]);
});
