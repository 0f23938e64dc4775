/**
 * Coolants of pumped loops, and what moving heat with them takes.
 *
 *   1. single-phase: m = Q / (cp dT); two-phase: m = Q / (dx h_fg), dx the vapour quality at the end of the evaporator
 *   2. pump: P = dp m / (rho eta), liquid through the pump
 *   3. pipe: dp = f (L/D) G^2 / (2 rho), G = m / (pi D^2 / 4); f by Churchill 1977, all regimes, Re = G D / mu;
 *      two-phase homogeneous: rho = 1 / (x/rho_v + (1 - x)/rho_l), x the mean quality, liquid viscosity    (Collier & Thome 1994, section 2.3)
 *   4. loop as a conductance between what it cools and what cools it: m cp (1 - exp(-hA / (m cp)))          (Incropera & DeWitt, effectiveness at one wall temperature)
 *
 * Properties of saturated liquid (mixtures: at 2 bar) at 300 and 330 K, between them linear: CoolProp 8.0.0 (Bell et al. 2014), which takes them
 * from the reference equations of each fluid; freezing: its triple point or the mixture's freezing line.
 * Range: 270-360 K for properties (linear beyond 300-330 K, 5 % off for ammonia at 360 K). Accuracy: f 0.5 % of Colebrook's in turbulent
 * flow; homogeneous two-phase pressure drop is within some 50 % of tests at best. Published pump shares of the heat, 2 % single-phase and
 * up to 11 % two-phase, stand in the catalogue: they hold whole loops with valves and filters, these equations only what is given.
 */

export type Coolant = {
  readonly name: string;
  /** Below it the loop blocks: triple point, or freezing line of a mixture. */
  readonly freezing_K: number;
  readonly critical_K: number | null;
  /** At 300 and 330 K. */
  readonly heat_J_per_kg_K: readonly [number, number];
  readonly density_kg_per_m3: readonly [number, number];
  readonly viscosity_Pa_s: readonly [number, number];
  /** Evaporation, vapour density, saturation pressure at 300 and 330 K; null for mixtures kept liquid. */
  readonly vapour: {
    readonly evaporation_J_per_kg: readonly [number, number];
    readonly density_kg_per_m3: readonly [number, number];
    readonly pressure_Pa: readonly [number, number];
  } | null;
};

/** CoolProp 8.0.0; the glycol mixture after Melinder 2010. */
export const COOLANTS = {
  ammonia: {
    name: "ammonia",
    freezing_K: 195.5,
    critical_K: 405.56,
    heat_J_per_kg_K: [4796, 5183],
    density_kg_per_m3: [600.2, 551],
    viscosity_Pa_s: [1.295e-4, 9.737e-5],
    vapour: { evaporation_J_per_kg: [1.158e6, 1.015e6], density_kg_per_m3: [8.244, 18.88], pressure_Pa: [1.061e6, 2.419e6] },
  },
  water: {
    name: "water",
    freezing_K: 273.16,
    critical_K: 647.1,
    heat_J_per_kg_K: [4181, 4184],
    density_kg_per_m3: [996.5, 984.8],
    viscosity_Pa_s: [8.538e-4, 4.891e-4],
    vapour: { evaporation_J_per_kg: [2.437e6, 2.365e6], density_kg_per_m3: [0.02559, 0.1136], pressure_Pa: [3537, 17_210] },
  },
  r134a: {
    name: "R134a",
    freezing_K: 169.85,
    critical_K: 374.21,
    heat_J_per_kg_K: [1432, 1627],
    density_kg_per_m3: [1200, 1069],
    viscosity_Pa_s: [1.905e-4, 1.292e-4],
    vapour: { evaporation_J_per_kg: [1.761e5, 1.433e5], density_kg_per_m3: [34.19, 80.09], pressure_Pa: [7.028e5, 1.56e6] },
  },
  r245fa: {
    name: "R245fa",
    freezing_K: 171.05,
    critical_K: 427.01,
    heat_J_per_kg_K: [1321, 1404],
    density_kg_per_m3: [1333, 1247],
    viscosity_Pa_s: [3.863e-4, 2.736e-4],
    vapour: { evaporation_J_per_kg: [1.902e5, 1.713e5], density_kg_per_m3: [9.069, 23.27], pressure_Pa: [1.59e5, 4.223e5] },
  },
  glycolWater: {
    name: "propylene glycol and water, half by mass",
    freezing_K: 240.96,
    critical_K: null,
    heat_J_per_kg_K: [3557, 3671],
    density_kg_per_m3: [1035, 1013],
    viscosity_Pa_s: [4.738e-3, 1.794e-3],
    vapour: null,
  },
} as const satisfies Readonly<Record<string, Coolant>>;

/** A pair of properties at 300 and 330 K, at a temperature. */
export function coolantProperty(pair: readonly [number, number], temperature_K: number): number {
  return pair[0] + ((pair[1] - pair[0]) * (temperature_K - 300)) / 30;
}

/** Flow that carries a heat as a rise of temperature, kg/s. */
export function singlePhaseFlow_kg_per_s(coolant: Coolant, duty: { readonly heat_W: number; readonly rise_K: number; readonly temperature_K: number }): number {
  return duty.heat_W / (coolantProperty(coolant.heat_J_per_kg_K, duty.temperature_K) * duty.rise_K);
}

/** Flow that carries a heat as vapour of a quality, kg/s; RangeError for a coolant kept liquid. */
export function twoPhaseFlow_kg_per_s(coolant: Coolant, duty: { readonly heat_W: number; readonly quality_frac: number; readonly temperature_K: number }): number {
  const { evaporation_J_per_kg } = vapourOf(coolant);
  return duty.heat_W / (duty.quality_frac * coolantProperty(evaporation_J_per_kg, duty.temperature_K));
}

const vapourOf = (coolant: Coolant): NonNullable<Coolant["vapour"]> => {
  if (coolant.vapour === null) throw new RangeError(`${coolant.name} is not evaporated in a loop`);
  return coolant.vapour;
};

/** Electric power of a pump. */
export function pumpPower_W(pump: { readonly flow_kg_per_s: number; readonly pressureRise_Pa: number; readonly density_kg_per_m3: number; readonly efficiency_frac: number }): number {
  return (pump.pressureRise_Pa * pump.flow_kg_per_s) / (pump.density_kg_per_m3 * pump.efficiency_frac);
}

/** Electric power of a pump over the heat that its single-phase loop carries: rise of pressure / (density x specific heat x rise of temperature x efficiency). */
export function pumpShare_frac(coolant: Coolant, loop: { readonly pressureRise_Pa: number; readonly rise_K: number; readonly efficiency_frac: number; readonly temperature_K: number }): number {
  const flow_kg_per_s = singlePhaseFlow_kg_per_s(coolant, { heat_W: 1, rise_K: loop.rise_K, temperature_K: loop.temperature_K });
  return pumpPower_W({ flow_kg_per_s, pressureRise_Pa: loop.pressureRise_Pa, density_kg_per_m3: coolantProperty(coolant.density_kg_per_m3, loop.temperature_K), efficiency_frac: loop.efficiency_frac });
}

/** Darcy's friction factor (Churchill 1977). */
export function frictionFactor(reynolds: number, roughness_frac: number): number {
  const a = (2.457 * Math.log(1 / ((7 / reynolds) ** 0.9 + 0.27 * roughness_frac))) ** 16;
  const b = (37_530 / reynolds) ** 16;
  return 8 * ((8 / reynolds) ** 12 + (a + b) ** -1.5) ** (1 / 12);
}

export type Pipe = {
  readonly length_m: number;
  readonly bore_m: number;
  /** Height of the roughness over the bore; 0 for a drawn tube. */
  readonly roughness_frac: number;
};

export type PipeFlow = {
  readonly flow_kg_per_s: number;
  readonly temperature_K: number;
  /** Mean vapour quality; 0 for liquid. */
  readonly quality_frac: number;
};

/** Pressure lost to friction in one pipe. */
export function pipePressureDrop_Pa(coolant: Coolant, pipe: Pipe, at: PipeFlow): number {
  const flux = at.flow_kg_per_s / ((Math.PI / 4) * pipe.bore_m ** 2);
  const liquid = coolantProperty(coolant.density_kg_per_m3, at.temperature_K);
  const density = at.quality_frac === 0 ? liquid : 1 / (at.quality_frac / coolantProperty(vapourOf(coolant).density_kg_per_m3, at.temperature_K) + (1 - at.quality_frac) / liquid);
  const reynolds = (flux * pipe.bore_m) / coolantProperty(coolant.viscosity_Pa_s, at.temperature_K);
  return (frictionFactor(reynolds, pipe.roughness_frac) * pipe.length_m * flux ** 2) / (2 * density * pipe.bore_m);
}

/** Conductance of a loop from one wall to its coolant's inlet. */
export function loopConductance_W_per_K(loop: { readonly flow_kg_per_s: number; readonly heat_J_per_kg_K: number; readonly film_W_per_K: number }): number {
  const capacity = loop.flow_kg_per_s * loop.heat_J_per_kg_K;
  return -capacity * Math.expm1(-loop.film_W_per_K / capacity);
}
