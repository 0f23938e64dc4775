/** Which sliders were moved since the text was read: what may be asked of a provisional answer, and of whose. */
import type { Inspection } from "dawndusk/service";

export interface Moved {
  /** Of the text but for its sliders. */
  readonly fingerprint: string;
  /** Of all sliders, as they stand. */
  readonly values: Readonly<Record<string, number>>;
}

export interface SliderMoves {
  /** The text as it is was read. */
  readonly read: (inspection: Inspection) => void;
  /** The text has changed: whether a slider did it. Whatever else did, nothing is known of the text until it is read. */
  readonly changed: () => boolean;
  /** Writes the text as moved sliders have it; null where nothing is known of the text. */
  readonly move: (values: Readonly<Record<string, number>>, write: () => void) => Moved | null;
  readonly forget: () => void;
}

export const sliderMoves = (): SliderMoves => {
  let now: Moved | null = null;
  let moving = false;
  return {
    read: (inspection) => {
      now = inspection.ok ? { fingerprint: inspection.fingerprint, values: Object.fromEntries(inspection.controls.map(({ path, value }) => [path, value])) } : null;
    },
    changed: () => {
      if (!moving) now = null;
      return moving;
    },
    move: (values, write) => {
      const moved = now === null || Object.keys(values).length === 0 ? null : { ...now, values: { ...now.values, ...values } };
      moving = moved !== null;
      write();
      moving = false;
      if (moved !== null) now = moved;
      return moved;
    },
    forget: () => {
      now = null;
    },
  };
};
