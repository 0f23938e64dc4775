/** One JSON document of a record: typed arrays as arrays, and no number that JSON cannot hold. */

const replaced = (key: string, value: unknown): unknown => {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`"${key}" is ${value}, which JSON cannot hold`);
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : value;
};

/** JSON with a line break at its end. Throws with the field's name on a number that is not finite. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, replaced, 2)}\n`;
