/** What must hold of the days of jobs: classes and a quarter that the scenario has, and nothing written that nobody reads. */
import { unknownId, idsOf } from "./check-market.ts";
import { listOf, type Check } from "./check-rule.ts";
import { shown } from "./problem.ts";
import { formatQuarter } from "../units/index.ts";

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
  if (orbit && serve.platforms === null && orbit.target === null) note("serve: no platforms are simulated, for neither serve.platforms nor orbit.target is written.");
  if (serve.placement !== "threshold" && wrote(["serve", "groundMost"])) note("serve.groundMost is not used: it is what placement: threshold goes by.");
  if (serve.placement !== "cheapest" && wrote(["serve", "lookahead"])) note("serve.lookahead is not used: only placement: cheapest waits for a price.");
  if (serve.placement !== "cheapest" && wrote(["serve", "carbonPrice"])) note("serve.carbonPrice is not used: only placement: cheapest asks for it.");
  policyFields({ scenario, wrote, complain, note }, serve);
  maintenanceFields({ scenario, wrote, complain, note }, serve);
  if (serve.workload === "" && wrote(["serve", "workloadFormat"])) note("serve.workloadFormat is not used: serve.workload names no file.");
};

/** Credits hang on which work of the days of jobs was on time. */
const creditFields = ({ scenario, note }: Pick<Check, "scenario" | "note">): void => {
  const { serve } = scenario;
  listOf(scenario.demand?.classes).forEach(({ id, kind, sloCredits }) => {
    if (listOf(sloCredits).length === 0) return;
    const why = !serve ? "only days of jobs (a serve section) tell which work was late" : kind === "training" ? "training has no time it is due" : serve.workload !== undefined && serve.workload !== "" ? "the jobs of serve.workload belong to no class" : null;
    if (why !== null) note(`demand.classes.${id ?? ""}.sloCredits gives nothing back: ${why}.`);
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
const maintenanceFields = ({ scenario, wrote, complain, note }: Pick<Check, "scenario" | "wrote" | "complain" | "note">, { maintenance, policy, places }: Serve): void => {
  const orbit = scenario.orbit ? ["orbit", ...Array.from({ length: places ?? 0 }, (_, k) => `orbit-${k + 1}`)] : [];
  const known = [...idsOf(listOf(scenario.ground?.sites)), ...orbit];
  listOf(maintenance).forEach(({ at, length_h, every_h }, i) => {
    if (at !== undefined && !known.includes(at)) complain(["serve", "maintenance", i, "at"], unknownId(at, known, "an id of ground.sites, orbit, or a place in it"));
    if (length_h !== undefined && every_h !== undefined && every_h !== null && every_h <= length_h) complain(["serve", "maintenance", i, "every"], { found: `windows of ${length_h} h every ${every_h} h`, expected: "more than their length from one start to the next", hint: "or it is never in service" });
  });
  if (policy?.maintenance === "drain" && !wrote(["serve", "maintenance"])) note("serve.policy.maintenance is not used: serve.maintenance has no window.");
};
