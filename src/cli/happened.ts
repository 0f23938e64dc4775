/** `plan --as-of 2029-Q2 --event ...`: what has happened by then, and the scenario with it. */
import type { Command } from "commander";
import { idList, knownLater, type Scenario } from "../scenario/index.ts";
import { formatQuarter, parseQuarter } from "../units/index.ts";
import { collect } from "./collect.ts";
import { UsageError } from "./failure.ts";

export interface HappenedOptions {
  readonly asOf?: string;
  readonly event?: readonly string[];
}

export interface Happened {
  readonly asOf_quarter: number;
  readonly events: readonly string[];
  readonly scenario: Scenario;
}

export const withHappened = (command: Command): Command => command
  .option("--as-of <quarter>", "plan again from this quarter on: what was bought and launched before stays")
  .option("--event <event>", "what has happened by then: a gate, by its id, that went badly, or path=value as with --set; may be repeated", collect, []);

/** What happened, with the scenario that `read` gives for the settings of the events; undefined where nothing was asked. Throws UsageError. */
export const happenedIn = async (scenario: Scenario, { asOf, event = [] }: HappenedOptions, read: (set: readonly string[]) => Promise<Scenario>): Promise<Happened | undefined> => {
  if (asOf === undefined && event.length === 0) return undefined;
  if (asOf === undefined) throw new UsageError("--event without --as-of", "say from which quarter on: --as-of 2029-Q2");
  const quarter = parseQuarter(asOf);
  const [first, last] = [scenario.horizon.start_quarter, scenario.horizon.start_quarter + Math.round(scenario.horizon.years_yr * 4) - 1];
  if (quarter === undefined || quarter <= first || quarter > last) throw new UsageError(`--as-of ${asOf}`, `a quarter after ${formatQuarter(first)} and no later than ${formatQuarter(last)}, such as 2029-Q2`);
  return { asOf_quarter: quarter, events: event, scenario: await read(event.map((one) => settingOf(scenario, one))) };
};

/** Sections that say how money and time are counted, for all of the horizon. */
const COUNTS = /^(finance|money|horizon)\./;

/** An event as a setting. */
const settingOf = (scenario: Scenario, event: string): string => {
  const equals = event.indexOf("=");
  if (equals < 0) {
    const ids = scenario.gates.map(({ id }) => id);
    if (!ids.includes(event)) throw new UsageError(`--event ${event}, and the scenario has no such gate`, ids.length === 0 ? "it has no gates; write path=value" : `gates are ${idList(ids.join(",")).join(", ")}; anything else is path=value`);
    return `gates.${event}.chance=1`;
  }
  const path = event.slice(0, equals).trim();
  if (COUNTS.test(path)) throw new UsageError(`--event ${path}, which says how money or time is counted`, "an event cannot count what was paid before in another way: change launch vehicles, demand, market, gates, prices or limits");
  if (!knownLater(path)) throw new UsageError(`--event ${path}, which a platform or site is sized or flown by`, "what stands already was designed before: change launch vehicles, demand, market, gates, prices or limits");
  return event;
};
