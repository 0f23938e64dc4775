import type { Scenario } from "../scenario/index.ts";

/** Age at which platforms are flown: as written, or half their life. */
export const flownAge_yr = ({ age_yr }: Pick<Scenario["simulate"], "age_yr">, { life_yr }: Pick<NonNullable<Scenario["orbit"]>, "life_yr">): number => (age_yr === null ? life_yr / 2 : age_yr);
