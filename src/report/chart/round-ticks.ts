const STEPS = [1, 2, 2.5, 5, 10];

/** Ticks at round numbers (1, 2, 2.5 or 5 times a power of ten) that cover from `low` to `high` in about `count` steps. */
export const roundTicks = ({ low, high, count }: { readonly low: number; readonly high: number; readonly count: number }): readonly number[] => {
  if (!(high > low)) return roundTicks({ low, high: low + (low === 0 ? 1 : Math.abs(low) * 0.1), count });
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((s) => s * power >= rough * 0.999)! * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};

const MANTISSAS: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** Ticks of a logarithmic axis between `low` and `high`, both above zero: the finest of 1-2-5, 1-3 and powers of ten with at most `most` of them; the ends where there are not two such. */
export const logTicks = ({ low, high, most }: { readonly low: number; readonly high: number; readonly most: number }): readonly number[] => {
  const powers = Array.from({ length: Math.floor(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 }, (_, i) => Math.floor(Math.log10(low)) + i);
  const within = (mantissas: readonly number[]): readonly number[] => powers.flatMap((power) => mantissas.map((m) => Number(`${m}e${power}`))).filter((tick) => tick >= low && tick <= high);
  return MANTISSAS.map(within).find((ticks) => ticks.length >= 2 && ticks.length <= most) ?? [...new Set([low, high])];
};
