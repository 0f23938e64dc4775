/** Top of the protected region of low orbits (IADC-02-01; 47 CFR 25.283). */
export const LOW_REGION_KM = 2000;
