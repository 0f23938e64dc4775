/** `realOptions`: what waiting, a pilot, owning the rocket and giving up are worth, from plans solved over what is uncertain. See value-decision.ts. */
import { chanceWithin, expectedFactor, spreadAfter } from "../../money/index.ts";
import type { DriverCase, DriverTold, OptionsCase, RealOptions } from "./options-record.ts";
import type { Uniforms } from "./sample.ts";
import { valueDecision } from "./value-decision.ts";
import { dollars } from "./words.ts";

/** Values every decision of a case. */
export const realOptions = (all: OptionsCase, uniforms: Uniforms): RealOptions => {
  const decisions = all.decisions.map((decision) => valueDecision(all, decision, uniforms));
  return {
    rate_per_yr: all.rate_per_yr, paths: all.paths, plans: all.plans, decisions,
    drivers: all.drivers.map((driver) => toldOf(driver, all)),
    notes: [...all.notes, ...wholeNote(all), ...decisions.flatMap(({ notes }) => notes)],
  };
};

const wholeNote = ({ relaxed_usd, whole_usd }: OptionsCase): readonly string[] =>
  relaxed_usd === null ? [] : [`Options are valued on plans in which parts of launches may be bought, out of the same slots: with them the scenario as written costs ${differenceText(whole_usd - relaxed_usd)} its plan with whole ones (present cost, what is not served at its price in it).`];

const differenceText = (saved_usd: number): string => (Math.abs(saved_usd) < 1 ? "as much as" : `${dollars(Math.abs(saved_usd))} ${saved_usd < 0 ? "more" : "less"} than`);

/** Nine in ten normal numbers lie within so many standard deviations. */
const NINE_IN_TEN_SD = 1.645;

const toldOf = ({ id, field, motion, unit, payload_kg }: DriverCase, { start_quarter, decisions }: OptionsCase): DriverTold => {
  const quarter = Math.max(start_quarter, ...decisions.flatMap(({ dates }) => dates));
  const years = (quarter - start_quarter) / 4;
  const expected = expectedFactor(motion, { state: 0, years });
  if (motion.kind === "event") {
    const chance = chanceWithin(motion, years);
    return { id, field, motion, unit, payload_kg, at: { quarter, expected, low: chance < 0.95 ? motion.before : motion.after, high: chance > 0.05 ? motion.after : motion.before } };
  }
  const { mean, sd } = spreadAfter(motion, { state: 0, years });
  return { id, field, motion, unit, payload_kg, at: { quarter, expected, low: Math.exp(mean - NINE_IN_TEN_SD * sd), high: Math.exp(mean + NINE_IN_TEN_SD * sd) } };
};
