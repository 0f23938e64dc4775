/** Land and graticule on a canvas, degrees to pixels. */
import { geoEquirectangular, geoGraticule10, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import land110 from "world-atlas/land-110m.json";
import type { Colours } from "./colours.ts";

const world = land110 as unknown as Topology;
const land = feature(world, world.objects["land"]!);

/** Draws the whole Earth, -180 deg at the left and 90 deg at the top, twice as wide as high. */
export const drawLand = (canvas: HTMLCanvasElement | OffscreenCanvas, width: number, colours: Colours): void => {
  canvas.width = width;
  canvas.height = width / 2;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D | null;
  if (context === null) return;
  const projection = geoEquirectangular().scale(width / (2 * Math.PI)).translate([width / 2, width / 4]);
  const path = geoPath(projection, context);
  context.fillStyle = colours["sky-sea"];
  context.fillRect(0, 0, width, width / 2);
  context.beginPath();
  path(land);
  context.fillStyle = colours["sky-land"];
  context.fill();
  context.lineWidth = width / 2048;
  context.strokeStyle = colours["sky-coast"];
  context.stroke();
  context.beginPath();
  path(geoGraticule10());
  context.lineWidth = width / 3000;
  context.strokeStyle = colours["sky-grid"];
  context.stroke();
};
