/**
 * How requests to a service fall over the day of those who send them: relative rates at 0, 1, ... 23 h local time, as means of clock hours.
 *
 * Source: ServeGen (Alibaba Cloud Model Studio, arXiv 2505.09999, Apache-2.0), the rate of two services summed over all clients, 336 h in bins of ten
 * minutes; mean of fourteen days by the hour, over the mean of all. Recomputed in test/catalog/days.test.ts.
 * Assumes: the first bin is a local midnight and the clients keep one time, as those of a Chinese service do; the trace says neither. The trough of the
 * small model at 1 to 6 h and its peak at 20 h bear it out; what sends to the large one hardly sleeps.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const serveGen: Origin = {
  source: "ServeGen (Alibaba Cloud Model Studio, arXiv 2505.09999): rate by the hour of fourteen days over its mean, first bin taken as local midnight",
  asOf: "2025",
  evidence: "estimate",
};

const day = (id: string, name: string, hours: readonly number[]): Entry => ({
  id, kind: "days", name, maker: "Alibaba Cloud", figures: Object.fromEntries(hours.map((value, hour) => [`h${hour}`, figure(value, "1", serveGen)])),
});

export const days: readonly Entry[] = [
  day("servegen-m-small", "requests to a small model, much of it by people", [
    0.839, 0.714, 0.733, 0.676, 0.714, 0.66, 0.684, 0.855, 1.015, 1.054, 1.125, 1.093, 1.06, 1.073, 1.06, 1.047, 1.091, 1.079, 1.007, 1.229, 1.456, 1.402, 1.27, 1.063,
  ]),
  day("servegen-m-large", "requests to a large model, much of it by programs", [
    0.994, 1.002, 0.986, 0.936, 0.908, 0.883, 0.854, 0.817, 0.788, 0.868, 1.046, 1.106, 0.971, 0.981, 1.047, 1.047, 1.109, 1.078, 1.04, 1.143, 1.133, 1.074, 1.103, 1.086,
  ]),
];
