import { InvalidArgumentError, Option, type Command } from "commander";
import { UsageError } from "../failure.ts";
import { withPeriod } from "../trajectory-options.ts";

const count = (text: string): number => {
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("a whole number above 0.");
  return Number(text);
};

/** Adds the options with which `fly` lists events. */
export const withFlyEvents = (command: Command): Command =>
  withPeriod(command.option("--events [file]", "eclipses, passes and links in order of time, as CSV or JSON: to a file ending so, to events.csv in --out, or to standard output instead of the flight; a file of elements (TLE, OMM) may then stand for the scenario, before or behind it"), { when: "with --events: ", usual: "the scenario's simulate.days; elements: 1 day" })
    .addOption(new Option("--format <format>", "with --events: how to write them (default: by the file's ending, or csv)").choices(["csv", "json"]))
    .option("--links <altitude>", "with --events: least height of a line of sight between two satellites (default: 80 km)")
    .option("--range <distance>", "with --events: greatest distance of a link (default: any)")
    .option("--satellites <count>", "with --events: the first so many only", count);

const OF_EVENTS = ["format", "links", "range", "satellite", "satellites", "start", "days", "hours"] as const;

/** Throws UsageError for an option of events where none are asked for. */
export const refuseWithoutEvents = (options: object): void => {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const name = OF_EVENTS.find((one) => given[one] !== undefined && !(Array.isArray(given[one]) && given[one].length === 0));
  if (name !== undefined) throw new UsageError(`--${name} is for lists of events`, "add --events, or leave it out");
};
