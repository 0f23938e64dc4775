/** Lines of an actor's stages under its name: a stage knows of no market, and says `own`. */
import type { LedgerLine } from "../ledger/index.ts";
import type { PlanOption } from "../plan/index.ts";
import type { Run } from "./run.ts";

type Stages = Pick<Run, "sizing" | "flight" | "service" | "plan" | "finance" | "footprint">;

/** The stages' records with every ledger line, and the lines of every option, under an actor's id. */
export const withActor = <T extends Stages>(stages: T, actor: string): T => {
  const named = (line: LedgerLine): LedgerLine => ({ ...line, actor });
  const { sizing, flight, service, plan, footprint } = stages;
  return {
    ...stages,
    sizing: sizing && { ...sizing, ledger: sizing.ledger.map(named), sites: sizing.sites.map((site) => ({ ...site, ledger: site.ledger.map(named) })) },
    flight: flight && { ...flight, ledger: flight.ledger.map(named) },
    service: service && { ...service, ledger: service.ledger.map(named) },
    plan: plan && { ...plan, ledger: plan.ledger.map(named), options: plan.options.map((option) => optionOf(option, named)) },
    footprint: footprint && { ...footprint, ledger: footprint.ledger.map(named) },
  };
};

const optionOf = (option: PlanOption, named: (line: LedgerLine) => LedgerLine): PlanOption =>
  ({ ...option, capital: option.capital.map((one) => ({ ...one, line: named(one.line) })), yearly: option.yearly.map(named) });
