/** A lab, a launcher that owns a rocket and two pads, and other customers, on one market. */
import type { Scenario } from "../../src/scenario/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

export const MARKET = `${RACK}
actors:
  - { id: lab, kind: ai-lab }
  - { id: launcher, kind: launcher }
  - { id: agency, kind: government }
market:
  self: lab
  capacities:
    - { id: f9, kind: launches, of: falcon-9, owner: launcher, rule: price, rate: 40 1/yr, price: 60 M$, cost: 20 M$ }
  contracts:
    - { id: missions, actor: agency, capacity: f9, rate: 8 1/yr, price: 110 M$, takeOrPay: 100 % }
    - { id: block, actor: lab, capacity: f9, rate: 4 1/yr, price: 70 M$, takeOrPay: 50 % }
  claims:
    - { id: spot, actor: lab, capacity: f9, rate: 12 1/yr, bid: 80 M$ }
    - { id: starlink, actor: launcher, capacity: f9, rate: 60 1/yr, bid: 65 M$ }
`;

export const marketOf = (...set: readonly string[]): Scenario => scenarioOf(MARKET, ...set);

/** The market with gates, each a line of YAML. */
export const gated = (gates: readonly string[], { base = MARKET, set = [] }: { readonly base?: string; readonly set?: readonly string[] } = {}): Scenario => scenarioOf(`${base}\ngates:\n${gates.map((gate) => `  - ${gate}`).join("\n")}\n`, ...set);
