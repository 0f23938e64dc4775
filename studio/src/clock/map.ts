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

const LAND_PX = 2048;

interface Frame { readonly left: number; readonly top: number; readonly width: number }

type Place = readonly [x: number, y: number];

const screenOf = (frame: Frame) => (longitude_deg: number, latitude_deg: number): Place => [frame.left + ((longitude_deg + 180) / 360) * frame.width, frame.top + ((90 - latitude_deg) / 360) * frame.width];

const drawNight = (context: CanvasRenderingContext2D, { left, top, width }: Frame, [longitude_deg, latitude_deg]: readonly [number, number], colour: string): void => {
  const projection = geoEquirectangular().scale(width / (2 * Math.PI)).translate([left + width / 2, top + width / 4]);
  context.beginPath();
  geoPath(projection, context)(geoCircle().center([longitude_deg + 180, -latitude_deg]).radius(90)());
  context.globalAlpha = 0.55;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
};

/** Lines between two places each, left out where they would run around the map's back. */
const drawLines = (context: CanvasRenderingContext2D, places: readonly Place[], { width, colour }: { readonly width: number; readonly colour: string }): void => {
  context.strokeStyle = colour;
  context.globalAlpha = 0.6;
  context.beginPath();
  for (let k = 0; k + 1 < places.length; k += 2) {
    const [a, b] = [places[k]!, places[k + 1]!];
    if (Math.abs(a[0] - b[0]) > width / 2) continue;
    context.moveTo(a[0], a[1]);
    context.lineTo(b[0], b[1]);
  }
  context.stroke();
  context.globalAlpha = 1;
};

const square = (context: CanvasRenderingContext2D, [x, y]: Place, { half, colour }: { readonly half: number; readonly colour: string }): void => {
  context.fillStyle = colour;
  context.fillRect(x - half, y - half, 2 * half, 2 * half);
};

/** Half the side of a point by how many there are. */
const halfSide = (count: number): number => (count > 3000 ? 0.8 : count > 100 ? 1.6 : 3.5);

const drawSatellites = (context: CanvasRenderingContext2D, { sky, points: { lit, every } }: Picture, at: (i: number) => Place, { plane, selected, colours }: Pick<Shown, "plane" | "selected"> & { readonly colours: Colours }): void => {
  const chosen = plane === null ? undefined : sky.planes[plane];
  const half = halfSide(lit.length);
  for (let i = 0; i < lit.length; i++) {
    const number = i * every;
    context.globalAlpha = chosen === undefined || (number >= chosen.first && number < chosen.first + chosen.satellites) ? 1 : 0.16;
    square(context, at(i), { half, colour: lit[i] === 1 ? colours["sky-lit"] : colours["sky-dark"] });
  }
  context.globalAlpha = 1;
  context.strokeStyle = colours["sky-chosen"];
  context.lineWidth = 2;
  for (const number of selected) {
    if (number >= sky.satellites || number % every !== 0) continue;
    context.beginPath();
    context.arc(...at(number / every), 7, 0, 2 * Math.PI);
    context.stroke();
  }
  context.lineWidth = 1;
};

export const createMap = (canvas: HTMLCanvasElement): FlatMap => {
  const context = canvas.getContext("2d")!;
  const land = document.createElement("canvas");
  let colours: Colours | null = null;
  let frame: Frame = { left: 0, top: 0, width: 2 };
  return {
    screen: (longitude_deg, latitude_deg) => screenOf(frame)(longitude_deg, latitude_deg),
    colour: (next) => {
      colours = next;
      drawLand(land, LAND_PX, next);
    },
    resize: (width, height) => {
      const density = Math.min(2, devicePixelRatio);
      canvas.width = width * density;
      canvas.height = height * density;
      context.setTransform(density, 0, 0, density, 0, 0);
      const fits = Math.min(width, 2 * height);
      frame = { left: (width - fits) / 2, top: (height - fits / 2) / 2, width: fits };
    },
    draw: (picture, drawn, { plane, selected }) => {
      if (colours === null) return;
      const { sky, points: { xyz } } = picture;
      const { width } = frame;
      const screen = screenOf(frame);
      context.fillStyle = colours["sky-space"];
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(land, frame.left, frame.top, width, width / 2);
      drawNight(context, frame, mapPlace(...drawn.sun, drawn.gmst_rad), colours["sky-night"]);
      const at = (i: number): Place => screen(...mapPlace(xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!, drawn.gmst_rad));
      const onGround = ({ longitude_deg, latitude_deg }: { readonly longitude_deg: number; readonly latitude_deg: number }): Place => screen(longitude_deg, latitude_deg);
      drawLines(context, drawn.links.map(at), { width, colour: colours["sky-link"] });
      drawLines(context, drawn.sights.map((number, k) => (k % 2 === 0 ? onGround(sky.stations[number]!) : at(number))), { width, colour: colours["sky-sight"] });
      for (const site of sky.sites) square(context, onGround(site), { half: 4, colour: colours["sky-site"] });
      for (const station of sky.stations) square(context, onGround(station), { half: 3.5, colour: colours["sky-station"] });
      drawSatellites(context, picture, at, { plane, selected, colours });
    },
  };
};
