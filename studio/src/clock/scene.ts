/** A canvas that shows the sky, as a globe or as a map: one face for both. */
import type { Sky } from "dawndusk/service";
import { EARTH_RADIUS_KM } from "dawndusk/units";
import type { Colours } from "./colours.ts";
import { drawnAt, mapPlace, pictureOf, type Drawn, type Picture, type Shown } from "./drawing.ts";
import { createMap } from "./map.ts";
import { stationPlace_km } from "./place.ts";

export interface SceneShown extends Shown {
  readonly follow: number | null;
  readonly turning: boolean;
}

export interface Label {
  readonly text: string;
  readonly kind: "station" | "site" | "satellite";
  readonly x: number;
  readonly y: number;
}

export interface Scene {
  readonly picture: Picture;
  readonly draw: (t_s: number, shown: SceneShown) => Drawn;
  readonly labels: (drawn: Drawn, named: readonly { readonly number: number; readonly name: string }[]) => readonly Label[];
  /** The satellite under a place of the canvas; null where none is near. */
  readonly at: (drawn: Drawn, x: number, y: number) => number | null;
  readonly colour: (colours: Colours) => void;
  readonly resize: (width: number, height: number) => void;
  readonly turn: (by: { readonly across?: number; readonly up?: number; readonly nearer?: number }) => void;
  readonly end: () => void;
}

const NEAR_PX = 12;

type ToScreen = (x_km: number, y_km: number, z_km: number) => readonly [number, number] | null;

const labelsOf = ({ sky, points }: Picture, named: readonly { readonly number: number; readonly name: string }[], { ofDate, ofEarth }: { readonly ofDate: ToScreen; readonly ofEarth: ToScreen }): readonly Label[] => {
  const labels: Label[] = [];
  const add = (text: string, kind: Label["kind"], at: readonly [number, number] | null): void => {
    if (at !== null) labels.push({ text, kind, x: at[0], y: at[1] });
  };
  for (const station of sky.stations) add(station.id, "station", ofEarth(...(stationPlace_km(station) as [number, number, number])));
  for (const site of sky.sites) add(site.id, "site", ofEarth(...(stationPlace_km(site) as [number, number, number])));
  for (const { number, name } of named) {
    if (number >= sky.satellites || number % points.every !== 0) continue;
    const at = (3 * number) / points.every;
    add(name, "satellite", ofDate(points.xyz[at]!, points.xyz[at + 1]!, points.xyz[at + 2]!));
  }
  return labels;
};

const nearest = ({ points: { xyz, lit, every } }: Picture, toScreen: ToScreen, x: number, y: number): number | null => {
  let [found, least] = [-1, NEAR_PX];
  for (let i = 0; i < lit.length; i++) {
    const at = toScreen(xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!);
    if (at === null) continue;
    const apart = Math.hypot(at[0] - x, at[1] - y);
    if (apart < least) [found, least] = [i, apart];
  }
  return found < 0 ? null : found * every;
};

/** The globe's own module is loaded when it is first drawn. Rejects where there is no WebGL. */
export const globeScene = async (canvas: HTMLCanvasElement, sky: Sky, moved: () => void): Promise<Scene> => {
  const { createGlobe } = await import("./globe.ts");
  const globe = createGlobe(canvas, moved);
  const picture = pictureOf(sky);
  globe.show(picture);
  const ofDate: ToScreen = (x, y, z) => globe.screen([x / EARTH_RADIUS_KM, y / EARTH_RADIUS_KM, z / EARTH_RADIUS_KM]);
  const ofEarth = (gmst: number): ToScreen => (x, y, z) => ofDate(x * Math.cos(gmst) - y * Math.sin(gmst), x * Math.sin(gmst) + y * Math.cos(gmst), z);
  return {
    picture,
    draw: (t_s, shown) => {
      const drawn = drawnAt(picture, t_s, shown);
      globe.draw(drawn, shown);
      return drawn;
    },
    labels: ({ gmst_rad }, named) => labelsOf(picture, named, { ofDate, ofEarth: ofEarth(gmst_rad) }),
    at: (_drawn, x, y) => nearest(picture, ofDate, x, y),
    colour: globe.colour, resize: globe.resize, turn: globe.turn, end: globe.end,
  };
};

export const mapScene = (canvas: HTMLCanvasElement, sky: Sky): Scene => {
  const map = createMap(canvas);
  const picture = pictureOf(sky);
  const ofDate = (gmst: number): ToScreen => (x, y, z) => map.screen(...mapPlace(x, y, z, gmst));
  return {
    picture,
    draw: (t_s, shown) => {
      const drawn = drawnAt(picture, t_s, shown);
      map.draw(picture, drawn, shown);
      return drawn;
    },
    labels: ({ gmst_rad }, named) => labelsOf(picture, named, { ofDate: ofDate(gmst_rad), ofEarth: ofDate(0) }),
    at: ({ gmst_rad }, x, y) => nearest(picture, ofDate(gmst_rad), x, y),
    colour: map.colour, resize: map.resize, turn: () => undefined, end: () => undefined,
  };
};
