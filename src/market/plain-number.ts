/** A number in a sentence: six digits, no idle zeros. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(6)));
