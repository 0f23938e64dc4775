/** Days of jobs of a scenario, with the journal beside them. */
import { fly, type Flight } from "../../../src/fly/index.ts";
import { serveJobs, type JobsPorts } from "../../../src/run/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";
import { serve, stationRain, type Service, type Simulated } from "../../../src/serve/index.ts";
import { size, type Sizing } from "../../../src/size/index.ts";

export interface Days {
  readonly service: Service;
  readonly simulated: Simulated;
  readonly journal: string;
}

export interface Stages {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Service;
}

/** The stages up to `serve`. */
export const stagesOf = async (scenario: Scenario): Promise<Stages> => {
  const sizing = size(scenario);
  const flight = await fly(scenario, sizing);
  return { sizing, flight, service: serve(scenario, { sizing, flight, rain: await stationRain(scenario) }) };
};

/** The days of jobs on top of them. */
export const daysOf = async (scenario: Scenario, stages: Stages, ports: JobsPorts = {}): Promise<Days> => {
  const pieces: string[] = [];
  const service = await serveJobs(scenario, stages, { journal: (text) => pieces.push(text), ...ports });
  return { service, simulated: service.simulated!, journal: pieces.join("") };
};

/** A hall of six racks beside four satellites of one rack, in an orbit with a shadow each turn; chat, batch and one run of training. */
export const TWO_TIER = `
dawndusk: 1
name: two small tiers
horizon: { start: 2027-Q1, years: 1 yr }
demand:
  classes:
    - { id: chat, kind: interactive, power: 200 kW }
    - { id: work, kind: batch, power: 300 kW, deferralMax: 12 h }
    - { id: train, kind: training, power: 120 kW }
ground:
  sites:
    - id: texas
      site: stargate-abilene
      server: gb200-nvl72
      phases: [{ id: hall, online: 2027-Q1, power: 1 MW }]
      plant: { climate: dallas-2020, cooling: liquid-dry, outages: [{ id: storm, holds: "grid, backup", from: "2027-02-02T06:00Z", duration: 5 h }] }
orbit:
  altitude: 650 km
  ltan: 12 h
  factoryRate: 4 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class, eclipse: ride-through }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
network: { relayRate: 1 Gb/s }
simulate: { days: 2, start: 2027-02-01 }
serve: { start: 2027-02-01, days: 2, platforms: 4, jobs: { length: 1.5 h, spread: 1 }, placement: orbit-first }
`;
