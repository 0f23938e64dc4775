import type { Template } from "./template.ts";

export const orbitOnly: Template = {
  name: "orbit-only",
  about: "A dawn-dusk shell of single-rack satellites.",
  text: `dawndusk: 1
name: Orbit only
note: Single-rack satellites on a dawn-dusk orbit serve a batch demand.

horizon:
  start: 2027-Q1
  years: 10 yr

demand:
  classes:
    - id: batch
      kind: batch
      power: 5 MW
      deferralMax: 24 h

orbit:
  type: sun-synchronous
  altitude: 650 km
  ltan: 18 h
  factoryRate: 50 1/yr
  platform:
    server: gb200-nvl72
    servers: 1

launch:
  vehicles:
    - {id: falcon, vehicle: falcon-9}
`,
};
