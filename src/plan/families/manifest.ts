/**
 * What launches hold beside units, and what units in service use of it: propellant, spares, parts.
 *
 *   mass     sum over ways of mass x bought(t) + sum over cargoes of t x loaded(k,v,t) <= mass of a hold x launch(v,t)
 *   volume   the same in cubic metres
 *   kept     kept(k,t) = kept(k,t-1) + sum over vehicles of success x loaded(k,v,t) - need(k) x (service(o,t) - idle(o,t))
 *   idle     idle(o,t) <= service(o,t)
 *   ready    ready(o,t) <= able(o,t) - worst year's run x idle(o,t);  ready(o,t) <= best year's run x (service(o,t) - idle(o,t)): what there
 *            is goes to those that run most, and an idle unit loses what one of its oldest runs, at least
 *
 * Cargo is bought and launched in one quarter, is there from its start if the launch succeeds, and keeps. A launch of whole units has its
 * count of units in the payload rows (launches.ts); here cargo fills what they leave of mass and volume.
 */
import type { Term } from "../model-builder.ts";
import type { CargoCase } from "../plan-case.ts";
import { waysOf } from "../plan-case.ts";
import { one, type CargoColumns, type Context, type OptionColumns, type VehicleColumns } from "./context.ts";

type Stock = Pick<OptionColumns, "able" | "inService">;

/** Units that lack what they use, and what the others can run; nothing where nothing is brought. */
export const addReady = ({ m, q, c }: Context, o: number, { able, inService }: Stock): Pick<OptionColumns, "ready" | "idle"> => {
  const { name, run_MW } = c.options[o]!;
  if (c.cargo.every(({ option }) => option !== o)) return { ready: able, idle: null };
  const best_MW = Math.max(...run_MW);
  const worst_MW = Math.min(...run_MW);
  const idle = q.map((quarter) => m.column({ name: `idle_${name}_${quarter}` }));
  const ready = q.map((quarter) => m.column({ name: `ready_${name}_${quarter}` }));
  q.forEach((quarter, t) => {
    m.atMost(`lacking_${name}_${quarter}`, [[idle[t]!, 1], [inService[t]!, -1]], 0);
    m.atMost(`working_${name}_${quarter}`, [[ready[t]!, 1], [idle[t]!, worst_MW], [able[t]!, -1]], 0);
    m.atMost(`tended_${name}_${quarter}`, [[ready[t]!, 1], [inService[t]!, -best_MW], [idle[t]!, best_MW]], 0);
  });
  return { ready, idle };
};

interface Columns {
  readonly options: readonly Pick<OptionColumns, "bought" | "inService" | "idle">[];
  readonly vehicles: readonly VehicleColumns[];
}

/** Adds what is loaded and kept of each cargo, and what the holds of its vehicles take. */
export const addManifest = (x: Context, columns: Columns): readonly CargoColumns[] => {
  const cargo = x.c.cargo.map((one) => addCargo(x, one, columns));
  addHolds(x, { ...columns, cargo });
  return cargo;
};

const addCargo = ({ m, q, c, price }: Context, { name, option, need_t, price: line, vehicles: on }: CargoCase, { options, vehicles }: Columns): CargoColumns => {
  const { inService, idle } = options[option]!;
  const loaded = on.map((v) => q.map((quarter, t) => (vehicles[v]!.launch[t] === null ? null : m.column({ name: `loaded_${name}_${c.vehicles[v]!.name}_${quarter}`, cost: price.cargo(line, t) }))));
  const kept = q.map((quarter) => m.column({ name: `kept_${name}_${quarter}` }));
  q.forEach((quarter, t) => {
    const arriving = loaded.flatMap((column, i) => one(column[t]!, -c.vehicles[on[i]!]!.reliability));
    m.equal(`keep_${name}_${quarter}`, [[kept[t]!, 1], ...(t === 0 ? [] : one(kept[t - 1]!, -1)), ...arriving, [inService[t]!, need_t], [idle![t]!, -need_t]], 0);
  });
  return { loaded, kept };
};

/** Mass and volume of the vehicles that may carry cargo. */
const addHolds = ({ m, q, c }: Context, { options, vehicles, cargo }: Columns & { readonly cargo: readonly CargoColumns[] }): void => {
  c.vehicles.forEach(({ name, hold }, v) => {
    if (c.cargo.every((one) => !one.vehicles.includes(v))) return;
    const aboard = (t: number, unit: (o: number) => number, each: (k: CargoCase) => number): readonly Term[] => [
      ...waysOf(c).flatMap(({ way, o, w }) => (way.launch?.vehicle === v ? one(options[o]!.bought[w]![t]!, unit(o)) : [])),
      ...c.cargo.flatMap((k, i) => (k.vehicles.includes(v) ? one(cargo[i]!.loaded[k.vehicles.indexOf(v)]![t]!, each(k)) : [])),
    ];
    q.forEach((quarter, t) => {
      const launch = vehicles[v]!.launch[t]!;
      if (launch === null) return;
      m.atMost(`mass_${name}_${quarter}`, [...aboard(t, (o) => c.options[o]!.unit.mass_kg! / 1000, (k) => k.hold.t), [launch, -hold.mass_t]], 0);
      m.atMost(`volume_${name}_${quarter}`, [...aboard(t, (o) => c.options[o]!.unit.volume_m3!, (k) => k.hold.m3), [launch, -hold.volume_m3]], 0);
    });
  });
};
