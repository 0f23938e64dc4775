/**
 * US tax depreciation (MACRS, general system, half-year convention), shares of the basis by tax year.
 *
 * Source: IRS Publication 946, Appendix A, Table A-1 (percentages of Rev. Proc. 87-57, table 1).
 * Recomputed in the tests from the statute's rule: 200 % (3 to 10 years) or 150 % (15, 20 years) declining balance,
 * half a year in the first, switched to straight line when that gives more; agrees to the table's rounding of 0.01 %.
 * Computers and satellites: 5 years (asset class 00.12; IRC 168(e)(3)); power plant and land improvements: 15 years.
 */

/** Recovery period of the property class, years. */
export type MacrsClass = 3 | 5 | 7 | 10 | 15 | 20;

const PERCENT: Readonly<Record<MacrsClass, readonly number[]>> = {
  3: [33.33, 44.45, 14.81, 7.41],
  5: [20, 32, 19.2, 11.52, 11.52, 5.76],
  7: [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46],
  10: [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28],
  15: [5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.95],
  20: [
    3.75, 7.219, 6.677, 6.177, 5.713, 5.285, 4.888, 4.522, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462,
    4.461, 2.231,
  ],
};

/** Share of the basis written off in each tax year; class + 1 entries that sum to 1. */
export function macrs(class_years: MacrsClass): readonly number[] {
  return PERCENT[class_years].map((percent) => percent / 100);
}
