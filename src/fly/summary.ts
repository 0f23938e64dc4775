/** The flight in numbers, from what was tallied while it was flown. */
import { DAY_S, formatUtc, HOUR_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { chargeWear } from "./charge-cycles.ts";
import type { ChargeTally } from "./charge-cycles.ts";
import { thermalSummary } from "./chip-heat.ts";
import type { ChipHeat } from "./chip-heat.ts";
import { contactSummary } from "./contacts.ts";
import type { Contacts } from "./contacts.ts";
import { dailyMeans } from "./daily.ts";
import { earthRange } from "./earth-range.ts";
import type { RangeTally } from "./earth-range.ts";
import type { DailyTally } from "./daily.ts";
import type { EnergySummary, FlightSummary, HeatSummary } from "./flight.ts";
import { dailyOutsideUmbra_frac, lightSummary, wholeDays } from "./light.ts";
import type { LightTally } from "./light.ts";
import type { OperationTotals, PlatformState } from "./operate.ts";
import type { FlownPlatform } from "./platform.ts";
import type { FlightSpan } from "./span.ts";

export interface Flown {
  readonly span: FlightSpan;
  readonly age_yr: number;
  readonly life_yr: number;
  readonly sized: PlatformSizing;
  /** Null where heat is flown lumped. */
  readonly heat: ChipHeat | null;
  readonly charge: ChargeTally;
  readonly platform: FlownPlatform;
  readonly state: PlatformState;
  readonly totals: OperationTotals;
  readonly light: LightTally;
  readonly days: DailyTally;
  readonly contacts: Contacts;
  readonly range: RangeTally;
}

/** Throws when the energies or the panel's heat do not balance to 1e-9 of what was generated, or a number of it is not finite. */
export function flightSummary(flown: Flown): FlightSummary {
  const { span, platform, totals } = flown;
  const duration_s = span.steps * span.step_s;
  const hours = (steps: number) => (steps * span.step_s) / HOUR_S;
  const daily = dailyMeans(flown.days, platform.it_W);
  const capacity_J = platform.battery.capacity_J;
  const wear = chargeWear(flown.charge, flown.sized.battery, { duration_s, life_yr: flown.life_yr });
  return {
    start_utc: formatUtc(span.start_utc_s),
    duration_s,
    step_s: span.step_s,
    steps: span.steps,
    age_yr: flown.age_yr,
    light: lightSummary(flown.light, span),
    energy: energySummary(flown),
    heat: heatSummary(flown),
    delivered_frac: totals.it_J / (platform.it_W * duration_s),
    worstDayDelivered_frac: Math.min(...daily.delivered_frac.slice(0, wholeDays(span))),
    throttled_h: hours(totals.throttled),
    dark_h: hours(totals.dark),
    heatLimited_h: hours(totals.hot),
    busShort_h: hours(totals.busShort),
    battery: {
      lowestCharge_frac: capacity_J === 0 ? 1 : totals.lowest_J / capacity_J,
      fullCycles_per_yr: capacity_J === 0 ? 0 : ((totals.withdrawn_J / capacity_J) * JULIAN_YEAR_S) / duration_s,
      deepest_frac: wear.deepest_frac,
      capacityAtEnd_frac: wear.capacityAtEnd_frac,
    },
    radiator: { hottest_K: totals.hottest_K, coldest_K: totals.coldest_K },
    thermal: flown.heat === null ? null : thermalSummary(flown.heat),
    contact: contactSummary(flown.contacts, span),
    range: earthRange(flown.range),
    daily: { outsideUmbra_frac: dailyOutsideUmbra_frac(flown.light), ...daily },
  };
}

function energySummary({ platform, state, totals }: Flown): EnergySummary {
  const { generated_J, it_J, bus_J, conversionLoss_J, batteryLoss_J, curtailed_J } = totals;
  const chargeChange_J = state.stored_J - platform.battery.capacity_J;
  const residual_frac = (generated_J - it_J - bus_J - conversionLoss_J - batteryLoss_J - curtailed_J - chargeChange_J) / generated_J;
  if (!(Math.abs(residual_frac) < 1e-9)) throw new Error(`fly: energies do not balance: residual_frac is ${residual_frac}`);
  if (!Number.isFinite(state.panel_K)) throw new Error(`fly: panel_K is ${state.panel_K}`);
  return { generated_J, it_J, bus_J, conversionLoss_J, batteryLoss_J, curtailed_J, chargeChange_J, residual_frac };
}

function heatSummary({ platform, state, totals }: Flown): HeatSummary {
  const { it_J, bus_J, conversionLoss_J, batteryLoss_J, absorbed_J, emitted_J } = totals;
  const dissipated_J = it_J + bus_J + conversionLoss_J + batteryLoss_J;
  const stored_J = platform.heatCapacity_J_per_K * (state.panel_K - totals.first_K);
  const residual_frac = (dissipated_J + absorbed_J - emitted_J - stored_J) / (dissipated_J + absorbed_J);
  if (!(Math.abs(residual_frac) < 1e-9)) throw new Error(`fly: heat does not balance: residual_frac is ${residual_frac}`);
  return { dissipated_J, absorbed_J, emitted_J, stored_J, residual_frac };
}

/** What a reader of the summary should know, in words. */
export function flightNotes(summary: FlightSummary, flown: Flown): string[] {
  const { platform, span } = flown;
  const notes: string[] = [];
  const days = summary.duration_s / DAY_S;
  const floor_frac = platform.battery.capacity_J === 0 ? 0 : platform.itFloor_J / platform.battery.capacity_J;
  if (days < 364) notes.push(`The flight covers ${days} days from ${summary.start_utc}, not every season: its means are not those of a year.`);
  if (flown.sized.formation !== null) notes.push(`The cluster of ${flown.sized.formation.satellites} (orbit.formation) is flown as one platform, at its centre: shadows and links of neighbours are not flown.`);
  if (summary.contact.stations === 0) notes.push("No ground station is named: there is no contact.");
  if (summary.busShort_h > 0) notes.push(`The bus goes short of power for ${summary.busShort_h.toFixed(2)} h: the battery does not carry it through the shadow.`);
  if (summary.battery.lowestCharge_frac < floor_frac - 1e-9) notes.push(`The battery falls to ${(100 * summary.battery.lowestCharge_frac).toFixed(1)} %, below its allowed depth of discharge (${(100 * floor_frac).toFixed(1)} % left).`);
  if (summary.heatLimited_h > 0) notes.push(`The junction's limit holds IT back for ${summary.heatLimited_h.toFixed(1)} h.`);
  const { lowest_K } = flown.sized.radiator.cold;
  if (summary.radiator.coldest_K < lowest_K) notes.push(`The panel falls to ${summary.radiator.coldest_K.toFixed(1)} K, below the ${lowest_K.toFixed(1)} K that its coolant needs: no heater is flown.`);
  if (summary.thermal !== null && summary.thermal.chip.hottest_K > platform.junctionMax_K) notes.push(`The chips reach ${summary.thermal.chip.hottest_K.toFixed(1)} K, above their limit of ${platform.junctionMax_K.toFixed(1)} K.`);
  if (span.step_s > 60) notes.push(`A step of ${span.step_s} s misses passes shorter than that.`);
  return notes;
}
