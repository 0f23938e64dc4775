/** What globe and map both draw, at one instant. */
import { openLinks, skyFrame, skyPoints, stationSights, type Sky, type SkyFrame, type SkyPoints } from "dawndusk/service";

/** More points than this are a cloud: of more satellites every so many are drawn, and that is said. */
export const DRAWN_MOST = 100_000;

export interface Shown {
  readonly links: boolean;
  /** Place of a plane among the sky's; null for all. */
  readonly plane: number | null;
  readonly selected: readonly number[];
}

export interface Picture {
  readonly sky: Sky;
  readonly points: SkyPoints;
}

export const pictureOf = (sky: Sky): Picture => ({ sky, points: skyPoints(sky.satellites, Math.max(1, Math.ceil(sky.satellites / DRAWN_MOST))) });

export interface Drawn extends SkyFrame {
  readonly t_s: number;
  /** Numbers of drawn points, two a link. */
  readonly links: readonly number[];
  /** Station and point, in turn. */
  readonly sights: readonly number[];
}

/** So many lines of sight to stations are looked for; more points have none drawn. */
const SIGHTS_MOST = 2_000_000;

/** Moves the points to an instant and finds what is linked then. */
export const drawnAt = ({ sky, points }: Picture, t_s: number, { links, plane }: Pick<Shown, "links" | "plane">): Drawn => {
  const frame = skyFrame(sky, t_s, points);
  const lines = links && points.every === 1;
  const chosen = plane === null ? null : sky.planes[plane];
  const inPlane = (i: number): boolean => chosen === null || chosen === undefined || (i >= chosen.first && i < chosen.first + chosen.satellites);
  const open = lines && sky.links !== null ? openLinks(sky.links, points) : [];
  const sights = lines && points.lit.length * sky.stations.length <= SIGHTS_MOST ? stationSights(sky.stations, points, frame.gmst_rad) : [];
  return {
    ...frame, t_s,
    links: chosen === null ? open : pairsWhere(open, (k) => inPlane(open[k]!) || inPlane(open[k + 1]!)),
    sights: chosen === null ? sights : pairsWhere(sights, (k) => inPlane(sights[k + 1]!)),
  };
};

const pairsWhere = (pairs: readonly number[], keep: (k: number) => boolean): readonly number[] => {
  const kept: number[] = [];
  for (let k = 0; k < pairs.length; k += 2) if (keep(k)) kept.push(pairs[k]!, pairs[k + 1]!);
  return kept;
};

/** Degrees of a point of date over the turned Earth, latitude geocentric: for pictures. */
export const mapPlace = (x: number, y: number, z: number, gmst: number): readonly [longitude_deg: number, latitude_deg: number] => {
  const turned = Math.atan2(y, x) - gmst;
  const longitude = turned - 2 * Math.PI * Math.round(turned / (2 * Math.PI));
  return [(longitude * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
};
