/** Colours of the style sheet as they stand now, for what is drawn on a canvas or as a picture. */
import type { Hue } from "dawndusk/report";

const HUES: readonly Hue[] = ["ground", "orbit", "unserved", "wanted", "one", "two", "three", "four", "five", "six", "seven", "rest"];

export interface Palette {
  readonly hue: Readonly<Record<Hue, string>>;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
}

export const paletteNow = (): Palette => {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return { hue: Object.fromEntries(HUES.map((hue) => [hue, read(`--hue-${hue}`)])) as Palette["hue"], ink: read("--ink"), soft: read("--soft"), line: read("--line"), paper: read("--paper") };
};
