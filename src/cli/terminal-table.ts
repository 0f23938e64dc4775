/**
 * A laser terminal's rate against range, still and shaking at both ends (physics/shaken-terminal), over fractions and multiples of its rated range.
 * Jitter and outage are those that the field table gives to telescopes (orbit.interlink.beams).
 */
import { figureOf, type Entry } from "../catalog/index.ts";
import { belowRated_frac, shakenRange_km, terminalRate } from "../physics/index.ts";
import { formatFigure, formatPercent, numberColumn, wordColumn, type Table } from "../report/index.ts";
import { table } from "../scenario/index.ts";

const SHARES = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] as const;

/** Null for an entry that is no laser terminal, or one whose aperture is not known. */
export const terminalTable = (entry: Entry): Table | null => {
  if (entry.kind !== "terminals" || entry.figures["aperture"] === undefined) return null;
  const value = (name: string): number => figureOf(entry, name).value;
  const rated = { rate_Gb_per_s: value("rate"), range_km: value("range") };
  const optics = { range_km: rated.range_km, aperture_m: value("aperture"), wavelength_m: value("wavelength") * 1e-6 };
  const jitter_urad = fallbackOf("jitter");
  const shaking = { jitter_rad: jitter_urad * 1e-6, outage_frac: fallbackOf("outage"), ends: "both" } as const;
  const shaken = { ...rated, range_km: shakenRange_km(optics, shaking) };
  return {
    id: "rates", title: "Rate against range",
    columns: [numberColumn("range", "km"), numberColumn("still", "Gb/s"), numberColumn("shaking", "Gb/s"), wordColumn("below its rate")],
    rows: SHARES.map((share) => {
      const range_km = share * rated.range_km;
      return [range_km, terminalRate(rated, range_km).rate_Gb_per_s, terminalRate(shaken, range_km).rate_Gb_per_s, formatPercent(belowRated_frac(optics, shaking, range_km))];
    }),
    note: `Still: the rate up to the range, by the inverse square beyond. Shaking: both ends by ${formatFigure(jitter_urad)} urad on each axis beyond what the rating has in it, kept all but ${formatPercent(shaking.outage_frac)} of the time. Below its rate: share of the time in which the shake takes more than the range leaves of margin.`,
  };
};

const fallbackOf = (name: "jitter" | "outage"): number => {
  const { fallback } = table.orbit.of.interlink.of.beams.of[name];
  if (fallback == null || !("value" in fallback)) throw new Error(`orbit.interlink.beams.${name} has no default`);
  return fallback.value;
};
