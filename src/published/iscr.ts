/**
 * ISCR: a panel that is array, compute and radiator at once.
 *
 * (1) mass = area * (array + compute + radiator areal density)   (2) specific power = power/mass
 * (3) array alone: power per area/array density
 * Source: arXiv:2604.07760 as read in a note: 1 kW and 2.9 m2 a panel, 3.15 kg/m2 of which 0.52, 0.23 and 2.40.
 */
import type { ModelCard } from "./card.ts";

export const iscr: ModelCard = {
  id: "iscr",
  title: "ISCR, integrated solar, compute and radiator panel",
  source: "arXiv:2604.07760, figures as noted 2026-11",
  asOf: "2026-04",
  grade: "rebuilt term by term",
  evidence: "published",
  boundary: "mass of one panel of 1 kW; no bus, no links, no propulsion, no price",
  faults: [
    "unbuilt; 2.40 kg/m2 of vapour chamber is a third of what flies",
    "1 kW on 2.9 m2 of 3.15 kg/m2 is 109.5 kW/t; 112.5 is printed",
    "506 W/kg is printed for the array; its own 363 W/m2 over 0.52 kg/m2 is 698",
    "the panel is the satellite: bus, attitude, links and propellant are not weighed",
  ],
};

export type IscrPanel = {
  readonly power_W: number;
  readonly area_m2: number;
  readonly array_kg_per_m2: number;
  readonly compute_kg_per_m2: number;
  readonly radiator_kg_per_m2: number;
  readonly array_W_per_m2: number;
};

export const iscrPanel: IscrPanel = { power_W: 1000, area_m2: 2.9, array_kg_per_m2: 0.52, compute_kg_per_m2: 0.23, radiator_kg_per_m2: 2.4, array_W_per_m2: 363 };

/** Equations (1) to (3). */
export function iscrSizing(panel: IscrPanel): {
  readonly mass_kg: number;
  readonly specificPower_W_per_kg: number;
  readonly array_W_per_kg: number;
} {
  const mass_kg = panel.area_m2 * (panel.array_kg_per_m2 + panel.compute_kg_per_m2 + panel.radiator_kg_per_m2);
  return { mass_kg, specificPower_W_per_kg: panel.power_W / mass_kg, array_W_per_kg: panel.array_W_per_m2 / panel.array_kg_per_m2 };
}
