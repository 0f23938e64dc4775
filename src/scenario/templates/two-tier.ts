import type { Template } from "./template.ts";

export const twoTier: Template = {
  name: "two-tier",
  about: "A data centre on the ground beside a dawn-dusk shell in orbit, for one inference class.",
  text: `dawndusk: 1
name: Ground and dawn-dusk orbit
note: One ground site and one shell of single-rack satellites serve the same inference demand.

horizon:
  start: 2027-Q1        # first quarter that is planned and paid for
  years: 10 yr

demand:
  classes:
    - id: chat
      kind: interactive
      power: 50 MW      # mean IT power; or weeklyUsers, or tokens
      growth: 20 %/yr
      latencyMax: 400 ms

ground:
  sites:
    - id: abilene
      site: stargate-abilene
      phases:
        - {id: first, online: 2027-Q1, power: 100 MW}
        - {id: second, online: 2028-Q3, power: 200 MW}

orbit:
  type: sun-synchronous
  altitude: 650 km
  ltan: 18 h            # dawn-dusk
  firstLaunch: 2028-Q1
  factoryRate: 200 1/yr # platforms a year
  platform:
    server: gb200-nvl72
    servers: 1

launch:
  vehicles:
    - {id: falcon, vehicle: falcon-9}
    - {id: starship, vehicle: starship-v3-claimed, available: 2028-Q1}

network:
  stations:
    - {id: svalbard, station: ksat-svalbard}
    - {id: alaska, station: aws-alaska}
`,
};
