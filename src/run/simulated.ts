/** The days of jobs that a scenario asks for, between the flight and the scheduler: what flies over them, what the sites give, and where they are told. */
import { fleetSupply, siteSupplies } from "../fly/index.ts";
import { journalEnd, journalHead, journalLines, type Policy, type ScheduleEvent, type State, type Step, type Supply } from "../schedule/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { jobsNodes, simulateJobs, simulatedQuarter, withSimulated, type GivenJobs, type JobsJournal, type Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import { jobsNetwork } from "./jobs-network.ts";

export interface JobsPorts {
  /** Takes the journal of the scheduler, a piece at a time. */
  readonly journal?: (text: string) => void;
  /** Jobs that were read from serve.workload. */
  readonly workload?: GivenJobs;
}

/** The service with its days of jobs, where the scenario asks for them; else as it was. */
export const serveJobs = async (scenario: Scenario, { sizing, service }: { readonly sizing: Sizing; readonly service: Service }, { journal, workload }: JobsPorts): Promise<Service> => {
  const { serve } = scenario;
  if (serve === null) return service;
  if (serve.workload !== "" && workload === undefined) throw new Error(`serve.workload: the jobs of "${serve.workload}" were not read: the command line reads the file, whoever calls run gives them as \`workload\``);
  // A day more than is simulated: what ends late still finds light, contacts and prices ahead.
  const window = { start_utc_s: serve.start_utc_s, days: serve.days + 1 };
  const { places } = jobsNodes(scenario, sizing, simulatedQuarter(service, serve));
  const fleet = sizing.platform === null || places.length === 0 ? null : fleetSupply(scenario, sizing.platform, { window, places: places.length });
  const told = journal === undefined ? null : journalOf(journal);
  const network = await jobsNetwork(scenario, { service, window, places });
  const simulated = simulateJobs(scenario, { service, sizing, fleet, network, sites: siteSupplies(scenario, sizing.sites, window), given: workload ?? null, journal: told });
  await told?.close();
  return withSimulated(service, simulated);
};

const journalOf = (write: (text: string) => void): JobsJournal & { readonly close: () => Promise<void> } => {
  let last: State | null = null;
  // The last line hashes all above it, so that they are kept as well as written.
  const above: string[] = [];
  const put = (text: string): void => {
    above.push(text);
    write(text);
  };
  return {
    head: (supply: Supply, policy: Policy) => put(journalHead(supply, policy)),
    event: (event: ScheduleEvent, step: Step) => put(journalLines(event, step)),
    end: (state) => {
      last = state;
    },
    close: async () => {
      if (last !== null) write(await journalEnd(last, above));
    },
  };
};
