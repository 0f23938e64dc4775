/** What a book is made of, from a run and the scenario it was asked with: the scenario as it was planned, and the records put beside their terms. */
import { bookOf, type Book, type BookSource } from "../book/index.ts";
import { joinAlike, stackOf } from "../capital/index.ts";
import { enactDeals } from "../deals/index.ts";
import { flowsOf, fundingCaseOf, paymentsOf, taxClassOf } from "../finance/index.ts";
import { gateOutcomes, hasMarket, openMarket, withAccess } from "../market/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Run } from "./run.ts";
import { settledTerms } from "./with-deals.ts";
import { gateQuarters } from "./with-market.ts";

/** The book of a run, for the scenario that it was asked with; null where it has no statement: finance was not reached, or no plan holds. */
export const runBook = (asked: Scenario, run: Run): Book | null => {
  const source = bookSource(asked, run);
  return source === null ? null : bookOf(source);
};

export const bookSource = (asked: Scenario, run: Run): BookSource | null => {
  const { finance, plan } = run;
  if (finance === null || plan === null || finance.statement === null) return null;
  const settled = settledTerms(asked);
  const market = hasMarket(settled) ? openMarket(settled) : null;
  const scenario = market === null ? settled : withAccess(settled, market.views[0]!);
  const lines = run.market === null || run.market.settlement === null ? [] : run.market.settlement.ledger.filter(({ actor }) => actor === run.market!.self);
  const flows = flowsOf(scenario, { plan, market: lines });
  return {
    scenario, plan, finance, statement: finance.statement, flows,
    terms: flows.flows.map((flow) => ({ payments: paymentsOf(scenario, flow), taxClass: taxClassOf(scenario, flow) })),
    optionTerms: (id, item) => {
      const { tier, launchedOn } = plan.options.find((option) => option.id === id)!;
      return { payments: paymentsOf(scenario, { tier, item, kind: "purchase", ordered: false }), taxClass: taxClassOf(scenario, { launched: launchedOn !== null, item, kind: "purchase" }) };
    },
    funding: fundingOf(scenario, run),
    deals: dealsIn(settled, run),
  };
};

const fundingOf = (scenario: Scenario, { finance, market }: Run): BookSource["funding"] => {
  if (scenario.capital === null || finance === null || finance.funding === null || finance.statement === null) return null;
  const gates = gateQuarters(market === null ? [] : market.gates);
  const stack = stackOf(scenario.capital, { quarters: finance.statement.quarters, gates });
  return { stack, joined: joinAlike(stack), business: fundingCaseOf(scenario, finance.statement), result: finance.funding };
};

const dealsIn = (scenario: Scenario, { deals }: Run): BookSource["deals"] => {
  const done = deals === null ? null : enactDeals(scenario, gateOutcomes(scenario));
  return deals === null || done === null ? null : { result: deals, history: done.history, whole: done.agreement.shares === "whole" };
};
