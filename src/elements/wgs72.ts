/** WGS 72, with which element sets are fitted and must be flown (Hoots & Roehrich 1980; Vallado et al. 2006, AIAA 2006-6753, table 1). The Earth elsewhere is WGS 84. */
import type { Sgp4Earth } from "../kernel/index.ts";

export const WGS72: Sgp4Earth = { mu_km3_per_s2: 398_600.8, radius_km: 6378.135, j2: 0.001082616, j3: -0.00000253881, j4: -0.00000165597 };
