/**
 * What there is to run on: pools of equal nodes, each with its curves. The scheduler sees these and nothing behind them: no orbit, no Sun.
 * `fly` and the sites' years give the curves of a fleet and of a site.
 */
import { carriedFromFull, type Battery } from "./battery.ts";
import { both, indexCurve, outside, windowsAtLeast, windowsFrom, type Curve, type Indexed, type Windows } from "./curve.ts";

export type Tier = "ground" | "orbit";

export interface Price {
  readonly accelerator_usd_per_h: Curve;
  readonly energy_usd_per_kWh: Curve;
  /** Of the energy that the node takes, direct emission. */
  readonly carbon_g_per_kWh: Curve;
  readonly in_usd_per_B: number;
  readonly out_usd_per_B: number;
}

/** A time without service that is known ahead. */
export interface Maintenance {
  readonly start_s: number;
  readonly end_s: number;
  /** Nothing starts that would not be done by its start; else what has a checkpoint does, and writes it before. */
  readonly drain?: boolean;
}

/** Nodes that are alike at every time: one satellite, a formation that shares its shadow, a hall on the ground. */
export interface Pool {
  readonly id: string;
  readonly tier: Tier;
  /** Pools that exchange data: a gang may span those of one domain, and no others; bytes and checkpoints of a job are at all of them alike. */
  readonly domain: string;
  /** Where its data is: what lies here needs no staging. */
  readonly place: string;
  /** Under whose law it stands. */
  readonly jurisdictions: readonly string[];
  readonly nodes: number;
  readonly acceleratorsPerNode: number;
  /** What array or grid gives to one node for its jobs. */
  readonly power_W: Curve;
  /** What one node may shed as heat. */
  readonly heat_W: Curve;
  /** Usable ones of a node. */
  readonly accelerators: Curve;
  /** What all nodes together may take. */
  readonly cap_W: Curve | null;
  readonly battery: Battery | null;
  readonly maintenance: readonly Maintenance[];
  readonly from_s: number;
  /** Deorbit, or the end of a lease; null for never. */
  readonly until_s: number | null;
  /** Bytes a second into and out of the pool, contacts as steps; null where nothing limits them. None after `until_s`. */
  readonly in_B_per_s: Curve | null;
  readonly out_B_per_s: Curve | null;
  /** Of a request from the users to the pool and back. */
  readonly latency_ms: number;
  readonly price: Price;
}

/** A pool made ready. */
export interface Ready {
  readonly pool: Pool;
  readonly power: Indexed;
  readonly heat: Indexed;
  readonly accelerators: Indexed;
  readonly cap: Indexed | null;
  readonly into: Indexed | null;
  readonly out: Indexed | null;
  readonly accelerator_usd_per_h: Indexed;
  readonly energy_usd_per_kWh: Indexed;
  readonly carbon_g_per_kWh: Indexed;
  readonly inService: Windows;
  /** Windows by need, found once a need: by watts and accelerators, light left out or not. */
  readonly known: KnownWindows;
}

export interface KnownWindows {
  readonly open: Map<number, Map<number, Windows>>;
  readonly supplied: Map<number, Map<number, Windows>>;
}

export interface Supply {
  readonly pools: readonly Ready[];
  /** Pools of each domain, by index, in order of first mention. */
  readonly domains: readonly { readonly id: string; readonly tier: Tier; readonly pools: readonly number[] }[];
}

const whole = (value: number, name: string, least: number): void => {
  if (!Number.isInteger(value) || value < least) throw new RangeError(`${name}: ${value} is no whole number from ${least}`);
};

/** A curve that is zero from a time on. */
const upTo = ({ t_s, value }: Curve, end_s: number): Curve => {
  if (end_s === Infinity) return { t_s, value };
  const before = Array.from(t_s).filter((t) => t < end_s).length;
  return { t_s: [...Array.from(t_s).slice(0, before), end_s], value: [...Array.from(value).slice(0, before), 0] };
};

const readyPool = (pool: Pool): Ready => {
  const { id, price } = pool;
  whole(pool.nodes, `${id}: nodes`, 0);
  whole(pool.acceleratorsPerNode, `${id}: acceleratorsPerNode`, 1);
  for (const key of ["latency_ms", "from_s"] as const) if (!Number.isFinite(pool[key])) throw new RangeError(`${id}: ${key} is ${pool[key]}`);
  if (pool.battery !== null) guardBattery(pool.battery, id);
  const of = (curve: Curve, name: string, least = 0): Indexed => indexCurve(curve, `${id}: ${name}`, least);
  const end_s = pool.until_s ?? Infinity;
  const lived = outside([{ start_s: -Infinity, end_s: pool.from_s }, { start_s: end_s, end_s: Infinity }, ...pool.maintenance]);
  return {
    pool,
    power: of(pool.power_W, "power_W"),
    heat: of(pool.heat_W, "heat_W"),
    accelerators: of(pool.accelerators, "accelerators"),
    cap: pool.cap_W === null ? null : of(pool.cap_W, "cap_W"),
    into: pool.in_B_per_s === null ? null : of(upTo(pool.in_B_per_s, end_s), "in_B_per_s"),
    out: pool.out_B_per_s === null ? null : of(upTo(pool.out_B_per_s, end_s), "out_B_per_s"),
    accelerator_usd_per_h: of(price.accelerator_usd_per_h, "accelerator_usd_per_h"),
    // Grids do pay for taking energy.
    energy_usd_per_kWh: of(price.energy_usd_per_kWh, "energy_usd_per_kWh", -Infinity),
    carbon_g_per_kWh: of(price.carbon_g_per_kWh, "carbon_g_per_kWh"),
    inService: windowsFrom(lived.start.filter((from, i) => from < lived.end[i]!), lived.end.filter((to, i) => lived.start[i]! < to)),
    known: { open: new Map(), supplied: new Map() },
  };
};

const guardBattery = (battery: Battery, id: string): void => {
  for (const [key, value] of Object.entries(battery)) if (!(value >= 0) || !Number.isFinite(value)) throw new RangeError(`${id}: battery.${key} is ${value}`);
  if (battery.initial_J > battery.capacity_J) throw new RangeError(`${id}: battery.initial_J ${battery.initial_J} is above its capacity ${battery.capacity_J}`);
  if (battery.roundTrip_frac > 1) throw new RangeError(`${id}: battery.roundTrip_frac ${battery.roundTrip_frac} is above 1`);
};

/** Throws RangeError, naming pool and field, for what is not finite or out of range, and for a domain of two tiers. */
export const prepareSupply = (pools: readonly Pool[]): Supply => {
  const twice = pools.find(({ id }, i) => pools.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new RangeError(`two pools are named "${twice.id}"`);
  const domains = [...new Set(pools.map(({ domain }) => domain))].map((id) => {
    const members = pools.flatMap((pool, i) => (pool.domain === id ? [i] : []));
    const tiers = new Set(members.map((i) => pools[i]!.tier));
    if (tiers.size > 1) throw new RangeError(`domain "${id}" has pools of both tiers: a gang runs within one`);
    return { id, tier: pools[members[0]!]!.tier, pools: members };
  });
  return { pools: pools.map(readyPool), domains };
};

/** Whether a supply that ends at `until_s` does so for a window before which the pool's nodes are to empty, and what would run on beyond it may not start. */
export const cutByDrain = ({ pool: { maintenance } }: Ready, until_s: number, to_s: number): boolean => until_s < to_s && maintenance.some(({ start_s, drain }) => drain === true && start_s === until_s);

/** Of more watts than this all are forgotten and found anew. */
const KNOWN_MOST = 512;

const foundOnce = (known: Map<number, Map<number, Windows>>, power_W: number, accelerators: number, find: () => Windows): Windows => {
  let byAccelerators = known.get(power_W);
  if (byAccelerators === undefined) {
    if (known.size >= KNOWN_MOST) known.clear();
    byAccelerators = new Map();
    known.set(power_W, byAccelerators);
  }
  let found = byAccelerators.get(accelerators);
  if (found === undefined) {
    found = find();
    byAccelerators.set(accelerators, found);
  }
  return found;
};

/** When a node may run a need at all, its light left out: heat, accelerators, service. */
export const openTo = (ready: Ready, power_W: number, accelerators: number): Windows =>
  foundOnce(ready.known.open, power_W, accelerators, () => [windowsAtLeast(ready.accelerators, accelerators), ready.inService].reduce(both, windowsAtLeast(ready.heat, power_W)));

/**
 * When a node gives `power_W` to its jobs and sheds it, with `accelerators` usable. A node with a store counts as one that begins each time in
 * light and full: what a store really holds is asked when a job is to start.
 */
export const windowsOf = (ready: Ready, power_W: number, accelerators: number): Windows =>
  foundOnce(ready.known.supplied, power_W, accelerators, () => {
    const open = openTo(ready, power_W, accelerators);
    const { battery } = ready.pool;
    return both(battery === null ? windowsAtLeast(ready.power, power_W) : carriedFromFull(ready.power, battery, power_W), open);
  });
