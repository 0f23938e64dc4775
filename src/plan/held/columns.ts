/** Columns by quarter that one evaluation after another writes to: what is made anew each time costs more than what is written in it. */
export interface Columns {
  /** All columns may be taken again; what was read of them is lost. */
  readonly begin: () => void;
  /** The next column, all zeros. */
  readonly take: () => Float64Array;
  /** The next column with whatever it held, for what writes all of it. */
  readonly takeAny: () => Float64Array;
}

/** Columns of a length, as many as are taken. */
export const columnsOf = (length: number): Columns => {
  const columns: Float64Array[] = [];
  let next = 0;
  const takeAny = (): Float64Array => {
    if (next === columns.length) columns.push(new Float64Array(length));
    return columns[next++]!;
  };
  return { begin: () => void (next = 0), take: () => takeAny().fill(0), takeAny };
};
