/** `decide` in words, and for a terminal. */
import type { Commitment, Commitments, Run } from "../../run/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import type { Look } from "../terminal.ts";
import { textTable, wrapText } from "../text-table.ts";
import type { Table } from "../table.ts";
import { realOptionTables, uncertainTables } from "../tables/index.ts";
import { afterTable, commitmentTable, flipOf, waitingTable } from "./decide-tables.ts";

const dollars = (usd: number): string => {
  const { unit, divisor } = scaleFor(Math.max(1, Math.abs(usd)), "$");
  return `${formatFigure(usd / divisor)} ${unit}`;
};

/** One sentence an option. */
export const decideSays = (all: Commitments): readonly string[] => [
  ...all.commitments.map((one) => sentence(one, all)),
  ...(all.events.length === 0 ? ["Nothing is dated that could be waited for: gates with a chance or a delay, distributions with --known, or plan.uncertain.futures make events."] : []),
];

const sentence = (one: Commitment, all: Commitments): string => {
  const { option, verdict, first_quarter } = one;
  const first = first_quarter === null ? "" : formatQuarter(first_quarter);
  switch (verdict) {
    case "none": return `${option}: commit nothing${madeBy(option, all)}.`;
    case "now": return `${option}: commit now, in ${first}${held(one, all)}.`;
    case "later": return `${option}: nothing is committed before ${first}, then commit${held(one, all)}.`;
    case "leave": return `${option}: leave it; the plan begins it in ${first} for its target alone, and without is worth ${dollars(Math.max(...one.decisions.map(({ lead }) => lead ?? 0)))} more`.concat(madeLater(one, all), ".");
    case "wait": return `${option}: ${waited(one, all)}.`;
  }
};

/** Which outcome has the plan build what it otherwise does not. */
const madeBy = (option: string, { events }: Commitments): string => {
  const makes = events.flatMap(({ name, quarter, outcomes }) => outcomes.filter(({ units }) => (units[option] ?? 0) > 0).map(({ id }) => `${name} in ${formatQuarter(quarter)} (${id})`));
  return makes.length === 0 ? "; no event here has it built" : `; it is built after ${makes.join(", or after ")}`;
};

/** Which outcome has it built after all, where none is worth waiting for. */
const madeLater = ({ decisions }: Commitment, { events }: Commitments): string => {
  const flips = decisions.flatMap((one) => one.waits[0]?.outcomes.filter(({ flips: turns }) => turns).map(({ outcome }) => `${events.find(({ event }) => event === one.event)!.name} (${outcome})`) ?? []);
  return flips.length === 0 ? "; no event here turns that" : `; turned by ${flips.join(", ")}`;
};

/** Why it does not wait. */
const held = ({ decisions }: Commitment, { events }: Commitments): string => {
  if (decisions.length === 0) return "; no event is known after that";
  const flip = flipOf(decisions);
  const one = decisions.find(({ event }) => event === flip) ?? decisions[0]!;
  const wait = one.waits[0];
  if (wait === undefined) return "";
  const { cost, learnt, quarter, outcomes } = wait;
  const name = events.find(({ event }) => event === one.event)!.name;
  const turned = outcomes.filter(({ flips }) => flips).map(({ outcome }) => outcome);
  const why = turned.length === 0 ? "and no outcome of it turns the decision" : `which turns it if it comes out "${turned.join('" or "')}"`;
  return `: waiting for ${name} until ${formatQuarter(quarter)}, ${why}, costs ${dollars(cost)} and teaches ${dollars(learnt)}`;
};

const waited = ({ decisions, until }: Commitment, { events }: Commitments): string => {
  const one = decisions.find(({ event }) => event === until)!;
  const { cost, learnt, net, quarter, outcomes } = one.waits[0]!;
  const then = outcomes.map(({ outcome, chance, best }) => `${best} if it comes out "${outcome}" (${formatPercent(chance)})`);
  return `wait for ${events.find(({ event }) => event === until)!.name} until ${formatQuarter(quarter)}, then ${then.join(", ")}; waiting costs ${dollars(cost)} and teaches ${dollars(learnt)}, so that it is worth ${dollars(net)}`;
};

/** Every table of it; those of plan.uncertain and of options where the scenario has them. */
export const decideTables = (all: Commitments, { uncertain, realOptions }: Pick<Run, "uncertain" | "realOptions">): readonly Table[] =>
  [commitmentTable(all), waitingTable(all), afterTable(all), ...uncertainTables(uncertain), ...realOptionTables(realOptions).slice(0, 2)].filter(({ rows }) => rows.length > 0);

export const decideNotes = (all: Commitments): readonly string[] => [...all.notes, `${all.plans} ${all.plans === 1 ? "plan was" : "plans were"} solved, with ${all.launches === "parts" ? "parts of launches allowed" : "whole launches"}.`];

export const decideText = (all: Commitments, run: Pick<Run, "uncertain" | "realOptions"> & { readonly name: string }, look: Look): string => {
  const wrapped = (line: string): string => wrapText(line, look.width).join("\n");
  const { name } = run;
  return `${[
    wrapped(name),
    decideSays(all).map(wrapped).join("\n"),
    ...decideTables(all, run).map((table) => [wrapped(table.title), ...textTable(table, look.width), ...(table.note === "" ? [] : [wrapped(table.note)])].join("\n")),
    decideNotes(all).map((note) => wrapped(`- ${note}`)).join("\n"),
  ].join("\n\n")}\n`;
};
