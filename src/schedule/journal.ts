/**
 * The journal: one JSON document a line. A head with supply and policy; then each event with the transitions that it brought; at the end the
 * hash of the state and, where the writer has kept them, of all lines above. Replay hands the events to the machine again and compares every
 * transition, byte for byte, and the hashes. Whoever changes a journal can write its hashes anew: keep the last line elsewhere, too.
 */
import { curveRecord } from "./curve-record.ts";
import { step, type ScheduleEvent, type Step } from "./machine.ts";
import type { Policy } from "./policy.ts";
import { sha256, stateHash } from "./snapshot.ts";
import { emptyState, type State } from "./state.ts";
import { prepareSupply, type Pool, type Supply } from "./supply.ts";
import type { Transition } from "./transition.ts";

export const JOURNAL_VERSION = 2;

interface Head {
  readonly kind: "journal";
  readonly version: number;
  readonly policy: Policy;
  readonly pools: readonly Pool[];
}

/** First line. */
export const journalHead = ({ pools }: Supply, policy: Policy): string => {
  const head: Head = { kind: "journal", version: JOURNAL_VERSION, policy, pools: pools.map(({ pool }) => curveRecord(pool)) };
  return `${JSON.stringify(head)}\n`;
};

const eventLine = (event: ScheduleEvent): string => JSON.stringify({ kind: "event", event });
const recordLine = (record: Transition): string => JSON.stringify({ kind: "transition", ...record });

/** Lines of an event and of what it brought. A decision without transitions is kept too: timers may have passed in it. */
export const journalLines = (event: ScheduleEvent, { records }: Pick<Step, "records">): string => `${[eventLine(event), ...records.map(recordLine)].join("\n")}\n`;

/** Last line. With all text above it, its hash too: of what changes no state, as a price that nobody asked, the state's hash says nothing. */
export const journalEnd = async (state: State, above?: readonly string[]): Promise<string> =>
  `${JSON.stringify({ kind: "end", records: state.seq, hash: await stateHash(state), ...(above === undefined ? {} : { above: await sha256(above.join("")) }) })}\n`;

export interface Replay {
  readonly state: State;
  readonly events: number;
  readonly transitions: number;
  readonly hash: string;
  /** Whether the lines above the last are those that its writer hashed; null where it hashed none. */
  readonly unchanged: boolean | null;
  /** What the journal says it should be; null where it was cut off before its end. */
  readonly expectedHash: string | null;
}

/** What is wrong with a journal, and in which line, from 1. */
export class JournalError extends Error {
  readonly line: number;
  readonly hint: string;
  constructor(line: number, message: string, hint: string) {
    super(`line ${line}: ${message}`);
    this.name = "JournalError";
    this.line = line;
    this.hint = hint;
  }
}

type Line = { readonly kind: string } & Readonly<Record<string, unknown>>;

const parsed = (text: string, line: number): Line => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JournalError(line, "no JSON document", "a journal has one in each line; was it cut off within one?");
  }
  if (value === null || typeof value !== "object" || !("kind" in value) || typeof value.kind !== "string") throw new JournalError(line, 'a document without "kind"', "is this a journal of the scheduler?");
  return value as Line;
};

const headOf = (text: string | undefined): Head => {
  const head = text === undefined ? undefined : parsed(text, 1);
  if (head?.kind !== "journal") throw new JournalError(1, "no head of a journal", 'the first line is {"kind":"journal", …} with supply and policy');
  if (head["version"] !== JOURNAL_VERSION) throw new JournalError(1, `version ${String(head["version"])} of a journal`, `this program replays version ${JOURNAL_VERSION}`);
  if (!Array.isArray(head["pools"]) || head["policy"] === null || typeof head["policy"] !== "object") throw new JournalError(1, "a head without pools or policy", "the head of a journal holds its policy and its supply");
  return head as unknown as Head;
};

interface Reading {
  state: State;
  events: number;
  transitions: number;
  expectedHash: string | null;
  /** Hash of all lines above the last, as written. */
  above: string | null;
  /** Of the last event, what the journal has still to say. */
  left: readonly Transition[];
}

const replayEvent = (reading: Reading, event: ScheduleEvent, line: number): void => {
  try {
    const { state, records } = step(reading.state, event);
    reading.state = state;
    reading.left = records;
    reading.events++;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new JournalError(line, error.message, "the journal is no record of what this scheduler did");
  }
};

const replayLine = (reading: Reading, text: string, line: number): void => {
  const document = parsed(text, line);
  if (document.kind === "transition") {
    const [record, ...left] = reading.left;
    const again = record === undefined ? undefined : recordLine(record);
    if (again !== text) throw new JournalError(line, `the journal has ${text}, the replay ${again ?? "no transition here"}`, "the journal was changed, or written by a version that decides otherwise");
    reading.left = left;
    reading.transitions++;
    return;
  }
  if (reading.left.length > 0) throw new JournalError(line, `the replay has ${recordLine(reading.left[0]!)}, the journal goes on without`, "a line is missing, or the journal was written by a version that decides otherwise");
  if (document.kind === "event") replayEvent(reading, document["event"] as ScheduleEvent, line);
  else if (document.kind === "end") {
    reading.expectedHash = String(document["hash"]);
    reading.above = typeof document["above"] === "string" ? document["above"] : null;
  } else throw new JournalError(line, `a document of kind "${document.kind}"`, "a journal has events, transitions and an end");
};

/** The state that a journal leads to. Throws JournalError at the first line that the machine does not reproduce. */
export const replay = async (text: string): Promise<Replay> => {
  const lines = text.split("\n").filter((line) => line !== "");
  const { pools, policy } = headOf(lines[0]);
  const reading: Reading = { state: emptyState(prepareSupply(pools), policy), events: 0, transitions: 0, expectedHash: null, above: null, left: [] };
  for (let i = 1; i < lines.length; i++) replayLine(reading, lines[i]!, i + 1);
  // A journal may break off: what its last event brought may then be missing.
  const { state, events, transitions, expectedHash, above } = reading;
  const unchanged = above === null ? null : (await sha256(`${lines.slice(0, -1).join("\n")}\n`)) === above;
  return { state, events, transitions, expectedHash, unchanged, hash: await stateHash(state) };
};
