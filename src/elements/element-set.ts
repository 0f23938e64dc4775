/** One object's mean elements (SGP4, TEME of epoch), and what is wrong with a set that cannot be flown. */

export type ElementPlace = {
  /** Object's number in its file, from 1. */
  readonly record: number;
  /** Line it begins on; null where a format has none. */
  readonly line: number | null;
};

export type ElementSet = {
  /** Number in the satellite catalogue, up to nine digits. */
  readonly catalogNumber: number;
  readonly name: string | null;
  /** International designator as its file writes it: "1998-067A" or "98067A". */
  readonly designator: string | null;
  /** Seconds since 1970, UTC. */
  readonly epoch_s: number;
  /** Kozai mean motion. */
  readonly meanMotion_rev_per_d: number;
  readonly eccentricity: number;
  readonly inclination_deg: number;
  readonly raan_deg: number;
  readonly argumentOfPerigee_deg: number;
  readonly meanAnomaly_deg: number;
  /** B*, per Earth radius. */
  readonly bstar_per_earthRadius: number;
  readonly place: ElementPlace;
};

export type ElementProblem = {
  readonly place: ElementPlace;
  /** Name or number of the object, as far as it could be read. */
  readonly object: string;
  readonly message: string;
  /** Whether the object is used in spite of it. */
  readonly used: boolean;
  /** Days between its epoch and the farther end of what is flown, on a problem that says that this is too long. */
  readonly age_d?: number;
};

export type ElementsRead = { readonly sets: readonly ElementSet[]; readonly problems: readonly ElementProblem[] };

/** Beyond these a set is no orbit about the Earth that SGP4 describes: number, least, most, in the unit of the field. */
const RANGES = {
  catalogNumber: [0, 999_999_999],
  meanMotion_rev_per_d: [0, 18],
  eccentricity: [0, 1],
  inclination_deg: [0, 180],
  raan_deg: [-360, 360],
  argumentOfPerigee_deg: [-360, 360],
  meanAnomaly_deg: [-360, 360],
  bstar_per_earthRadius: [-10, 10],
} as const;

/** Days of 1957-01-01, before which nothing flew, and of 2100. */
const EPOCH_FIRST_S = Date.UTC(1957, 0, 1) / 1000;
const EPOCH_LAST_S = Date.UTC(2100, 0, 1) / 1000;

/** What is out of range in a set, in words; none when it can be flown. */
export function rangeFaults(set: Omit<ElementSet, "place">): readonly string[] {
  const faults = Object.entries(RANGES).flatMap(([field, [least, most]]) => {
    const value = set[field as keyof typeof RANGES];
    const open = field === "eccentricity" ? value < most : value <= most;
    const good = (field === "meanMotion_rev_per_d" ? value > least : value >= least) && open;
    return good ? [] : [`${field} ${value} is not in ${least}..${most}`];
  });
  return set.epoch_s >= EPOCH_FIRST_S && set.epoch_s < EPOCH_LAST_S ? faults : [...faults, "epoch is not in 1957..2099"];
}

/** "ISS (ZARYA) (25544)", "25544": how problems call an object. */
export const objectName = ({ name, catalogNumber }: Pick<ElementSet, "name" | "catalogNumber">): string => (name === null ? String(catalogNumber) : `${name} (${catalogNumber})`);

/** A file longer than this is refused, in characters: a million sets of three lines fit. */
export const TEXT_MAX = 400_000_000;

/** Throws RangeError for a text that is too long to be a file of elements. */
export function guardLength(text: string): void {
  if (text.length > TEXT_MAX) throw new RangeError(`a file of elements may have ${TEXT_MAX} characters; this one has ${text.length}`);
}
