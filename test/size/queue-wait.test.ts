/** The queue for the grid under draws, against the lognormal law it is drawn from. */
import { describe, expect, it } from "vitest";
import { randomDoubles, streamOf } from "../../src/kernel/index.ts";
import { connectedWithin_frac, connectionWait_month } from "../../src/physics/index.ts";
import { sizeSites } from "../../src/size/index.ts";
import { queueWait_month } from "../../src/size/queue-wait.ts";
import { scenarioOf } from "../support/scenario.ts";

const scenario = (...set: readonly string[]) => scenarioOf(`
dawndusk: 1
name: queue
horizon: { start: 2027-Q1, years: 12 yr }
demand: { classes: [{ id: batch, kind: batch, power: 20 MW, deferralMax: 24 h }] }
ground:
  sites:
    - { id: s, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 10 MW }], plant: { climate: dallas-2020, cooling: liquid-dry, queue: { requested: 2027-Q1, ramp: 0 month } } }
    - { id: o, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 10 MW }] }
`, ...set);

describe("a wait", () => {
  const base = scenario();
  const [site, other] = base.ground.sites;
  const drawn = (draw: number, seed = 1): number => queueWait_month({ uncertainty: { ...base.uncertainty, draw, seed } }, site!)!;

  it("without a draw is at the confidence asked, LBNL's median of 55 months", () => {
    expect(queueWait_month(base, site!)).toBeCloseTo(55, 9);
    expect(queueWait_month(base, other!)).toBeNull();
  });

  // 2,000 shares of a law are uniform: mean 1/2 and variance 1/12; four standard errors.
  it("under draws follows the law of the queue", () => {
    const shares = Array.from({ length: 2000 }, (_, n) => connectedWithin_frac({ median_month: 55, spread: 0.45 }, drawn(n + 1)));
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / shares.length));
    expect(Math.abs(shares.filter((share) => share < 0.1).length / shares.length - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / shares.length));
  });

  it("is the same for the same draw and seed, and of a stream of its own", () => {
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
    expect(drawn(7)).not.toBe(drawn(7, 2));
    const share = randomDoubles({ seed: 1, stream: streamOf("ground.sites.s.plant.queue"), index: 7 })();
    expect(drawn(7)).toBeCloseTo(connectionWait_month({ median_month: 55, spread: 0.45 }, share), 9);
  });

  it("moves what is online, and says so", () => {
    const first = (draw: number): { readonly at: number; readonly note: string } => {
      const [one] = sizeSites(scenario(`uncertainty.draw=${draw}`));
      return { at: one!.online_MW.findIndex((MW) => MW > 0), note: one!.notes.at(-1)! };
    };
    for (const draw of [1, 2, 3]) {
      const { at, note } = first(draw);
      expect(at).toBe(drawn(draw) > 141 ? -1 : Math.ceil(drawn(draw) / 3));
      expect(note).toContain(`in draw ${draw} its grid comes`);
    }
    expect(new Set([1, 2, 3].map((draw) => first(draw).at)).size).toBeGreaterThan(1);
  });
});
