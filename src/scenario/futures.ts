/** The futures that a scenario names, each read as the scenario with other settings. */
import { formatQuarter } from "../units/index.ts";
import { idList } from "./id-list.ts";
import { knownLater } from "./known-later.ts";
import type { Loaded } from "./loaded.ts";
import { shown, type Problem } from "./problem.ts";
import type { Scenario } from "./scenario.ts";
import { pathText, placeAt, type MapTree, type Path } from "./tree.ts";

type Uncertain = NonNullable<Scenario["plan"]["uncertain"]>;
type Future = Uncertain["futures"][number];

export interface FutureReader {
  readonly tree: MapTree;
  /** The scenario with more settings. */
  readonly read: (set: readonly string[]) => Loaded;
}

const MOST = 16;

/** What a future changes, as settings: its gates that go badly, then `set`. */
export const futureSettings = ({ gates, set }: Pick<Future, "gates" | "set">): readonly string[] => [...idList(gates).map((id) => `gates.${id}.chance=1`), ...set.split(";").map((one) => one.trim()).filter((one) => one !== "")];

/** The scenario with its futures read, or what is wrong with them. */
export const withFutures = (scenario: Scenario, { tree, read }: FutureReader): Loaded => {
  const { uncertain } = scenario.plan;
  if (uncertain === null) return { ok: true, scenario };
  const problems: Problem[] = [];
  const complain = (path: Path, complaint: Pick<Problem, "found" | "expected" | "hint">): void => void problems.push({ ...placeAt(tree, ["plan", "uncertain", ...path]), path: pathText(tree, ["plan", "uncertain", ...path]), ...complaint });
  whole(scenario, uncertain, complain);
  const futures: Record<string, Scenario> = {};
  uncertain.futures.forEach((future, i) => {
    const settings = futureSettings(future);
    const designed = settings.map((setting) => setting.split("=")[0]!.trim()).find((path) => !knownLater(path));
    if (designed !== undefined) return complain(["futures", i, "set"], { found: `${shown(designed)}, which is there before the future is known`, expected: "a field that no platform or site is sized or flown by", hint: "such as launch.vehicles.starship.available=2030-Q1, or demand.classes.chat.power='2 GW'" });
    const loaded = read(settings);
    if (loaded.ok) futures[future.id] = loaded.scenario;
    else problems.push(...loaded.problems);
    return undefined;
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: { ...scenario, futures } };
};

/** Rules between the futures. */
const whole = ({ horizon }: Scenario, { before_quarter: before, futures, draws }: Uncertain, complain: (path: Path, complaint: Pick<Problem, "found" | "expected" | "hint">) => void): void => {
  const ids = futures.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) complain(["futures", twice, "id"], { found: `${shown(ids[twice]!)} twice`, expected: "a name of its own for each future", hint: "rename one" });
  const chance = futures.reduce((sum, future) => sum + future.chance_frac, 0);
  if (chance > 1 + 1e-9) complain(["futures"], { found: `chances that come to ${Number((100 * chance).toPrecision(6))} %`, expected: "no more than 100 %", hint: "lower one" });
  if (futures.length === 0 && draws === 0) complain([], { found: "no future", expected: "futures, or draws above 0", hint: "for example draws: 8" });
  if (futures.length + draws > MOST) complain(["draws"], { found: `${futures.length + draws} futures`, expected: `at most ${MOST}, named and drawn`, hint: "lower draws" });
  if (draws > 0 && chance > 1 - 1e-9) complain(["draws"], { found: "draws without a chance", expected: "chances of the named futures that leave some for the draws", hint: "lower the chances, or write draws: 0" });
  const [first, last] = [horizon.start_quarter, horizon.start_quarter + Math.round(horizon.years_yr * 4) - 1];
  if (before <= first || before > last) complain(["before"], { found: formatQuarter(before), expected: `after ${formatQuarter(first)} and no later than ${formatQuarter(last)}`, hint: "something is decided before it, and something after" });
};
