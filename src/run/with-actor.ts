/** Lines of an actor's stages under its name: a stage knows of no market, and says `own`. */
import type { Flight } from "../fly/index.ts";
import type { FootprintRecord } from "../footprint/index.ts";
import type { LedgerLine } from "../ledger/index.ts";
import type { Plan, PlanOption } from "../plan/index.ts";
import type { Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";

/** The records that have lines. */
interface Stages {
  readonly sizing: Sizing | null;
  readonly flight: Flight | null;
  readonly service: Service | null;
  readonly plan: Plan | null;
  readonly footprint: FootprintRecord | null;
}

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
