/** Some days of demand as jobs: what each class got on each tier, what it cost, why it waited, and what the pools gave. */
import type { ServiceTier, Simulated, SimulatedClass } from "../../serve/index.ts";
import { formatQuarter, HOUR_S } from "../../units/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

/** None where no days were simulated. */
export const jobTables = (simulated: Simulated | null): readonly Table[] => (simulated === null ? [] : [jobTable(simulated)]);

export const jobDetailTables = (simulated: Simulated | null): readonly Table[] => (simulated === null ? [] : [jobCostTable(simulated), ...creditTables(simulated), waitTable(simulated), poolTable(simulated), ...jobLinkTables(simulated), ...(simulated.splits.length === 0 ? [] : [splitTable(simulated)])]);

const highest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);

const daysText = ({ days, start_utc, quarter, placement, seed }: Simulated): string =>
  `${formatFigure(days)} ${days === 1 ? "day" : "days"} from ${start_utc}, demand and sites of ${formatQuarter(quarter)}, placement ${placement}, seed ${seed}.`;

const share = (part: number | null): string => (part === null ? "-" : formatPercent(part));

const unservedOf = ({ late_usd, shed_usd, overdue_usd }: SimulatedClass): readonly number[] => [late_usd, shed_usd, overdue_usd].filter((usd) => usd !== null);

/** Energy of work wanted and done, by tier. */
export const jobTable = (simulated: Simulated): Table => {
  const { classes } = simulated;
  const energy = scaleFor(highest(classes.map((c) => c.wanted_Wh)), "Wh");
  const money = scaleFor(highest(classes.map((c) => highest(unservedOf(c)))), "$");
  const it = (name: string) => numberColumn(name, energy.unit);
  return {
    id: "jobs", title: "Jobs by class",
    columns: [wordColumn("class"), numberColumn("jobs", ""), it("wanted"), it("ground"), it("orbit"), it("delivered"), it("deferred"), it("shed"), numberColumn("on time", ""), numberColumn("late", ""), numberColumn("mean wait", "h"), numberColumn("p95", "h"), numberColumn("late", money.unit), numberColumn("shed", money.unit), numberColumn("overdue", money.unit)],
    rows: classes.map((c) => [
      c.id, c.jobs, ...[c.wanted_Wh, c.computed_Wh.ground, c.computed_Wh.orbit, c.delivered_Wh.ground + c.delivered_Wh.orbit, c.deferred_Wh, c.shed_Wh].map((Wh) => Wh / energy.divisor), share(c.slo_frac), c.late, c.meanWait_s / HOUR_S, c.p95Wait_s / HOUR_S, ...[c.late_usd, c.shed_usd, c.overdue_usd].map((usd) => (usd === null ? null : usd / money.divisor)),
    ]),
    note: `${daysText(simulated)} Work in energy of IT. Ground, orbit: computed there and kept; delivered: of that, what was where it is wanted, outputs down; deferred: not computed at the end; shed: given up. On time: of jobs whose time was up, output down. In dollars, by the class's shortfallPrice: an hour late as an hour unserved; what was shed; what was due and not there.`,
  };
};

const TIERS: readonly ServiceTier[] = ["ground", "orbit"];

/** Money, data and carbon of each class on each tier where it ran. */
export const jobCostTable = ({ classes }: Simulated): Table => {
  const all = classes.flatMap((c) => TIERS.filter((tier) => c.run_Wh[tier] > 0).map((tier) => ({ c, tier })));
  const data = scaleFor(highest(all.map(({ c, tier }) => Math.max(c.moved_B[tier], c.queued_B[tier]))), "B");
  const money = scaleFor(highest(all.map(({ c, tier }) => highest([c.cost[tier].energy_usd, c.cost[tier].data_usd, c.cost[tier].rent_usd]))), "$");
  const tokens = classes.some((c) => c.usd_per_Mtoken.ground !== null || c.usd_per_Mtoken.orbit !== null);
  const usd = (name: string) => numberColumn(name, money.unit);
  const row = ({ c, tier }: { readonly c: SimulatedClass; readonly tier: ServiceTier }): readonly Cell[] => [
    c.id, tier, c.moved_B[tier] / data.divisor, c.queued_B[tier] / data.divisor, c.cost[tier].energy_usd / money.divisor, c.cost[tier].data_usd / money.divisor, c.cost[tier].rent_usd / money.divisor, c.cost[tier].carbon_kg / 1000,
    share(c.useful_frac[tier]), c.usd_per_accelerator_h[tier], ...(tokens ? [c.usd_per_Mtoken[tier]] : []),
  ];
  return {
    id: "job-costs", title: "What the jobs cost",
    columns: [wordColumn("class"), wordColumn("tier"), numberColumn("moved", data.unit), numberColumn("waits", data.unit), usd("energy"), usd("data"), usd("rent"), numberColumn("carbon", "t"), numberColumn("work kept", ""), numberColumn("running cost", "$/GPU-h"), ...(tokens ? [numberColumn("running cost", "$/Mtoken")] : [])],
    rows: all.map(row),
    note: `Energy of the hours in which they ran, data between orbit and the ground, rent where serve.groundRent or orbitRent is written: what an hour of work adds, and no capital: \`finance\` tells what it costs with it. Moved: sent by links in the days, and paid; waits: handed to them and not sent by the end${neverText(all.map(({ c, tier }) => c.never_B[tier]))}. Running cost over accelerator-hours and tokens of work computed, less what waits to come down.`,
  };
};

const neverText = (never_B: readonly number[]): string => {
  const all_B = never_B.reduce((a, b) => a + b, 0);
  const { divisor, unit } = scaleFor(all_B, "B");
  return all_B === 0 ? "" : `, ${formatFigure(all_B / divisor)} ${unit} of it never`;
};

/** One training run over both tiers. */
export const splitTable = ({ splits }: Simulated): Table => ({
  id: "splits", title: "One training run over both tiers",
  columns: [wordColumn("class"), wordColumn("model"), numberColumn("ground", "EFLOP/s"), numberColumn("orbit", "EFLOP/s"), numberColumn("gradients", "GB"), numberColumn("link", "Gb/s"), numberColumn("ground alone", "s"), numberColumn("compute", "s"), numberColumn("exchange", "s"), numberColumn("step", "s"), numberColumn("speed", ""), numberColumn("at most", ""), numberColumn("breaks even at", "Gb/s"), numberColumn("or every", "steps")],
  rows: splits.map((s) => [s.class, s.model, s.ground_PFLOP_per_s / 1000, s.orbit_PFLOP_per_s / 1000, s.payload_GB, s.link_Gbps, s.alone_s, s.compute_s, s.exchange_s, s.step_s, s.gain, s.most, s.breakEven_Gbps, s.localSteps]),
  note: "All servers of both tiers at dense BF16 on one synchronous run, gradients summed over the mean link between the tiers once a step. Speed: over the ground alone. It breaks even at that link, or where gradients are summed that seldom, if a step between sums is worth a step; no link does where latency alone takes longer than what orbit saves of a step.",
});

const MOST_WAITS = 12;

/** What held jobs back, the most first. */
export const waitTable = ({ waits, classes }: Simulated): Table => {
  const stopped = classes.flatMap((c) => Object.entries(c.requeues).map(([cause, times]) => `${c.id} ${formatFigure(times)} x ${cause}`));
  return {
    id: "waits", title: "Why jobs waited",
    columns: [wordColumn("class"), wordColumn("for"), numberColumn("waited", "job-h"), numberColumn("share", "")],
    rows: waits.slice(0, MOST_WAITS).map((wait) => [wait.class, wait.reason, wait.job_h, formatPercent(wait.share_frac)]),
    note: `Looked at every quarter of an hour, in the place that was nearest to taking the job.${stopped.length === 0 ? "" : ` Stopped and begun again: ${stopped.join(", ")}.`}`,
  };
};

/** What sites and places gave. */
export const poolTable = ({ pools, outages, node_W }: Simulated): Table => {
  const energy = scaleFor(highest(pools.map((pool) => pool.energy_Wh)), "Wh");
  const data = scaleFor(highest(pools.map((pool) => pool.into_B + pool.out_B + pool.queued_B)), "B");
  const away = outages.map(({ tier, cause, count, node_h }) => `${tier} ${cause} ${formatFigure(count)} times, ${formatFigure(node_h)} node-h`);
  return {
    id: "job-pools", title: "What sites and places gave",
    columns: [wordColumn("pool"), wordColumn("tier"), numberColumn("nodes", ""), numberColumn("supplied", ""), numberColumn("used", ""), numberColumn("energy", energy.unit), numberColumn("in", data.unit), numberColumn("out", data.unit), numberColumn("waits", data.unit)],
    rows: pools.map((pool) => [pool.id, pool.tier, pool.nodes, formatPercent(pool.supplied_frac), formatPercent(pool.used_frac), pool.energy_Wh / energy.divisor, pool.into_B / data.divisor, pool.out_B / data.divisor, pool.queued_B / data.divisor]),
    note: `A node is ${formatFigure(node_W / 1000)} kW of IT. Supplied: node-hours with light, heat room and power for it, before failures.${away.length === 0 ? "" : ` Away: ${away.join("; ")}.`}`,
  };
};

const FEE_BY = { price: "price", shortfallPrice: "shortfallPrice", none: "nothing: finance.computePrice is none" } as const;

/** What classes give back of their fees; none where none promises it. */
const creditTables = ({ credits, days }: Simulated): readonly Table[] => (credits.length === 0 ? [] : [{
  id: "job-credits", title: "What is given back for work that was late",
  columns: [wordColumn("class"), numberColumn("jobs judged", ""), numberColumn("on time", ""), numberColumn("from", ""), numberColumn("to", ""), numberColumn("credit", ""), numberColumn("fee", "$"), numberColumn("given back", "$"), wordColumn("fee by")],
  rows: credits.map((one) => [one.class, one.judged, one.slo_frac === null ? "not measured" : formatPercent(one.slo_frac), share(one.low_frac), share(one.high_frac), share(one.credit_frac), one.fee_usd, one.credit_usd, FEE_BY[one.priceOf]]),
  note: `By demand.classes.sloCredits, over ${formatFigure(days)} days; jobs judged: those whose time was up; from, to: 95 % interval of the share on time by their number, as if jobs were late apart from each other. Fee: work delivered at what the class earns. The plan and the cash of \`finance\` take the same share off what the class earns in every quarter.`,
}]);

/** What stations had for the platforms; none without stations. */
const jobLinkTables = ({ links }: Simulated): readonly Table[] => {
  if (links === null || links.stations.length === 0) return [];
  const data = scaleFor(highest([...links.stations.map(({ room_B }) => room_B), links.relay_B]), "B");
  return [{
    id: "job-links", title: "What stations had for the platforms",
    columns: [wordColumn("station"), numberColumn("in reach", ""), numberColumn("of that closed", ""), numberColumn("room each way", data.unit)],
    rows: [...links.stations.map(({ id, reached_frac, closed_frac, room_B }): readonly Cell[] => [id, formatPercent(reached_frac), share(closed_frac), room_B / data.divisor]), ...(links.relay_B === 0 ? [] : [["relay", "", "", links.relay_B / data.divisor]])],
    note: `Over ${formatFigure(links.days)} days, a day beyond those of the jobs. In reach of some platform; closed by weather (network.downlink) or failure (network.stations.*.up); one antenna each, shared out among all platforms. What jobs moved of it stands above.`,
  }];
};
