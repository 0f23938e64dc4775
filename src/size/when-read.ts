/**
 * Fields of a record that are made when they are first read: words for a reader, and what a loop over platforms never asks for.
 *
 * They are fields like others to whoever reads, spreads, clones or writes them as JSON. The accessors are one pair of functions a name, for
 * all records: a getter in a literal would give each record a hidden class of its own, which costs more than the sizing (some 50 µs and,
 * worse, memory that only a full collection frees).
 */

type Makers = Readonly<Record<string, () => unknown>>;
type Made<M extends Makers> = { readonly [K in keyof M]: ReturnType<M[K]> };

/** Where a record keeps how its fields are made, and those made: no key that is listed. */
const HIDDEN = Symbol("made when read");

interface Hidden {
  readonly makers: Makers;
  readonly made: Record<string, unknown>;
}

const ACCESSORS = new Map<string, PropertyDescriptor>();

const accessorOf = (name: string): PropertyDescriptor => {
  const known = ACCESSORS.get(name);
  if (known !== undefined) return known;
  const accessor: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: { readonly [HIDDEN]: Hidden }) {
      const { makers, made } = this[HIDDEN];
      return Object.hasOwn(made, name) ? made[name] : (made[name] = makers[name]!());
    },
  };
  ACCESSORS.set(name, accessor);
  return accessor;
};

/** The record itself, with further fields. */
export const whenRead = <R extends object, M extends Makers>(record: R, makers: M): R & Made<M> => {
  const hidden: Hidden = { makers, made: {} };
  Object.defineProperty(record, HIDDEN, { value: hidden });
  for (const name of Object.keys(makers)) Object.defineProperty(record, name, accessorOf(name));
  return record as R & Made<M>;
};
