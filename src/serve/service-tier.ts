/** Where work runs. */
export type ServiceTier = "ground" | "orbit";
