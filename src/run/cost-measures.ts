/** What a study measures of a whole run: besides the platform what it delivers, how late, and what compute costs. */
import type { Finance } from "../finance/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import { judgement, type Evaluation, type Measure, type Measured } from "../study/index.ts";
import { forOneFuture, run, type Run, type RunPorts } from "./run.ts";
import { exchangeShare, measuresWith, type LinksMeasured } from "./size-measures.ts";

type Row = readonly [Measure, (run: Run) => number | null];

const ROWS: readonly Row[] = [
  [{ key: "delivered_frac", name: "delivered in flight", unit: "frac", better: "high" }, ({ flight }) => flight?.delivered?.delivered_frac ?? null],
  [{ key: "latency_ms", name: "latency, 95 % of users", unit: "ms", better: "low" }, ({ service }) => latency_ms(service)],
  [{ key: "orbit_usd_per_kW_yr", name: "orbit", unit: "$/kW-yr", better: "low" }, ({ finance }) => finance?.orbit?.usd_per_kW_yr ?? null],
  [{ key: "orbit_usd_per_GPU_h", name: "orbit", unit: "$/GPU-h", better: "low" }, ({ finance }) => finance?.orbit?.usd_per_GPU_h ?? null],
  [{ key: "ground_usd_per_kW_yr", name: "ground", unit: "$/kW-yr", better: "low" }, ({ finance }) => finance?.ground?.usd_per_kW_yr ?? null],
  [{ key: "ratio", name: "orbit over ground", unit: "", better: "low" }, ({ finance }) => finance?.verdict.ratio ?? null],
  [{ key: "breakEvenLaunch_usd_per_kg", name: "break-even launch", unit: "$/kg", better: "high" }, ({ finance }) => breakEven(finance)],
];

const breakEven = (finance: Finance | null): number | null => finance?.verdict.breakEvenLaunch_usd_per_kg ?? null;

/** The longest of the classes that orbit may be asked for; null without any. */
const latency_ms = (service: Service | null): number | null => {
  const trips = (service?.classes ?? []).map(({ tier }) => tier.orbit.latency_ms).filter((ms) => ms > 0);
  return trips.length === 0 ? null : Math.max(...trips);
};

/** As flown, over the whole period; null where nothing was, or nothing is there to send to. */
const linksOf = ({ network }: Scenario, { flight, service }: Pick<Run, "flight" | "service">): LinksMeasured => ({
  sent_B_per_s: service === null || (flight?.summary ?? null) === null || (network.stations.length === 0 && network.relayRate_Gbps === 0) ? null : service.orbitLink_B_per_s,
  exchange_frac: exchangeShare((service?.classes ?? []).map(({ training }) => training)),
});

/** The whole pipeline, measured. Infeasible where the platform does not close or no plan meets the limits. */
export const costEvaluation = async (scenario: Scenario, ports: RunPorts): Promise<Evaluation> => {
  // Other actors' plans are not measured, and cost as much as one's own.
  const done = await run(forOneFuture({ ...scenario, rivals: {} }), ports);
  const broken = [...(done.sizing?.why ?? []), ...(done.plan?.status === "infeasible" ? done.plan.why : [])];
  const measures: readonly Measured[] = ROWS.map(([row, value]) => ({ ...row, value: value(done) }));
  return { ...judgement({ broken, unheld: done.sizing?.unheld ?? [] }), measures: [...(done.sizing === null ? [] : measuresWith(scenario, done.sizing, linksOf(scenario, done))), ...measures] };
};
