/**
 * Physical constants, each in one place, in the unit its name carries.
 * Kernels take them as arguments; everything else imports them from here.
 */

/** Stefan-Boltzmann constant. CODATA 2018 (exact from the 2019 SI), W m^-2 K^-4. */
export const STEFAN_BOLTZMANN_W_PER_M2_K4 = 5.670374419e-8;
/** Speed of light in vacuum. SI, exact. */
export const LIGHT_SPEED_M_PER_S = 299_792_458;
/** Planck constant. SI 2019, exact. */
export const PLANCK_J_S = 6.62607015e-34;
/** Boltzmann constant. SI 2019, exact. */
export const BOLTZMANN_J_PER_K = 1.380649e-23;
/** One electronvolt. SI 2019, exact. */
export const ELECTRON_VOLT_J = 1.602176634e-19;
/** Molar gas constant. CODATA 2018 (exact from the 2019 SI). */
export const GAS_CONSTANT_J_PER_MOL_K = 8.314462618;
/** Standard gravity. CGPM 1901, exact. */
export const STANDARD_GRAVITY_M_PER_S2 = 9.80665;

/** Earth's gravitational parameter. WGS 84 (NIMA TR8350.2), km^3 s^-2. */
export const EARTH_MU_KM3_PER_S2 = 398_600.4418;
/** Earth's equatorial radius. WGS 84. */
export const EARTH_RADIUS_KM = 6378.137;
/** Earth's flattening. WGS 84. */
export const EARTH_FLATTENING = 1 / 298.257223563;
/** Second zonal harmonic, unnormalised. EGM96/EGM2008. */
export const EARTH_J2 = 1.08262668e-3;
/** Earth's rotation rate, rad s^-1. IERS Conventions 2010, table 1.1. */
export const EARTH_ROTATION_RAD_PER_S = 7.292115e-5;
/** Mean Earth infrared emission. NASA SSE / Gilmore, Spacecraft Thermal Control Handbook: 237 +- 21 W/m2. */
export const EARTH_INFRARED_W_PER_M2 = 237;
/** Mean Bond albedo of the Earth. NASA Earth fact sheet and Gilmore: 0.30 +- 0.1. */
export const EARTH_ALBEDO = 0.3;

/** Sun's nominal radius. IAU 2015 Resolution B3 (695 700 km). */
export const SUN_RADIUS_KM = 695_700;
/** Total solar irradiance at 1 au, solar minimum. Kopp & Lean 2011 (1360.8 +- 0.5); 1361 rounded as IAU 2015 B3. */
export const SOLAR_CONSTANT_W_PER_M2 = 1361;
/** Astronomical unit. IAU 2012 Resolution B2, exact. */
export const ASTRONOMICAL_UNIT_KM = 149_597_870.7;
/** Mass of the Sun over that of Earth and Moon. IAU 2009 system of constants: GM_S 1.32712440041e20, GM_E 3.986004356e14 (both TDB), Moon/Earth 1.23000371e-2. */
export const SUN_OVER_EARTH_MOON = 328_900.56;
/** Period of a massless body about the Sun at 1 au, days. Gauss: 2 pi / 0.01720209895. */
export const GAUSSIAN_YEAR_D = 365.2568983;
/** Tropical year of J2000.0, days. Astronomical Almanac. */
export const TROPICAL_YEAR_D = 365.2421897;

/** Julian year, the project's year wherever a rate is "per year". */
export const JULIAN_YEAR_S = 31_557_600;
export const DAY_S = 86_400;
export const HOUR_S = 3600;
export const MINUTE_S = 60;
/** Hours in a Julian year (8766). The 8760 h of the power industry is written out where a published case uses it. */
export const HOURS_PER_YEAR = JULIAN_YEAR_S / HOUR_S;
/** 0 degrees Celsius in kelvin. SI, exact. */
export const ZERO_CELSIUS_K = 273.15;
/** Standard atmosphere. CGPM 1954, exact. */
export const STANDARD_ATMOSPHERE_PA = 101_325;
/** Radians in a degree. */
export const RADIANS_PER_DEGREE = Math.PI / 180;
