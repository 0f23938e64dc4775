/**
 * Parts of a stage that come out the same are kept: what a sample does not touch is not computed again.
 *
 * Each part is run once on the central scenario with its arguments watched: which members it reads, and which of these it only hands on. A part
 * is a pure function, so that arguments which agree in all that was read lead it the same way to the same result. Records that a sample
 * shares with the central scenario are the very same, which ends the comparison where they meet. Only the central result is kept: what
 * comes out never depends on what came before.
 */
import type { Keep } from "../../scenario/index.ts";

/** What was read below a value: its members by name; or that the value itself counts. */
interface Reads {
  whole: boolean;
  readonly of: Map<string, Reads>;
  /** Members that it was asked to have. */
  readonly has: Set<string>;
  /** What stands for a record while a part runs: the same each time it is asked for. */
  watched: object | null;
}

/** The same laid out to be compared: null where the value itself counts. */
type Looks = { readonly has: readonly string[]; readonly keys: readonly string[]; readonly below: readonly Looks[] } | null;

interface Kept {
  readonly args: readonly unknown[];
  readonly looks: readonly Looks[];
  readonly value: unknown;
  /** Nothing that it read will ever be another. */
  readonly still: boolean;
}

export interface Parts {
  /** Runs a part, and notes what it reads; the last time counts. */
  readonly record: Keep;
  /** Hands out what was recorded, where the arguments agree with it. */
  readonly reuse: Keep;
  /** Parts that were recorded. */
  readonly names: () => readonly string[];
  /**
   * Like `reuse`, on a scenario in which every number that will ever move has moved: what of it is the very record of the centre, or the same
   * word or number, will be so in all others, and is not looked at again; nor is what follows from that alone. Of other arguments nothing is
   * known, but that `own`, made of the scenario, is always there, and that a record of the scenario which one of them holds is held by it at every
   * point: a part that is to be handed one record of the scenario or another, as a number has it, is handed the number.
   */
  readonly settle: (moved: object, own: object) => Keep;
}

/** A part by its arguments one by one: a list of them for each of fifty parts of a point would be a tenth of its time. */
type Part = (one: unknown, two: unknown, three: unknown) => unknown;

/** Nothing is recorded yet. */
export const keptParts = (): Parts => {
  const kept = new Map<string, Kept>();
  return {
    record: (part, of, ...args) => {
      if (args.length > 3) throw new Error(`${part} has more than three arguments`);
      const reads = args.map(newReads);
      const seen = new WeakMap<object, Reads>();
      const watched = of(...(args.map((arg, i) => watch(arg, reads[i]!, seen)) as unknown as typeof args));
      handedOn(watched, seen);
      const value = of(...args);
      kept.set(part, { args, looks: reads.map(looksOf), value, still: false });
      return value;
    },
    reuse: ((part: string, of: Part, one: unknown, two: unknown, three: unknown): unknown => {
      const known = kept.get(part);
      return known !== undefined && (known.still || allAgree(known, one, two, three)) ? known.value : of(one, two, three);
    }) as Keep,
    names: () => [...kept.keys()],
    settle: (moved, own) => {
      const ofScenario = new WeakSet<object>();
      addRecords(ofScenario, moved);
      return (part, of, ...args) => {
        const known = kept.get(part);
        if (known === undefined) return of(...args);
        const looks = known.looks.map((one, i) => pruned(one, { now: args[i], then: known.args[i], ofScenario }));
        const still = looks.every((one, i) => one !== null && one.keys.length === 0 && one.has.length === 0 && (args[i] === own || ofScenario.has(args[i] as object)));
        kept.set(part, { ...known, looks, still });
        if (!still) return of(...args);
        addRecords(ofScenario, known.value);
        return known.value as ReturnType<typeof of>;
      };
    },
  };
};

const newReads = (): Reads => ({ whole: false, of: new Map(), has: new Set(), watched: null });

/** Only plain records and lists are looked into; all else counts as a whole. */
const isPlainRecord = (value: unknown): value is object => {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
};

const watch = (value: unknown, reads: Reads, seen: WeakMap<object, Reads>): unknown => {
  if (!isPlainRecord(value)) {
    reads.whole = true;
    return value;
  }
  if (reads.watched !== null) return reads.watched;
  const watched: object = new Proxy(value, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof key === "symbol" || (typeof member === "function" && Array.isArray(target))) return member;
      return watch(member, memberOf(reads, key), seen);
    },
    has: (target, key) => {
      if (typeof key === "string") reads.has.add(key);
      return Reflect.has(target, key);
    },
  });
  reads.watched = watched;
  seen.set(watched, reads);
  return watched;
};

const memberOf = (reads: Reads, key: string): Reads => {
  const known = reads.of.get(key);
  if (known !== undefined) return known;
  const made = newReads();
  reads.of.set(key, made);
  return made;
};

/** What a result hands on of its arguments counts as a whole. */
const handedOn = (value: unknown, seen: WeakMap<object, Reads>): void => {
  if (typeof value !== "object" || value === null) return;
  const reads = seen.get(value);
  if (reads !== undefined) reads.whole = true;
  else if (isPlainRecord(value)) for (const member of Object.values(value)) handedOn(member, seen);
};

const looksOf = ({ whole, has, of }: Reads): Looks => (whole ? null : { has: [...has], keys: [...of.keys()], below: [...of.values()].map(looksOf) });

const allAgree = ({ looks, args: then }: Kept, one: unknown, two: unknown, three: unknown): boolean =>
  agrees(looks[0]!, one, then[0]) && (looks.length < 2 || (agrees(looks[1]!, two, then[1]) && (looks.length < 3 || agrees(looks[2]!, three, then[2]))));

type Members = Readonly<Record<string, unknown>>;

/** All records and lists of a value. */
const addRecords = (to: WeakSet<object>, value: unknown): void => {
  if (!isPlainRecord(value) || to.has(value)) return;
  to.add(value);
  for (const member of Object.values(value)) addRecords(to, member);
};

interface Pruning {
  readonly now: unknown;
  readonly then: unknown;
  readonly ofScenario: WeakSet<object>;
}

const pruned = (looks: Looks, { now, then, ofScenario }: Pruning): Looks => {
  if (looks === null || !isPlainRecord(now) || !isPlainRecord(then)) return looks;
  const members = looks.keys.map((key, i) => ({ key, below: pruned(looks.below[i]!, { now: (now as Members)[key], then: (then as Members)[key], ofScenario }) }));
  const left = ofScenario.has(now) ? members.filter(({ key }) => !Object.is((now as Members)[key], (then as Members)[key])) : members;
  // A record of the scenario stays one; another may come to be null.
  const sameIn = ({ key, below }: (typeof members)[number]): boolean => agrees(below, (now as Members)[key], (then as Members)[key]);
  const stays = (key: string): boolean => ofScenario.has((now as Readonly<Record<string, object>>)[key]!);
  const open = left.filter(({ key, below }) => below === null || below.keys.length > 0 || below.has.length > 0 || !stays(key));
  // What has moved is looked at first: it tells at once.
  open.sort((one, other) => Number(sameIn(one)) - Number(sameIn(other)));
  return { has: ofScenario.has(now) ? [] : looks.has, keys: open.map(({ key }) => key), below: open.map(({ below }) => below) };
};

const agrees = (looks: Looks, now: unknown, then: unknown): boolean => {
  if (Object.is(now, then)) return true;
  if (looks === null || typeof now !== "object" || typeof then !== "object" || now === null || then === null) return false;
  const { has, keys, below } = looks;
  for (let i = 0; i < has.length; i++) if (has[i]! in now !== has[i]! in then) return false;
  for (let i = 0; i < keys.length; i++) if (!agrees(below[i]!, (now as Members)[keys[i]!], (then as Members)[keys[i]!])) return false;
  return true;
};
