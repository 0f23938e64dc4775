/** A site's year as rows for a sink, SITE_COLUMNS, in blocks. */
import { HOUR_S } from "../units/index.ts";
import type { SeriesSink } from "./flight.ts";
import type { SiteAccounts } from "./site-money.ts";
import type { SiteYearFlown } from "./site-year.ts";

const LITRES_PER_M3 = 1000;

export const writeSiteSeries = (flown: SiteYearFlown, { carbon_kg }: SiteAccounts, sink: SeriesSink): void => {
  const { hours, air, sources, delivery, it_MW, overhead_MW, water_m3 } = flown;
  const n = hours.hours;
  const each = (at: (h: number) => number): Float64Array => Float64Array.from({ length: n }, (_, h) => at(h));
  const count = sources.of.length;
  const byKind = (kind: string): Float64Array => each((h) => sources.of.reduce((sum, source, k) => (source.kind === kind ? sum + delivery.used_MW[h * count + k]! : sum), 0));
  sink.write([
    each((h) => h * HOUR_S), hours.price_usd_per_MWh, hours.carbon_g_per_kWh, each((h) => air?.air[h]!.dryBulb_C ?? Number.NaN), it_MW, each((h) => it_MW[h]! + overhead_MW[h]!),
    byKind("grid"), byKind("gas"), byKind("nuclear"), byKind("solar"), each((h) => delivery.into_MW[h]! - delivery.outOf_MW[h]!), each((h) => delivery.short_MW[h]! + delivery.shed_MW[h]!),
    each((h) => water_m3[h]! * LITRES_PER_M3), carbon_kg,
  ], n);
};
