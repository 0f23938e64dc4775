/** A canvas as it stands, as a file. */
import type { ReactElement } from "react";
import { saveBlob } from "../figure/save.ts";

/** `canvasOf` may draw first: what WebGL has drawn is gone with the next frame. */
export const PngButton = ({ name, what, canvasOf }: { readonly name: string; readonly what: string; readonly canvasOf: () => HTMLCanvasElement | null }): ReactElement => (
  <button type="button" className="png" onClick={() => canvasOf()?.toBlob((blob) => blob !== null && saveBlob(`${name}.png`, blob), "image/png")}>PNG of {what}</button>
);
