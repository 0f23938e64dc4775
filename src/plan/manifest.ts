/**
 * What each launch of a plan holds, by vehicle and quarter: units by each way, and cargo. Launches of a quarter are alike.
 *
 *   launches of a rider = launches x its mass / mass of all aboard; those that nobody rides are the first rider's
 */
import { TOLERANCE, type Decisions } from "./decisions.ts";
import { waysOf } from "./plan-case.ts";
import type { PlanCase } from "./plan-case.ts";
import type { CargoPlan, ManifestEntry, OptionBuild } from "./plan-record.ts";

/** Whether a vehicle may carry cargo. */
export const hasCargo = ({ cargo }: Pick<PlanCase, "cargo">, v: number): boolean => cargo.some(({ vehicles }) => vehicles.includes(v));

/** Something that rides on a vehicle, by quarter. */
export interface Rider {
  /** Id of a way, or "cargo-" and the id of a cargo. */
  readonly what: string;
  /** Units, or tonnes of cargo; what they take of the hold. */
  readonly amount: readonly number[];
  readonly mass_t: readonly number[];
  readonly volume_m3: readonly number[];
  readonly launches: readonly number[];
}

type Load = Omit<Rider, "launches">;

/** All that rides on a vehicle, ways first. */
export const ridersOf = (decisions: Decisions, v: number): readonly Rider[] => {
  const { problem, layout, read } = decisions;
  const loads = [...wayLoads(decisions, v), ...cargoLoads(decisions, v)];
  const made = layout.vehicles[v]!.launch.map((column) => (problem.vehicles[v]!.integer ? Math.round(read(column)) : read(column)));
  const all = made.map((_, t) => loads.reduce((sum, { mass_t }) => sum + mass_t[t]!, 0));
  return loads.map((load, i) => ({ ...load, launches: made.map((n, t) => (all[t] === 0 ? (i === 0 ? n : 0) : (n * load.mass_t[t]!) / all[t]!)) }));
};

const loadOf = (what: string, amount: readonly number[], { t, m3 }: { readonly t: number; readonly m3: number }): Load => ({ what, amount, mass_t: amount.map((n) => n * t), volume_m3: amount.map((n) => n * m3) });

const wayLoads = ({ problem, layout, read }: Decisions, v: number): readonly Load[] => waysOf(problem).flatMap(({ option: { unit }, way, o, w }) =>
  (way.launch?.vehicle === v ? [loadOf(way.id, layout.options[o]!.bought[w]!.map(read), { t: unit.mass_kg! / 1000, m3: unit.volume_m3! })] : []));

const cargoLoads = ({ problem, layout, read }: Decisions, v: number): readonly Load[] => problem.cargo.flatMap(({ id, hold, vehicles }, k) =>
  (vehicles.includes(v) ? [loadOf(`cargo-${id}`, layout.cargo[k]!.loaded[vehicles.indexOf(v)]!.map(read), hold)] : []));

/** The manifest: one entry for each vehicle and quarter with launches. */
export const manifestOf = (decisions: Decisions, builds: readonly OptionBuild[]): readonly ManifestEntry[] => decisions.problem.vehicles.flatMap((vehicle, v) => {
  const { problem: { quarters }, layout, read } = decisions;
  const riders = ridersOf(decisions, v);
  return quarters.flatMap((quarter, t) => {
    const launches = vehicle.integer ? Math.round(read(layout.vehicles[v]!.launch[t]!)) : read(layout.vehicles[v]!.launch[t]!);
    if (launches === 0) return [];
    const aboard = riders.filter(({ amount }) => amount[t]! > 0).flatMap((rider) => partsOf(rider, { t, build: builds.find(({ option }) => option === rider.what) }));
    return [{ quarter, vehicle: vehicle.id, launches, hold_kg: 1000 * launches * vehicle.hold.mass_t, hold_m3: launches * vehicle.hold.volume_m3, aboard }];
  });
});

/** Units are platforms, or refresh where they take the place of those that end; the rest is cargo. */
const partsOf = ({ what, amount, mass_t, volume_m3 }: Rider, { t, build }: { readonly t: number; readonly build: OptionBuild | undefined }): ManifestEntry["aboard"] => {
  const part = (kind: ManifestEntry["aboard"][number]["kind"], share: number) => (share > 0 ? [{ what, kind, units: share * amount[t]!, mass_kg: 1000 * share * mass_t[t]!, volume_m3: share * volume_m3[t]! }] : []);
  if (build === undefined) return part("cargo", 1);
  const refresh = build.refresh[t]! / build.built[t]!;
  return [...part("platforms", 1 - refresh), ...part("refresh", refresh)];
};

/** What came of each cargo. */
export const cargoOf = (decisions: Decisions, builds: readonly OptionBuild[]): readonly CargoPlan[] => {
  const { problem, layout, read } = decisions;
  const ways = waysOf(problem);
  return problem.cargo.map(({ id, option, need_t, vehicles }, k) => {
    const { loaded, kept } = layout.cargo[k]!;
    const kg = (t: number, share: (v: number) => number): number => loaded.reduce((sum, columns, i) => sum + 1000 * share(vehicles[i]!) * read(columns[t]!), 0);
    const idle = layout.options[option]!.idle!.map(read);
    const inService = idle.map((_, t) => builds.reduce((sum, build, i) => (ways[i]!.o === option ? sum + build.inService[t]! : sum), 0));
    return {
      id, idle,
      loaded_kg: idle.map((_, t) => kg(t, () => 1)),
      arrived_kg: idle.map((_, t) => kg(t, (v) => problem.vehicles[v]!.reliability)),
      // Units short of what is there by less than the solver's tolerance use nothing.
      used_kg: idle.map((n, t) => (inService[t]! - n < TOLERANCE ? 0 : 1000 * need_t * (inService[t]! - n))),
      kept_kg: kept.map((column) => 1000 * read(column)),
    };
  });
};
