/**
 * `decide`: what to commit now, what can wait, which dated event flips the choice, and what waiting for it costs.
 *
 * A question has alternatives, each worth something in every future, by the quarter in which it is begun. An event is known at a date and tells futures apart.
 *   1. now: max over a of E(worth of a begun now)
 *   2. blind: max over a of E(worth of a begun when the event is known); what waiting costs is (1) - (2), below 0 where later is better anyway
 *   3. seeing: E over the event's outcomes of max over a of E(worth of a begun then | outcome); what is learnt is worth (3) - (2)
 *   4. waiting pays where (3) > (1)                                             (Raiffa and Schlaifer 1961; a lag priced in: Dixit and Pindyck 1994)
 *
 * An alternative that cannot be begun that late is closed by waiting. Range: one event at a time; chances as handed in; means are what is wanted. With futures that
 * are few draws of many, (3) chooses by noise too: outcomes should hold dozens each.
 */
export interface Begun {
  /** year * 4 + 0..3. */
  readonly quarter: number;
  /** In each future; more is better. */
  readonly worth: readonly number[];
}

export interface DecideQuestion {
  readonly id: string;
  readonly name: string;
  readonly alternatives: readonly { readonly id: string; readonly name: string; /** By quarter; one of them now. */ readonly begun: readonly Begun[] }[];
}

/** A dated event: a flight, a price, a permit. */
export interface Trigger {
  readonly id: string;
  readonly name: string;
  /** When its outcome is known. */
  readonly quarter: number;
  readonly outcomes: readonly string[];
  /** Position of its outcome in each future. */
  readonly outcome: readonly number[];
}

export interface DecideCase {
  readonly unit: string;
  readonly now: number;
  /** Of the futures; they sum to 1. */
  readonly chances: readonly number[];
  readonly questions: readonly DecideQuestion[];
  readonly triggers: readonly Trigger[];
}

export interface TriggerOutcome {
  readonly outcome: string;
  readonly chance: number;
  /** What is best if it comes. */
  readonly best: string;
  readonly worth: number;
  /** Whether that is another than what is best now. */
  readonly flips: boolean;
}

export interface Waiting {
  readonly trigger: string;
  readonly quarter: number;
  /** (1) - (2), (3) - (2), and their difference: above 0 waiting pays. */
  readonly cost: number;
  readonly learnt: number;
  readonly net: number;
  readonly outcomes: readonly TriggerOutcome[];
  /** Alternatives that waiting closes. */
  readonly closes: readonly string[];
}

export interface Decision {
  readonly question: string;
  readonly best: string;
  readonly worth: number;
  /** By what the best is ahead of the second; null where there is no other. */
  readonly lead: number | null;
  readonly waits: readonly Waiting[];
  /** "wait" for `until` where that is worth more than to commit to `best` now. */
  readonly verdict: "commit" | "wait";
  readonly until: string | null;
}

/** A decision a question. Throws RangeError where futures, chances and worths do not fit, with the name of what does not. */
export const decide = (asked: DecideCase): readonly Decision[] => {
  requireCase(asked);
  return asked.questions.map((question) => decisionOf(question, asked));
};

const requireCase = ({ chances, questions, triggers, now }: DecideCase): void => {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (!(Math.abs(total - 1) < 1e-9) || chances.some((chance) => !(chance >= 0))) throw new RangeError(`chances of futures sum to 1 and none is below 0, not ${total}`);
  for (const { id, outcomes, outcome, quarter } of triggers) {
    if (outcome.length !== chances.length || outcome.some((o) => outcomes[o] === undefined)) throw new RangeError(`trigger ${id} has no outcome in some future`);
    if (!(quarter > now)) throw new RangeError(`trigger ${id} is known now: it is no event to wait for`);
  }
  for (const { id, alternatives } of questions) {
    if (!alternatives.some(({ begun }) => begun.some(({ quarter }) => quarter === now))) throw new RangeError(`question ${id} has no alternative that can be begun now`);
    for (const { id: alternative, begun } of alternatives) for (const { worth } of begun) if (worth.length !== chances.length || !worth.every(Number.isFinite)) throw new RangeError(`${alternative} of ${id} has no worth in some future`);
  }
};

interface Best {
  readonly id: string;
  readonly worth: number;
}

/** Alternatives begun at a date or at the first later one that is known, the best first. */
const ranked = ({ alternatives }: DecideQuestion, quarter: number, expectation: (worth: readonly number[]) => number): readonly Best[] =>
  alternatives
    .flatMap(({ id, begun }): readonly Best[] => {
      const open = begun.filter((one) => one.quarter >= quarter).toSorted((a, b) => a.quarter - b.quarter)[0];
      return open === undefined ? [] : [{ id, worth: expectation(open.worth) }];
    })
    .toSorted((a, b) => b.worth - a.worth);

const expectationOver = (chances: readonly number[]) => (worth: readonly number[]): number => worth.reduce((sum, value, f) => sum + chances[f]! * value, 0);

const decisionOf = (question: DecideQuestion, asked: DecideCase): Decision => {
  const beginnable = { ...question, alternatives: question.alternatives.filter(({ begun }) => begun.some(({ quarter }) => quarter === asked.now)) };
  const [best, second] = ranked(beginnable, asked.now, expectationOver(asked.chances));
  const waits = asked.triggers.flatMap((trigger) => waitingFor(trigger, { question, asked, now: best! })).toSorted((a, b) => b.net - a.net);
  const until = waits[0] !== undefined && waits[0].net > 0 ? waits[0].trigger : null;
  return { question: question.id, best: best!.id, worth: best!.worth, lead: second === undefined ? null : best!.worth - second.worth, waits, verdict: until === null ? "commit" : "wait", until };
};

/** Nothing where no alternative is open that late. */
const waitingFor = (trigger: Trigger, { question, asked, now }: { readonly question: DecideQuestion; readonly asked: DecideCase; readonly now: Best }): readonly Waiting[] => {
  const blind = ranked(question, trigger.quarter, expectationOver(asked.chances));
  if (blind.length === 0) return [];
  const outcomes = trigger.outcomes.flatMap((outcome, o): readonly TriggerOutcome[] => {
    const chance = asked.chances.reduce((sum, c, f) => sum + (trigger.outcome[f] === o ? c : 0), 0);
    if (chance === 0) return [];
    const best = ranked(question, trigger.quarter, expectationOver(asked.chances.map((c, f) => (trigger.outcome[f] === o ? c / chance : 0))))[0]!;
    return [{ outcome, chance, best: best.id, worth: best.worth, flips: best.id !== now.id }];
  });
  const seeing = outcomes.reduce((sum, { chance, worth }) => sum + chance * worth, 0);
  const open = new Set(blind.map(({ id }) => id));
  const [cost, learnt] = [now.worth - blind[0]!.worth, seeing - blind[0]!.worth];
  return [{ trigger: trigger.id, quarter: trigger.quarter, cost, learnt, net: learnt - cost, outcomes, closes: question.alternatives.filter(({ id }) => !open.has(id)).map(({ id }) => id) }];
};
