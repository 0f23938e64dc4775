/** Guards of the money formulas: a number that is not a number stops here, with its name. */

/** Throws RangeError naming the first field that is not a finite number. */
export function requireFinite(fields: Readonly<Record<string, number>>): void {
  for (const name in fields) {
    const value = fields[name]!;
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, found ${value}`);
  }
}

/** Throws RangeError naming the first field that is not above zero. */
export function requirePositive(fields: Readonly<Record<string, number>>): void {
  requireFinite(fields);
  for (const name in fields) {
    const value = fields[name]!;
    if (value <= 0) throw new RangeError(`${name} must be above 0, found ${value}`);
  }
}

/** Throws RangeError naming the first field that is not a share in [0, 1]. */
export function requireShare(fields: Readonly<Record<string, number>>): void {
  requireFinite(fields);
  for (const name in fields) {
    const value = fields[name]!;
    if (value < 0 || value > 1) throw new RangeError(`${name} must lie in [0, 1], found ${value}`);
  }
}

/** Throws RangeError if a rate is not finite or not above -1, where money would vanish in one period. */
export function requireRate(fields: Readonly<Record<string, number>>): void {
  requireFinite(fields);
  for (const name in fields) {
    const value = fields[name]!;
    if (value <= -1) throw new RangeError(`${name} must be above -1, found ${value}`);
  }
}

/** Throws RangeError if a series is empty or holds a number that is not finite. */
export function requireSeries(name: string, series: ArrayLike<number>): void {
  if (series.length === 0) throw new RangeError(`${name} must not be empty`);
  for (let k = 0; k < series.length; k++) requireFinite({ [`${name}[${k}]`]: series[k] as number });
}
