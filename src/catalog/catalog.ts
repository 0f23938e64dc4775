import type { Entry, Figure, Kind } from "./entry.ts";
import { arrays } from "./arrays.ts";
import { batteries } from "./batteries.ts";
import { buses } from "./buses.ts";
import { cargo } from "./cargo.ts";
import { chips } from "./chips.ts";
import { climates } from "./climates.ts";
import { coolings } from "./coolings.ts";
import { days } from "./days.ts";
import { driveFailures } from "./drive-failures.ts";
import { priceIndices } from "./price-indices.ts";
import { generators, gridStorage, solarFields } from "./ground-power.ts";
import { awards, pads } from "./launch-permits.ts";
import { launchPropellants } from "./propellants.ts";
import { beamTests, doseLimits } from "./radiation.ts";
import { radiators } from "./radiators.ts";
import { regions } from "./regions.ts";
import { requests } from "./requests.ts";
import { servers } from "./servers.ts";
import { sites } from "./sites.ts";
import { stations } from "./stations.ts";
import { storage } from "./storage.ts";
import { terminals } from "./terminals.ts";
import { trainingModels } from "./training-models.ts";
import { vehicles } from "./vehicles.ts";

const byKind: Readonly<Record<Kind, readonly Entry[]>> = {
  chips,
  servers,
  arrays,
  batteries,
  radiators,
  terminals,
  buses,
  storage,
  vehicles,
  sites,
  stations,
  models: trainingModels,
  beamTests,
  doseLimits,
  driveFailures,
  propellants: launchPropellants,
  climates,
  coolings,
  generators,
  solarFields,
  gridStorage,
  pads,
  awards,
  cargo,
  priceIndices,
  regions,
  days,
  requests,
};
const all: readonly Entry[] = Object.values(byKind).flat();

/** Every entry, or every entry of a kind, in catalogue order. */
export const entries = (kind?: Kind): readonly Entry[] => (kind === undefined ? all : byKind[kind]);

/** The entry of that kind and id, if there is one. */
export const find = (kind: Kind, id: string): Entry | undefined => byKind[kind].find((entry) => entry.id === id);

/** A figure of an entry by name; throws an Error that names both when the entry lacks it. */
export function figureOf(entry: Entry, name: string): Figure {
  const found = Object.hasOwn(entry.figures, name) ? entry.figures[name] : undefined;
  if (found === undefined) throw new Error(`catalog: ${entry.kind} ${entry.id} has no figure "${name}"`);
  return found;
}
