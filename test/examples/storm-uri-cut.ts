/** What examples/storm-uri costs where its work is cut at some `serve.jobsMost`, and what its README says of it. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { serveJobs } from "../../src/run/index.ts";
import type { Simulated } from "../../src/serve/index.ts";
import { loadExample } from "../support/run-example.ts";
import type { Stages } from "../serve/jobs/days.ts";

/** M$ of ground energy by class, and in all with data and lateness. */
export interface Cut {
  readonly chat: number;
  readonly batch: number;
  readonly all: number;
}

export const cutOf = ({ classes }: Simulated): Cut => {
  const [chat, batch] = ["chat", "batch"].map((id) => classes.find((c) => c.id === id)!.cost.ground.energy_usd / 1e6);
  return { chat: chat!, batch: batch!, all: classes.reduce((sum, { cost, late_usd }) => sum + cost.ground.energy_usd + cost.ground.data_usd + cost.orbit.data_usd + late_usd, 0) / 1e6 };
};

export const cutAt = async (stages: Stages, placement: string, jobsMost: number): Promise<Cut> =>
  cutOf((await serveJobs(loadExample("storm-uri", `serve.placement=${placement}`, `serve.jobsMost=${jobsMost}`), stages, {})).simulated!);

/** The README's row of a placement. */
export const writtenCut = (placement: string): { readonly at400: Cut; readonly at4000: Cut } => {
  const row = readFileSync("examples/storm-uri/README.md", "utf8").split("\n").find((line) => line.startsWith(`| \`${placement}\` |`) && line.split("|").length === 9)!;
  const [c400, c4000, b400, b4000, a400, a4000] = row.split("|").slice(2, -1).map(Number) as [number, number, number, number, number, number];
  return { at400: { chat: c400, batch: b400, all: a400 }, at4000: { chat: c4000, batch: b4000, all: a4000 } };
};

/** Each to 1 %, or its last digit. */
export const isAsWritten = (run: Cut, written: Cut): void => {
  for (const key of ["chat", "batch", "all"] as const) expect(Math.abs(run[key] - written[key]), `${key}: ${written[key]} in the README, ${run[key]} in the run`).toBeLessThanOrEqual(Math.max(0.01 * run[key], 0.01));
};
