import type { Template } from "./template.ts";

export const groundOnly: Template = {
  name: "ground-only",
  about: "One data centre on the ground: the denominator of every comparison.",
  text: `dawndusk: 1
name: Ground only
note: One ground site serves an inference demand.

horizon:
  start: 2027-Q1
  years: 10 yr

demand:
  classes:
    - id: chat
      kind: interactive
      power: 50 MW
      growth: 20 %/yr

ground:
  sites:
    - id: abilene
      site: stargate-abilene
      phases:
        - {id: first, online: 2027-Q1, power: 100 MW}
        - {id: second, online: 2028-Q3, power: 200 MW}
`,
};
