/** The fleet's series, from the sums of every block. */
import { fleetBlock } from "./fleet-block.ts";
import type { FleetRows } from "./fleet-part.ts";
import type { SeriesSink } from "./flight.ts";
import type { FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS } from "./span.ts";
import type { FlightSpan } from "./span.ts";

/** Writes the series. */
export function fleetSeries(platform: FlownPlatform, satellites: number, span: FlightSpan, sink: SeriesSink | undefined) {
  const column = (): Float64Array => new Float64Array(BLOCK_ROWS);
  const columns = { t_s: column(), array_W: column(), it_W: column(), charge: column(), lowest: column(), mean_K: column() };
  const charge_frac = (stored_J: number): number => (platform.battery.capacity_J === 0 ? 1 : stored_J / platform.battery.capacity_J);
  return {
    /** The whole fleet's rows of the block that begins with `firstStep`. */
    add(sum: FleetRows, firstStep: number): void {
      const { source_W, rows } = fleetBlock(platform.array_W, span, firstStep);
      for (let i = 0; i < rows; i++) {
        columns.t_s[i] = (firstStep + i) * span.step_s;
        columns.array_W[i] = sum.lit[i]! * source_W[i]!;
        columns.it_W[i] = sum.load_W[i]! / platform.drawPerIt;
        columns.charge[i] = charge_frac(sum.stored_J[i]! / satellites);
        columns.lowest[i] = charge_frac(sum.lowest_J[i]!);
        columns.mean_K[i] = sum.temperature_K[i]! / satellites;
      }
      sink?.write([columns.t_s, sum.lit, columns.array_W, columns.it_W, columns.charge, columns.lowest, columns.mean_K, sum.hottest_K], rows);
    },
  };
}
