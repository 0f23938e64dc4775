/** Which fields may turn out otherwise after the platform and the sites are designed. */
import { explain } from "./explain.ts";

/** Sections that no design reads. */
const APART = /^(launch|market|gates|actors|plan|finance|deals|capital|uncertainty)\./;
/** Sections of which a part is read by the design, and a part first by what follows it. */
const PARTLY = /^(demand|ground|orbit|network)\./;

/** Whether a field, as in `--set`, touches nothing that is sized or flown: a future or an event may change it. */
export const knownLater = (path: string): boolean => {
  if (APART.test(path)) return true;
  const found = explain(path);
  const first = found.ok ? found.explanation.feeds[0] : undefined;
  return PARTLY.test(path) && first !== undefined && first !== "size" && first !== "fly";
};
