/** Days of a fleet or of one of its shells, and the least of any step, from the sums of every block. */
import { clearRows, addRows, fleetRows } from "./fleet-part.ts";
import type { FleetPart, FleetRows } from "./fleet-part.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import type { FleetDays } from "./fleet-record.ts";
import { rowsFrom } from "./fleet-block.ts";
import type { FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS, dayOfStep } from "./span.ts";
import type { FlightSpan } from "./span.ts";

export interface DaysTally {
  /** Rows of the block that begins with `firstStep`, summed over the satellites. */
  readonly add: (sum: Pick<FleetRows, "lit" | "load_W">, firstStep: number) => void;
  readonly summary: () => FleetDays;
}

export function fleetDays({ it_W, drawPerIt }: Pick<FlownPlatform, "it_W" | "drawPerIt">, satellites: number, span: FlightSpan): DaysTally {
  const days = { steps: new Float64Array(span.days), lit: new Float64Array(span.days), load_W: new Float64Array(span.days) };
  const wanted_W = it_W * drawPerIt * satellites;
  let leastLit = satellites;
  let leastLoad_W = wanted_W;
  return {
    add(sum, firstStep) {
      const rows = rowsFrom(span, firstStep);
      for (let i = 0; i < rows; i++) {
        const day = dayOfStep(span, firstStep + i);
        days.steps[day]! += 1;
        days.lit[day]! += sum.lit[i]!;
        days.load_W[day]! += sum.load_W[i]!;
        leastLit = Math.min(leastLit, sum.lit[i]!);
        leastLoad_W = Math.min(leastLoad_W, sum.load_W[i]!);
      }
    },
    summary: () => ({
      daily: {
        lit_frac: Array.from(days.lit, (lit, day) => lit / (days.steps[day]! * satellites)),
        delivered_frac: Array.from(days.load_W, (load_W, day) => load_W / (days.steps[day]! * wanted_W)),
      },
      leastLit_frac: leastLit / satellites,
      leastDelivered_frac: leastLoad_W / wanted_W,
    }),
  };
}

/** Planes of one shell, which stand together in the fleet: from `first` to before `end`. */
export interface ShellRange { readonly id: string; readonly first: number; readonly end: number; readonly satellites: number }

/** The shells of a list of planes, in their order. */
export function shellsIn(planes: readonly FleetPlane[]): ShellRange[] {
  const shells: { id: string; first: number; end: number; satellites: number }[] = [];
  planes.forEach(({ shell, phases }, p) => {
    const last = shells.at(-1);
    if (last?.id === shell) Object.assign(last, { end: p + 1, satellites: last.satellites + phases.cos.length });
    else shells.push({ id: shell, first: p, end: p + 1, satellites: phases.cos.length });
  });
  return shells;
}

/** Takes the rows of the parts in order and keeps the days of each shell; a part never holds planes of two. */
export function shellDays(shells: readonly ShellRange[], parts: readonly FleetPart[], { platform, span }: { readonly platform: FlownPlatform; readonly span: FlightSpan }) {
  const days = shells.map(({ satellites }) => fleetDays(platform, satellites, span));
  const shellOf = parts.map((part) => shells.findIndex(({ end }) => part[0]!.plane < end));
  const sum = fleetRows(BLOCK_ROWS);
  return {
    add(rows: FleetRows, { part, firstStep }: { readonly part: number; readonly firstStep: number }): void {
      const shell = shellOf[part]!;
      if (shell !== shellOf[part - 1]) clearRows(sum);
      addRows(sum, rows, rowsFrom(span, firstStep));
      if (shell !== shellOf[part + 1]) days[shell]!.add(sum, firstStep);
    },
    summaries: (): FleetDays[] => days.map((one) => one.summary()),
  };
}
