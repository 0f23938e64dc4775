/**
 * Damage of a solar cell by trapped particles in a year: 1 MeV electrons that would do the same, by orbit and cover.
 *
 *   1. fluence = integral of [electrons D_e + k protons D_p] dE x year, D omnidirectional damage coefficients behind a cover, k 10 MeV protons
 *      in 1 MeV electrons: 1,000 for GaAs, 3,000 for silicon, maximum power     (Anspaugh 1996, GaAs Solar Cell Radiation Handbook, JPL 96-9; Tada et al. 1982, JPL 82-69)
 *   2. table: mean of 12 days on circular orbits of AP-8 and AE-8 (Sawyer & Vette 1976; Vette 1991) in the field of 1970 (IGRF), log linear in
 *      log altitude, inclination and log cover
 *   3. cell = front + back, each side behind what covers it
 *
 * Computed for this project by a separate program from NASA's radbelt (models and field) and the coefficients of JPL 96-9 for GaAs/Ge and silicon;
 * its fluxes are within 5 % (protons) and 11 % (electrons) of the project's other table of the same models. The field is of the models' own epoch: with that of
 * 2024 they give 2.5 times the protons at 500 km, more than is measured (Daly et al. 1996, IEEE Trans. Nucl. Sci. 43:403). Multijunction cells: the GaAs coefficients, as their GaAs
 * junction limits them, an approximation.
 * Not in it: solar protons, which rule in geostationary orbit and add over the poles in active years; low orbits alone.
 * Range: 400-2,000 km, inclination 30-105 deg, cover 0.0168-0.335 g/cm2 (3-60 mil of fused silica), else RangeError.
 * Accuracy of the interpolation: 3 % mean, 13 % worst on orbits between the nodes, 11 % between covers (test); of the models: a factor of two
 * (Vette 1991). Geostationary check of the same program: 2.1e13 a year on silicon behind 6 mil.
 */
import { FLUENCE_TEXT } from "./cell-fluence-data.ts";

const ALTITUDES_KM = [400, 500, 600, 700, 800, 1000, 1200, 1400, 1600, 2000];
const INCLINATIONS_DEG = [30, 40, 53, 70, 90, 105];
/** 3, 6, 12, 20, 30 and 60 mil of fused silica of 2.20 g/cm3. */
const COVERS_G_PER_CM2 = [3, 6, 12, 20, 30, 60].map((mil) => mil * 2.54e-3 * 2.2);

/** Whose damage coefficients: gaas for multijunction cells too. */
export type DamageKind = keyof typeof FLUENCE_TEXT;
export type SolarPhase = "min" | "max";

export type CellOrbit = {
  readonly altitude_km: number;
  readonly inclination_deg: number;
  /** Phase of the solar cycle; protons are fewer at its maximum, electrons more. */
  readonly solar: SolarPhase;
};

export type CellCover = {
  readonly front_g_per_cm2: number;
  /** Blanket or panel behind the cell; null where it is thick enough to stop what counts. */
  readonly back_g_per_cm2: number | null;
};

/** 1 MeV electrons a cm2 and year, both sides of the cell. */
export function cellFluence_per_cm2_yr(orbit: CellOrbit, kind: DamageKind, cover: CellCover): number {
  const altitude = place("altitude_km", ALTITUDES_KM, orbit.altitude_km, Math.log);
  const inclination = place("inclination_deg", INCLINATIONS_DEG, orbit.inclination_deg, (x) => x);
  const grids = TABLE[kind][orbit.solar];
  const side = (cover_g_per_cm2: number): number => {
    const covered = place("cover_g_per_cm2", COVERS_G_PER_CM2, cover_g_per_cm2, Math.log);
    const behind = (grid: Grids[number]): number => between(altitude, along(grid[altitude.at]!, inclination), along(grid[altitude.at + 1]!, inclination));
    return 10 ** between(covered, behind(grids[covered.at]!), behind(grids[covered.at + 1]!));
  };
  const front = side(cover.front_g_per_cm2);
  return cover.back_g_per_cm2 === null ? front : front + side(cover.back_g_per_cm2);
}

type Place = { readonly at: number; readonly share: number };

function place(name: string, nodes: readonly number[], value: number, scale: (x: number) => number): Place {
  const last = nodes.length - 1;
  // The covers' nodes are products: half a unit of rounding must not put their own ends outside.
  const [low, high] = [nodes[0]! * (1 - 1e-12), nodes[last]! * (1 + 1e-12)];
  if (!(value >= low && value <= high)) throw new RangeError(`${name} ${value} is outside ${nodes[0]!}-${nodes[last]!}: no damage table`);
  let at = 0;
  while (at < last - 1 && value > nodes[at + 1]!) at++;
  return { at, share: (scale(value) - scale(nodes[at]!)) / (scale(nodes[at + 1]!) - scale(nodes[at]!)) };
}

const between = ({ share }: Place, here: number, next: number): number => (1 - share) * here + share * next;

const along = (row: readonly number[], place: Place): number => between(place, row[place.at]!, row[place.at + 1]!);

type Grids = readonly (readonly (readonly number[])[])[];

const parsed = (covers: readonly string[]): Grids => covers.map((text) => text.split("\n").map((line) => line.split(" ").map((word) => Number(word) / 1000)));

const TABLE: Readonly<Record<DamageKind, Readonly<Record<SolarPhase, Grids>>>> = {
  gaas: { min: parsed(FLUENCE_TEXT.gaas.min), max: parsed(FLUENCE_TEXT.gaas.max) },
  silicon: { min: parsed(FLUENCE_TEXT.silicon.min), max: parsed(FLUENCE_TEXT.silicon.max) },
};
