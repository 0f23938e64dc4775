/** What flies over a scenario's period and what stands on the ground, as an app draws it: planes instead of satellites, so that a million of them are a few kilobytes. */
import { gridPairs, LINK_ALTITUDE_MIN_KM, type LinkPair } from "../events/index.ts";
import { flownOrbit, scenarioPlanes } from "../fly/index.ts";
import { shadowEdge, type CircularJ2 } from "../kernel/index.ts";
import { julianDate } from "../physics/index.ts";
import { entryOf, entryValue, leavesEarth, type Scenario } from "../scenario/index.ts";
import { orbitReasons } from "../size/index.ts";
import { ASTRONOMICAL_UNIT_KM, DAY_S, EARTH_RADIUS_KM, formatUtc, RADIANS_PER_DEGREE } from "../units/index.ts";

export interface SkyPlane {
  /** As shown: "shell-1 plane 3", or the scenario's name for the platform alone. */
  readonly name: string;
  readonly shell: string;
  /** Number of the plane's first satellite among all, from 0. */
  readonly first: number;
  /** Evenly spread from the orbit's argument of latitude on. */
  readonly satellites: number;
  readonly altitude_km: number;
  readonly inclination_deg: number;
  /** At the start. */
  readonly raan_deg: number;
  /** At `epoch_s`, km and radians. */
  readonly orbit: CircularJ2;
  /** Share of the radius below which r.Sun is dark (kernel/fleet-light). */
  readonly edge: number;
}

export interface SkyPlace {
  readonly id: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

export interface SkyStation extends SkyPlace {
  readonly elevationMin_deg: number;
}

export interface SkyLinks {
  /** Two numbers of satellites a link. */
  readonly pairs: Uint32Array;
  readonly altitudeMin_km: number;
  /** Infinity: any that clears the height. */
  readonly rangeMax_km: number;
}

export interface Sky {
  readonly name: string;
  /** "fleet": every satellite of the scenario's fleet; "platform": its one representative platform; "nothing": none about the Earth. */
  readonly kind: "fleet" | "platform" | "nothing";
  /** Seconds since 1970, UTC: the flown period, from whose start on the planes turn. */
  readonly epoch_s: number;
  readonly end_s: number;
  readonly step_s: number;
  readonly satellites: number;
  readonly planes: readonly SkyPlane[];
  readonly stations: readonly SkyStation[];
  readonly sites: readonly SkyPlace[];
  /** Null where satellites are not linked, or too many to draw. */
  readonly links: SkyLinks | null;
  /** What is not there, and why. */
  readonly told: readonly string[];
}

/** Links of more satellites are no picture. */
const LINKED_MAX = 20_000;

const placesOf = (scenario: Scenario): Pick<Sky, "stations" | "sites"> => {
  const at = (of: { readonly kind: "sites" | "stations"; readonly id: string }): Omit<SkyPlace, "id"> => {
    const entry = entryOf(scenario, of);
    return { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude") };
  };
  const { elevationMin_deg, stations } = scenario.network;
  return {
    stations: stations.map(({ id, station }) => ({ id, elevationMin_deg, ...at({ kind: "stations", id: station }) })),
    sites: scenario.ground.sites.map(({ id, site }) => ({ id, ...at({ kind: "sites", id: site }) })),
  };
};

const planeOf = (orbit: CircularJ2, { name, shell, first, satellites }: Pick<SkyPlane, "name" | "shell" | "first" | "satellites">): SkyPlane => ({
  name, shell, first, satellites, orbit,
  altitude_km: orbit.semiMajorAxis - EARTH_RADIUS_KM, inclination_deg: orbit.inclination_rad / RADIANS_PER_DEGREE, raan_deg: orbit.node_rad / RADIANS_PER_DEGREE,
  edge: shadowEdge(orbit.semiMajorAxis, EARTH_RADIUS_KM, ASTRONOMICAL_UNIT_KM),
});

/** Planes of the fleet, numbered within their shells; the platform's orbit where there is no fleet. */
const planesOf = (scenario: Scenario, orbit: NonNullable<Scenario["orbit"]>): readonly SkyPlane[] => {
  const jd = julianDate(formatUtc(scenario.simulate.start_utc_s));
  if (!orbit.fleet) return [planeOf(flownOrbit(orbit, jd), { name: scenario.name, shell: "", first: 0, satellites: 1 })];
  const numbers = new Map<string, number>();
  let first = 0;
  return scenarioPlanes(scenario, jd).map(({ shell, satellites, orbit: flown }) => {
    const number = (numbers.get(shell) ?? 0) + 1;
    numbers.set(shell, number);
    const plane = planeOf(flown, { name: `${shell} plane ${number}`, shell, first, satellites });
    first += satellites;
    return plane;
  });
};

/** Planes of one shell and height that follow each other are a grid. */
const gridsOf = (planes: readonly SkyPlane[], around: ReadonlySet<string>): readonly LinkPair[] => {
  const pairs: LinkPair[] = [];
  for (let at = 0; at < planes.length; ) {
    const { shell, altitude_km, first } = planes[at]!;
    let end = at;
    while (end < planes.length && planes[end]!.shell === shell && planes[end]!.altitude_km === altitude_km) end++;
    const counts = planes.slice(at, end).map(({ satellites }) => satellites);
    for (const [i, j] of gridPairs({ satellites: counts, closed: around.has(shell) })) pairs.push([first + i, first + j]);
    at = end;
  }
  return pairs;
};

/** The grid of each shell, as it is routed and as `fly --events` lists it. */
const linksOf = ({ orbit, network: { routes } }: Scenario, planes: readonly SkyPlane[], satellites: number): { readonly links: SkyLinks | null; readonly told: readonly string[] } => {
  const fleet = orbit?.fleet;
  if (!fleet || routes?.links === "none") return { links: null, told: [] };
  if (routes?.links === "nearest") return { links: null, told: ["Links to the nearest satellites (network.routes.links) are made anew at every instant and are not drawn."] };
  if (satellites > LINKED_MAX) return { links: null, told: [`Links between satellites are drawn of up to ${LINKED_MAX.toLocaleString("en-US")}.`] };
  const pairs = gridsOf(planes, new Set(fleet.shells.filter(({ pattern }) => pattern === "walker-delta").map(({ id }) => id)));
  return { links: { pairs: Uint32Array.from(pairs.flat()), altitudeMin_km: LINK_ALTITUDE_MIN_KM, rangeMax_km: routes?.linkRange_km ?? Infinity }, told: [] };
};

const absence = ({ orbit }: Scenario): string | null => {
  if (orbit === null) return "Nothing flies: the scenario has no orbit.";
  if (orbitReasons(orbit).length > 0) return `Nothing flies: ${orbitReasons(orbit).join("; ")}.`;
  if (leavesEarth(orbit) && !orbit.fleet) return orbit.type === "sun-earth-l1" ? "The platform stands at the L1 point between Earth and Sun, some 1.5 million km away: it is not drawn, and it is always in light." : `The platforms circle the Sun at ${String(orbit.solarDistance_au)} au: they are not drawn, and they are always in light.`;
  return null;
};

const remarks = ({ orbit }: Scenario): readonly string[] => [
  ...(orbit === null || orbit.fleet ? [] : [`One representative platform is flown, ${orbit.type === "geostationary" ? "held over its longitude" : "at its ascending node when the period begins"}; the others of the plan are not placed.`]),
  ...(!orbit?.formation ? [] : ["The cluster of orbit.formation is one point here: its satellites are within a few kilometres of each other."]),
];

/** What an app needs to draw a scenario at any time; throws with a field's name where an orbit lacks a number. */
export const skyOf = (scenario: Scenario): Sky => {
  const { start_utc_s, days, step_s } = scenario.simulate;
  const none = absence(scenario);
  const planes = none === null && scenario.orbit !== null ? planesOf(scenario, scenario.orbit) : [];
  const satellites = planes.reduce((sum, plane) => sum + plane.satellites, 0);
  const { links, told } = linksOf(scenario, planes, satellites);
  return {
    name: scenario.name, kind: none !== null ? "nothing" : scenario.orbit?.fleet ? "fleet" : "platform",
    epoch_s: start_utc_s, end_s: start_utc_s + days * DAY_S, step_s,
    satellites, planes, ...placesOf(scenario), links, told: none !== null ? [none] : [...remarks(scenario), ...told],
  };
};
