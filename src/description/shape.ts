/** Version 2 of the description. Every key of a number ends in its unit; every number but an id's may be left out. */
import * as z from "zod";
import { above0, count, dateForm, from0, share, within } from "./fact.ts";

const MOST_ITEMS = 1000;

export const idText = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
export const nameText = z.string().min(1).max(200);
export const noteText = z.string().max(4000).optional();

const sourceShape = z.strictObject({
  title: z.string().min(1).describe("author and title, or the paper's number"),
  url: z.string().optional(),
  date: dateForm.optional(),
});

const orbitShape = z.strictObject({
  centre: z.enum(["earth", "sun", "earth-sun-l1", "earth-sun-l2", "moon"]),
  altitude_km: above0("height above the equator's radius; of an eccentric orbit, its mean"),
  inclination_deg: within("to the equator of the centre", [0, 180]),
  localTime_h: within("local time of the ascending node, of a sun-synchronous orbit", [0, 24]),
  sunDistance_au: above0("distance from the Sun, of an orbit about it"),
  sunlit_frac: share("share of the time outside the umbra, mean over a year"),
  satellites: count("platforms of this tier"),
  planes: count("orbital planes"),
  formationRadius_m: above0("half the width of a close formation"),
  spacing_m: above0("least distance of neighbours"),
});

const platformShape = z.strictObject({
  chip: z.string().optional().describe("name of the accelerator"),
  chips: count("accelerators of one platform"),
  it_kW: above0("electric power of the computers of one platform at nameplate"),
  itMean_kW: above0("the same, mean over an orbit or a day"),
  dense_PFLOP_per_s: above0("dense 16-bit arithmetic of one platform"),
  array_kW: above0("electric power of the solar array when new, facing the Sun"),
  array_m2: above0("area of the solar array, one face"),
  cell_frac: share("efficiency of the bare cell"),
  battery_kWh: from0("energy of the battery when new"),
  radiator_m2: above0("area of the radiator, one face"),
  radiatorFaces: within("faces that radiate", [1, 2]),
  radiator_K: above0("mean temperature of the radiating surface"),
  emittance_frac: share("infrared emittance of the radiator"),
  mass_kg: above0("mass at launch"),
  shielding_kg: from0("mass that is there against radiation alone"),
  price_usd: from0("price of one platform, without launch"),
  life_yr: above0("service life"),
});

const linkShape = z.strictObject({
  id: idText,
  kind: z.enum(["optical", "radio", "fibre"]),
  to: z.enum(["platform", "relay", "ground"]),
  count: count("links of this kind on one platform or site"),
  rate_Gbps: above0("of one link, one way"),
});

const launchShape = z.strictObject({
  vehicle: z.string().optional(),
  payload_kg: above0("to the orbit above"),
  platformsPerLaunch: above0("platforms on one launch"),
  price_usd: from0("of one launch"),
  price_usd_per_kg: from0("to the orbit above"),
  launches_per_yr: from0("launches on offer in a year"),
});

const siteShape = z.strictObject({
  place: z.string().min(1),
  latitude_deg: within("north is positive", [-90, 90]),
  longitude_deg: within("east is positive", [-180, 180]),
  it_kW: above0("power of the computers at nameplate"),
  chip: z.string().optional().describe("name of the accelerator"),
  chips: count("accelerators"),
  pue_ratio: within("power drawn over power of the computers, mean over a year", [1, 10]),
  energy_usd_per_kWh: within("price of electricity, mean over a year", [-10, 10]),
  carbon_kg_per_kWh: from0("carbon dioxide of the electricity"),
  water_l_per_kWh: from0("water evaporated on the site"),
  capital_usd_per_kW: from0("site and building, without computers, per kilowatt of IT"),
  online: dateForm.optional().describe("when its power is there"),
});

const common = { id: idText, note: noteText, links: z.array(linkShape).max(MOST_ITEMS).optional() };

const tierShape = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("orbit"), orbit: orbitShape, platform: platformShape, launch: launchShape.optional() }),
  z.strictObject({ ...common, kind: z.literal("ground"), site: siteShape }),
]);

const workloadShape = z.strictObject({
  id: idText,
  note: noteText,
  kind: z.enum(["interactive", "batch", "training", "in-orbit-data"]),
  it_kW: above0("mean power of the computers that it wants"),
  latency_ms: above0("longest time there and back, without computing"),
  deferral_h: from0("how long it may wait"),
  in_GB_per_day: from0("data that it needs from elsewhere"),
  out_GB_per_day: from0("data that it hands on"),
  tiers: z.array(idText).min(1).max(MOST_ITEMS).optional().describe("where it may run; everywhere where not said"),
});

export const descriptionShape = z.strictObject({
  $schema: z.string().optional(),
  orbitalDataCentre: z.literal(2).describe("version of this format"),
  name: nameText,
  note: noteText,
  asOf: dateForm.optional(),
  sources: z.record(idText, sourceShape).optional().describe("what numbers name as their source"),
  tiers: z.array(tierShape).min(1).max(MOST_ITEMS),
  workloads: z.array(workloadShape).max(MOST_ITEMS).optional(),
  boundary: z.strictObject({ includes: z.array(nameText).max(MOST_ITEMS), excludes: z.array(nameText).max(MOST_ITEMS) }).optional().describe("what its prices and masses count, and what not"),
  missing: z.array(nameText).max(MOST_ITEMS).optional().describe("what its author knows to be left out"),
});

/** An orbital data centre as version 2 says it. */
export type Description = z.infer<typeof descriptionShape>;
