/**
 * Phases of a site as a market leaves them: which of them its power by quarter is of, and when their works may begin.
 *
 *   1. a site-permit that blocks lets no works begin before it clears; of a phase that a gate moves here, none before it is moved
 *   2. megawatts that come online in a quarter are of the phases written to be online by then that had none before, by their power; later ones add to the last of them
 */
import { idList, type Scenario } from "../scenario/index.ts";
import { formatQuarter } from "../units/index.ts";
import type { ResolvedGate } from "./gates.ts";
import type { SiteAccess, SiteAccessPhase } from "./market-record.ts";
import type { Context } from "./takings.ts";

type Site = Scenario["ground"]["sites"][number];

/** (1): the site's own phases, none where its permit is refused for good, then those that gates move to it. */
export const phasesThere = ({ scenario, gates }: Pick<Context, "scenario" | "gates">, site: Site): readonly SiteAccessPhase[] => {
  const permit = permitQuarter(gates, site);
  const own = (permit === Infinity ? [] : site.phases).map(({ id, power_MW, online_quarter, begin_quarter }): SiteAccessPhase => ({ id, power_MW, online_quarter, begin_quarter: later([permit, permit === null ? begin_quarter : begin_quarter ?? worksBegin(site)]) }));
  const moved = gates.flatMap(({ gate, instead }) => {
    if (instead?.what !== `site/${site.id}`) return [];
    const from = Math.ceil(instead.from);
    if (from === Infinity) return [];
    const others = scenario.ground.sites.filter(({ id }) => idList(gate.holds).includes(`site/${id}`));
    return others.flatMap((other) => other.phases.map((phase): SiteAccessPhase => ({ id: `${other.id}/${phase.id}`, power_MW: phase.power_MW, online_quarter: Math.max(phase.online_quarter, from), begin_quarter: later([from, worksBegin(site)]) })));
  });
  return [...own, ...moved];
};

const worksBegin = ({ plant }: Site): number | null => (plant === null ? null : plant.works.begin_quarter);

const later = (quarters: readonly (number | null)[]): number | null => quarters.reduce((last, one) => (last === null || one === null ? last ?? one : Math.max(last, one)), null);

/** First quarter that every permit leaves open; infinite where one is refused for good, null without any. */
const permitQuarter = (gates: readonly ResolvedGate[], site: Site): number | null => {
  const permits = gates.filter(({ gate }) => gate.kind === "site-permit" && gate.effect === "block" && idList(gate.holds).includes(`site/${site.id}`));
  return permits.reduce<number | null>((last, { windows }) => later([last, ...windows.closed.map(({ to }) => Math.ceil(to - 1e-9))]), null);
};

/** (2). */
export const phasesOf = ({ online_MW, phases }: SiteAccess, quarters: readonly number[]): Site["phases"] => {
  const parts = new Map<string, number>();
  let online = 0;
  return quarters.flatMap((quarter, i) => {
    const added = online_MW[i]! - online;
    online = online_MW[i]!;
    if (!(added > 0)) return [];
    const due = phases.filter((phase) => phase.online_quarter <= quarter && phase.power_MW > 0);
    const fresh = due.filter(({ id }) => !parts.has(id));
    const takers = fresh.length > 0 ? fresh : due.slice(-1);
    const all = takers.reduce((sum, { power_MW }) => sum + power_MW, 0);
    // Power that a capacity gives beside the written phases is of none of them.
    if (takers.length === 0) return [{ id: `from-${formatQuarter(quarter)}`, online_quarter: quarter, power_MW: added, begin_quarter: null }];
    return takers.map(({ id, power_MW, begin_quarter }) => {
      const part = (parts.get(id) ?? 0) + 1;
      parts.set(id, part);
      return { id: part === 1 ? id : `${id}-${part}`, online_quarter: quarter, power_MW: (added * power_MW) / all, begin_quarter };
    });
  });
};
