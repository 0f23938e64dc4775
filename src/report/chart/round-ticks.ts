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
