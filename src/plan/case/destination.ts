/**
 * Where a vehicle lets the platforms go, and the ideal speed from its pad to there.
 *
 *   1. round the Earth: the climb to the wanted circle and plane; a plane lower than the pad's latitude is turned into at the far apsis
 *      (physics/departure, eqs 1-2)
 *   2. geostationary: the transfer orbit where the platform makes the last burn (orbit.insertion), the ring where the vehicle's stage does
 *   3. L1: escape with C3 -0.7 km2/s2 (eq. 5)
 *   4. about the Sun: escape with the C3 of Hohmann's ellipse (eqs 3-4), and the burn into the circle where the stage makes it; with C3 0
 *      for platforms that spiral on with an electric engine (eq. 6)
 */
import { climb, escapeSpeed_m_per_s, geostationaryAltitude_km, heliocentricTransfer, ownWayAboutSun, ringInsertion_m_per_s, SUN_EARTH_L1_C3_KM2_PER_S2, type Climb } from "../../physics/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { PlatformSizing } from "../../size/index.ts";
import { formatNumber } from "../../units/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

export interface Destination {
  readonly speed_m_per_s: number;
  /** In words: "650 km, 97.99 deg". */
  readonly nameOf: () => string;
}

/** Where platforms of an orbit, with an engine of some Isp, are let go by a vehicle that starts from a latitude. */
export const destinationOf = (orbit: Orbit, { latitude_deg, isp_s, ...sized }: Pick<PlatformSizing["orbit"], "altitude_km" | "inclination_deg"> & { readonly latitude_deg: number; readonly isp_s: number }): Destination => {
  const byStage = orbit.insertion === "vehicle";
  switch (orbit.type) {
    case "sun-synchronous":
    case "circular": {
      const shell = { altitude_km: written("altitude", sized.altitude_km), inclination_deg: sized.inclination_deg };
      return { speed_m_per_s: whole(climb({ ...shell, latitude_deg })), nameOf: () => `${formatNumber(shell.altitude_km)} km, ${formatNumber(shell.inclination_deg)} deg` };
    }
    case "geostationary": {
      const way = climb({ altitude_km: geostationaryAltitude_km(), inclination_deg: 0, latitude_deg });
      if (byStage) return { speed_m_per_s: whole(way), nameOf: () => "the geostationary ring" };
      return { speed_m_per_s: way.transfer_m_per_s, nameOf: () => `a geostationary transfer orbit with ${formatNumber(ringInsertion_m_per_s(way, isp_s))} m/s left to the platform` };
    }
    case "sun-earth-l1":
      return { speed_m_per_s: escapeSpeed_m_per_s({ c3_km2_per_s2: SUN_EARTH_L1_C3_KM2_PER_S2, latitude_deg }), nameOf: () => `Earth-Sun L1 (C3 ${SUN_EARTH_L1_C3_KM2_PER_S2} km2/s2)` };
    case "heliocentric": {
      const solarDistance_au = written("solarDistance", orbit.solarDistance_au);
      const transfer = heliocentricTransfer(solarDistance_au);
      const own = ownWayAboutSun(solarDistance_au, isp_s);
      const c3_km2_per_s2 = byStage ? transfer.c3_km2_per_s2 : own.c3_km2_per_s2;
      const away = escapeSpeed_m_per_s({ c3_km2_per_s2, latitude_deg });
      const rest = (): string => (byStage ? `${formatNumber(transfer.arrival_m_per_s)} m/s at the end by its stage` : `${formatNumber(own.platform_m_per_s)} m/s left to the platform`);
      return { speed_m_per_s: byStage ? away + transfer.arrival_m_per_s : away, nameOf: () => `${formatNumber(solarDistance_au)} au about the Sun (C3 ${formatNumber(c3_km2_per_s2)} km2/s2, ${rest()})` };
    }
  }
};

/** Speed of a whole climb. */
export const whole = ({ transfer_m_per_s, insertion_m_per_s }: Climb): number => transfer_m_per_s + insertion_m_per_s;

const written = (field: string, value: number | null): number => {
  if (value === null) throw new Error(`orbit.${field} must be written for this type of orbit`);
  return value;
};
