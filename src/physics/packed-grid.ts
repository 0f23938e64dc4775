/**
 * Whole numbers on a grid, packed as text: each foretold from its neighbours, what is left coded after Rice.
 *
 *   1. foretold from the left a, the one above b and the one above left c: min(a, b) if c >= max(a, b), max(a, b) if c <= min(a, b), else a + b - c
 *      (the median predictor of JPEG-LS, ITU-T T.87, 1998)
 *   2. the rest e as u = 2e, or -2e - 1 below zero; u as u >> k ones and a zero, then its k low bits; k the least with 2^k >= mean of u so far (Rice 1979)
 *
 * The mean forgets by halves every 32 values. Exact: what goes in comes out.
 */

/** Text is base64. */
export type PackedGrid = { readonly rows: number; readonly columns: number; readonly text: string };

/** The numbers, row by row. */
export function unpackGrid({ rows, columns, text }: PackedGrid): Int32Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const values = new Int32Array(rows * columns);
  const mean = freshMean();
  let at = 0;
  const bit = () => (bytes[at >> 3]! >> (7 - (at++ & 7))) & 1;
  for (let i = 0; i < values.length; i++) {
    const low = lowBits(mean);
    let u = 0;
    while (bit() === 1) u++;
    for (let k = 0; k < low; k++) u = (u << 1) | bit();
    note(mean, u);
    values[i] = foretold(values, i, columns) + (u & 1 ? -(u + 1) / 2 : u / 2);
  }
  return values;
}

/** The other way, for scripts that write maps. */
export function packGrid(values: Int32Array, columns: number): PackedGrid {
  const bits: number[] = [];
  const mean = freshMean();
  values.forEach((value, i) => {
    const e = value - foretold(values, i, columns);
    const u = e >= 0 ? 2 * e : -2 * e - 1;
    const low = lowBits(mean);
    for (let k = u >> low; k > 0; k--) bits.push(1);
    bits.push(0);
    for (let k = low - 1; k >= 0; k--) bits.push((u >> k) & 1);
    note(mean, u);
  });
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((one, at) => (bytes[at >> 3]! |= one << (7 - (at & 7))));
  return { rows: values.length / columns, columns, text: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}

type Mean = { sum: number; count: number };

const freshMean = (): Mean => ({ sum: 8, count: 1 });

function lowBits({ sum, count }: Mean): number {
  let k = 0;
  while (count << k < sum) k++;
  return k;
}

function note(mean: Mean, u: number): void {
  mean.sum += u;
  mean.count++;
  if (mean.count < 32) return;
  mean.sum >>= 1;
  mean.count >>= 1;
}

/** Equation 1; beyond the edges the nearest neighbour stands in. */
function foretold(values: Int32Array, i: number, columns: number): number {
  const up = i >= columns;
  if (i % columns === 0) return up ? values[i - columns]! : 0;
  const left = values[i - 1]!;
  if (!up) return left;
  const above = values[i - columns]!;
  const corner = values[i - columns - 1]!;
  if (corner >= Math.max(left, above)) return Math.min(left, above);
  if (corner <= Math.min(left, above)) return Math.max(left, above);
  return left + above - corner;
}
