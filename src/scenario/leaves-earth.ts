import type { ScenarioFields } from "./table/index.ts";

type Orbit = NonNullable<ScenarioFields["orbit"]>;

/** Whether an orbit is none about the Earth: at L1, or about the Sun. */
export const leavesEarth = ({ type }: Pick<Orbit, "type">): boolean => type === "sun-earth-l1" || type === "heliocentric";
