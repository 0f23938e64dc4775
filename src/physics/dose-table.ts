/**
 * Dose of trapped protons and electrons a year, behind aluminium, by orbit: the table (`trapped-dose.ts` interpolates it).
 *
 * rad(Si) a year at the centre of a solid aluminium sphere, particles from all sides (4 pi). Computed for this project by a separate
 * program: circular orbits through AP-8 and AE-8 (Sawyer & Vette, NSSDC 76-06, 1976; Vette, NSSDC 91-24, 1991) with IGRF, then
 * SHIELDOSE-2 (Seltzer, NIST, 1994). quiet and active: the MIN and MAX models. 1970: the field of the data that AP-8 was made of; 2024:
 * today's weaker field, which with AP-8 is known to overstate (it lowers the belts without the air that eats them).
 * No solar protons, no cosmic rays.
 */

/** Sphere's radii, mm of aluminium; the columns below. */
export const DOSE_ALUMINIUM_MM = [0.5, 1, 2, 3, 4, 5, 7, 10, 20] as const;

export type DoseRow = { readonly altitude_km: number; readonly quiet: readonly number[]; readonly active: readonly number[] };
/** Rows by how far from the equator the orbit reaches: sun-synchronous, 53 (51.6 at 400 km) and 30 degrees. */
export type DoseTable = { readonly polar: readonly DoseRow[]; readonly mid: readonly DoseRow[]; readonly low: readonly DoseRow[] };

const FIELD_1970: DoseTable = {
  polar: [
    { altitude_km: 500, quiet: [6600, 2720, 970, 450, 254, 160.8, 98.8, 76.6, 51.8], active: [12860, 4720, 1648, 700, 332, 160, 60, 38, 26.6] },
    { altitude_km: 550, quiet: [8060, 3280, 1178, 558, 326, 214, 138, 109.8, 74.4], active: [15440, 5560, 1938, 832, 404, 202, 85.2, 58.2, 40.6] },
    { altitude_km: 650, quiet: [11920, 4720, 1714, 842, 516, 356, 246, 202, 138.4], active: [22200, 7740, 2680, 1178, 596, 324, 160.4, 119.2, 82.8] },
    { altitude_km: 800, quiet: [20400, 7760, 2820, 1454, 940, 684, 504, 424, 294], active: [36800, 11980, 4100, 1876, 1014, 606, 354, 280, 194] },
    { altitude_km: 1000, quiet: [40800, 14260, 5160, 2780, 1882, 1420, 1090, 932, 648], active: [69800, 20600, 6860, 3300, 1918, 1244, 822, 674, 462] },
    { altitude_km: 1200, quiet: [81400, 26200, 9380, 5260, 3660, 2820, 2220, 1916, 1322], active: [133600, 35000, 11360, 5740, 3540, 2440, 1732, 1448, 988] },
    { altitude_km: 1400, quiet: [157600, 47800, 16880, 9680, 6840, 5340, 4260, 3660, 2500], active: [250000, 60000, 19140, 10100, 6500, 4680, 3480, 2920, 1974] },
    { altitude_km: 2000, quiet: [732000, 216000, 71800, 39600, 27000, 20000, 15480, 12940, 8320], active: [1.108e+06, 250000, 76200, 40800, 26600, 19140, 14360, 11840, 7540] },
  ],
  mid: [
    { altitude_km: 400, quiet: [1792, 726, 296, 167.6, 113.8, 85, 62.4, 51, 33.8], active: [4440, 1412, 508, 236, 121.2, 63.8, 28.4, 19.72, 14] },
    { altitude_km: 550, quiet: [5420, 2120, 850, 480, 332, 252, 191, 160, 107.8], active: [11620, 3640, 1284, 610, 332, 195, 108.6, 84.2, 58.8] },
  ],
  low: [
    { altitude_km: 550, quiet: [2500, 894, 472, 358, 322, 280, 244, 206, 147.4], active: [3720, 762, 292, 202, 175.2, 140.8, 121, 96.8, 72.4] },
    { altitude_km: 650, quiet: [6120, 2080, 1044, 776, 698, 592, 514, 422, 298], active: [9320, 1906, 740, 512, 448, 356, 304, 234, 170.4] },
  ],
};

const FIELD_2024: DoseTable = {
  polar: [
    { altitude_km: 500, quiet: [10300, 4000, 1432, 710, 436, 300, 206, 167.4, 110.6], active: [20200, 6520, 2220, 994, 512, 284, 145, 107, 71] },
    { altitude_km: 550, quiet: [12180, 4660, 1674, 840, 526, 368, 258, 212, 140.4], active: [23400, 7500, 2540, 1148, 602, 342, 184.2, 138.8, 92.2] },
    { altitude_km: 650, quiet: [17220, 6460, 2320, 1188, 760, 546, 396, 328, 222], active: [32200, 10000, 3380, 1554, 842, 500, 290, 226, 151] },
    { altitude_km: 800, quiet: [28200, 10080, 3620, 1912, 1258, 926, 694, 584, 398], active: [50800, 15020, 5000, 2380, 1340, 840, 528, 424, 286] },
    { altitude_km: 1000, quiet: [53200, 17860, 6340, 3460, 2340, 1752, 1346, 1146, 784], active: [91400, 25000, 8160, 4020, 2380, 1570, 1064, 872, 588] },
    { altitude_km: 1200, quiet: [98200, 31000, 10920, 6100, 4220, 3240, 2540, 2160, 1478], active: [162400, 40800, 13060, 6680, 4140, 2860, 2060, 1710, 1148] },
    { altitude_km: 1400, quiet: [179200, 53800, 18740, 10620, 7440, 5720, 4520, 3860, 2600], active: [286000, 67400, 21200, 11200, 7180, 5140, 3820, 3200, 2120] },
    { altitude_km: 2000, quiet: [722000, 216000, 71600, 39200, 26600, 19520, 15060, 12500, 8000], active: [1.102e+06, 250000, 76200, 40600, 26400, 18720, 13980, 11440, 7240] },
  ],
  mid: [
    { altitude_km: 400, quiet: [4860, 1634, 634, 390, 290, 232, 184.4, 155.2, 100], active: [10580, 2280, 736, 390, 244, 166.4, 114, 92.6, 60.6] },
    { altitude_km: 550, quiet: [9980, 3480, 1348, 802, 580, 456, 358, 302, 199.2], active: [20800, 5200, 1738, 896, 546, 366, 246, 199.2, 131.6] },
  ],
  low: [
    { altitude_km: 550, quiet: [9960, 3200, 1452, 1018, 896, 730, 620, 486, 336], active: [16780, 3200, 1146, 758, 654, 500, 418, 304, 212] },
    { altitude_km: 650, quiet: [17920, 5660, 2500, 1734, 1520, 1216, 1030, 788, 544], active: [29600, 5760, 2080, 1368, 1180, 896, 746, 530, 366] },
  ],
};

/** Tables by the epoch of the magnetic field. */
export const DOSE_TABLES = { 1970: FIELD_1970, 2024: FIELD_2024 } as const;
