/** The planner's models solved by another program: coinor-cbc (Debian) on the exported texts, from scripts/install-cbc.sh. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { formulate, jointModel, toLp, toMps } from "../../src/plan/index.ts";
import { planCase } from "../plan/cases.ts";
import { cases } from "../plan/golden-cases.ts";
import { newsvendor } from "../plan/uncertain-cases.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-cbc-`);

beforeAll(() => {
  const { status, stderr } = spawnSync("bash", [new URL("../../scripts/install-cbc.sh", import.meta.url).pathname], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no cbc: ${stderr}`);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** Objective that cbc prints: "Objective value: 32.00000000" of a search, "Optimal objective 32 - ..." of a linear program. */
const byCbc = (name: string, text: string): number => {
  const file = `${folder}/${name}`;
  writeFileSync(file, text);
  const { stdout } = spawnSync("cbc", [file, "-ratioGap", "0", "-solve", "-quit"], { encoding: "utf8" });
  const found = /Objective value:\s+([-\d.e+]+)/.exec(stdout) ?? /Optimal objective ([-\d.e+]+)/.exec(stdout) ?? /Optimal - objective value ([-\d.e+]+)/.exec(stdout);
  if (found === null) throw new Error(`cbc found nothing: ${stdout}`);
  return Number(found[1]);
};

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

describe("cbc agrees", () => {
  test.each(cases)("$name", async ({ name, problem, optimum }) => {
    const { model } = formulate(planCase(problem));
    const { objective } = await solve(model);
    for (const [suffix, text] of [["lp", toLp(model)], ["mps", toMps(model)]] as const) {
      const cbc = byCbc(`${name}.${suffix}`, text);
      expect(Math.abs(cbc - objective)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(objective)));
      expect(cbc).toBeCloseTo(optimum, 5);
    }
  });
  // The newsvendor of test/plan/uncertain.test.ts: 43.05 expected; with a tail of a half at half its weight and 3 MW bought, 46.05 expected and
  // a worst half of 0.4 x 46.5 + 0.1 x 46 over 0.5 = 46.4.
  test.each([[0, 0.9, 43.05], [0.5, 0.5, (46.05 + 46.4) / 2]])("several futures, the tail's weight %f", async (weight_frac, tail_frac, optimum) => {
    const parts = newsvendor([1, 2, 3], [0.3, 0.3, 0.4]).map(({ problem, chance_frac }) => ({ model: formulate(problem).model, chance_frac, constant: 0 }));
    const { model } = jointModel(parts, { first: new Set(["bought_abilene_2027Q1"]), risk: { tail_frac, weight_frac } });
    const { objective } = await solve(model);
    for (const [suffix, text] of [["lp", toLp(model)], ["mps", toMps(model)]] as const) expect(byCbc(`joint.${suffix}`, text)).toBeCloseTo(objective, 5);
    expect(objective).toBeCloseTo(optimum, 5);
  });
});
