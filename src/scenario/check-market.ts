/** What must hold between the fields of actors and market. */
import { idList } from "./id-list.ts";
import { listOf, type Check, type Partly, type PartlyScenario } from "./check-rule.ts";
import type { Amount } from "./field.ts";
import { nearest } from "./nearest.ts";
import { shown, type Complaint } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Market = NonNullable<ScenarioFields["market"]>;
type Capacity = Partly<Market["capacities"][number]>;
type Taking = Partly<Market["contracts"][number]> | Partly<Market["claims"][number]>;

/** An id that must be one of a list. */
export const unknownId = (id: string, known: readonly string[], what: string): Complaint => {
  const near = nearest(id, known);
  return { found: shown(id) === "" ? "no id" : shown(id), expected: known.length === 0 ? `${what}, and there is none` : `${what}: ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}`, hint: near ? `did you mean "${near}"?` : "names are those of `id`" };
};

export const idsOf = (list: readonly { readonly id?: string | undefined }[] | undefined): readonly string[] => listOf(list).flatMap(({ id }) => (id === undefined ? [] : [id]));

/** Every name of an actor, a capacity, a vehicle or a site is one. */
export const marketNames = ({ scenario, complain, note }: Check): void => {
  const { market, actors } = scenario;
  const known = idsOf(actors);
  if (!market) {
    if (known.length > 0) note("actors share nothing: the scenario has no market.");
    return;
  }
  const actorAt = (path: Path, id: string | undefined): void => {
    if (id !== undefined && !known.includes(id)) complain(path, unknownId(id, known, "an id of actors"));
  };
  actorAt(["market", "self"], market.self);
  listOf(market.capacities).forEach(({ owner }, i) => actorAt(["market", "capacities", i, "owner"], owner));
  const capacities = idsOf(market.capacities);
  for (const list of ["contracts", "claims"] as const) {
    listOf<Taking>(market[list]).forEach((taking, i) => {
      actorAt(["market", list, i, "actor"], taking.actor);
      if (taking.capacity !== undefined && !capacities.includes(taking.capacity)) complain(["market", list, i, "capacity"], unknownId(taking.capacity, capacities, "an id of market.capacities"));
    });
  }
};

const OF = { launches: "launch.vehicles", power: "ground.sites" } as const;

/** What a capacity is of, and what it must give. */
export const marketCapacities = (check: Check): void => {
  const { scenario, complain } = check;
  const capacities = listOf(scenario.market?.capacities);
  capacities.forEach((capacity, i) => {
    const path = ["market", "capacities", i];
    const { kind, of } = capacity;
    if (kind === "launches" || kind === "power") {
      const known = idsOf(kind === "launches" ? scenario.launch?.vehicles : scenario.ground?.sites);
      if (of !== undefined && !known.includes(of)) complain([...path, "of"], unknownId(of, known, `an id of ${OF[kind]}`));
      if (capacities.findIndex((other) => other.kind === kind && other.of === of) < i) complain([...path, "of"], { found: `a second capacity of ${shown(of ?? "")}`, expected: "one", hint: "put them together" });
    } else if (of !== undefined && of !== "") complain([...path, "of"], { found: shown(of), expected: `nothing: a ${kind === "pad" ? "pad" : "factory"} is of no vehicle or site`, hint: kind === "pad" ? "the capacity of launches names its pads" : "remove it" });
    capacityNumbers(check, capacity, path);
    capacityPads(check, capacity, path);
  });
};

/** Whose plan is made here: it would fly its own launches for nothing. */
const plansHere = ({ market, actors }: PartlyScenario, actor: string): boolean => actor === market?.self || listOf(actors).some(({ id, scenario }) => id === actor && scenario !== undefined && scenario !== "");

const capacityNumbers = ({ scenario, wrote, complain, note }: Check, { kind, of, owner, rate_per_yr: rate, power_MW: power, cost_usd: cost, price_usd: price, pad }: Capacity, path: Path): void => {
  if (kind === "power" && rate !== null && rate !== undefined) complain([...path, "rate"], { found: "a rate of a site's power", expected: "power", hint: "write power: 1200 MW, or leave it out for the site's phases" });
  if (kind !== "power" && power !== null && power !== undefined) complain([...path, "power"], { found: `megawatts of ${kind ?? "a capacity"}`, expected: "rate", hint: "write rate: 25 1/yr" });
  if (kind === "pad" && rate === null && pad === null) complain(path, { found: "a pad without a rate", expected: "its slots a year", hint: "add rate: 25 1/yr, or pad: with an id that `dawndusk catalog pads` lists" });
  if (kind !== "pad" && typeof pad === "string") complain([...path, "pad"], { found: `a pad of the catalogue in a capacity of ${kind ?? "another kind"}`, expected: "kind: pad beside it", hint: "launches name their pads in `pads`" });
  if (kind === "platforms" && !scenario.orbit) complain([...path, "kind"], { found: "a factory of platforms and no orbit", expected: "an orbit section beside it", hint: "add orbit, or remove the capacity" });
  if (kind === "launches" && cost === null && owner !== undefined && plansHere(scenario, owner)) complain(path, { found: owner === scenario.market?.self ? "launches of one's own without a cost" : `launches of ${shown(owner)}, whose scenario is planned too, without a cost`, expected: "`cost`: what a launch costs its owner at the margin", hint: "add cost: 30 M$, with its source" });
  const vehicle = listOf(scenario.launch?.vehicles).findIndex(({ id }) => id === of);
  if (kind === "launches" && price === null && vehicle >= 0 && scenario.launch?.vehicles?.[vehicle]?.pricePerKg_usd_per_kg) complain(path, { found: "launches of a vehicle that is bought by the kilogram", expected: "price: of a launch", hint: "a market sells whole launches; add price: 90 M$" });
  if (kind === "launches" && vehicle >= 0 && wrote(["launch", "vehicles", vehicle, "access"])) note(`launch.vehicles.${of}.access is not used: the market says on which terms its launches are had.`);
  if (kind === "launches" && vehicle >= 0 && wrote(["launch", "vehicles", vehicle, "share"])) note(`launch.vehicles.${of}.share is not used: the market says who gets its launches.`);
};

const capacityPads = ({ scenario, complain }: Check, { kind, pads }: Capacity, path: Path): void => {
  const named = idList(pads ?? "");
  const all = listOf(scenario.market?.capacities).filter((one) => one.kind === "pad");
  if (kind !== "launches" && named.length > 0) complain([...path, "pads"], { found: shown(pads ?? ""), expected: "pads of launches only", hint: "remove it" });
  if (kind === "launches") for (const pad of named) if (!idsOf(all).includes(pad)) complain([...path, "pads"], unknownId(pad, idsOf(all), "a capacity of kind pad"));
};

const isGiven = (value: Partly<Amount> | null | undefined): boolean => value !== null && value !== undefined;

/** What contracts and claims ask for. */
export const marketTakings = (check: Check): void => {
  const { scenario, complain } = check;
  const capacities = listOf(scenario.market?.capacities);
  for (const list of ["contracts", "claims"] as const) {
    listOf<Taking>(scenario.market?.[list]).forEach((taking, i) => {
      const path = ["market", list, i];
      const capacity = capacities.find(({ id }) => id === taking.capacity);
      if (list === "claims" && taking.id !== undefined && idsOf(scenario.market?.contracts).includes(taking.id)) complain([...path, "id"], { found: `${shown(taking.id)}, which a contract has`, expected: "an id of its own", hint: "rename one of them" });
      const { from_quarter: from, until_quarter: until } = taking;
      if (typeof from === "number" && typeof until === "number" && until <= from) complain([...path, "until"], { found: "an end that is not after the start", expected: "from before until", hint: "`until` is the first quarter after it" });
      if (capacity === undefined) return;
      const wrong = capacity.kind === "power" ? "rate" : "power";
      if (isGiven(wrong === "rate" ? taking.rate_per_yr : taking.power_MW)) complain([...path, wrong], { found: `${wrong} of ${capacity.kind}`, expected: wrong === "rate" ? "power" : "rate", hint: capacity.kind === "power" ? "megawatts are shared at a site" : "launches, slots and platforms are counted a year" });
      takingPad(check, { taking, capacity, path });
      if ("share_frac" in taking) contractAmount(check, taking, path);
      else claimTerms(check, { claim: taking, rule: capacity.rule, path });
    });
  }
};

const contractAmount = ({ complain }: Check, contract: Partly<Market["contracts"][number]>, path: Path): void => {
  const given = [contract.rate_per_yr, contract.power_MW, contract.share_frac].filter(isGiven).length;
  if (given !== 1) complain(path, { found: given === 0 ? "a contract of no quantity" : "more than one quantity", expected: "exactly one of rate, power or share", hint: "for example rate: 10 1/yr, or share: 20 %" });
};

const claimTerms = ({ complain }: Check, { claim, rule, path }: { readonly claim: Taking; readonly rule: Capacity["rule"]; readonly path: Path }): void => {
  if (rule === "contract") complain([...path, "capacity"], { found: "a claim on a capacity that only contracts share", expected: "rule: priority or price", hint: "write a contract, or another rule" });
  if (rule === "price" && "bid_usd" in claim && claim.bid_usd === null) complain(path, { found: "a claim without a bid", expected: "bid: what is paid at most for a unit", hint: "the capacity is sold by price; write bid: 95 M$" });
};

const takingPad = ({ scenario, complain }: Check, { taking, capacity, path }: { readonly taking: Taking; readonly capacity: Capacity; readonly path: Path }): void => {
  const users = listOf(scenario.market?.capacities).filter(({ kind, pads }) => kind === "launches" && capacity.id !== undefined && idList(pads ?? "").includes(capacity.id));
  if (capacity.kind !== "pad") {
    if (taking.for !== undefined && taking.for !== "") complain([...path, "for"], { found: shown(taking.for), expected: "nothing: only slots of a pad are for a vehicle", hint: "remove it" });
  } else if (!idsOf(users).includes(taking.for ?? "")) complain(taking.for === "" ? path : [...path, "for"], unknownId(taking.for ?? "", idsOf(users), "in `for` a capacity of launches that names the pad"));
};

/** A pad of several vehicles says who gets which slots; shares come to no more than the whole. */
export const marketWhole = ({ scenario, complain }: Check): void => {
  const takings = [...listOf<Taking>(scenario.market?.contracts), ...listOf<Taking>(scenario.market?.claims)];
  listOf(scenario.market?.capacities).forEach((capacity, i) => {
    const path = ["market", "capacities", i];
    if (capacity.kind === "pad" && capacity.id !== undefined) {
      const users = listOf(scenario.market?.capacities).filter(({ pads }) => idList(pads ?? "").includes(capacity.id!));
      const without = idsOf(users).filter((id) => !takings.some((taking) => taking.capacity === capacity.id && taking.for === id));
      if (users.length > 1 && without.length > 0) complain(path, { found: `a pad of ${idsOf(users).join(" and ")} without a claim for ${without.join(" or ")}`, expected: "a contract or claim for each", hint: `add to market.claims: {id: ${without[0]!}-pad, actor: …, capacity: ${capacity.id}, for: ${without[0]!}}` });
    }
    const shares = listOf(scenario.market?.contracts).flatMap(({ capacity: of, share_frac: share }) => (of === capacity.id && share?.kind === "constant" && share.value !== undefined ? [share.value] : []));
    const sum = shares.reduce((a, b) => a + b, 0);
    if (sum > 1 + 1e-9) complain(path, { found: `contracts for ${Number((sum * 100).toPrecision(6))} % of it`, expected: "shares that come to no more than 100 %", hint: "lower one of them; a contract that follows another ends before it with `until`" });
  });
};
