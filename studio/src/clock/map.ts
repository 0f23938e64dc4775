/** The Earth and its satellites on a flat map, for who has no WebGL or wants one: equirectangular, the whole Earth at once. */
import { geoCircle, geoEquirectangular, geoPath } from "d3-geo";
import type { Colours } from "./colours.ts";
import { mapPlace, type Drawn, type Picture, type Shown } from "./drawing.ts";
import { drawLand } from "./land.ts";

export interface FlatMap {
  readonly draw: (picture: Picture, drawn: Drawn, shown: Shown) => void;
  readonly colour: (colours: Colours) => void;
  readonly resize: (width: number, height: number) => void;
  readonly screen: (longitude_deg: number, latitude_deg: number) => readonly [x: number, y: number];
}

interface Frame { readonly left: number; readonly top: number; readonly width: number }

export const createMap = (canvas: HTMLCanvasElement): FlatMap => {
  const context = canvas.getContext("2d")!;
  const land = document.createElement("canvas");
  let colours: Colours | null = null;
  let frame: Frame = { left: 0, top: 0, width: 2 };
  const screen = (longitude_deg: number, latitude_deg: number): readonly [number, number] => [frame.left + ((longitude_deg + 180) / 360) * frame.width, frame.top + ((90 - latitude_deg) / 360) * frame.width];

  const night = (sunLongitude_deg: number, sunLatitude_deg: number, colour: string): void => {
    const projection = geoEquirectangular().scale(frame.width / (2 * Math.PI)).translate([frame.left + frame.width / 2, frame.top + frame.width / 4]);
    context.beginPath();
    geoPath(projection, context)(geoCircle().center([sunLongitude_deg + 180, -sunLatitude_deg]).radius(90)());
    context.globalAlpha = 0.55;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
  };

  /** Lines are cut where they would run around the map's back. */
  const lines = (pairs: readonly (readonly [number, number])[], colour: string): void => {
    context.strokeStyle = colour;
    context.globalAlpha = 0.6;
    context.beginPath();
    for (let k = 0; k + 1 < pairs.length; k += 2) {
      const [a, b] = [pairs[k]!, pairs[k + 1]!];
      if (Math.abs(a[0] - b[0]) > frame.width / 2) continue;
      context.moveTo(a[0], a[1]);
      context.lineTo(b[0], b[1]);
    }
    context.stroke();
    context.globalAlpha = 1;
  };

  const square = ([x, y]: readonly [number, number], half: number, colour: string): void => {
    context.fillStyle = colour;
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
  };

  return {
    screen,
    colour: (next) => {
      colours = next;
      drawLand(land, 2048, next);
    },
    resize: (width, height) => {
      const density = Math.min(2, devicePixelRatio);
      canvas.width = width * density;
      canvas.height = height * density;
      context.setTransform(density, 0, 0, density, 0, 0);
      const fits = Math.min(width, 2 * height);
      frame = { left: (width - fits) / 2, top: (height - fits / 2) / 2, width: fits };
    },
    draw: ({ sky, points: { xyz, lit, every } }, drawn, { plane, selected }) => {
      if (colours === null) return;
      const own = colours;
      context.fillStyle = own["sky-space"];
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(land, frame.left, frame.top, frame.width, frame.width / 2);
      const [x, y, z] = drawn.sun;
      const [sunLongitude, sunLatitude] = mapPlace(x, y, z, drawn.gmst_rad);
      night(sunLongitude, sunLatitude, own["sky-night"]);
      const at = (i: number): readonly [number, number] => screen(...mapPlace(xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!, drawn.gmst_rad));
      lines(drawn.links.map(at), own["sky-link"]);
      lines(drawn.sights.map((number, k) => (k % 2 === 0 ? screen(sky.stations[number]!.longitude_deg, sky.stations[number]!.latitude_deg) : at(number))), own["sky-sight"]);
      for (const site of sky.sites) square(screen(site.longitude_deg, site.latitude_deg), 4, own["sky-site"]);
      for (const station of sky.stations) square(screen(station.longitude_deg, station.latitude_deg), 3.5, own["sky-station"]);
      const chosen = plane === null ? undefined : sky.planes[plane];
      const half = lit.length > 3000 ? 0.8 : lit.length > 100 ? 1.6 : 3.5;
      for (let i = 0; i < lit.length; i++) {
        const number = i * every;
        context.globalAlpha = chosen === undefined || (number >= chosen.first && number < chosen.first + chosen.satellites) ? 1 : 0.16;
        square(at(i), half, lit[i] === 1 ? own["sky-lit"] : own["sky-dark"]);
      }
      context.globalAlpha = 1;
      context.strokeStyle = own["sky-chosen"];
      context.lineWidth = 2;
      for (const number of selected) {
        if (number >= sky.satellites || number % every !== 0) continue;
        const [cx, cy] = at(number / every);
        context.beginPath();
        context.arc(cx, cy, 7, 0, 2 * Math.PI);
        context.stroke();
      }
      context.lineWidth = 1;
    },
  };
};
