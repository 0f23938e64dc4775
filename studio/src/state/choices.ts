/** What pages let one choose, held against what they can show: choices come from links and files of others too. */
import { THEMES, type View } from "./view.ts";

type Holds = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isBoolean: Holds = (value) => typeof value === "boolean";
const isText: Holds = (value) => typeof value === "string";
const isNumber: Holds = (value) => typeof value === "number" && Number.isFinite(value);
const isCount: Holds = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf = (...words: readonly string[]): Holds => (value) => words.some((word) => word === value);
const orNull = (holds: Holds): Holds => (value) => value === null || holds(value);
const listOf = (holds: Holds): Holds => (value) => Array.isArray(value) && value.every(holds);
const isPair: Holds = (value) => listOf(isText)(value) && (value as readonly unknown[]).length === 2;
const isSpan: Holds = (value) => isRecord(value) && isNumber(value["start_s"]) && isNumber(value["end_s"]) && (value["end_s"] as number) > (value["start_s"] as number);

/** Each by the page and the name that `useChoice` has of it. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Holds>>>> = {
  answer: { per: isText },
  build: { quarter: isCount },
  clock: {
    follow: orNull(isCount), form: oneOf("globe", "map"), labels: isBoolean, links: isBoolean, of: isText, plane: orNull(isCount), playing: isBoolean,
    rate: (value) => isNumber(value) && (value as number) > 0, selected: listOf(isCount), t_s: isNumber, trace: oneOf("platform", "satellite", "fleet"), turning: isBoolean, window: orNull(isSpan),
  },
  compare: { with: listOf(isText) },
  risk: { design: oneOf("random", "latin", "sobol", "saltelli", "morris"), evaluations: (value) => isCount(value) && value !== 0, frontier: orNull(isPair) },
  scenario: { tab: oneOf("controls", "yaml", "changes") },
  shell: { theme: oneOf(...THEMES) },
};

/** Those that this studio knows, without those that it does not; null where one of them holds what its page cannot show. */
export const knownChoices = (value: unknown): View["choices"] | null => {
  if (!isRecord(value) || !Object.values(value).every(isRecord)) return null;
  const known = Object.entries(value as View["choices"]).flatMap(([page, chosen]) => {
    const names = Object.hasOwn(CHOICES, page) ? CHOICES[page]! : {};
    const own = Object.entries(chosen).filter(([name]) => Object.hasOwn(names, name));
    return own.length === 0 ? [] : [{ page, own, holds: own.every(([name, one]) => names[name]!(one)) }];
  });
  return known.every(({ holds }) => holds) ? Object.fromEntries(known.map(({ page, own }) => [page, Object.fromEntries(own)])) : null;
};
