/** Which satellites are linked: neighbours of the usual grid in a scenario's fleet, all of a few real ones. */
import { allPairs, gridNeighbours, type GridPlanes, type LinkPair } from "../events/index.ts";
import { scenarioPlanes } from "../fly/index.ts";
import { julianDate } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { formatUtc } from "../units/index.ts";

/** All pairs of so many real satellites are looked at; more need a choice. */
export const LINKED_MAX = 50;

/** Pairs of a list of satellites, by name; none for the platform alone, and for real satellites all pairs of up to LINKED_MAX. */
export const linkedPairs = (satellites: readonly { readonly name: string }[], scenario: Scenario | null): readonly LinkPair[] => {
  if (scenario === null) return satellites.length <= LINKED_MAX ? allPairs(satellites.length) : [];
  const shells = shellsOf(scenario);
  const indices = new Map(satellites.map(({ name }, i) => [name, i]));
  return satellites.flatMap(({ name }, i) => neighboursOf(name, shells).flatMap((neighbour): readonly LinkPair[] => {
    const j = indices.get(neighbour);
    return j === undefined ? [] : [[i, j]];
  }));
};

/** Planes of one height of a shell; `first` is the number of the first among all planes of the shell. */
type Layer = GridPlanes & { readonly first: number };

/** Layers of each shell, in the order in which scenarioSatellites numbers their planes. */
const shellsOf = (scenario: Scenario): ReadonlyMap<string, readonly Layer[]> => {
  const around = new Set(scenario.orbit?.fleet?.shells.filter(({ pattern }) => pattern === "walker-delta").map(({ id }) => id));
  const shells = new Map<string, (Layer & { readonly satellites: number[]; readonly altitude_km: number })[]>();
  for (const { shell, altitude_km, satellites } of scenarioPlanes(scenario, julianDate(formatUtc(scenario.simulate.start_utc_s)))) {
    const layers = shells.get(shell) ?? [];
    shells.set(shell, layers);
    const last = layers.at(-1);
    if (last?.altitude_km === altitude_km) last.satellites.push(satellites);
    else layers.push({ first: last === undefined ? 1 : last.first + last.satellites.length, altitude_km, satellites: [satellites], closed: around.has(shell) });
  }
  return shells;
};

/** Names of the satellites to which one begins a link, from its own as scenarioSatellites writes it. */
const neighboursOf = (name: string, shells: ReadonlyMap<string, readonly Layer[]>): readonly string[] => {
  const [, shell, plane, satellite] = /^(.*) plane (\d+) satellite (\d+)$/s.exec(name) ?? [];
  const layer = shells.get(shell ?? "")?.findLast(({ first }) => first <= Number(plane));
  if (layer === undefined) return [];
  const place = { plane: Number(plane) - layer.first, satellite: Number(satellite) - 1 };
  return gridNeighbours(layer, place).map((to) => `${shell} plane ${layer.first + to.plane} satellite ${to.satellite + 1}`);
};
