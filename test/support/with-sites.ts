import type { Scenario } from "../../src/scenario/index.ts";
import { sizeSites, type Sizing } from "../../src/size/index.ts";

/** A sizing made by hand, with the scenario's ground sites as `size` has them. */
export const withSites = (scenario: Scenario, sizing: Sizing): Sizing => ({ ...sizing, sites: sizeSites(scenario) });
