/** What is inside the headline on each tier, and what is not. */
import type { Item } from "../ledger/index.ts";
import type { OrderPlan, Plan } from "../plan/index.ts";
import type { Boundary } from "./finance-record.ts";

const WHAT: Readonly<Partial<Record<Item, string>>> = {
  it: "servers, with their refresh or their loss; shielding",
  power: "power plant of the platform or the site: array, battery, converters; substation and distribution, generators, solar field and battery of a site",
  "heat-rejection": "radiator; cooling plant",
  structure: "structure and mass margin, with integration and test; shell and land",
  storage: "storage beyond the servers' own",
  links: "optical terminals and data price; site network",
  control: "avionics, attitude control and propulsion",
  launch: "launch to the working orbit, failed launches included",
  energy: "electricity bought; fuel and upkeep of a site's generators",
  water: "water bought",
  operations: "staff, maintenance, insurance, spectrum",
  disposal: "end of life",
};

const outsideOf = (orders: readonly OrderPlan[]): readonly string[] => [
  "taxes and subsidies",
  "development (non-recurring engineering) of platform and vehicle",
  "cost of waiting in a grid or launch queue beyond the plan's own quarters",
  `interest during construction, and the lead time between paying and running${depositsOf(orders)}`,
  "insurance and ground segment beyond the operations line; egress of the ground sites",
  "network fabric and storage that join servers into clusters",
  "sales, software and models",
  "carbon price",
];

/** What is ordered bears interest on its deposit from the order on. */
const depositsOf = (orders: readonly OrderPlan[]): string => {
  if (orders.length === 0) return "";
  const launches = orders.filter(({ of }) => of === "launches").map(({ id }) => id.slice("order/".length));
  const ordered = [...(orders.some(({ of }) => of === "units") ? ["platforms"] : []), ...(launches.length === 0 ? [] : [`launches of ${launches.join(", ")}`])];
  return `, but for interest on the deposits of what is ordered (${ordered.join("; ")}), which is inside`;
};

/** Items with a cost on either tier, and the things no line counts. */
export const boundaryOf = ({ options, orders }: Pick<Plan, "options" | "orders">): Boundary => {
  const has = (tier: "ground" | "orbit", item: Item): boolean =>
    options.some((option) => option.tier === tier && [...option.capital.map(({ line }) => line), ...option.yearly].some((line) => line.boundary === item && line.quantity !== 0));
  const inside = (Object.keys(WHAT) as Item[])
    .map((item) => ({ item, ground: has("ground", item), orbit: has("orbit", item), what: WHAT[item]! }))
    .filter(({ ground, orbit }) => ground || orbit);
  return { inside, outside: outsideOf(orders) };
};
