/** A canvas as a file: as it stands, and where it is rectangles and text as lines too. */
import type { ReactElement } from "react";
import { saveBlob, saveText } from "../figure/save.ts";

/** `canvasOf` may draw first: what WebGL has drawn is gone with the next frame. */
export const PngButton = ({ name, what, canvasOf }: { readonly name: string; readonly what: string; readonly canvasOf: () => HTMLCanvasElement | null }): ReactElement => (
  <button type="button" className="png" onClick={() => canvasOf()?.toBlob((blob) => blob !== null && saveBlob(`${name}.png`, blob), "image/png")}>PNG of {what}</button>
);

export const SvgButton = ({ name, what, svgOf }: { readonly name: string; readonly what: string; readonly svgOf: () => string }): ReactElement => (
  <button type="button" className="png" onClick={() => saveText(`${name}.svg`, "image/svg+xml", svgOf())}>SVG of {what}</button>
);
