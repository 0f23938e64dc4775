/** What must hold between fields: each rule looks at a scenario that may be incomplete, and complains at the field that would be changed. */
import { jobDays } from "./check-serve.ts";
import { siteOutages } from "./check-site-outages.ts";
import { formatQuarter } from "../units/index.ts";
import { capital } from "./check-capital.ts";
import { accessTerms, launchPricing } from "./check-access.ts";
import { deals } from "./check-deals.ts";
import { downlinks, interlinks } from "./check-links.ts";
import { gates } from "./check-gates.ts";
import { marketCapacities, marketNames, marketTakings, marketWhole } from "./check-market.ts";
import { fleetShells, fleetSize, fleetTime } from "./check-fleet.ts";
import { optionRules } from "./check-options.ts";
import { spendCurves, spendOrder } from "./check-finance.ts";
import { orbitShape } from "./check-orbit.ts";
import { flightRecords } from "./check-records.ts";
import { listOf, type Check, type Partly } from "./check-rule.ts";
import { usersAndServing } from "./check-users.ts";
import type { Amount } from "./field.ts";
import type { Path } from "./tree.ts";

/** Every rule that can complain, in the order in which they do. */
export const rulesBetween = (): readonly ((check: Check) => void)[] => allRules().filter((rule) => rule !== wholeQuarters);

const allRules = (): readonly ((check: Check) => void)[] =>
  [tiers, classes, orbitShape, equipment, launchers, phases, quarters, wholeQuarters, targets, powers, fleetShells, fleetSize, fleetTime, downlinks, interlinks, marketNames, marketCapacities, marketTakings, marketWhole, gates, accessTerms, launchPricing, spendCurves, spendOrder, flightRecords, optionRules, deals, jobDays, siteOutages, capital, usersAndServing];

/** Runs every rule. */
export const checkBetween = (check: Check): void => {
  for (const rule of allRules()) rule(check);
};

const tiers = ({ scenario, complain, note }: Check): void => {
  if (scenario.orbit === null && scenario.ground?.sites?.length === 0) complain([], { found: "neither a ground site nor an orbit", expected: "at least one of them", hint: "add ground.sites or orbit; `dawndusk init` writes an example of both" });
  if (scenario.demand?.classes?.length === 0) note("There is no demand class: nothing is served or planned.");
};

const AMOUNTS = [["weeklyUsers", "weeklyUsers"], ["tokens", "tokens_token_per_s"], ["power", "power_MW"], ["hourlyPower", "hourlyPower_MW"]] as const;

const classes = ({ scenario, wrote, complain }: Check): void => {
  listOf(scenario.demand?.classes).forEach((one, i) => {
    const path = ["demand", "classes", i];
    const given = AMOUNTS.filter(([name, key]) => wrote([...path, name]) && one[key] !== null).map(([name]) => name);
    if (given.length === 0) complain(path, { found: "no amount of work", expected: "one of weeklyUsers, tokens, power or hourlyPower", hint: "for example power: 50 MW, or weeklyUsers: 800 million" });
    if (given.length > 1) complain([...path, given[1]!], { found: given.join(" and "), expected: "exactly one of weeklyUsers, tokens, power or hourlyPower", hint: `keep one; set an inherited one to null: ${given[0]!}: null` });
    if (one.tiers === "orbit" && scenario.orbit === null) complain([...path, "tiers"], { found: "orbit", expected: "a tier that the scenario has", hint: "add an orbit section, or write tiers: any" });
    if (one.tiers === "ground" && scenario.ground?.sites?.length === 0) complain([...path, "tiers"], { found: "ground", expected: "a tier that the scenario has", hint: "add a site to ground.sites, or write tiers: any" });
  });
};

const equipment = ({ scenario, wrote, complain, note }: Check): void => {
  const platform = scenario.orbit?.platform;
  if (!platform) return;
  const path = ["orbit", "platform"];
  if ((platform.terminals ?? 0) > 0 && platform.terminal === null) complain([...path, "terminals"], { found: `${platform.terminals} terminals of no kind`, expected: "a catalogue entry in `terminal`", hint: "add terminal: with an id that `dawndusk catalog terminals` lists" });
  if ((platform.drives ?? 0) > 0 && platform.storage === null) complain([...path, "drives"], { found: `${platform.drives} drives of no kind`, expected: "a catalogue entry in `storage`", hint: "add storage: with an id that `dawndusk catalog storage` lists" });
  if (platform.terminals === 0 && typeof platform.terminal === "string" && !wrote([...path, "terminals"])) complain([...path, "terminal"], { found: `${platform.terminal} and no number of them`, expected: "`terminals` beside `terminal`: left out, it is 0", hint: "add terminals: 2, or remove terminal" });
  if (platform.radiatorPipe && platform.radiatorPipe.quality_frac !== null && platform.coolant === "glycol-water") complain([...path, "radiatorPipe", "quality"], { found: "vapour of glycol-water", expected: "a coolant that boils as one: ammonia, water, r134a or r245fa", hint: "write coolant: ammonia, or remove quality" });
  if (platform.radiatorPipe && wrote([...path, "pumpPressure"])) note("orbit.platform.pumpPressure is not used: it follows from radiatorPipe.");
  const data = scenario.orbit?.data;
  if (platform.drives === null && data === null && typeof platform.storage === "string") complain([...path, "storage"], { found: `${platform.storage} and no number of them`, expected: "`drives` beside `storage`, or orbit.data, from which it follows", hint: "add drives: 8, or remove storage" });
  if (data && platform.storage === null) complain(["orbit", "data"], { found: "data and no drives for them", expected: "a catalogue entry in orbit.platform.storage", hint: "add storage: solidigm-d5-p5336-122 to platform, or remove data" });
};

const powers = ({ scenario, complain }: Check): void => {
  const { measuredMean_frac: mean, measuredPeak_frac: peak } = scenario.orbit?.platform ?? {};
  if (mean !== undefined && peak !== undefined && mean > peak) complain(["orbit", "platform", "measuredMean"], { found: `a mean of ${mean} above a peak of ${peak}`, expected: "measuredMean <= measuredPeak", hint: "both are shares of the nameplate" });
};

const launchers = ({ scenario, wrote, complain, note }: Check): void => {
  const vehicles = listOf(scenario.launch?.vehicles);
  if (scenario.orbit && scenario.launch?.vehicles?.length === 0) complain(["launch", "vehicles"], { found: "an orbit and no launch vehicle", expected: "at least one item in launch.vehicles", hint: "add launch: {vehicles: [{id: falcon, vehicle: falcon-9}]}" });
  vehicles.forEach((vehicle, i) => {
    const path = ["launch", "vehicles", i];
    if (wrote([...path, "price"]) && wrote([...path, "pricePerKg"]) && vehicle.pricePerKg_usd_per_kg !== null) note(`launch.vehicles.${vehicle.id ?? i}: pricePerKg is taken, price is not used.`);
  });
};

const phases = ({ scenario, complain }: Check): void => {
  listOf(scenario.ground?.sites).forEach((site, i) => {
    const all = listOf(site.phases);
    const path = ["ground", "sites", i, "phases"];
    if (site.phases && all.length === 0) complain(path, { found: "a site without phases", expected: "at least one item in phases", hint: "add phases: [{id: first, online: 2027-Q1, power: 100 MW}]" });
    all.forEach((phase, j) => {
      const before = all[j - 1]?.online_quarter;
      if (before !== undefined && phase.online_quarter !== undefined && phase.online_quarter < before) complain([...path, j, "online"], { found: `${formatQuarter(phase.online_quarter)} after ${formatQuarter(before)}`, expected: "phases in order of time", hint: "move the phase up, or correct its quarter" });
      if (site.plant === null && phase.begin_quarter !== null && phase.begin_quarter !== undefined) complain([...path, j, "begin"], { found: `works from ${formatQuarter(phase.begin_quarter)} at a site without plant`, expected: "plant beside begin: the works' months stand in plant.works", hint: "add plant, or remove begin" });
    });
  });
};

const quarters = ({ scenario, complain }: Check): void => {
  const { start_quarter: start, years_yr: years } = scenario.horizon ?? {};
  if (start === undefined || years === undefined) return;
  const end = start + Math.round(years * 4);
  const late = (path: Path, quarter: number | null | undefined): void => {
    if (quarter === null || quarter === undefined || quarter < end) return;
    complain(path, { found: formatQuarter(quarter), expected: `a quarter before the end of the horizon (${formatQuarter(start)} to ${formatQuarter(end - 1)})`, hint: "lengthen horizon.years, or remove what never comes" });
  };
  late(["orbit", "firstLaunch"], scenario.orbit?.firstLaunch_quarter);
  listOf(scenario.launch?.vehicles).forEach((vehicle, i) => late(["launch", "vehicles", i, "available"], vehicle.available_quarter));
  listOf(scenario.ground?.sites).forEach((site, i) => listOf(site.phases).forEach((phase, j) => late(["ground", "sites", i, "phases", j, "online"], phase.online_quarter)));
};

/** The plan counts in quarters: a length that is no whole number of them is rounded. It notes, and never complains. */
const wholeQuarters = ({ scenario, note }: Check): void => {
  const told = (path: string, years: number | undefined, rest: string): void => {
    if (years === undefined || Math.abs(years * 4 - Math.round(years * 4)) < 1e-6) return;
    const quarters = Math.round(years * 4);
    note(`${path} is ${Number(years.toPrecision(6))} yr, no whole number of quarters: ${rest} ${quarters} quarters (${quarters / 4} yr).`);
  };
  told("horizon.years", scenario.horizon?.years_yr, "the plan covers");
  told("orbit.life", scenario.orbit?.life_yr, "the platform is sized for it, and planned and paid for over");
  listOf(scenario.ground?.sites).forEach((site, i) => {
    for (const [name, years] of [["facilityLife", site.facilityLife_yr], ["serverLife", site.serverLife_yr]] as const) told(`ground.sites.${site.id ?? i}.${name}`, years, "planned and paid for over");
  });
};

const constantIn = (amount: Partly<Amount> | null | undefined): number | undefined => (amount?.kind === "constant" ? amount.value : undefined);

const targets = ({ scenario, complain }: Check): void => {
  const target = constantIn(scenario.orbit?.target);
  const most = constantIn(scenario.orbit?.fleetMax);
  if (target !== undefined && most !== undefined && target > most) complain(["orbit", "target"], { found: `${target} platforms`, expected: `at most fleetMax (${most})`, hint: "raise fleetMax, or lower the target" });
};
