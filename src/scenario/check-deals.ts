/** What must hold among deals: names lead somewhere, terms are whole, and time runs forward. */
import { formatQuarter } from "../units/index.ts";
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check, type Partly } from "./check-rule.ts";
import { idList } from "./id-list.ts";
import { shown } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Deals = Partly<NonNullable<ScenarioFields["deals"]>>;

/** Rules of deals. */
export const deals = (check: Check): void => {
  const { deals: all } = check.scenario;
  if (!all) return;
  names(check, all);
  classes(check, all);
  milestones(check, all);
  rounds(check, all);
  trades(check, all);
  offers(check, all);
  order(check, all);
  vehicle(check, all);
};

/** Lists of events with the fields of each that name something else; "" where it may be left out. */
const NAMES = {
  issues: { holder: "holders", class: "classes" }, grants: { holder: "holders", class: "classes?" },
  rounds: { class: "classes", milestone: "milestones?" }, safes: { holder: "holders" }, notes: { holder: "holders" },
  warrants: { holder: "holders", class: "classes?", milestone: "milestones?" },
  purchases: { seller: "holders", buyer: "holders", class: "classes?", milestone: "milestones?" },
  tenders: { buyer: "holders", class: "classes?", milestone: "milestones?" },
  conversions: { class: "classes", holder: "holders?", milestone: "milestones?" },
  calls: { buyer: "holders", milestone: "milestones?" }, board: { holder: "holders?" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const names = (check: Check, all: Deals): void => {
  const known = { holders: idsOf(all.holders), classes: idsOf(all.classes), milestones: idsOf(all.milestones) };
  const lead = (path: Path, id: unknown, to: string): void => {
    const of = to.replace("?", "") as keyof typeof known;
    if (typeof id !== "string" || (id === "" && to.endsWith("?")) || known[of].includes(id)) return;
    check.complain(path, unknownId(id, known[of], `an id of deals.${of}`));
  };
  lead(["deals", "buyer"], all.buyer, "holders");
  for (const [list, fields] of Object.entries(NAMES)) {
    listOf(all[list as keyof typeof NAMES] as readonly Readonly<Record<string, unknown>>[] | undefined).forEach((one, i) => {
      for (const [field, to] of Object.entries(fields)) lead(["deals", list, i, field], one[field], to);
    });
  }
  listOf(all.rounds).forEach((round, i) => {
    for (const id of idList(round.proRata ?? "")) lead(["deals", "rounds", i, "proRata"], id, "holders");
    listOf(round.investments).forEach((one, j) => {
      lead(["deals", "rounds", i, "investments", j, "holder"], one.holder, "holders");
      lead(["deals", "rounds", i, "investments", j, "milestone"], one.milestone, "milestones?");
    });
  });
  const rights = [...idsOf(all.grants), ...idsOf(all.warrants)];
  listOf(all.exercises).forEach(({ of }, i) => { if (of !== undefined && !rights.includes(of)) check.complain(["deals", "exercises", i, "of"], unknownId(of, rights, "a grant or warrant")); });
  oneNameEach(check, all);
};

/** Securities are known by the names of what issued them. */
const oneNameEach = ({ complain }: Check, all: Deals): void => {
  const seen = new Set<string>();
  for (const list of ["issues", "grants", "safes", "notes", "warrants"] as const) {
    idsOf(all[list]).forEach((id, i) => {
      if (seen.has(id)) complain(["deals", list, i, "id"], { found: `${shown(id)}, which another security has`, expected: "an id of its own among issues, grants, safes, notes and warrants", hint: "rename one of them" });
      seen.add(id);
    });
  }
};

const classes = ({ complain }: Check, all: Deals): void => {
  const listed = listOf(all.classes);
  if (all.classes && !listed.some(({ kind }) => kind === "common")) complain(["deals", "classes"], { found: "no common class", expected: "one at least: preferred converts into the first", hint: "add { id: common }" });
  listed.forEach(({ participation, cap, preference, kind, antiDilution }, i) => {
    const path = ["deals", "classes", i];
    if (participation === "capped" && cap === null) complain(path, { found: "participation: capped, and no cap", expected: "cap: the most it gets, as a multiple of its price", hint: "add cap: 2" });
    if (participation === "capped" && typeof cap === "number" && preference !== undefined && cap < preference) complain([...path, "cap"], { found: `a cap of ${cap} below a preference of ${preference}`, expected: "a cap that holds the preference", hint: "both are multiples of the issue price" });
    if (kind === "common" && (participation !== "none" || antiDilution !== "none")) complain([...path, "kind"], { found: "common with rights of preferred", expected: "kind: preferred", hint: "participation and antiDilution are of preferred" });
  });
};

const milestones = ({ scenario, complain }: Check, all: Deals): void => {
  const known = idsOf(scenario.gates);
  listOf(all.milestones).forEach(({ at_quarter: at, gate }, i) => {
    const path = ["deals", "milestones", i];
    if (at === null && gate === "") complain(path, { found: "a milestone without a time", expected: "`at`, or `gate`", hint: "add at: 2027-Q4, or gate: with an id of gates" });
    if (gate !== undefined && gate !== "") gateAt(scenario.gates, { complain, path: [...path, "gate"], gate, known });
  });
  for (const gate of idList(all.approvals ?? "")) gateAt(scenario.gates, { complain, path: ["deals", "approvals"], gate, known });
};

const gateAt = (gates: Check["scenario"]["gates"], { complain, path, gate, known }: Pick<Check, "complain"> & { readonly path: Path; readonly gate: string; readonly known: readonly string[] }): void => {
  const found = listOf(gates).find(({ id }) => id === gate);
  if (found === undefined) complain(path, unknownId(gate, known, "an id of gates"));
  else if (found.kind === "spectrum-milestone" || found.effect !== "block") complain(path, { found: `${shown(gate)}, which ${found.kind === "spectrum-milestone" ? "is held against a plan" : `has effect: ${found.effect}`}`, expected: "a gate that blocks until it clears", hint: "write effect: block" });
};

/** Exactly one of two ways to say how much. */
const oneOf = ({ complain }: Check, path: Path, given: Readonly<Record<string, number | null | undefined>>): void => {
  const entries = Object.entries(given);
  if (entries.some(([, value]) => value === undefined)) return;
  const written = entries.filter(([, value]) => value !== null).map(([name]) => name);
  const wanted = entries.map(([name]) => name).join(" or ");
  if (written.length === 0) complain(path, { found: `neither ${entries.map(([name]) => name).join(" nor ")}`, expected: `one of ${wanted}`, hint: `add ${entries[0]![0]}` });
  if (written.length > 1) complain([...path, written[1]!], { found: written.join(" and "), expected: `exactly one of ${wanted}`, hint: "keep one" });
};

const rounds = (check: Check, all: Deals): void => {
  const preferred = listOf(all.classes).filter(({ kind }) => kind === "preferred").map(({ id }) => id);
  const sold = new Map<string, string>();
  listOf(all.rounds).forEach((round, i) => {
    const path = ["deals", "rounds", i];
    oneOf(check, path, { pre: round.pre_usd, post: round.post_usd });
    const closing = listOf(round.investments).filter(({ milestone }) => milestone === "").reduce((sum, { amount_usd: usd }) => sum + (usd ?? 0), 0);
    if (typeof round.post_usd === "number" && round.post_usd <= closing) check.complain([...path, "post"], { found: `a post-money of ${round.post_usd / 1e6} M$ for ${closing / 1e6} M$ paid at the closing: a pre-money of ${(round.post_usd - closing) / 1e6} M$`, expected: "a pre-money above zero", hint: "raise post, or lower the investments" });
    const { class: id } = round;
    if (id === undefined || !preferred.includes(id)) return;
    const other = sold.get(id);
    if (other !== undefined) check.complain([...path, "class"], { found: `${shown(id)}, which ${shown(other)} sold`, expected: "a preferred class of its own: it has one issue price", hint: "add a class with the same rights" });
    sold.set(id, round.id ?? id);
  });
};

const trades = (check: Check, all: Deals): void => {
  listOf(all.purchases).forEach((one, i) => {
    oneOf(check, ["deals", "purchases", i], { shares: one.shares, part: one.part_frac });
    if (one.seller !== undefined && one.seller === one.buyer) check.complain(["deals", "purchases", i, "seller"], { found: `${shown(one.seller)}, who buys as well`, expected: "another holder", hint: "name who sells" });
  });
  listOf(all.warrants).forEach((one, i) => oneOf(check, ["deals", "warrants", i], { shares: one.shares, part: one.part_frac }));
};

const offers = ({ complain }: Check, all: Deals): void => {
  const known = idsOf(all.holders);
  listOf(all.forSale).forEach(({ kind, holder }, i) => {
    const path = ["deals", "forSale", i, "holder"];
    if (kind === "secondary" && holder !== undefined && !known.includes(holder)) complain(path, unknownId(holder, known, "an id of deals.holders"));
    if (kind === "secondary" && holder !== undefined && holder === all.buyer) complain(path, { found: `${shown(holder)}, who buys`, expected: "another holder", hint: "name who sells" });
    if (kind === "primary" && holder !== undefined && holder !== "") complain(path, { found: shown(holder), expected: "nothing: the company sells new shares", hint: "write kind: secondary, or remove it" });
  });
};

const EVENTS = ["issues", "pool", "grants", "rounds", "safes", "notes", "warrants", "purchases", "tenders", "splits", "conversions", "exercises", "calls"] as const;

/** Nothing after the last exit, and no exit before there are shares. */
const order = ({ complain }: Check, all: Deals): void => {
  const exits = listOf(all.exits).flatMap(({ at_quarter: at }) => (at === undefined ? [] : [at]));
  const first = listOf(all.issues).flatMap(({ at_quarter: at }) => (at === undefined ? [] : [at])).reduce((a, b) => Math.min(a, b), Infinity);
  exits.forEach((at, i) => { if (at < first) complain(["deals", "exits", i, "at"], { found: formatQuarter(at), expected: first === Infinity ? "shares issued before it" : `the founding in ${formatQuarter(first)}, or later`, hint: "add deals.issues, or move the exit" }); });
  if (exits.length === 0) return;
  const last = Math.max(...exits);
  const late = (path: Path, at: number | null | undefined, what: string): void => {
    if (typeof at === "number" && at > last) complain(path, { found: `${what} in ${formatQuarter(at)}, after the last exit`, expected: `a quarter until ${formatQuarter(last)}`, hint: "move it forward, or the exit back" });
  };
  for (const list of EVENTS) listOf(all[list] as readonly { readonly at_quarter?: number }[] | undefined).forEach(({ at_quarter: at }, i) => late(["deals", list, i, "at"], at, "a deal"));
  listOf(all.milestones).forEach(({ at_quarter: at }, i) => late(["deals", "milestones", i, "at"], at, "a milestone"));
};

const vehicle = ({ scenario, complain }: Check, all: Deals): void => {
  const known = idsOf(scenario.launch?.vehicles);
  const { vehicle: id, build } = all;
  if (id !== undefined && id !== "" && !known.includes(id)) complain(["deals", "vehicle"], unknownId(id, known, "an id of launch.vehicles"));
  const found = listOf(scenario.launch?.vehicles).find((one) => one.id === id);
  if (found !== undefined && found.access === null) complain(["deals", "vehicle"], { found: `${shown(id ?? "")} without terms of access`, expected: "launch.vehicles.access beside it: what a customer and an owner may launch", hint: "add access: { mode: owner, fixedCost: 300e6 $/yr, marginalCost: 8 M$ }" });
  if (typeof found?.access?.stake_usd === "number" || listOf(found?.access?.payments).length > 0) complain(["deals", "vehicle"], { found: `${shown(id ?? "")}, whose access has a stake of its own`, expected: "the payments of the deals alone", hint: "remove stake and payments from its access" });
  if (build && (id === undefined || id === "")) complain(["deals", "build"], { found: "a rocket of one's own beside no vehicle", expected: "deals.vehicle: what it is compared with", hint: "add vehicle: with an id of launch.vehicles" });
  if (build && build.from_quarter !== undefined && build.flies_quarter !== undefined && build.flies_quarter <= build.from_quarter) complain(["deals", "build", "flies"], { found: formatQuarter(build.flies_quarter), expected: `a quarter after ${formatQuarter(build.from_quarter)}`, hint: "a rocket is developed before it flies" });
};
