/**
 * When a site's phases can have power.
 *
 *   1. works of the first phase: ground, then shell; electrical and cooling plant from halfway through the shell; fit-out after the shell; IT when all are done
 *   2. generation: order and lead time; it counts for what its units give
 *   3. grid: request, wait at the confidence asked, ramp to the limit
 *   4. a phase is late where its quarter comes before what it waits for
 *
 * Months are twelfths of a Julian year, quarters three of them. A date that the scenario does not give holds nothing back.
 */
import { connectionRamp_frac, connectionWait_month } from "../physics/index.ts";
import { formatNumber, formatQuarter } from "../units/index.ts";
import type { Plant, Site } from "./site-climate.ts";
import type { PowerSource, SitePhase, SiteWork } from "./site-sizing.ts";

const MONTHS_PER_QUARTER = 3;
/** Rounding of months to quarters must not make a phase late. */
const SLACK_MONTH = 1e-6;

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

/** All phases, and reasons for those that come too early. */
export const sitePhases = (site: Site, { sources, pueDesign }: { readonly sources: readonly PowerSource[]; readonly pueDesign: number }): { readonly phases: readonly SitePhase[]; readonly why: readonly string[] } => {
  const works = site.plant === null ? [] : siteWorks(site.plant);
  const lead_months = works.reduce((last, work) => Math.max(last, work.ends_month), 0);
  const why: string[] = [];
  let sum_MW = 0;
  const phases = site.phases.map((phase, i): SitePhase => {
    sum_MW += phase.power_MW;
    const held = site.plant === null ? { binds: "as written", reason: null } : phaseHeld(site.plant, { sources, sum_MW, quarter: phase.online_quarter, lead_months: i === 0 ? lead_months : 0 });
    if (held.reason !== null) why.push(`phase "${phase.id}" in ${formatQuarter(phase.online_quarter)}: ${held.reason}`);
    return { id: phase.id, power_MW: phase.power_MW, it_MW: phase.power_MW / pueDesign, works: i === 0 ? works : [], lead_months: i === 0 ? lead_months : 0, online_quarter: phase.online_quarter, binds: held.binds };
  });
  return { phases, why };
};

interface Held {
  readonly binds: string;
  readonly reason: string | null;
}

const phaseHeld = (plant: Plant, { sources, sum_MW, quarter, lead_months }: { readonly sources: readonly PowerSource[]; readonly sum_MW: number; readonly quarter: number; readonly lead_months: number }): Held => {
  const since = (from_quarter: number): number => (quarter - from_quarter) * MONTHS_PER_QUARTER;
  const begin = plant.works.begin_quarter;
  const short_month = begin === null ? 0 : lead_months - since(begin);
  if (short_month > SLACK_MONTH) return { binds: "works", reason: `works begun in ${formatQuarter(begin!)} take ${formatNumber(lead_months)} months, ${formatNumber(short_month)} more than there are` };
  const there_MW = powerThere(plant, { sources, since });
  if (there_MW < sum_MW * (1 - 1e-9)) return { binds: "power", reason: `${formatNumber(there_MW)} MW of grid and generation by then, of ${formatNumber(sum_MW)} MW` };
  return { binds: there_MW - sum_MW < short_month ? "power" : lead_months > 0 ? "works" : "power", reason: null };
};

/** Firm power by then: equations 2 and 3. Sunlight counts for nothing firm. */
const powerThere = (plant: Plant, { sources, since }: { readonly sources: readonly PowerSource[]; readonly since: (quarter: number) => number }): number => {
  const { queue } = plant;
  const waited = queue.requested_quarter === null ? Infinity : since(queue.requested_quarter) - connectionWait_month({ median_month: queue.wait_month, spread: queue.spread }, queue.confidence_frac);
  return sources.reduce((sum, source) => {
    if (source.kind === "solar") return sum;
    if (source.kind === "grid") return sum + source.power_MW * (waited === Infinity ? 1 : connectionRamp_frac(waited, queue.ramp_month));
    const unit = plant.generators.find(({ id }) => id === source.id)!;
    return unit.ordered_quarter === null || since(unit.ordered_quarter) >= unit.lead_month ? sum + source.power_MW : sum;
  }, 0);
};
