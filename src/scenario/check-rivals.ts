/** What must hold between a scenario and those of its actors: nothing that two of them use goes unshared, and no gate is written where none is read. */
import { shown, type Complaint } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

/** An actor's name and its scenario. */
export interface Party {
  readonly id: string;
  readonly scenario: Scenario;
}

const KINDS = [
  { word: "vehicle", list: "launch.vehicles", kind: "launches", used: ({ orbit, launch }: Scenario): readonly string[] => (orbit === null ? [] : launch.vehicles.map(({ id }) => id)) },
  { word: "site", list: "ground.sites", kind: "power", used: ({ ground }: Scenario): readonly string[] => ground.sites.map(({ id }) => id) },
] as const;

/** A vehicle or site of one id is one and the same: between parties it must be a capacity of the market, or each would plan with all of it. */
export const unsharedBetween = (scenario: Scenario, [one, other]: readonly [Party, Party]): readonly Complaint[] =>
  KINDS.flatMap(({ word, list, kind, used }) => {
    const shared = scenario.market?.capacities.filter((capacity) => capacity.kind === kind).map(({ of }) => of) ?? [];
    const theirs = used(other.scenario);
    return used(one.scenario).filter((id) => theirs.includes(id) && !shared.includes(id)).map((id): Complaint => ({
      found: `${word} ${shown(id)} of ${list}, which ${shown(one.id)} has too and no capacity shares`,
      expected: `a capacity of market.capacities for what two actors use: one id is one ${word}`,
      hint: `list it: {id: ${shown(id)}-${kind}, kind: ${kind}, of: ${shown(id)}, owner: …}; or give the actor's own ${word} another id and empty the inherited list with [] in a file between`,
    }));
  });

/** A gate that stands in an actor's own file, where none is read. */
export const unreadGate = (id: string, gate: string): Complaint => ({
  found: `gate ${shown(gate)} in the scenario of ${shown(id)}`,
  expected: "gates of all actors in the scenario that has the market",
  hint: `write it there; holds: fleet/${shown(id)} is the actor's fleet`,
});
