/** What `size` passes on: one platform, closed from its chips up, and what it weighs, draws, rejects and costs. */
import type { Ledger } from "../ledger/index.ts";

export interface Sizing {
  readonly status: "feasible" | "infeasible";
  /** Reasons, each with its numbers, when infeasible; empty otherwise. */
  readonly why: readonly string[];
  /** Null for a scenario without orbit. When infeasible it holds what could still be computed, or null. */
  readonly platform: PlatformSizing | null;
  /** Lines of one platform (period "unit"): kg, W, m2, $. */
  readonly ledger: Ledger;
  readonly notes: readonly string[];
}

export interface PlatformSizing {
  readonly servers: number;
  readonly accelerators: number;
  /** IT input power: nameplate, and what the platform is sized for and uses on average (equal to it unless `load: measured`). */
  readonly itNameplate_W: number;
  readonly itPeak_W: number;
  readonly itMean_W: number;
  /** Dense BF16 rate and sustained token rate of all servers at full load. */
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  /** Avionics, attitude control, links, storage and pumps, at their inputs. */
  readonly bus_W: number;
  readonly conversion_frac: number;
  /** At the array bus, with conversion losses: full load, mean load, and what must run in shadow. */
  readonly loadPeak_W: number;
  readonly loadMean_W: number;
  readonly loadShadow_W: number;
  readonly eclipse: "shed" | "ride-through";
  readonly orbit: { readonly altitude_km: number; readonly inclination_deg: number; readonly period_s: number; readonly shadowMax_s: number };
  readonly array: ArraySizing;
  readonly battery: BatterySizing;
  readonly radiator: RadiatorSizing;
  readonly chain: HeatChain;
  readonly mass: MassBudget;
  /** Volume when stowed for launch. */
  readonly volume_m3: number;
  readonly itMass_kg_per_kW: number;
  readonly closure: { readonly iterations: number; readonly residual_frac: number };
  /** The constraint that holds the design: named in words with its number. */
  readonly binds: string;
  readonly price_usd: number;
}

export interface ArraySizing {
  readonly area_m2: number;
  /** Output at 1 au at operating temperature and mean pointing: new, and at the end of life. */
  readonly bol_W: number;
  readonly eol_W: number;
  readonly cellTemperature_K: number;
  readonly degradation_per_yr: number;
  readonly mass_kg: number;
}

export interface BatterySizing {
  readonly capacity_J: number;
  readonly depthOfDischarge_frac: number;
  /** Deepest that the cell's own limit and its cycle life allow. */
  readonly allowedDepth_frac: number;
  /** Square root of the round trip each way. */
  readonly chargeEfficiency_frac: number;
  readonly dischargeEfficiency_frac: number;
  readonly cycles_per_yr: number;
  readonly mass_kg: number;
}

export interface RadiatorSizing {
  readonly area_m2: number;
  readonly sides: number;
  readonly heat_W: number;
  readonly temperature_K: number;
  /** Emitted less absorbed per square metre of panel in the hot case at end of life. */
  readonly netFlux_W_per_m2: number;
  /** sides * emittance * fin efficiency: the panel emits this times sigma T^4 per square metre. */
  readonly emission_frac: number;
  /** Absorbed from Earth (infrared and albedo) and Sun per square metre of panel: hot case, and in shadow. */
  readonly absorbedHot_W_per_m2: number;
  readonly absorbedShadow_W_per_m2: number;
  readonly heatCapacity_J_per_K: number;
  readonly pump_W: number;
  readonly mass_kg: number;
}

/** Temperatures from panel to junction at full load. */
export interface HeatChain {
  readonly panel_K: number;
  readonly coolant_K: number;
  /** Warmest coolant that the server takes in; null where its maker states none. */
  readonly coolantMax_K: number | null;
  readonly junction_K: number;
  readonly junctionMax_K: number;
}

export interface MassBudget {
  readonly parts_kg: Readonly<Record<string, number>>;
  readonly margin_kg: number;
  readonly dry_kg: number;
  readonly propellant_kg: number;
  readonly wet_kg: number;
}
