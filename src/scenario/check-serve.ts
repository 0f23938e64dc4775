/** What must hold of the days of jobs: classes and a quarter that the scenario has, and nothing written that nobody reads. */
import { unknownId, idsOf } from "./check-market.ts";
import { listOf, type Check } from "./check-rule.ts";
import { shown } from "./problem.ts";
import { DAY_S, formatQuarter, formatUtc, HOUR_S } from "../units/index.ts";

export const jobDays = ({ scenario, wrote, complain, note }: Check): void => {
  const { serve, horizon, orbit } = scenario;
  creditFields({ scenario, note });
  if (!serve) return;
  const classes = idsOf(listOf(scenario.demand?.classes));
  const seen = new Set<string>();
  listOf(serve.classes).forEach((one, i) => {
    const path = ["serve", "classes", i, "class"];
    if (one.class === undefined) return;
    if (!classes.includes(one.class)) complain(path, unknownId(one.class, classes, "an id of demand.classes"));
    if (seen.has(one.class)) complain(path, { found: `${shown(one.class)} a second time`, expected: "each class once", hint: "write what is other for it in one item" });
    seen.add(one.class);
  });
  const first = horizon?.start_quarter;
  const years = horizon?.years_yr;
  const quarter = serve.quarter_quarter;
  if (first !== undefined && years !== undefined && quarter !== null && quarter !== undefined && (quarter < first || quarter >= first + Math.round(4 * years))) {
    complain(["serve", "quarter"], { found: formatQuarter(quarter), expected: `a quarter of the horizon, ${formatQuarter(first)} to ${formatQuarter(first + Math.round(4 * years) - 1)}`, hint: "or leave it out: the last is taken" });
  }
  if (orbit === null && typeof serve.platforms === "number" && serve.platforms > 0) complain(["serve", "platforms"], { found: `${serve.platforms} platforms and no orbit`, expected: "an orbit beside them", hint: "add an orbit section, or remove platforms" });
  const none = nobodyServes(scenario, serve);
  if (none !== null) complain(["serve", "platforms"], none);
  else if (orbit && serve.platforms === null && orbit.target === null) note("serve: no platforms are simulated, for neither serve.platforms nor orbit.target is written.");
  if (serve.placement !== "threshold" && wrote(["serve", "groundMost"])) note("serve.groundMost is not used: it is what placement: threshold goes by.");
  if (serve.placement !== "cheapest" && wrote(["serve", "lookahead"])) note("serve.lookahead is not used: only placement: cheapest waits for a price.");
  if (serve.placement !== "cheapest" && wrote(["serve", "room"])) note("serve.room is not used: only placement: cheapest books ahead.");
  if (serve.placement !== "cheapest" && wrote(["serve", "carbonPrice"])) note("serve.carbonPrice is not used: only placement: cheapest asks for it.");
  policyFields({ scenario, wrote, complain, note }, serve);
  maintenanceFields({ scenario, wrote, complain, note }, serve);
  if (serve.workload === "" && wrote(["serve", "workloadFormat"])) note("serve.workloadFormat is not used: serve.workload names no file.");
};

/** Why neither tier has a server to run jobs on, as far as the scenario itself says. */
const nobodyServes = ({ ground, orbit }: Check["scenario"], { platforms }: Serve): { readonly found: string; readonly expected: string; readonly hint: string } | null => {
  if (listOf(ground?.sites).length > 0 || !orbit || (platforms !== 0 && !(platforms === null && orbit.target === null))) return null;
  return { found: `${platforms === null ? "neither platforms nor orbit.target" : "0 platforms"}, and no ground.sites`, expected: "some servers to run jobs on", hint: "write serve.platforms, orbit.target or ground.sites, or remove serve" };
};

/** Credits hang on which work of the days of jobs was on time. */
const creditFields = ({ scenario, note }: Pick<Check, "scenario" | "note">): void => {
  const { serve } = scenario;
  const sums = scenario.finance?.computePrice;
  listOf(scenario.demand?.classes).forEach(({ id, kind, sloCredits, price_usd_per_kWh, shortfallPrice_usd_per_kWh }) => {
    if (listOf(sloCredits).length === 0) return;
    const at = `demand.classes.${id ?? ""}.sloCredits`;
    const why = !serve ? "only days of jobs (a serve section) tell which work was late" : kind === "training" ? "training has no time it is due" : serve.workload !== undefined && serve.workload !== "" ? "the jobs of serve.workload belong to no class" : null;
    if (why !== null) note(`${at} gives nothing back: ${why}.`);
    else if (sums === "none") note(`${at} gives nothing back: finance.computePrice is none, so that no class earns anything.`);
    else if (price_usd_per_kWh === null) note(`${at} are a share of shortfallPrice (${shortfallPrice_usd_per_kWh ?? "not known"} $/kWh): the class has no price of its own, and earns that.`);
  });
};

type Serve = NonNullable<Check["scenario"]["serve"]>;

/** Places and laws that the scenario has, shares that somebody reads. */
const policyFields = ({ scenario, wrote, complain, note }: Pick<Check, "scenario" | "wrote" | "complain" | "note">, { policy, jurisdictions, placement, classes }: Serve): void => {
  const places = [...idsOf(listOf(scenario.ground?.sites)), ...(scenario.orbit ? ["orbit"] : [])];
  listOf(jurisdictions).forEach(({ place }, i) => {
    if (place !== undefined && !places.includes(place)) complain(["serve", "jurisdictions", i, "place"], unknownId(place, places, "an id of ground.sites, or orbit"));
  });
  const laws = listOf(jurisdictions).flatMap(({ law }) => (law === undefined ? [] : [law]));
  listOf(classes).forEach(({ jurisdiction }, i) => {
    if (jurisdiction !== undefined && jurisdiction !== "" && !laws.includes(jurisdiction)) complain(["serve", "classes", i, "jurisdiction"], unknownId(jurisdiction, laws, "a law of serve.jurisdictions"));
  });
  if (policy === undefined) return;
  if (policy.order !== "fair-share" && (wrote(["serve", "policy", "shares"]) || wrote(["serve", "policy", "halfLife"]))) note("serve.policy: shares and halfLife are not used: only order: fair-share goes by them.");
  if (policy.order !== "priority" && wrote(["serve", "policy", "ageing"])) note("serve.policy.ageing is not used: only order: priority goes by it.");
  if (policy.capping === "yes" && placement === "cheapest") note("serve.policy.capping does nothing here: placement: cheapest books full power.");
  if (policy.capping !== "yes" && (wrote(["serve", "policy", "cappedPower"]) || wrote(["serve", "policy", "cappedSpeed"]))) note("serve.policy: cappedPower and cappedSpeed are not used without capping: yes.");
};

/** Windows at places that are there, each over before the next begins. */
const maintenanceFields = ({ scenario, wrote, complain, note }: Pick<Check, "scenario" | "wrote" | "complain" | "note">, serve: Serve): void => {
  const { maintenance, policy, places } = serve;
  const orbit = scenario.orbit ? ["orbit", ...Array.from({ length: places ?? 0 }, (_, k) => `orbit-${k + 1}`)] : [];
  const known = [...idsOf(listOf(scenario.ground?.sites)), ...orbit];
  listOf(maintenance).forEach(({ at, length_h, every_h }, i) => {
    if (at !== undefined && !known.includes(at)) complain(["serve", "maintenance", i, "at"], unknownId(at, known, "an id of ground.sites, orbit, or a place in it"));
    if (length_h !== undefined && every_h !== undefined && every_h !== null && every_h <= length_h) complain(["serve", "maintenance", i, "every"], { found: `windows of ${length_h} h every ${every_h} h`, expected: "more than their length from one start to the next", hint: "or it is never in service" });
  });
  listOf(maintenance).forEach((window, i) => {
    const why = (window.at !== undefined && !known.includes(window.at) ? null : withoutPlatforms(scenario, serve, window.at)) ?? outsideDays(serve, window);
    if (why !== null) note(`serve.maintenance.${i} changes nothing: ${why}.`);
  });
  if (policy?.maintenance === "drain" && !wrote(["serve", "maintenance"])) note("serve.policy.maintenance is not used: serve.maintenance has no window.");
};

type Window = Partial<NonNullable<Serve["maintenance"]>[number]>;

/** Why nothing is there to be maintained, where the scenario itself says how many platforms fly; of a target only the quarter's sizing knows. */
const withoutPlatforms = ({ orbit }: Check["scenario"], { platforms, places }: Serve, at: string | undefined): string | null => {
  if (!orbit || at === undefined || !/^orbit(-[0-9]+)?$/.test(at)) return null;
  const count = typeof platforms === "number" ? platforms : platforms === null && orbit.target === null ? 0 : null;
  if (count === null || places === undefined) return null;
  if (count === 0) return `at is ${at}, and no platforms are simulated; expected some: write serve.platforms or orbit.target`;
  const place = at === "orbit" ? 1 : Number(at.slice("orbit-".length));
  return place <= count ? null : `at is ${at}, and ${count} ${count === 1 ? "platform flies at orbit-1" : `platforms fly at orbit-1 to orbit-${count}`} alone; expected one of these, or at: orbit for all`;
};

/** Why no window of it lies in the days that are simulated. */
const outsideDays = ({ start_utc_s, days }: Serve, { start_utc_s: first_s, length_h, every_h }: Window): string | null => {
  if (start_utc_s === undefined || days === undefined || first_s === undefined || length_h === undefined || every_h === undefined) return null;
  const end_s = start_utc_s + days * DAY_S;
  const [length_s, every_s] = [length_h * HOUR_S, every_h === null ? Infinity : every_h * HOUR_S];
  // The first that ends after the days begin.
  const turn = every_s === Infinity ? 0 : Math.max(0, Math.floor((start_utc_s - length_s - first_s) / every_s) + 1);
  const from_s = first_s + (turn === 0 ? 0 : turn * every_s);
  if (from_s < end_s && from_s + length_s > start_utc_s) return null;
  return `its ${every_h === null ? "window" : "windows"} from ${formatUtc(first_s)}, ${length_h} h${every_h === null ? "" : ` every ${every_h} h`}, lie outside the days that are simulated; expected one between ${formatUtc(start_utc_s)} and ${formatUtc(end_s)}`;
};
