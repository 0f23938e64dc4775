/**
 * Protons in matter: stopping power, range, and what is left of the energy behind a thickness.
 *
 *   1. S = K Z/(A b^2) [1/2 ln(2 me b^2 g^2 Tmax/I^2) - b^2], K = 0.307075 MeV cm2/mol (Bethe; Review of Particle Physics 2022, eq. 34.5)
 *   2. Tmax = 2 me b^2 g^2/(1 + 2 g me/mp + (me/mp)^2)
 *   3. range in aluminium = integral dE/S from 1 MeV + 0.0034 g/cm2 (range at 1 MeV, PSTAR), along ln E
 *   4. 1 rad in silicon = 1/(1.602e-8 S_Si) protons/cm2
 *   5. dose at the centre of a sphere = sum over energy of protons x rad a proton at the energy that the aluminium leaves, in steps of the latter,
 *      so that the dose falls as the sphere thickens
 *
 * I: aluminium 166 eV, silicon 173 eV (ICRU 49, 1993). No shell, density or nuclear corrections: below 1 % of PSTAR from 10 to 300 MeV;
 * nuclear losses (a tenth of 100 MeV protons in 37 mm) and their secondaries are left out. Range: 2-1,000 MeV; RangeError elsewhere.
 * Accuracy: 67 MeV reaches 18.2 mm against PSTAR's 18, and 7.91e6 protons/cm2 are a rad against 7.9e6 (both as quoted by Suncatcher);
 * (5) gives 4-8 % more than SHIELDOSE-2 behind 10 and 20 mm from 500 to 1,400 km, 12 % more at 2,000 km (test/physics).
 */
import { ELECTRON_VOLT_J } from "../units/index.ts";

const ELECTRON_MEV = 0.51099895; // CODATA 2018
const PROTON_MEV = 938.272088; // CODATA 2018
const K_MEV_CM2_PER_MOL = 0.307075;
/** rad g/MeV: joules a MeV in 1e-3 kg, over 0.01 J/kg. */
const RAD_G_PER_MEV = (1e6 * ELECTRON_VOLT_J) / 1e-3 / 0.01;
const RANGE_AT_1_MEV_G_PER_CM2 = 0.0034;

type Matter = { readonly z: number; readonly a: number; readonly mean_eV: number };
const ALUMINIUM: Matter = { z: 13, a: 26.982, mean_eV: 166 };
const SILICON: Matter = { z: 14, a: 28.085, mean_eV: 173 };

/** Density of aluminium; 1 mm of it is 2.699 kg/m2. NIST PSTAR. */
export const ALUMINIUM_KG_PER_M2_MM = 2.699;

/** Rad in silicon per proton a cm2 of an energy. */
export const protonDose_rad_cm2 = (energy_MeV: number): number => RAD_G_PER_MEV * stopping_MeV_cm2_per_g(SILICON, energy_MeV);

/** Thickness of aluminium that stops a proton. */
export function protonRange_mm(energy_MeV: number): number {
  assertEnergy(energy_MeV);
  return range_g_per_cm2(energy_MeV) / (ALUMINIUM_KG_PER_M2_MM / 10);
}

/** Energy of a proton behind aluminium; 0 if it stays within. */
export function energyBehind_MeV(proton: { readonly energy_MeV: number; readonly aluminium_mm: number }): number {
  assertEnergy(proton.energy_MeV);
  const left = range_g_per_cm2(proton.energy_MeV) - (proton.aluminium_mm * ALUMINIUM_KG_PER_M2_MM) / 10;
  return left <= RANGE_AT_1_MEV_G_PER_CM2 ? 0 : energyOfRange_MeV(left);
}

export type ProtonSpectrum = {
  /** Protons/cm2 above an energy, from all sides. */
  readonly above_per_cm2: (energy_MeV: number) => number;
  /** Share of them that arrives. */
  readonly share: (energy_MeV: number) => number;
  readonly from_MeV: number;
  readonly to_MeV: number;
};

/** Dose in silicon at the centre of a sphere of aluminium, rad. */
export function protonDoseBehind_rad(spectrum: ProtonSpectrum, aluminium_mm: number): number {
  const { from_MeV, to_MeV } = spectrum;
  const depth = (aluminium_mm * ALUMINIUM_KG_PER_M2_MM) / 10;
  // Steps of the energy left, 1 MeV to the highest; outside is the energy that leaves it.
  const steps = 96;
  const left = (k: number): number => to_MeV ** (k / steps);
  const outside = (k: number): number => Math.min(Math.max(energyOfRange_MeV(range_g_per_cm2(left(k)) + depth), from_MeV), to_MeV);
  let dose_rad = 0;
  let energy = outside(0);
  let above = spectrum.above_per_cm2(energy);
  for (let k = 0; k < steps && energy < to_MeV; k++) {
    const nextEnergy = outside(k + 1);
    const next = spectrum.above_per_cm2(nextEnergy);
    dose_rad += (above - next) * spectrum.share((energy + nextEnergy) / 2) * protonDose_rad_cm2(left(k + 0.5));
    energy = nextEnergy;
    above = next;
  }
  return dose_rad;
}

function stopping_MeV_cm2_per_g(matter: Matter, energy_MeV: number): number {
  const g = 1 + energy_MeV / PROTON_MEV;
  const b2 = 1 - 1 / (g * g);
  const ratio = ELECTRON_MEV / PROTON_MEV;
  const free_MeV = 2 * ELECTRON_MEV * b2 * g * g;
  const most_MeV = free_MeV / (1 + 2 * g * ratio + ratio * ratio);
  return ((K_MEV_CM2_PER_MOL * matter.z) / (matter.a * b2)) * (0.5 * Math.log((free_MeV * most_MeV) / (matter.mean_eV * 1e-6) ** 2) - b2);
}

/** Ranges at 2^(i/16) MeV from 1 MeV to 1,024 MeV, by Simpson's rule between. */
const STEPS_PER_OCTAVE = 16;
const RANGES_G_PER_CM2: readonly number[] = tabulated();

function tabulated(): readonly number[] {
  const slope = (octave: number): number => (2 ** octave * Math.LN2) / stopping_MeV_cm2_per_g(ALUMINIUM, 2 ** octave);
  const ranges = [RANGE_AT_1_MEV_G_PER_CM2];
  const h = 1 / STEPS_PER_OCTAVE;
  for (let i = 0; i < 10 * STEPS_PER_OCTAVE; i++) ranges.push(ranges[i]! + (h / 6) * (slope(i * h) + 4 * slope((i + 0.5) * h) + slope((i + 1) * h)));
  return ranges;
}

/** Power law between two entries. */
function range_g_per_cm2(energy_MeV: number): number {
  const x = Math.log2(energy_MeV) * STEPS_PER_OCTAVE;
  const i = Math.min(Math.floor(x), RANGES_G_PER_CM2.length - 2);
  return RANGES_G_PER_CM2[i]! * (RANGES_G_PER_CM2[i + 1]! / RANGES_G_PER_CM2[i]!) ** (x - i);
}

/** Infinite beyond the table. */
function energyOfRange_MeV(range: number): number {
  if (range > RANGES_G_PER_CM2.at(-1)!) return Infinity;
  let low = 0;
  let high = RANGES_G_PER_CM2.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (RANGES_G_PER_CM2[middle]! <= range) low = middle;
    else high = middle;
  }
  const from = RANGES_G_PER_CM2[low]!;
  return 2 ** ((low + Math.log(range / from) / Math.log(RANGES_G_PER_CM2[high]! / from)) / STEPS_PER_OCTAVE);
}

function assertEnergy(energy_MeV: number): void {
  if (!(energy_MeV >= 2 && energy_MeV <= 1000)) throw new RangeError(`energy_MeV ${energy_MeV} is outside 2-1000`);
}
