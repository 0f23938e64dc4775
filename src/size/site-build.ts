/**
 * When a site's phases can have power.
 *
 *   1. works of each phase, side by side: ground, then shell; electrical and cooling plant from halfway through the shell; fit-out after the shell; IT when all are done
 *   2. generation: order and lead time; it counts for what its units give
 *   3. grid: request, wait (queue-wait.ts), ramp to the limit
 *   3a. a solar field or a battery is nothing firm; where grid and generation never carry all, what they do not carry waits for both of them, by order and lead time
 *   4. online_q = what the phases whose works have ended add up to by quarter q, or less where firm power is not there yet.
 *      What grid and generation will never give is no matter of dates: the typical year has it
 *   5. a phase is late where its quarter comes before all that is online by then has its power
 *
 * Months are twelfths of a Julian year, quarters three of them. A date that the scenario does not give holds nothing back.
 */
import { connectionRamp_frac } from "../physics/index.ts";
import { formatNumber, formatQuarter } from "../units/index.ts";
import type { Plant, Site } from "./site-climate.ts";
import type { PowerSource, SitePhase, SiteWork } from "./site-sizing.ts";

const MONTHS_PER_QUARTER = 3;
/** Rounding of months to quarters must not make a phase late. */
const SLACK_MONTH = 1e-6;
const SLACK_FRAC = 1e-9;
/** How far ahead a late phase is looked for. */
const SOUGHT_QUARTERS = 200;

/** Equation 1. */
export const siteWorks = ({ works }: Plant): readonly SiteWork[] => {
  const shell = works.land_month + works.shell_month;
  const half = works.land_month + works.shell_month / 2;
  const electrical = half + works.electrical_month;
  const cooling = half + works.cooling_month;
  const fitOut = shell + works.fitOut_month;
  const it = Math.max(electrical, cooling, fitOut);
  return [
    { work: "land", begins_month: 0, ends_month: works.land_month },
    { work: "shell", begins_month: works.land_month, ends_month: shell },
    { work: "electrical", begins_month: half, ends_month: electrical },
    { work: "cooling", begins_month: half, ends_month: cooling },
    { work: "fit-out", begins_month: shell, ends_month: fitOut },
    { work: "it", begins_month: it, ends_month: it + works.it_month },
  ];
};

/** A phase before anything is said of what runs in it. */
export type DatedPhase = Omit<SitePhase, "it_MW">;

export interface SiteDates {
  readonly phases: readonly DatedPhase[];
  /** Site power that can run, by quarter. */
  readonly online_MW: readonly number[];
  /** Phases that come later than they are written, each with why and when. */
  readonly late: readonly string[];
}

export interface DatesInputs {
  readonly sources: readonly PowerSource[];
  readonly quarters: readonly number[];
  /** From request to first power of the grid; null without a plant. */
  readonly wait_month: number | null;
}

/** All phases, what is online in each of the quarters, and what is late. */
export const siteDates = (site: Site, { sources, quarters, wait_month }: DatesInputs): SiteDates => {
  const works = site.plant === null ? [] : siteWorks(site.plant);
  const lead_months = works.reduce((last, work) => Math.max(last, work.ends_month), 0);
  const held = site.plant === null || wait_month === null ? null : { plant: site.plant, sources, lead_months, wait_month };
  const online = (quarter: number): Online => onlineIn(site, { held, quarter });
  const phases = site.phases.map((phase): DatedPhase => ({
    id: phase.id, power_MW: phase.power_MW, works, lead_months, begin_quarter: site.plant === null ? null : beginOf(site.plant, phase),
    online_quarter: phase.online_quarter, ready_quarter: readyQuarter(online, { wanted_MW: writtenBy(site, phase.online_quarter), from: phase.online_quarter }),
    binds: held === null ? "as written" : online(phase.online_quarter).binds,
  }));
  return { phases, online_MW: quarters.map((quarter) => online(quarter).power_MW), late: phases.flatMap((phase) => lateText(phase, { online, wanted_MW: writtenBy(site, phase.online_quarter), lead_months: held === null ? null : lead_months, phases })) };
};

interface Held {
  readonly plant: Plant;
  readonly sources: readonly PowerSource[];
  readonly lead_months: number;
  readonly wait_month: number;
}

interface Online {
  readonly power_MW: number;
  readonly binds: string;
}

const writtenBy = ({ phases }: Site, quarter: number): number => phases.reduce((sum, phase) => (phase.online_quarter <= quarter ? sum + phase.power_MW : sum), 0);

const isAll = (power_MW: number, wanted_MW: number): boolean => power_MW >= wanted_MW * (1 - SLACK_FRAC);

/** Equation 4. */
const onlineIn = (site: Site, { held, quarter }: { readonly held: Held | null; readonly quarter: number }): Online => {
  const wanted_MW = writtenBy(site, quarter);
  if (held === null) return { power_MW: wanted_MW, binds: "as written" };
  const { plant, lead_months } = held;
  const built_MW = site.phases.reduce((sum, phase) => (phase.online_quarter <= quarter && isBuilt(beginOf(plant, phase), { lead_months, quarter }) ? sum + phase.power_MW : sum), 0);
  const [there_MW, ever_MW] = [powerThere(held, quarter), powerThere(held, Infinity)];
  if (!isAll(there_MW, Math.min(built_MW, ever_MW))) return { power_MW: there_MW, binds: "power" };
  if (!isAll(ever_MW, built_MW) && !leansOn(plant, quarter)) return { power_MW: there_MW, binds: "field or battery" };
  return { power_MW: built_MW, binds: built_MW < wanted_MW ? "works" : "its quarter" };
};

/** Equation 3a: whether field and battery, where there are any, are there. */
const leansOn = ({ solar, storage }: Plant, quarter: number): boolean => [solar, storage].every((one) => one === null || isThere(one, quarter));

/** Order and lead time. */
const isThere = ({ ordered_quarter: ordered, lead_month }: { readonly ordered_quarter: number | null; readonly lead_month: number }, quarter: number): boolean => ordered === null || months(ordered, quarter) + SLACK_MONTH >= lead_month;

/** Null where the scenario says nothing of it, so that works hold nothing. */
const beginOf = ({ works }: Plant, { begin_quarter }: Pick<Site["phases"][number], "begin_quarter">): number | null => begin_quarter ?? works.begin_quarter;

const isBuilt = (begin: number | null, { lead_months, quarter }: { readonly lead_months: number; readonly quarter: number }): boolean => begin === null || months(begin, quarter) + SLACK_MONTH >= lead_months;

/** First quarter in which so much is online; null where none is found. */
const readyQuarter = (online: (quarter: number) => Online, { wanted_MW, from }: { readonly wanted_MW: number; readonly from: number }): number | null => {
  for (let quarter = from; quarter <= from + SOUGHT_QUARTERS; quarter++) if (isAll(online(quarter).power_MW, wanted_MW)) return quarter;
  return null;
};

interface Lateness {
  readonly online: (quarter: number) => Online;
  readonly wanted_MW: number;
  readonly lead_months: number | null;
  readonly phases: readonly DatedPhase[];
}

const lateText = (phase: DatedPhase, { online, wanted_MW, lead_months, phases }: Lateness): readonly string[] => {
  const { id, online_quarter, ready_quarter, binds } = phase;
  if (lead_months === null || ready_quarter === online_quarter) return [];
  const begin = phases.reduce((last, one) => (one.online_quarter <= online_quarter && one.begin_quarter !== null ? Math.max(last, one.begin_quarter) : last), -Infinity);
  const why = binds === "works"
    ? `works begun in ${formatQuarter(begin)} take ${formatNumber(lead_months)} months, ${formatNumber(lead_months - months(begin, online_quarter))} more than there are`
    : `${formatNumber(online(online_quarter).power_MW)} MW of grid and generation by then, of ${formatNumber(wanted_MW)} MW${binds === "field or battery" ? ", and the solar field or the battery is not there yet" : ""}`;
  return [`phase "${id}" in ${formatQuarter(online_quarter)}: ${why}; all of it ${ready_quarter === null ? "never" : `from ${formatQuarter(ready_quarter)}`}`];
};

const months = (from_quarter: number, quarter: number): number => (quarter - from_quarter) * MONTHS_PER_QUARTER;

/** Firm power at the start of a quarter: equations 2 and 3. Sunlight counts for nothing firm. */
const powerThere = ({ plant, sources, wait_month }: Held, quarter: number): number => {
  const { queue } = plant;
  const waited = queue.requested_quarter === null ? Infinity : months(queue.requested_quarter, quarter) - wait_month;
  return sources.reduce((sum, source) => {
    if (source.kind === "solar") return sum;
    if (source.kind === "grid") return sum + source.power_MW * (waited === Infinity ? 1 : connectionRamp_frac(waited, queue.ramp_month));
    const unit = plant.generators.find(({ id }) => id === source.id)!;
    return isThere(unit, quarter) ? sum + source.power_MW : sum;
  }, 0);
};
