/** The last result of a pure function, for loops in which its inputs seldom change. */

/** `of`, run again only where a member of its inputs is another than the last time. */
export const keptLast = <I extends object, T>(of: (inputs: I) => T): ((inputs: I) => T) => {
  let kept: { readonly inputs: I; readonly value: T } | null = null;
  return (inputs) => {
    if (kept === null || !sameMembers(kept.inputs, inputs)) kept = { inputs, value: of(inputs) };
    return kept.value;
  };
};

const sameMembers = <I extends object>(one: I, other: I): boolean => {
  for (const name in other) if (!Object.is(one[name], other[name])) return false;
  return true;
};
