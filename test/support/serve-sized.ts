import type { Scenario } from "../../src/scenario/index.ts";
import { serve as serveStage, type ServeInput, type Service } from "../../src/serve/index.ts";
import { withSites } from "./with-sites.ts";

/** `serve` of a sizing made by hand, with the scenario's ground sites as `size` has them. */
export const serve = (scenario: Scenario, input: ServeInput): Service => serveStage(scenario, { ...input, sizing: withSites(scenario, input.sizing) });
