/** Times of served requests: to the first token, of each token after it, to the last; mean and percentiles. */
import type { RequestTrace, ServedTrace } from "./request-trace.ts";

export interface Spread {
  readonly mean_s: number;
  readonly p50_s: number;
  readonly p90_s: number;
  readonly p99_s: number;
}

/** `requests` were served; time per output token is of those with two tokens or more, null where there is none. */
export interface LatencySummary {
  readonly requests: number;
  readonly ttft: Spread;
  readonly tpot: Spread | null;
  readonly latency: Spread;
}

/** Columns of seconds, without the rows that were refused; tpot without requests of one token. */
export interface RequestTimes {
  readonly ttft_s: Float64Array;
  readonly tpot_s: Float64Array;
  readonly latency_s: Float64Array;
}

/** Waiting counts from the request's arrival. */
export const requestTimes = ({ t_s, output_tokens }: RequestTrace, { first_s, last_s }: Pick<ServedTrace, "first_s" | "last_s">): RequestTimes => {
  const served = Array.from(t_s.keys()).filter((i) => !Number.isNaN(last_s[i]!));
  const long = served.filter((i) => output_tokens[i]! > 1);
  return {
    ttft_s: Float64Array.from(served, (i) => first_s[i]! - t_s[i]!),
    tpot_s: Float64Array.from(long, (i) => (last_s[i]! - first_s[i]!) / (output_tokens[i]! - 1)),
    latency_s: Float64Array.from(served, (i) => last_s[i]! - t_s[i]!),
  };
};

/** Null where nothing was served. */
export const latencySummary = (times: RequestTimes): LatencySummary | null => {
  const [ttft, tpot, latency] = [spread(times.ttft_s), spread(times.tpot_s), spread(times.latency_s)];
  return ttft === null || latency === null ? null : { requests: times.latency_s.length, ttft, tpot, latency };
};

/** Percentiles by linear interpolation between order statistics, as numpy's default. */
const spread = (values: Float64Array): Spread | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted();
  const at = (part: number): number => {
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  };
  return { mean_s: sorted.reduce((sum, value) => sum + value, 0) / sorted.length, p50_s: at(0.5), p90_s: at(0.9), p99_s: at(0.99) };
};
