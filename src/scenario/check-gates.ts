/** What must hold of gates: what they hold exists, each has a fallback that is whole, and rules stand in order. */
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check, type Partly, type PartlyScenario } from "./check-rule.ts";
import { idList } from "./id-list.ts";
import { nearest } from "./nearest.ts";
import { shown } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Gate = Partly<ScenarioFields["gates"][number]>;

const KINDS = ["vehicle", "site", "capacity", "contract", "claim", "actor", "deal"] as const;
export type HeldKind = (typeof KINDS)[number] | "fleet";

/** "vehicle/starship" → its kind and id, "site/rival/campus" → "site" and "rival/campus"; "fleet", that of the scenario's own actor, has none. */
export const heldBy = (text: string): { readonly kind: string; readonly id: string } => {
  const slash = text.indexOf("/");
  return slash < 0 ? { kind: text, id: "" } : { kind: text.slice(0, slash), id: text.slice(slash + 1) };
};

/** What stands in an actor's own file and is named by the actor and its id there. */
const OWNED: readonly string[] = ["vehicle", "site"];

const known = (scenario: PartlyScenario, kind: string): readonly string[] => {
  switch (kind) {
    case "vehicle": return idsOf(scenario.launch?.vehicles);
    case "site": return idsOf(scenario.ground?.sites);
    case "capacity": return idsOf(scenario.market?.capacities);
    case "contract": return idsOf(scenario.market?.contracts);
    case "claim": return idsOf(scenario.market?.claims);
    // A review of the deal, which deals.approvals names.
    case "deal": return scenario.deals ? ["control"] : [];
    default: return idsOf(scenario.actors);
  }
};

/** Complains of a name that leads nowhere. */
const held = ({ scenario, complain }: Check, { text, path, allowed }: { readonly text: string; readonly path: Path; readonly allowed: readonly string[] }): void => {
  const { kind, id } = heldBy(text);
  const forms = allowed.map((k) => (k === "fleet" ? "fleet, fleet/<actor>" : k === "deal" ? "deal/control" : `${k}/<id>`));
  if (!allowed.includes(kind)) {
    const near = nearest(kind, allowed);
    complain(path, { found: shown(text), expected: `one of ${forms.join(", ")}`, hint: near ? `did you mean "${near}${id === "" ? "" : `/${id}`}"?` : "for example vehicle/starship" });
  } else if (kind === "fleet" && text.includes("/")) {
    const planned = listOf(scenario.actors).filter((actor) => actor.id === scenario.market?.self || (actor.scenario !== undefined && actor.scenario !== ""));
    if (!idsOf(planned).includes(id)) complain(path, unknownId(text, idsOf(planned).map((one) => `fleet/${one}`), "the fleet of an actor that has a scenario"));
  } else if (kind === "fleet") {
    if (!scenario.orbit) complain(path, { found: "fleet", expected: "an orbit section beside it", hint: "a fleet is what flies in orbit" });
  } else if (id.includes("/") && OWNED.includes(kind)) {
    // Whether the actor's file has it is asked when that is read (check-rivals.ts).
    const [actor = ""] = id.split("/");
    const planned = listOf(scenario.actors).filter((one) => one.id !== scenario.market?.self && one.scenario !== undefined && one.scenario !== "");
    if (!idsOf(planned).includes(actor)) complain(path, unknownId(text, idsOf(planned).map((one) => `${kind}/${one}/<id>`), `a ${kind} of an actor that has a scenario of its own`));
  } else {
    const ids = known(scenario, kind);
    if (!ids.includes(id)) complain(path, unknownId(text, ids.map((one) => `${kind}/${one}`), `a ${kind}`));
  }
};

/** Rules of every gate. */
export const gates = (check: Check): void => {
  listOf(check.scenario.gates).forEach((gate, i) => {
    const path = ["gates", i];
    if (gate.holds !== undefined) {
      const named = idList(gate.holds);
      if (named.length === 0) check.complain([...path, "holds"], { found: "nothing", expected: "what the gate holds", hint: "for example holds: vehicle/starship" });
      for (const text of named) held(check, { text, path: [...path, "holds"], allowed: [...KINDS, "fleet"] });
    }
    if (gate.kind === "spectrum-milestone") milestone(check, gate, path);
    else {
      effects(check, gate, path);
      fallback(check, gate, path);
    }
  });
};

const effects = ({ complain, wrote }: Check, { effect, holds, cap, duration_yr: duration, at_quarter: at, until_quarter: until }: Gate, path: Path): void => {
  if (effect === "cap" && cap === null) complain(path, { found: "a cap of no number", expected: "cap: the most there may be", hint: "add cap: 25, launches a year" });
  if (effect === "cap" && typeof until === "number" && at !== undefined && until <= at) complain([...path, "until"], { found: "a cap that is lifted before it sets in", expected: "`until` after `at`", hint: "swap them, or remove until" });
  if (effect === "remove" && duration === null) complain(path, { found: "a loss of no duration", expected: "duration: how long it is gone", hint: "add duration: 0.75 yr" });
  if (effect === "remove" && !wrote([...path, "chance"])) complain(path, { found: "a loss without a chance", expected: "chance: that it happens", hint: "add chance: 100 % for what has happened" });
  const kinds = idList(holds ?? "").map((text) => heldBy(text).kind);
  if (effect === "remove" && kinds.some((kind) => kind === "site" || kind === "fleet")) complain([...path, "effect"], { found: "a site or fleet that is taken away", expected: "block or cap: what stands cannot be sent away for a time", hint: "write effect: cap with the megawatts or platforms that remain allowed" });
  if (effect === "cap" && kinds.some((kind) => ["contract", "claim", "actor", "deal"].includes(kind))) complain([...path, "effect"], { found: "a cap on a contract, a claim or an actor", expected: "a cap on a vehicle, a site, a capacity or the fleet", hint: "lower the contract's own quantity" });
};

const fallback = (check: Check, gate: Gate, path: Path): void => {
  const { complain } = check;
  const { fallback: way, effect, later_yr: later, instead, cap, holds } = gate;
  const kinds = idList(holds ?? "").map((text) => heldBy(text).kind);
  if (way === "later" && later === null && effect !== "remove") complain(path, { found: "fallback: later, and no word of how much", expected: "later: a time", hint: "add later: 1 yr" });
  if (way === "cap" && cap === null) complain(path, { found: "fallback: cap, and no cap", expected: "cap: the most there may be", hint: "add cap: 5, launches a year" });
  if (way === "cap" && kinds.some((kind) => ["contract", "claim", "actor", "deal"].includes(kind))) complain([...path, "fallback"], { found: "a cap on a contract, a claim or an actor", expected: "later, instead or without", hint: "instead names another contract" });
  if (way !== "instead") {
    if (instead !== undefined && instead !== "") complain([...path, "instead"], { found: shown(instead), expected: "fallback: instead beside it", hint: "write fallback: instead, or remove it" });
    return;
  }
  const named = idList(instead ?? "");
  if (named.length !== 1) complain(path, { found: named.length === 0 ? "fallback: instead, and nothing instead" : "several things instead", expected: "instead: contract/<id>, claim/<id> or site/<id>", hint: "for example instead: contract/as-a-customer" });
  for (const text of named) held(check, { text, path: [...path, "instead"], allowed: kinds.includes("site") ? ["contract", "claim", "site"] : ["contract", "claim"] });
  if (named.length === 1) moved(check, { from: idList(holds ?? ""), to: named[0]!, path: [...path, "instead"] });
};

/** Megawatts move within one actor's file, and from a shared site only to a shared one: nothing is lost on the way, nor taken past the market. */
const moved = ({ scenario, complain }: Check, { from, to, path }: { readonly from: readonly string[]; readonly to: string; readonly path: Path }): void => {
  const target = heldBy(to);
  if (target.kind !== "site") return;
  const fileOf = (id: string): string => (id.includes("/") ? id.split("/")[0]! : "");
  const isShared = (id: string): boolean => listOf(scenario.market?.capacities).some(({ kind, of }) => kind === "power" && of === id);
  for (const { kind, id } of from.map(heldBy)) {
    if (kind !== "site") continue;
    if (fileOf(id) !== fileOf(target.id)) complain(path, { found: `${shown(to)} instead of ${shown(`site/${id}`)}`, expected: "a site of the same actor's file", hint: "an actor's megawatts cannot move to another's site; hold each actor's site with a gate of its own" });
    else if (isShared(id) && !isShared(target.id)) complain(path, { found: `${shown(to)}, which no capacity of the market is of`, expected: `a site that the market shares, as it does "${id}"`, hint: `add a capacity of kind power, of: ${target.id}, or take ${id} off the market` });
  }
};

const milestone = ({ complain }: Check, { holds, authorised, halfAfter_yr: half, allAfter_yr: all, fallback: way, later_yr: later }: Gate, path: Path): void => {
  const named = idList(holds ?? "");
  if (holds !== undefined && (named.length !== 1 || heldBy(named[0]!).kind !== "fleet")) complain([...path, "holds"], { found: shown(holds), expected: "one fleet: its satellites in service are counted", hint: "write holds: fleet, or fleet/<actor>" });
  if (authorised === null) complain(path, { found: "a milestone of no number", expected: "authorised: the satellites that the authorisation allows", hint: "add authorised: 4000" });
  if (half !== undefined && all !== undefined && half >= all) complain([...path, "halfAfter"], { found: `half after ${half} yr and all after ${all} yr`, expected: "halfAfter before allAfter", hint: "47 CFR 25.164(b): 6 yr and 9 yr" });
  if (way === "instead" || way === "without") complain([...path, "fallback"], { found: way, expected: "cap (the authorisation falls to what works) or later (a waiver)", hint: "47 CFR 25.161(a): what is not in orbit by then is no longer authorised" });
  if (way === "later" && later === null) complain(path, { found: "fallback: later, and no word of how much", expected: "later: a time", hint: "add later: 1 yr" });
};
