/** Reads element sets in whichever of the four forms a text has. */
import type { ElementsRead } from "./element-set.ts";
import { readOmmCsv, readOmmJson, readOmmXml } from "./omm.ts";
import { readTle } from "./tle.ts";
import type { TleOptions } from "./tle.ts";

export type ElementForm = "tle" | "omm-json" | "omm-xml" | "omm-csv";

/** The form of a text by its first characters; TLE when it is none of the others. */
export function elementForm(text: string): ElementForm {
  const start = text.slice(0, 4096).replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return "omm-xml";
  if (/^[[{]/.test(start)) return "omm-json";
  return /^[^\n]*\bMEAN_MOTION\b[^\n]*,|^[^\n]*,[^\n]*\bMEAN_MOTION\b/.test(start) ? "omm-csv" : "tle";
}

/** Reads TLE (two or three lines) or CCSDS OMM (JSON, XML, CSV); what cannot be used is reported, each with its place. Throws SyntaxError for text that is not of its form at all. */
export function readElements(text: string, options: TleOptions = {}): ElementsRead {
  const form = elementForm(text);
  if (form === "omm-json") return readOmmJson(text);
  if (form === "omm-xml") return readOmmXml(text);
  return form === "omm-csv" ? readOmmCsv(text) : readTle(text, options);
}
