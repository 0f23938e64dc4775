/** The catalogue as the language sees it: a port, so that a test or a studio may hand in another. */
import { entries, find, KINDS, type Entry, type Kind } from "../catalog/index.ts";

export interface Catalogue {
  /** Ids of a kind, in catalogue order. */
  readonly ids: (kind: Kind) => readonly string[];
  readonly find: (kind: Kind, id: string) => Entry | undefined;
}

export const catalogIds = (kind: Kind): readonly string[] => entries(kind).map((entry) => entry.id);

/** The catalogue that comes with the package. */
export const builtinCatalogue: Catalogue = { ids: catalogIds, find };

/** An entry and those it refers to (a server's chip), by "kind/id". Throws when a reference leads nowhere: a fault of the catalogue. */
export const withReferences = (entry: Entry, catalogue: Catalogue): Readonly<Record<string, Entry>> => {
  const found: Record<string, Entry> = { [`${entry.kind}/${entry.id}`]: entry };
  for (const [role, id] of Object.entries(entry.refs ?? {})) {
    const kind = KINDS.find((k) => k === role || k === `${role}s`);
    const other = kind === undefined ? KINDS.map((k) => catalogue.find(k, id)).find((e) => e !== undefined) : catalogue.find(kind, id);
    if (!other) throw new Error(`catalog: ${entry.kind}/${entry.id} refers to ${role} "${id}", which is not there`);
    found[`${other.kind}/${other.id}`] = other;
  }
  return found;
};
