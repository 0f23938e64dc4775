/** The correlations that a scenario writes, of the inputs that are asked about. */
import { idList, type Scenario } from "../../scenario/index.ts";
import type { Correlation, UncertainInput } from "../risk-record.ts";

/** Correlations of a scenario among inputs, and those left out because a field of theirs is no input. */
export const correlationsOf = ({ uncertainty }: Pick<Scenario, "uncertainty">, inputs: readonly UncertainInput[]): { readonly correlations: readonly Correlation[]; readonly left: readonly Correlation[] } => {
  const known = new Set(inputs.map(({ path }) => path));
  const all = uncertainty.correlations.map(({ fields, copula, parameter, freedom }): Correlation => ({ fields: idList(fields), copula, parameter, freedom }));
  const whole = (one: Correlation): boolean => one.fields.every((path) => known.has(path));
  return { correlations: all.filter(whole), left: all.filter((one) => !whole(one)) };
};
