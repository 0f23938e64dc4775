/**
 * Fleets: nanoseconds of CPU per satellite-minute of the kernels, plain and accelerated, beside sine and cosine for every satellite and
 * minute; the growth of a fleet's flight from 1e3 to 1e6 satellites; the filed million for a day; 10,000 satellites for a tenth of a year.
 * Run: npx tsx bench/tasks/fleet.bench.ts
 */
import { fleetPlanes, flyFleet, satellitesOf } from "../../src/fly/index.ts";
import type { FleetPlane } from "../../src/fly/index.ts";
import { flagWords, planeSun, POWER_COLUMNS, powerRules, referenceKernel, RESET_STEPS, setTurns, shadowEdge, simdKernel, turnColumns } from "../../src/kernel/index.ts";
import type { FleetKernel } from "../../src/kernel/index.ts";
import { julianDate, walkerDelta } from "../../src/physics/index.ts";
import { EARTH_RADIUS_KM, parseUtc } from "../../src/units/index.ts";
import { circle, evenPhases, flags, orbitColumns, planeColumns, RACK, yearlySun } from "../../test/kernel/fleet.ts";
import { FILED_CAP, filedFleet } from "../../test/fly/fleet-filed.ts";
import { sizingOf } from "../../test/fly/fixture.ts";

const TURNS = 9;
const SATELLITES = 333;
const STEPS = RESET_STEPS;
let sink = 0;

const cpu_s = async (work: () => void | Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const span = { start_s: 0, step_s: 60, count: STEPS };
const sun = yearlySun(span);
// 550 km, 0.35 rad: the plane meets the shadow in every turn, so that no step of it is skipped.
const plane = circle({ altitude_km: 550, inclination_rad: 0.35 });
const edge = shadowEdge(plane.semiMajorAxis, EARTH_RADIUS_KM);
const phases = evenPhases(SATELLITES);
const orbits = orbitColumns(Array.from({ length: SATELLITES }, (_, j) => circle({ altitude_km: 550 + j, inclination_rad: 0.35, node_rad: j, argumentOfLatitude_rad: 7 * j })));
const rules = powerRules(RACK, { step_s: 60, hottest_K: 340 });

/** What a loop without recurrence does: each satellite's position by trigonometry, then the cylinder. */
function byTrigonometry(): void {
  const { semiMajorAxis: a } = plane;
  const [cosI, sinI] = [Math.cos(plane.inclination_rad), Math.sin(plane.inclination_rad)];
  for (let i = 0; i < STEPS; i++) {
    const w = plane.node_rad + plane.nodeRate_rad_per_s * 60 * i;
    const [cosW, sinW] = [Math.cos(w), Math.sin(w)];
    for (let j = 0; j < SATELLITES; j++) {
      const u = plane.argumentOfLatitude_rad + plane.argumentOfLatitudeRate_rad_per_s * 60 * i + (2 * Math.PI * j) / SATELLITES;
      const cosU = Math.cos(u);
      const sinU = Math.sin(u);
      const x = a * (cosU * cosW - sinU * cosI * sinW);
      const y = a * (cosU * sinW + sinU * cosI * cosW);
      const z = a * sinU * sinI;
      const along = x * sun.x[i]! + y * sun.y[i]! + z * sun.z[i]!;
      if (along < 0 && a * a - along * along < EARTH_RADIUS_KM * EARTH_RADIUS_KM) sink++;
    }
  }
}

function contender(kernel: FleetKernel) {
  const path = planeColumns(STEPS);
  const out = flags(SATELLITES, STEPS);
  const turns = turnColumns(SATELLITES);
  const state = { stored_J: new Float64Array(SATELLITES).fill(RACK.capacity_J), temperature_K: new Float64Array(SATELLITES).fill(318) };
  const source_W = new Float64Array(STEPS).fill(200_000);
  const rows = new Float64Array(STEPS * POWER_COLUMNS.length);
  return {
    planes: (): void => {
      planeSun(plane, span, sun, path);
      kernel.darkInPlane(phases, path, { steps: STEPS, edge }, out);
      sink += out.count[STEPS - 1]! + out.dark[flagWords(SATELLITES)]!;
    },
    satellites: (): void => {
      setTurns(orbits, span, turns);
      kernel.darkSatellites(turns, sun, out);
      sink += out.count[STEPS - 1]!;
    },
    power: (): void => {
      kernel.storeAndHeat(rules, { source_W, dark: out.dark }, state, rows);
      sink += rows[0]!;
    },
  };
}

const plain = contender(referenceKernel);
const simd = simdKernel();
if (simd === undefined) throw new Error("no WebAssembly SIMD here: nothing to compare");
const fast = contender(simd);
const works = {
  trigonometry: byTrigonometry,
  planes: plain.planes, planesSimd: fast.planes, satellites: plain.satellites, satellitesSimd: fast.satellites, power: plain.power, powerSimd: fast.power,
} as const;
type Work = keyof typeof works;

const ns = Object.fromEntries(Object.keys(works).map((name) => [name, Infinity])) as Record<Work, number>;
const REPEATS = 12;
for (let turn = 0; turn < TURNS; turn++) {
  for (const name of Object.keys(works) as Work[]) {
    const used = await cpu_s(() => { for (let i = 0; i < REPEATS; i++) works[name](); });
    ns[name] = Math.min(ns[name], (used * 1e9) / (REPEATS * SATELLITES * STEPS));
  }
}

const flown_s = (planes: readonly FleetPlane[], days: number): Promise<number> =>
  cpu_s(async () => {
    const { fleet } = await flyFleet({ planes, sized: sizingOf().platform!, age_yr: 2.5, simulate: { start_utc_s: parseUtc("2027-01-01")!, days, step_s: 60 } });
    sink += fleet.lit_frac;
  });

/** Least CPU of a tenth of a day, for fleets of 1e3 to 1e6 in planes of 250. */
const SIZES = [1e3, 1e4, 1e5, 1e6];
const fleets = SIZES.map((size) => fleetPlanes(walkerDelta({ altitude_km: 550, inclination_deg: 53, planes: size / 250, satellites: size, phasing: 1, raan_deg: 0 })));
const growth = SIZES.map(() => Infinity);
for (let turn = 0; turn < 5; turn++) {
  for (const [i, planes] of fleets.entries()) growth[i] = Math.min(growth[i]!, await flown_s(planes, 0.1));
}

/** Slope of log CPU over log size, least squares. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i]! - my), 0) / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}

const filed = filedFleet({ cap: FILED_CAP, jd: julianDate("2027-01-01") });
const wallBefore = performance.now();
const filedDay_cpu_s = await flown_s(filed, 1);
const filedDay_wall_s = (performance.now() - wallBefore) / 1000;
const tenThousand36d_cpu_s = await flown_s(fleets[1]!, 36.5);

console.log(JSON.stringify({
  task: "fleet", satellites: satellitesOf(filed), node: process.version,
  ...Object.fromEntries(Object.entries(ns).map(([name, value]) => [`${name}_ns`, value])),
  planesOverTrigonometry: ns.planes / ns.trigonometry, planesSimdOverPlain: ns.planesSimd / ns.planes, satellitesSimdOverPlain: ns.satellitesSimd / ns.satellites,
  powerSimdOverPlain: ns.powerSimd / ns.power, exponent: exponent(SIZES, growth), ...Object.fromEntries(SIZES.map((size, i) => [`fleet${size}_cpu_s`, growth[i]!])),
  filedDay_cpu_s, filedDay_wall_s, tenThousand36d_cpu_s, rss_MB: process.resourceUsage().maxRSS / 1024, consumed: sink !== 0,
}));
