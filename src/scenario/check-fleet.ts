/** What must hold between the fields of a fleet. */
import { DAY_S, EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, TROPICAL_YEAR_D } from "../units/index.ts";
import { listOf, type Check, type Partly, type PartlyScenario } from "./check-rule.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Fleet = NonNullable<NonNullable<ScenarioFields["orbit"]>["fleet"]>;
type Shell = Partly<Fleet["shells"][number]>;
type Rule = (check: Check, shell: Shell, path: Path) => void;

/** Most satellites and planes that are flown: 16 bytes a satellite and a row of the record a plane. */
const MOST_SATELLITES = 10_000_000;
const MOST_PLANES = 100_000;
/** A satellite is wholly dark or lit for a step: longer ones would miss the shadow's edges by minutes. */
const LONGEST_STEP_S = 120;

/** Where the node of a polar retrograde orbit turns as the mean Sun: a = (3/2 J2 Re^2 sqrt(mu) / Wsun)^(2/7) (Vallado 2013, 11.4.1). */
const sunSynchronousCeiling_km = (): number => {
  const sun_rad_per_s = (2 * Math.PI) / (TROPICAL_YEAR_D * DAY_S);
  return ((1.5 * EARTH_J2 * EARTH_RADIUS_KM ** 2 * Math.sqrt(EARTH_MU_KM3_PER_S2)) / sun_rad_per_s) ** (2 / 7) - EARTH_RADIUS_KM;
};

const shellsOf = (scenario: PartlyScenario): readonly Shell[] => listOf(scenario.orbit?.fleet?.shells);
const isWalker = ({ pattern }: Shell): boolean => pattern === "walker-delta" || pattern === "walker-star";

/** Rules of one shell. */
export const fleetShells = (check: Check): void => {
  if (check.scenario.orbit?.fleet?.shells?.length === 0) check.complain(["orbit", "fleet"], { found: "a fleet without shells", expected: "at least one item in shells", hint: "add shells: [{id: first, pattern: sun-synchronous, altitude: 650 km, satellitesPerPlane: 100, localTimes: [{ltan: 6 h}, {ltan: 18 h}]}], or remove fleet" });
  shellsOf(check.scenario).forEach((shell, i) => {
    for (const rule of [walker, sunSynchronous, geostationary, ranges]) rule(check, shell, ["orbit", "fleet", "shells", i]);
  });
};

const walker: Rule = ({ complain, wrote }, shell, path) => {
  if (!isWalker(shell)) return;
  const { pattern } = shell;
  if (shell.altitude_km === null) complain([...path, "altitude"], { found: `a ${pattern} shell without an altitude`, expected: "a length from 200 km to 100000 km", hint: "add altitude: 550 km" });
  if (shell.inclination_deg === null) complain([...path, "inclination"], { found: `a ${pattern} shell without an inclination`, expected: "an angle from 0 deg to 180 deg", hint: "add inclination: 53 deg, or write pattern: sun-synchronous" });
  if (shell.planes === null) complain([...path, "planes"], { found: `a ${pattern} shell without a number of planes`, expected: "a whole number above 0", hint: "add planes: 24" });
  if (listOf(shell.localTimes).length > 0) complain([...path, "localTimes"], { found: `local times in a ${pattern} shell`, expected: "none: its nodes drift against the Sun", hint: "remove them, or write pattern: sun-synchronous" });
  if (typeof shell.planes === "number" && wrote([...path, "phasing"]) && shell.phasing !== undefined && shell.phasing >= shell.planes) complain([...path, "phasing"], { found: `a phasing of ${shell.phasing} for ${shell.planes} planes`, expected: "a whole number below planes", hint: `phasing ${shell.phasing % shell.planes} places the satellites alike` });
};

const sunSynchronous: Rule = ({ complain, wrote, note }, shell, path) => {
  if (shell.pattern !== "sun-synchronous") return;
  const times = listOf(shell.localTimes);
  if (shell.altitude_km === null) complain([...path, "altitude"], { found: "a sun-synchronous shell without an altitude", expected: "a length from 200 km to 100000 km", hint: "add altitude: 650 km" });
  if (shell.localTimes?.length === 0) complain([...path, "localTimes"], { found: "a sun-synchronous shell without local times", expected: "at least one item in localTimes", hint: "add localTimes: [{ltan: 6 h}, {ltan: 18 h}]" });
  if (times.length > 0 && times.every(({ share }) => share === 0)) complain([...path, "localTimes"], { found: "shares that sum to 0", expected: "at least one share above 0", hint: "shares are relative: {ltan: 6 h, share: 1} and {ltan: 18 h, share: 3} are a quarter and three" });
  if (typeof shell.planes === "number" && times.length > 0 && shell.planes !== times.length) complain([...path, "planes"], { found: `${shell.planes} planes for ${times.length} local times`, expected: "one plane a local time", hint: `remove planes, or list ${shell.planes} local times` });
  const ceiling_km = sunSynchronousCeiling_km();
  for (const [name, altitude_km] of [["altitude", shell.altitude_km], ["altitudeTo", shell.altitudeTo_km]] as const) {
    if (shell.inclination_deg !== null || typeof altitude_km !== "number" || altitude_km <= ceiling_km) continue;
    complain([...path, name], { found: `${altitude_km} km`, expected: `an altitude where a sun-synchronous orbit exists, below ${Math.floor(ceiling_km)} km`, hint: "lower it, or write pattern: walker-delta with an inclination" });
  }
  for (const name of ["raan", "phasing"]) if (wrote([...path, name])) note(`orbit.fleet.shells.${shell.id ?? "?"}.${name} is not used: the planes of a sun-synchronous shell stand at their local times.`);
};

const geostationary: Rule = ({ complain, wrote }, shell, path) => {
  if (shell.pattern !== "geostationary") {
    if (wrote([...path, "longitude"])) complain([...path, "longitude"], { found: `longitude in a ${shell.pattern} shell`, expected: "none: its satellites stand over no place for long", hint: "remove it, or write pattern: geostationary" });
    return;
  }
  for (const name of ["altitude", "altitudeTo", "inclination", "inclinationTo", "planes", "raan", "phasing", "localTimes"]) {
    if (wrote([...path, name])) complain([...path, name], { found: `${name} in a geostationary ring`, expected: "none: it is one ring over the equator, turning with the Earth", hint: "remove it, or write pattern: walker-delta" });
  }
  if (shell.shells !== undefined && shell.shells > 1) complain([...path, "shells"], { found: `${shell.shells} geostationary rings`, expected: "one: there is no other", hint: "remove shells and raise satellitesPerPlane" });
};

const ranges: Rule = ({ complain }, shell, path) => {
  const { altitude_km, altitudeTo_km, inclination_deg, inclinationTo_deg, shells } = shell;
  if (typeof altitude_km === "number" && typeof altitudeTo_km === "number" && altitudeTo_km < altitude_km) complain([...path, "altitudeTo"], { found: `${altitudeTo_km} km below ${altitude_km} km`, expected: "altitudeTo not below altitude", hint: "swap them: altitude is that of the lowest shell" });
  if (inclination_deg === null && typeof inclinationTo_deg === "number") complain([...path, "inclinationTo"], { found: "inclinationTo without inclination", expected: "both, or neither", hint: "add inclination, that of the lowest shell" });
  const from = [["altitudeTo", altitudeTo_km], ["inclinationTo", inclinationTo_deg]] as const;
  if (shells === 1) for (const [name, to] of from) if (typeof to === "number") complain([...path, name], { found: "a range for one shell", expected: "`shells` above 1 beside a range", hint: "add shells: 10, or remove the range" });
  if (shell.pattern !== "geostationary" && shells !== undefined && shells > 1 && from.every(([, to]) => to === null)) complain([...path, "shells"], { found: `${shells} shells in one place`, expected: "a range over which they are spread", hint: "add altitudeTo: 568 km, or write items of their own" });
};

/** What the fleet's whole size must keep to. */
export const fleetSize = ({ scenario, complain }: Check): void => {
  const shells = shellsOf(scenario);
  const planesOf = ({ pattern, planes, shells: count, localTimes }: Shell): number => (count ?? 1) * (pattern === "sun-synchronous" ? listOf(localTimes).length : (planes ?? 1));
  const planes = shells.reduce((sum, shell) => sum + planesOf(shell), 0);
  const satellites = Math.min(scenario.orbit?.fleet?.cap ?? Infinity, shells.reduce((sum, shell) => sum + planesOf(shell) * (shell.satellitesPerPlane ?? 0), 0));
  if (planes > MOST_PLANES) complain(["orbit", "fleet", "shells"], { found: `${planes} planes`, expected: `at most ${MOST_PLANES}`, hint: "put more satellites into fewer planes" });
  if (satellites > MOST_SATELLITES) complain(["orbit", "fleet"], { found: `${satellites} satellites`, expected: `at most ${MOST_SATELLITES}`, hint: "is the number right? cap: 1 million keeps the pattern with fewer" });
};

/** Steps and days that suit a fleet. */
export const fleetTime = ({ scenario, complain, wrote, note }: Check): void => {
  const step_s = scenario.simulate?.step_s;
  const flies = shellsOf(scenario).length > 0;
  if (flies && step_s !== undefined && step_s > LONGEST_STEP_S) complain(["simulate", "step"], { found: `${step_s} s`, expected: `at most ${LONGEST_STEP_S} s beside a fleet`, hint: "a satellite of a fleet is dark or lit for a whole step; write step: 60 s" });
  if (!flies && wrote(["simulate", "fleetDays"])) note("simulate.fleetDays is not used: the scenario has no orbit.fleet.");
};
