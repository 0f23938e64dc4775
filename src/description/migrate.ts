/** From one version of the description to the next. Nothing is made up: a number keeps its value, and its source where its tier named one. */
import type { Fact } from "./fact.ts";
import type { FirstDescription } from "./first-shape.ts";
import type { Description } from "./shape.ts";

type FirstTier = FirstDescription["tiers"][number];
type Tier = Description["tiers"][number];

/** Version 1 to 2: "space" is "orbit", about the Earth; places and platforms get sections of their own; a tier's source becomes that of each of its numbers. */
export const toSecond = ({ name, note, tiers, workloads }: FirstDescription): Description => {
  const sources = Object.fromEntries(tiers.flatMap(({ id, source }) => (source === undefined ? [] : [[id, { title: source }]])));
  return {
    orbitalDataCentre: 2,
    name,
    ...(note === undefined ? {} : { note }),
    ...(Object.keys(sources).length === 0 ? {} : { sources }),
    tiers: tiers.map(tierOf),
    ...(workloads === undefined ? {} : { workloads: workloads.map(({ power_kW, ...rest }) => ({ ...rest, ...(power_kW === undefined ? {} : { it_kW: power_kW }) })) }),
  };
};

const tierOf = (tier: FirstTier): Tier => {
  const fact = factOf(tier);
  if (tier.kind === "ground") return { id: tier.id, kind: "ground", site: given({ place: tier.place, chip: tier.chip, it_kW: fact(tier.power_kW), pue_ratio: fact(tier.pue) }) };
  return {
    id: tier.id,
    kind: "orbit",
    orbit: given({ centre: "earth" as const, altitude_km: fact(tier.altitude_km), inclination_deg: fact(tier.inclination_deg), satellites: fact(tier.satellites) }),
    platform: given({ chip: tier.chip, it_kW: fact(tier.power_kW), array_kW: fact(tier.array_kW), radiator_m2: fact(tier.radiator_m2), mass_kg: fact(tier.mass_kg) }),
  };
};

const factOf = ({ id, source }: FirstTier) => (value: number | undefined): number | Fact | undefined =>
  value === undefined || source === undefined ? value : { value, source: id };

/** Without what was not said. */
const given = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
