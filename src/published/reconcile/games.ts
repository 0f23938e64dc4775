/** The game of each answer between two models: which steps, and what any hybrid answers. */
import type { Answer } from "./answers.ts";
import type { CostForm } from "./cost-form.ts";
import { costGame, massGame, type CostGame, type LeftOut } from "./cost-game.ts";
import { meanLife } from "./cost-steps.ts";
import { plainGame, type SplitGame } from "./game.ts";
import type { Forms } from "./model.ts";
import { panelGame } from "./panel-game.ts";
import type { Step, StepGame } from "./step.ts";

export interface AnswerGame {
  /** Those of orbit first, then those of the ground. */
  readonly steps: readonly Step[];
  readonly game: SplitGame;
}

const plain = ({ steps, value }: StepGame): AnswerGame => ({ steps, game: plainGame(steps.length, value) });

/** Both must have the answer: see answersOf. */
export const answerGame = (x: Forms, y: Forms, answer: Answer): AnswerGame => {
  if (answer === "panel") return plain(panelGame(x.panel!, y.panel!));
  if (answer === "mass") return plain(massGame(x.orbit!, y.orbit!));
  if (answer === "orbit" || answer === "ground") {
    const { steps, cost } = costGame(x[answer]!, y[answer]!);
    return plain({ steps, value: (taken) => cost(taken) });
  }
  const [a, b] = [lentBy(y, x), lentBy(x, y)];
  const [up, down] = [costGame(a.orbit!, b.orbit!), costGame(a.ground!, b.ground!)];
  return answer === "ratio" ? ratioGame(up, down) : breakEvenGame(up, down, x, y);
};

/**
 * One that counts capital alone takes one life and one rate of the other's, for everything on both tiers: so they divide out of its
 * break-even, which stays its own, and hybrids are of years as the other counts them. That it has none is then one step on each tier.
 */
const lentBy = (lender: Forms, forms: Forms): Forms => {
  if (forms.capitalAlone !== true || lender.capitalAlone === true) return forms;
  const life_years = meanLife(lender.orbit!)!;
  const lent = (form: CostForm): CostForm => ({ ...form, lent: true, rate_per_year: lender.orbit!.rate_per_year, prices: form.prices.map((price) => ({ ...price, life_years })), masses: form.masses.map((mass) => ({ ...mass, life_years })) });
  return { ...forms, orbit: lent(forms.orbit!), ground: lent(forms.ground!) };
};

const ratioGame = (up: CostGame, down: CostGame): AnswerGame => ({
  steps: [...of("orbit", up.steps), ...of("ground", down.steps)],
  game: { left: up.steps.length, right: down.steps.length, leftValues: (taken) => [up.cost(taken)], rightValues: (taken) => [1 / down.cost(taken)] },
});

const of = (tier: "orbit" | "ground", steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, id: `${tier}/${step.id}` }));

/** p = ground/slope - (orbit at 0)/slope: two factors on each side. What a model's own break-even leaves out is the last step of a side. */
const breakEvenGame = (up: CostGame, down: CostGame, x: Forms, y: Forms): AnswerGame => {
  const orbit = withLeftOut(up.steps.filter(({ id }) => id !== "launch"), x.breakEvenWithout?.orbit ?? [], y.breakEvenWithout?.orbit ?? []);
  const ground = withLeftOut(down.steps, x.breakEvenWithout?.ground ?? [], y.breakEvenWithout?.ground ?? []);
  const launchAt = up.steps.findIndex(({ id }) => id === "launch");
  return {
    steps: [...of("orbit", orbit.steps), ...of("ground", ground.steps)],
    game: {
      left: orbit.steps.length,
      right: ground.steps.length,
      leftValues: (taken) => {
        const without = orbit.without(taken);
        const hybrid = launchAt < 0 ? taken : spread(taken, launchAt);
        const [free, one] = [0, 1].map((launch_usd_per_kg) => up.cost(hybrid, { launch_usd_per_kg, without })) as [number, number];
        return [-free / (one - free), 1 / (one - free)];
      },
      rightValues: (taken) => [1, down.cost(taken, { without: ground.without(taken) })],
    },
  };
};

/** Bits with a place left free at `at`. */
const spread = (taken: number, at: number): number => (taken & ((1 << at) - 1)) | ((taken >> at) << (at + 1));

const withLeftOut = (steps: readonly Step[], x: readonly LeftOut[], y: readonly LeftOut[]): { readonly steps: readonly Step[]; readonly without: (taken: number) => readonly LeftOut[] } => {
  if (JSON.stringify(x) === JSON.stringify(y)) return { steps, without: () => x };
  const words = [...new Set([...x, ...y])].map((word) => (word === "whole" ? "rounding to whole satellites" : word)).join(", ");
  const step: Step = { id: "without", kind: "boundary", what: `what its break-even leaves out: ${words}`, from: null, to: null, unit: "" };
  return { steps: [...steps, step], without: (taken) => ((taken & (1 << steps.length)) === 0 ? x : y) };
};
