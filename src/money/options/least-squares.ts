/**
 * Least squares by the normal equations: coefficients x of least |A x - y|^2 from A'A x = A'y, by Cholesky's factors. A column that the
 * ones before it make up already gets 0, so that a factor that does not move in a sample does no harm.
 *
 * Range: some tens of columns scaled alike (standardised numbers and their small powers), rows above columns.
 */

/** Share of a column's square below which nothing new is in it. */
const NOTHING_NEW = 1e-11;

/** Sums of A'A and A'y, row by row. */
export interface NormalEquations {
  readonly columns: number;
  readonly gram: Float64Array;
  readonly right: Float64Array;
}

export const normalEquations = (columns: number): NormalEquations => ({ columns, gram: new Float64Array(columns * columns), right: new Float64Array(columns) });

/** Adds a row of A with its y. */
export const addRow = ({ columns, gram, right }: NormalEquations, row: Float64Array, y: number): void => {
  for (let i = 0; i < columns; i++) {
    right[i]! += row[i]! * y;
    for (let j = 0; j <= i; j++) gram[i * columns + j]! += row[i]! * row[j]!;
  }
};

/** The coefficients. */
export const solveNormal = ({ columns: n, gram, right }: NormalEquations): Float64Array => {
  const root = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = gram[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= root[i * n + k]! * root[j * n + k]!;
      if (j < i) root[i * n + j] = root[j * n + j]! === 0 ? 0 : rest / root[j * n + j]!;
      else root[i * n + i] = rest > NOTHING_NEW * gram[i * n + i]! ? Math.sqrt(rest) : 0;
    }
  }
  return backwards(root, forwards(root, right));
};

const forwards = (root: Float64Array, right: Float64Array): Float64Array => {
  const n = right.length;
  const half = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = right[i]!;
    for (let k = 0; k < i; k++) rest -= root[i * n + k]! * half[k]!;
    half[i] = root[i * n + i] === 0 ? 0 : rest / root[i * n + i]!;
  }
  return half;
};

const backwards = (root: Float64Array, half: Float64Array): Float64Array => {
  const n = half.length;
  const found = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = half[i]!;
    for (let k = i + 1; k < n; k++) rest -= root[k * n + i]! * found[k]!;
    found[i] = root[i * n + i] === 0 ? 0 : rest / root[i * n + i]!;
  }
  return found;
};
