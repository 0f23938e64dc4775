/** How often: a share of counted cases with its interval, as the days of jobs tell theirs. */
export { chanceOf, type Chance } from "../../physics/index.ts";
