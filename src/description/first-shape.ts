/** Version 1 of the description, a draft: plain numbers, a source for a whole tier. Frozen; read so that it can be brought forward. */
import * as z from "zod";
import { idText, nameText, noteText } from "./shape.ts";

const above = z.number().gt(0).optional();

const common = { id: idText, chip: z.string().optional(), power_kW: z.number().gt(0).describe("computers: of one satellite, or of the whole site"), source: z.string().optional() };

const tierShape = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("space"),
    altitude_km: above,
    inclination_deg: z.number().gte(0).lte(180).optional(),
    satellites: z.int().gt(0).optional(),
    array_kW: above,
    radiator_m2: above,
    mass_kg: above,
  }),
  z.strictObject({ ...common, kind: z.literal("ground"), place: z.string().min(1), pue: z.number().gte(1).lte(10).optional() }),
]);

const workloadShape = z.strictObject({
  id: idText,
  kind: z.enum(["interactive", "batch", "training"]),
  power_kW: above,
  latency_ms: above,
  deferral_h: z.number().gte(0).optional(),
});

export const firstShape = z.strictObject({
  orbitalDataCentre: z.literal(1),
  name: nameText,
  note: noteText,
  tiers: z.array(tierShape).min(1).max(1000),
  workloads: z.array(workloadShape).max(1000).optional(),
});

/** What version 1 said. */
export type FirstDescription = z.infer<typeof firstShape>;
