/** The field table: every field a scenario may have, one row each. */
import { group, list, number, optionalGroup, text, type Resolved } from "../field.ts";
import { actor } from "./actors.ts";
import { capital } from "./capital.ts";
import { deals } from "./deals.ts";
import { demand } from "./demand.ts";
import { finance } from "./finance.ts";
import { footprint } from "./footprint.ts";
import { gate } from "./gates.ts";
import { ground } from "./ground.ts";
import { horizon } from "./horizon.ts";
import { launch } from "./launch.ts";
import { market } from "./market.ts";
import { money } from "./money.ts";
import { network } from "./network.ts";
import { options } from "./options.ts";
import { orbit } from "./orbit.ts";
import { plan } from "./plan.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { uncertainty } from "./uncertainty.ts";

export const table = {
  dawndusk: number("1", { doc: "Version of this language: 1.", min: 1, max: 1, whole: true, feeds: [] }),
  name: text({ doc: "Title of the scenario.", fallback: "Untitled scenario" }),
  note: text({ doc: "What it is about, in a sentence or two.", fallback: "" }),
  horizon: group(horizon, { doc: "Which quarters are planned." }),
  money: group(money, { doc: "In which dollars." }),
  demand: group(demand, { doc: "What has to be computed." }),
  ground: group(ground, { doc: "Data centres on the ground." }),
  orbit: optionalGroup(orbit, { doc: "Data centres in orbit; left out, the scenario is ground only." }),
  launch: group(launch, { doc: "How platforms get there." }),
  network: group(network, { doc: "How data moves." }),
  plan: group(plan, { doc: "What the build-out seeks, and what money it has." }),
  finance: group(finance, { doc: "What capital costs." }),
  capital: optionalGroup(capital, { doc: "Who pays for the plan and for what else was promised: equity, debt, instalments, prepayments, and what each asks for." }),
  options: optionalGroup(options, { doc: "What can be decided now, later or never while prices move: value of waiting, of a pilot, of owning the rocket, of giving up, each from plans solved over what is uncertain." }),
  footprint: group(footprint, { doc: "Carbon and water of making, launching and running, and what the sky bears." }),
  uncertainty: group(uncertainty, { doc: "How distributions are read." }),
  serve: optionalGroup(serve, { doc: "Demand as jobs, run by the scheduler over some days on what both tiers give by the minute; left out, the replayed week stands alone." }),
  simulate: group(simulate, { doc: "The flown period." }),
  actors: list(actor, { doc: "Who competes for launches, factories and power, the scenario's own party among them.", max: 64 }),
  market: optionalGroup(market, { doc: "What they share, and how; left out, each vehicle's share of its launches is one's own." }),
  deals: optionalGroup(deals, { doc: "Shares of a launcher: who owns it, on which terms they are bought, what control costs, and what an exit pays; left out, there are none." }),
  gates: list(gate, { doc: "Permission and failure as dated events, each with what it holds and its fallback.", max: 128 }),
} as const;

/** Every field of a scenario, resolved: units in the names, catalogue figures and defaults filled in. */
export type ScenarioFields = Resolved<typeof table>;
