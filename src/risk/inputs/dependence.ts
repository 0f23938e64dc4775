/**
 * What a copula's parameter means: how alike the ranks of two numbers are, and how alike their extremes.
 *
 *   1. Kendall's tau: Gaussian and t 2 asin(rho)/pi; Clayton theta/(theta + 2); Gumbel 1 - 1/theta; Frank 1 - 4 (1 - D(theta))/theta, D the
 *      mean of t/(e^t - 1) from 0 to theta                                                (Nelsen 2006, chapter 5; Genest 1987)
 *   2. tails, the chance that one is extreme where the other is: t 2 T(-sqrt((n + 1)(1 - rho)/(1 + rho))), n + 1 degrees, at both ends; Clayton
 *      2^(-1/theta) at the low end; Gumbel 2 - 2^(1/theta) at the high end; else 0    (Joe 1997; Demarta and McNeil 2005)
 */
import { COPULA_RANGES, FREEDOM_RANGE } from "../../scenario/index.ts";
import type { Correlation } from "../risk-record.ts";
import { studentBelow } from "./student.ts";

export interface Dependence {
  readonly kendall: number;
  readonly lowTail: number;
  readonly highTail: number;
}

/** What a correlation of two of its fields comes to. Throws RangeError where the parameter is out of range. */
export const dependenceOf = (correlation: Correlation): Dependence => {
  requireParameter(correlation);
  const { copula, parameter: p, freedom } = correlation;
  switch (copula) {
    case "gaussian": return { kendall: (2 * Math.asin(p)) / Math.PI, lowTail: 0, highTail: 0 };
    case "t": return student(p, freedom!);
    case "clayton": return { kendall: p / (p + 2), lowTail: Math.exp(-Math.LN2 / p), highTail: 0 };
    case "gumbel": return { kendall: 1 - 1 / p, lowTail: 0, highTail: 2 - Math.exp(Math.LN2 / p) };
    case "frank": return { kendall: 1 - (4 * (1 - debye(p))) / p, lowTail: 0, highTail: 0 };
  }
};

const student = (rho: number, freedom: number): Dependence => {
  const tail = 2 * studentBelow(-Math.sqrt(((freedom + 1) * (1 - rho)) / (1 + rho)), freedom + 1);
  return { kendall: (2 * Math.asin(rho)) / Math.PI, lowTail: tail, highTail: tail };
};

const INTERVALS = 2000;

/** Debye's function of order one, by Simpson's rule. */
const debye = (theta: number): number => {
  const at = (t: number): number => (t === 0 ? 1 : t / Math.expm1(t));
  let sum = at(0) + at(theta);
  for (let i = 1; i < INTERVALS; i++) sum += (i % 2 === 1 ? 4 : 2) * at((theta * i) / INTERVALS);
  return sum / (3 * INTERVALS);
};

/** Throws RangeError where a correlation is none. */
export const requireParameter = ({ fields, copula, parameter, freedom }: Correlation): void => {
  const { low, high } = COPULA_RANGES[copula];
  if (fields.length < 2 || new Set(fields).size < fields.length) throw new RangeError(`a ${copula} copula joins two different fields or more, not ${fields.join(", ")}`);
  if (!(parameter >= low && parameter <= high) || (copula === "frank" && parameter === 0)) throw new RangeError(`the parameter of a ${copula} copula lies from ${low} to ${high}${copula === "frank" ? " and is not 0" : ""}, not ${parameter}`);
  if (copula === "frank" && fields.length > 2 && parameter < 0) throw new RangeError(`a frank copula of ${fields.length} fields has a parameter above 0, not ${parameter}`);
  if ((copula === "t") !== (freedom !== null)) throw new RangeError(`degrees of freedom belong to a t copula, and only to one`);
  if (freedom !== null && !(freedom >= FREEDOM_RANGE.low && freedom <= FREEDOM_RANGE.high)) throw new RangeError(`degrees of freedom lie from ${FREEDOM_RANGE.low} to ${FREEDOM_RANGE.high}, not ${freedom}`);
};
