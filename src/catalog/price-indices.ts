/** Series of prices at large by year, with which a price of another year is brought to the scenario's. Figures are named "y2019". */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";

const BLS = { source: "US Bureau of Labor Statistics, CPI-U, all items, US city average, not seasonally adjusted, 1982-84 = 100 (CUUR0000SA0), annual average", asOf: "2025-01", evidence: "demonstrated" } as const;

const CPI_U: readonly (readonly [year: number, index: number])[] = [
  [2010, 218.056], [2011, 224.939], [2012, 229.594], [2013, 232.957], [2014, 236.736], [2015, 237.017], [2016, 240.007], [2017, 245.12],
  [2018, 251.107], [2019, 255.657], [2020, 258.811], [2021, 270.97], [2022, 292.655], [2023, 304.702], [2024, 313.689],
];

export const priceIndices: readonly Entry[] = [
  { id: "us-cpi-u", kind: "priceIndices", name: "US consumer prices, all urban consumers", maker: "US Bureau of Labor Statistics", figures: Object.fromEntries(CPI_U.map(([year, index]) => [`y${year}`, figure(index, "1", BLS)])) },
];
