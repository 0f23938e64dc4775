/** What must hold between a scenario and those of its actors: nothing that two of them use goes unshared, and no gate is written where none is read. */
import { idList } from "./id-list.ts";
import { nearest } from "./nearest.ts";
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

/** Vehicles and sites that gates name by an actor, "site/rival/campus", and that its file has not, or the scenario with the market has too; by the gate's place in the list. */
export const strangersOfGates = (scenario: Scenario, { id: actor, scenario: own }: Party): readonly { readonly gate: number; readonly field: "holds" | "instead"; readonly complaint: Complaint }[] =>
  scenario.gates.flatMap(({ holds, instead }, gate) => (["holds", "instead"] as const).flatMap((field) =>
    idList(field === "holds" ? holds : instead).flatMap((name) => {
      const complaint = strangerIn(name, { scenario, actor, own });
      return complaint === null ? [] : [{ gate, field, complaint }];
    })));

const strangerIn = (name: string, { scenario, actor, own }: { readonly scenario: Scenario; readonly actor: string; readonly own: Scenario }): Complaint | null => {
  const [word, whose, ...rest] = name.split("/");
  const kind = KINDS.find((one) => one.word === word);
  if (kind === undefined || whose !== actor || rest.length === 0) return null;
  const id = rest.join("/");
  const theirs = idsAt(kind.word, own);
  if (!theirs.includes(id)) {
    const near = nearest(id, theirs);
    return { found: shown(name), expected: theirs.length === 0 ? `a ${kind.word} of ${shown(actor)}, whose scenario has none` : `a ${kind.word} of ${shown(actor)}: ${theirs.map((one) => `${kind.word}/${actor}/${one}`).join(", ")}`, hint: near ? `did you mean "${kind.word}/${actor}/${near}"?` : `names are those of ${kind.list} in its file` };
  }
  return idsAt(kind.word, scenario).includes(id) ? { found: shown(name), expected: `${kind.word}/${id}: it is this scenario's too`, hint: "what several actors use is named without an actor" } : null;
};

const idsAt = (word: (typeof KINDS)[number]["word"], { launch, ground }: Scenario): readonly string[] => (word === "vehicle" ? launch.vehicles : ground.sites).map(({ id }) => id);

/** A gate that stands in an actor's own file, where none is read. */
export const unreadGate = (id: string, gate: string): Complaint => ({
  found: `gate ${shown(gate)} in the scenario of ${shown(id)}`,
  expected: "gates of all actors in the scenario that has the market",
  hint: `write it there; holds: fleet/${shown(id)} is the actor's fleet, vehicle/${shown(id)}/<id> and site/${shown(id)}/<id> what its own file has`,
});
