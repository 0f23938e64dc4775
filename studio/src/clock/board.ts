/** What timeline and jobs are drawn on: a canvas, or the text of a picture that stands alone. */

/** The part of a canvas' context that they use. */
export interface Board {
  fillStyle: string | CanvasGradient | CanvasPattern;
  globalAlpha: number;
  readonly fillRect: (x: number, y: number, width: number, height: number) => void;
  readonly fillText: (text: string, x: number, y: number, widthMax?: number) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const FONT_PX = 11;
const FONT = "system-ui, sans-serif";

/** A canvas of this size, as fine as the screen up to twice. */
export const canvasBoard = (canvas: HTMLCanvasElement, { width, height }: Size): Board => {
  const density = Math.min(2, devicePixelRatio);
  if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) Object.assign(canvas, { width: Math.round(width * density), height: Math.round(height * density) });
  const context = canvas.getContext("2d")!;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.font = `${FONT_PX}px ${FONT}`;
  context.textBaseline = "middle";
  return context;
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const short = (value: number): string => String(Number(value.toFixed(2)));

/** The same as SVG: what `paint` fills. */
export const svgOf = ({ width, height }: Size, paint: (board: Board) => void): string => {
  const parts: string[] = [];
  const look = ({ fillStyle, globalAlpha }: Board): string => `fill="${typeof fillStyle === "string" ? escaped(fillStyle) : "none"}"${globalAlpha === 1 ? "" : ` fill-opacity="${globalAlpha}"`}`;
  const board: Board = {
    fillStyle: "none", globalAlpha: 1,
    fillRect: (x, y, wide, high) => void parts.push(`<rect x="${short(x)}" y="${short(y)}" width="${short(wide)}" height="${short(high)}" ${look(board)}/>`),
    fillText: (text, x, y) => void parts.push(`<text x="${short(x)}" y="${short(y)}" ${look(board)}>${escaped(text)}</text>`),
  };
  paint(board);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}" font-family="${FONT}" font-size="${FONT_PX}" dominant-baseline="middle">\n${parts.join("\n")}\n</svg>\n`;
};
