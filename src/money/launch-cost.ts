/**
 * What one more launch costs its owner.
 *
 * (1) booster/n + upper/m + refurbishment x (share of booster flights that follow another) + propellant + range + pad
 *     n, m: mean flights of a booster and of an upper stage (fairing and all that is built with it); 1 where it is expended
 *     share: 1 - 1/n
 * Build costs are those of one more stage: development, factory and staff that are there anyway stand in a fixed cost.
 */
export interface LaunchParts {
  readonly booster_usd: number;
  readonly boosterFlights: number;
  readonly upper_usd: number;
  readonly upperFlights: number;
  readonly refurbishment_usd: number;
  readonly propellant_usd: number;
  readonly range_usd: number;
  readonly pad_usd: number;
}

/** Marginal cost of a launch; throws RangeError below one flight a stage. */
export function marginalLaunch_usd(parts: LaunchParts): number {
  const { booster_usd, boosterFlights, upper_usd, upperFlights, refurbishment_usd, propellant_usd, range_usd, pad_usd } = parts;
  if (!(boosterFlights >= 1 && upperFlights >= 1)) throw new RangeError(`a stage flies at least once, found ${boosterFlights} and ${upperFlights}`);
  return booster_usd / boosterFlights + upper_usd / upperFlights + refurbishment_usd * (1 - 1 / boosterFlights) + propellant_usd + range_usd + pad_usd;
}
