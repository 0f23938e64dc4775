import { load, type Scenario } from "../../src/scenario/index.ts";

const FILE = "scenario.yaml";

/** The scenario that a YAML text stands for, with `--set` changes. Throws with all its problems. */
export const scenarioOf = (yaml: string, ...set: readonly string[]): Scenario => load({ path: FILE, files: { read: (path) => (path === FILE ? yaml : undefined) }, set });

/** A rack of 120 kW at 650 km, dawn-dusk, with a building of its own on the ground: enough for every stage. */
export const RACK = `
dawndusk: 1
name: rack
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW, deferralMax: 12 h }] }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
`;
