/** What `size` passes on: one platform, closed from its chips up, and what it weighs, draws, rejects and costs. */
import type { Ledger } from "../ledger/index.ts";
import type { AreaBases, CellWear, DoseVerdict, PackWear } from "../physics/index.ts";
import type { ClaimsSizing } from "./claims-record.ts";
import type { RadiationSizing } from "./radiation-record.ts";
import type { SiteSizing } from "./site-sizing.ts";

export interface Sizing {
  readonly status: "feasible" | "infeasible";
  /** Reasons, each with its numbers, when infeasible; empty otherwise. */
  readonly why: readonly string[];
  /** Limits that the platform could not be held against, and for want of what: it may break them. No part of `status`. */
  readonly unheld: readonly string[];
  /** Null for a scenario without orbit. When infeasible it holds what could still be computed, or null. */
  readonly platform: PlatformSizing | null;
  /** The fleet about the Sun as a whole; null in other orbits. */
  readonly swarm: SwarmSizing | null;
  /** Ground sites in the scenario's order, each with reasons and lines of its own: they have no part in `status`, `why` and `ledger`, which are the platform's. */
  readonly sites: readonly SiteSizing[];
  /** Lines of one platform (period "unit"): kg, W, m2, $. */
  readonly ledger: Ledger;
  /** What is published of a design like this, held against itself: no part of our own sizing's status. Null where the scenario has no claims. */
  readonly claims: ClaimsSizing | null;
  /** Made when read. */
  readonly notes: readonly string[];
}

/** A fleet about the Sun, all platforms new and at full load. */
export interface SwarmSizing {
  readonly satellites: number;
  readonly array_m2: number;
  readonly electric_W: number;
  readonly it_W: number;
  /** Sunlight that the arrays meet, and its share of all that the Sun gives. */
  readonly met_W: number;
  readonly sunShare_frac: number;
  /** (log10 of the electric watts - 6)/10. */
  readonly kardashev: number;
  /** Platforms whose arrays would cover the sphere at this distance. */
  readonly satellitesToSphere: number;
  readonly mass_kg: number;
  /** Between neighbours of one ring of them all. */
  readonly spacing_km: number;
  /** How long the rest of the sphere would take; null where no factory runs in the horizon. */
  readonly growth: SwarmGrowth | null;
}

export interface SwarmGrowth {
  /** The highest rate of the factory in the horizon. */
  readonly rate_per_yr: number;
  readonly atThatRate_yr: number;
  /** How fast the rate doubles from its first quarter to its highest; null where it does not grow. */
  readonly doubling_yr: number | null;
  /** The same sphere, were the rate to go on doubling so. */
  readonly doublingOn_yr: number | null;
}

export interface PlatformSizing {
  readonly servers: number;
  readonly accelerators: number;
  /** IT input power: nameplate, and what the platform is sized for and uses on average (equal to it unless `load: measured`). */
  readonly itNameplate_W: number;
  readonly itPeak_W: number;
  readonly itMean_W: number;
  /** Dense BF16 rate and sustained token rate of all servers at full load, spares too: what belongs to the nameplate. */
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  /** Accelerators that are no spares, and their rates at full load. */
  readonly working: WorkingSizing;
  /** Avionics, attitude control, links, storage and pumps, at their inputs. */
  readonly bus_W: number;
  /** The same with the servers off, in a shadow that sheds and in safe mode: the pump turns slowly. */
  readonly busAsleep_W: number;
  readonly conversion_frac: number;
  /** At the array bus, with conversion losses: full load, mean load, and what must run in shadow. */
  readonly loadPeak_W: number;
  readonly loadMean_W: number;
  readonly loadShadow_W: number;
  readonly eclipse: "shed" | "ride-through";
  /** Both ways through the shadow, where the scenario leaves the choice to them; null where it says which. */
  readonly eclipseChoice: EclipseSizing | null;
  /** Altitude null at L1 and about the Sun, where the inclination is that to the ecliptic, 0; mean distance of the Sun. */
  readonly orbit: { readonly altitude_km: number | null; readonly inclination_deg: number; readonly sunDistance_au: number; readonly period_s: number; readonly shadowMax_s: number };
  readonly array: ArraySizing;
  readonly battery: BatterySizing;
  readonly radiator: RadiatorSizing;
  readonly chain: HeatChain;
  readonly mass: MassBudget;
  /** How long the orbit lasts, what holding and leaving it takes. */
  readonly life: LifeSizing;
  /** The close cluster that it flies in; null for a platform on its own. */
  readonly formation: FormationSizing | null;
  /** Dose of the parts, upsets of the chips, what still works at which age. */
  readonly radiation: RadiationSizing;
  /** What it carries of links, by kind; terminals of `orbit.platform` first, also where there are none. */
  readonly links: readonly LinkPart[];
  /** Drives beside the data that they hold; null where the scenario says nothing of the data. */
  readonly storage: StorageSizing | null;
  /** Volume when stowed for launch. */
  readonly volume_m3: number;
  readonly itMass_kg_per_kW: number;
  readonly closure: { readonly iterations: number; readonly residual_frac: number };
  /** The constraint that holds the design: named in words with its number; made when read. */
  readonly binds: string;
  readonly price_usd: number;
}

/** What computes while its spares stand cold. */
export interface WorkingSizing {
  readonly accelerators: number;
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
}

export interface ArraySizing {
  readonly area_m2: number;
  /** Output at the orbit's mean distance from the Sun, its temperature and mean pointing, referred to 1 au by the inverse square: new, and at the end of life. */
  readonly bol_W: number;
  readonly eol_W: number;
  readonly cellTemperature_K: number;
  /** By the orbit's particles or by one yearly loss, and why not the first where it was asked for. */
  readonly wear: CellWear;
  readonly notByDose: string | null;
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
  /** Capacity at the end of life over new, which the battery is sized by, and the laws it comes from. */
  readonly endCapacity_frac: number;
  readonly wear: PackWear;
  readonly mass_kg: number;
}

/** Dry mass and energy of both designs. */
export interface EclipseSizing {
  readonly rideThrough: EclipseWay;
  readonly shed: EclipseWay;
}

export interface EclipseWay {
  readonly dry_kg: number;
  /** IT energy in a year at full load. */
  readonly energy_J_per_yr: number;
  /** Dry mass over the year's mean of it: the less is chosen. */
  readonly kg_per_W: number;
}

/** The panel's temperature as written and where the platform is lightest per token. */
export interface CoolantChoice {
  readonly by: "written" | "lightest";
  readonly curve: "h100" | "iscr";
  readonly leakage_frac: number;
  readonly written_K: number;
  readonly lightest_K: number;
  /** Energy a token at the lightest over that at the written temperature. */
  readonly energyRatio: number;
  /** Radiator and power system lighter by this than as written, structure and margin left out. */
  readonly saved_kg: number;
  /** The trade itself, or the limit of junction or coolant inlet. */
  readonly binds: "trade" | "limit";
  /** Whether either temperature lies outside the two points that the curve was drawn through. */
  readonly stretched: boolean;
}

export interface RadiatorSizing {
  readonly area_m2: number;
  readonly sides: number;
  readonly heat_W: number;
  readonly temperature_K: number;
  /** Emitted less absorbed per square metre of panel in the hot case at end of life. */
  readonly netFlux_W_per_m2: number;
  /** sides * emittance * fin efficiency at `temperature_K`: the panel emits this times sigma T^4 per square metre. */
  readonly emission_frac: number;
  /** sides * emittance, and (mL)^2 of the fin over the cube of its temperature: what makes the efficiency at another (physics/fin). */
  readonly bare_frac: number;
  readonly fin_per_K3: number;
  /** Absorbed from Earth (infrared and albedo), Sun and array per square metre of panel: hot case, and in shadow. */
  readonly absorbedHot_W_per_m2: number;
  readonly absorbedShadow_W_per_m2: number;
  /** What the hot case is made of, coating at end of life. */
  readonly absorbed: RadiatorAbsorbed;
  readonly heatCapacity_J_per_K: number;
  readonly holes: RadiatorHoles;
  /** The same radiator by panel, one side counted, and by all emitting faces. */
  readonly basis: AreaBases;
  readonly coolant: { readonly name: string; readonly freezing_K: number };
  /** Safe mode in shadow, coating new: what the fed panel falls to without heater, the lowest allowed, its heat; the heater in sunlight, what of it the battery carries in shadow, and by how much sunlight warms the panel beforehand instead. */
  readonly cold: { readonly unheated_K: number; readonly lowest_K: number; readonly heat_W: number; readonly fed_frac: number; readonly heater_W: number; readonly inShadow_W: number; readonly preheat_K: number };
  /** Null where limits leave no temperature to choose. */
  readonly choice: CoolantChoice | null;
  readonly pump_W: number;
  readonly mass_kg: number;
}

/** Per square metre of panel. */
export interface RadiatorAbsorbed {
  /** Of the mean Earth, always. */
  readonly infrared_W_per_m2: number;
  /** Of an Earth lit from straight above the panel, the Sun at 1 au. */
  readonly albedo_W_per_m2: number;
  /** Of the Sun square to a face at 1 au. */
  readonly sun_W_per_m2: number;
  /** Largest cosine of the Sun to a face over an orbit: that of an angle which does not change, or of the beta angle less the error of attitude. */
  readonly sunCosine: { readonly by: "fixed"; readonly cosine: number } | { readonly by: "beta"; readonly error_deg: number };
  /** Of the array's back at its hottest. */
  readonly array_W_per_m2: number;
}

/** Meteoroids on a panel over the life, in the mean. */
export interface RadiatorHoles {
  /** Smallest that opens a loop, and how many of it and above meet one side. */
  readonly smallest_m: number;
  readonly flux_per_m2_yr: number;
  /** Holes over the life. */
  readonly punctures: number;
  /** A panel smaller than a loop is one. */
  readonly loops: number;
  /** Hazard of one loop. */
  readonly closed_per_yr: number;
  /** Of many loops the share still fed at the end of life, which rejects the heat; of one the chance that it is whole. */
  readonly left_frac: number;
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

export interface LifeSizing {
  readonly launch_utc: string;
  readonly end_utc: string;
  /** Mean over the life; null where the air is not computed: above 1,000 km and away from the Earth. */
  readonly f107_sfu: number | null;
  /** Mean share of array and radiator seen from the direction of flight; null as above. */
  readonly arrayRam_frac: number | null;
  readonly radiatorRam_frac: number | null;
  /** Area that the air sees: held, mean over the orbit, and tumbling. */
  readonly dragArea_m2: number;
  readonly tumblingArea_m2: number;
  /** Dry mass over drag coefficient and drag area, held; null as above. */
  readonly ballistic_kg_per_m2: number | null;
  /** Make-up of drag, dry: mean over the life and in its hardest twelve months. 0 where the air is not computed. */
  readonly dragMakeup_m_per_s_per_yr: number;
  readonly worstDragMakeup_m_per_s_per_yr: number;
  /** Above 1,000 km what it would be there, which is more; null elsewhere. */
  readonly dragBound_m_per_s_per_yr: number | null;
  /** Drag in its hardest twelve months, and the power that a thruster without losses turns into thrust against it: none where the air is not computed. */
  readonly worstDrag_N: number;
  readonly worstJet_W: number;
  readonly deltaV: DeltaVBudget;
  /** Speed that the same platform would need if launched within the horizon when drag is hardest, and when that is. */
  readonly hardestLaunch: { readonly launch_utc: string; readonly needed_m_per_s: number };
  /** Propellant by purpose; one item when the speed is written. */
  readonly propellant_kg: PropellantUse;
  /** Nobody holding it, tumbling: from the launch with all propellant, and from the end of life without. */
  readonly fallFromLaunch: Fall | null;
  readonly fallFromEnd: Fall | null;
  readonly disposal: DisposalSizing;
}

export interface DeltaVByPurpose {
  readonly insertion_m_per_s: number;
  readonly stationKeeping_m_per_s: number;
  readonly avoidance_m_per_s: number;
  readonly formation_m_per_s: number;
  readonly disposal_m_per_s: number;
}

export interface DeltaVBudget {
  /** As the scenario has it; null when it is left to be computed. This and the next two without insertion. */
  readonly written_m_per_s: number | null;
  readonly needed_m_per_s: number;
  readonly carried_m_per_s: number;
  readonly byPurpose: DeltaVByPurpose;
}

export type PropellantUse = Readonly<Record<string, number>>;

/** When it is down to 200 km, or where it still is after the years that were looked at. */
export type Fall =
  | { readonly kind: "decays"; readonly life_yr: number; readonly end_utc: string }
  | { readonly kind: "stays"; readonly within_yr: number; readonly altitude_km: number };

export interface DisposalSizing {
  readonly way: "controlled" | "lowered" | "passive" | "graveyard" | "none";
  readonly speed_m_per_s: number;
  readonly to_km: number | null;
  readonly within_yr: number;
  /** Highest circle from which drag alone is in time; null where that is above 1,000 km or not asked. */
  readonly passiveCeiling_km: number | null;
  /** Whether drag alone is in time; null above 2,000 km. */
  readonly passive: boolean | null;
  /** Whether it is gone in time by the way chosen; null above 2,000 km, where the rule does not ask. */
  readonly ruleMet: boolean | null;
}

/** One kind of link on board; `id` is its ledger's subsystem. */
export interface LinkPart {
  readonly id: "links" | "downlink" | "interlink";
  /** Catalogue entry, or the field that says it. */
  readonly source: string;
  readonly count: number;
  /** All of them together, at work all the time. */
  readonly mass_kg: number;
  readonly power_W: number;
  readonly price_usd: number;
}

export interface StorageSizing {
  /** On board; null for `needed` where no number of spares is enough. */
  readonly drives: number;
  readonly needed: number | null;
  /** What the number of drives that hold data follows from. */
  readonly limit: "room" | "endurance";
  readonly groups: number;
  readonly sparesPerGroup: number;
  readonly mass_kg: number;
  readonly power_W: number;
  /** Share of the time that a drive reads or writes, and of its endurance used over the life, with as many drives as needed. */
  readonly active_frac: number;
  readonly wear_frac: number;
  /** Upper bound on the chance that any data are lost over the life; null where no number of spares is enough. */
  readonly lossBound_frac: number | null;
  /** Least time that a worn drive keeps its data without power; null where its maker states no class. */
  readonly retention_yr: number | null;
  /** Over the life, behind the chips' shielding and with the same confidence; null where not known. */
  readonly dose_rad: number | null;
  readonly dose: DoseVerdict;
}

/** One cluster in one plane; distances over an orbit, errors between two corrections. */
export interface FormationSizing {
  readonly satellites: number;
  /** How many fit. */
  readonly slots: number;
  readonly lattice: "square" | "hexagonal";
  readonly radius_m: number;
  /** Along the track over radial, with J2. */
  readonly axisRatio: number;
  /** Least distance of neighbours, and largest of nearest neighbours. */
  readonly least_m: number;
  readonly most_m: number;
  /** How far off its slot a platform may be: knowledge and drift until the next correction. */
  readonly error_m: number;
  /** Least distance less the errors of two. */
  readonly clear_m: number;
  readonly keepOut_m: number;
  /** Outermost slot under J2: started as without it, and with energies matched. */
  readonly unmatchedDrift_m_per_d: number;
  readonly matchedDrift_m_per_d: number;
  /** By a difference in drag, until the next correction, in the hardest year. */
  readonly dragDrift_m: number;
  /** Correcting the drift under J2. */
  readonly unmatched_m_per_s_per_yr: number;
  readonly matched_m_per_s_per_yr: number;
  /** With differential drag, mean over the life: what the budget carries. */
  readonly keeping_m_per_s_per_yr: number;
}
