/** Books of small runs, for tests: a rack in orbit and one on the ground, that earns, pays tax and is paid late. */
import type { BookSource } from "../../src/book/index.ts";
import { finance } from "../../src/finance/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { bookSource, run, type Run } from "../../src/run/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { scenarioOf } from "../support/scenario.ts";

export const EARNING = `
dawndusk: 1
name: earning
horizon: { start: 2027-Q2, years: 5.75 yr }
demand: { classes: [{ id: work, kind: batch, power: { schedule: { 2027-Q2: 100 kW, 2029-Q1: 300 kW, 2030-Q3: 500 kW } }, price: 25 $/kWh, shortfallPrice: 30 $/kWh, deferralMax: 12 h }] }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q2, power: 1 MW }] }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
  target: { schedule: { 2027-Q2: 0, 2028-Q1: 1, 2030-Q1: 3 } }
  platform: { server: gb200-nvl72, servers: 1, array: rosa-blanket, bus: starlink-v2-mini-class }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
money: { escalation: { energy: 4 %/yr, launch: -3 %/yr } }
finance:
  tax: { federal: 21 %, state: 5 %, lossLimit: 80 % }
  workingCapital: { receivable: 45 d, payable: 30 d }
  reinvestment: 6 %/yr
`;

export const runOf = (scenario: Scenario): Promise<Run> => run(scenario, { solve: solveHighs });

export const earning = ({ more = "", set = [] }: { readonly more?: string; readonly set?: readonly string[] } = {}): Scenario => scenarioOf(`${EARNING}${more}`, ...set);

/** The same plan counted again under another scenario: what a book says whose assumptions are changed. */
export const countedAgain = (scenario: Scenario, made: Run): BookSource => {
  const counted = finance(scenario, { plan: made.plan!, sizing: made.sizing!, market: [], gates: {} });
  const source = bookSource(scenario, { ...made, finance: counted });
  if (source === null) throw new Error("no statement");
  return source;
};

