/** What a site's servers do in an hour, or a part of it: all that are up run, none does, or something between. */
export interface UptimeAsked {
  /** Servers that are up, IT and whole site as planned before power lacks, MW. */
  readonly up_MW: Float64Array;
  readonly it_MW: Float64Array;
  readonly load_MW: Float64Array;
}

export interface Uptime { readonly isUsable: boolean; readonly isDark: boolean }

const USABLE_FRAC = 0.99;
const DARK_FRAC = 1e-9;

/** Of an hour in which `unserved_MW` of the load finds no power. An hour in which nothing is wanted is neither usable nor dark. */
export const uptime = ({ up_MW, it_MW, load_MW }: UptimeAsked, h: number, unserved_MW: number): Uptime => {
  const up = up_MW[h]!;
  const it = it_MW[h]! === 0 ? 0 : it_MW[h]! * (1 - unserved_MW / load_MW[h]!);
  return { isUsable: up > 0 && it >= USABLE_FRAC * up, isDark: up > 0 && it <= DARK_FRAC * up };
};
