/** Which satellites are linked: neighbours of the usual grid in a scenario's fleet, all of a few real ones. */
import { allPairs, gridNeighbours, type GridPlace, type GridPlanes, type LinkPair } from "../events/index.ts";
import { scenarioPlanes } from "../fly/index.ts";
import { julianDate } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { formatUtc } from "../units/index.ts";
import type { TrajectorySource } from "./trajectories.ts";

/** All pairs of so many real satellites are looked at; more need a choice. */
export const LINKED_MAX = 50;

/** Pairs of the satellites that are followed; none for the platform alone, and for real satellites all pairs of up to LINKED_MAX. */
export const linkedPairs = ({ trajectories, scenario, places }: Pick<TrajectorySource, "trajectories" | "scenario" | "places">): readonly LinkPair[] => {
  if (scenario === null) return trajectories.length <= LINKED_MAX ? allPairs(trajectories.length) : [];
  return places === null ? [] : gridAmong(places, fleetGrid(scenario));
};

/** A plane of the fleet: the grid of planes of its shell and height, which of the fleet's is the first there, and how many satellites of the fleet stand before its own. */
type FleetRow = { readonly grid: GridPlanes; readonly first: number; readonly before: number };

/** By plane, in the order of scenarioPlanes. */
const fleetGrid = (scenario: Scenario): readonly FleetRow[] => {
  const around = new Set(scenario.orbit?.fleet?.shells.filter(({ pattern }) => pattern === "walker-delta").map(({ id }) => id));
  const rows: (FleetRow & { readonly counts: number[]; readonly shell: string; readonly altitude_km: number })[] = [];
  let before = 0;
  for (const { shell, altitude_km, satellites } of scenarioPlanes(scenario, julianDate(formatUtc(scenario.simulate.start_utc_s)))) {
    const last = rows.at(-1);
    const beside = last?.shell === shell && last.altitude_km === altitude_km ? last : null;
    const counts = beside?.counts ?? [];
    counts.push(satellites);
    rows.push({ shell, altitude_km, counts, before, first: beside?.first ?? rows.length, grid: beside?.grid ?? { satellites: counts, closed: around.has(shell) } });
    before += satellites;
  }
  return rows;
};

/** Links of the grid between the places, each where it begins. */
const gridAmong = (places: readonly GridPlace[], rows: readonly FleetRow[]): readonly LinkPair[] => {
  const numberOf = ({ plane, satellite }: GridPlace): number => rows[plane]!.before + satellite;
  const indices = new Map(places.map((place, i) => [numberOf(place), i]));
  return places.flatMap(({ plane, satellite }, i) => {
    const { grid, first } = rows[plane]!;
    return gridNeighbours(grid, { plane: plane - first, satellite }).flatMap((to): readonly LinkPair[] => {
      const j = indices.get(numberOf({ plane: first + to.plane, satellite: to.satellite }));
      return j === undefined ? [] : [[i, j]];
    });
  });
};
