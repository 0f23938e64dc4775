/** The flown period: light, energy, contacts, day by day. */
import type { FlightSummary } from "../../fly/index.ts";
import { DAY_S, formatUtc, parseUtc } from "../../units/index.ts";
import { formatFigure, formatPercent, formatScaled, formatTemperature } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const lightFacts = ({ light }: FlightSummary): readonly Fact[] => [
  ["outside the umbra", formatPercent(light.outsideUmbra_frac), "of the time any part of the Sun is in view"],
  ["outside the penumbra", formatPercent(light.outsidePenumbra_frac), "of the time all of the Sun is in view"],
  ["disc in view", formatPercent(light.discInView_frac), "mean share of the Sun's disc: what power sees"],
  ["worst day", formatPercent(light.worstDayOutsideUmbra_frac), `outside the umbra on ${light.worstDay_utc}; ${formatPercent(light.worstDayOutsidePenumbra_frac)} outside the penumbra`],
  ["longest shadow", `${formatFigure(light.longestShadow_min)} min`, `${formatFigure(light.longestUmbra_min)} min of it in the umbra at most`],
  ["days with shadow", formatFigure(light.daysWithShadow), `${formatFigure(light.daysWithUmbra)} with umbra`],
];

const deliveryFacts = (s: FlightSummary): readonly Fact[] => [
  ["delivered", formatPercent(s.delivered_frac), `of the IT energy wanted; ${formatPercent(s.worstDayDelivered_frac)} on the worst day`],
  ["throttled", `${formatFigure(s.throttled_h)} h`, `below the wanted load, ${formatFigure(s.heatLimited_h)} h of it by heat; ${formatFigure(s.dark_h)} h dark`],
  ["bus short", `${formatFigure(s.busShort_h)} h`, "in which the bus went without part of its load"],
  ["lowest charge", formatPercent(s.battery.lowestCharge_frac), `${formatFigure(s.battery.fullCycles_per_yr)} full cycles a year, deepest ${formatPercent(s.battery.deepest_frac)}; ${formatPercent(s.battery.capacityAtEnd_frac)} of its capacity left after a life of them`],
  ["radiator", formatTemperature(s.radiator.hottest_K), `hottest; coldest ${formatTemperature(s.radiator.coldest_K)}`],
  ...(s.thermal === null ? [] : [["chips", formatTemperature(s.thermal.chip.hottest_K), `hottest, by network; swing of ${formatFigure(s.thermal.chip.swing_K)} K; coolant ${formatTemperature(s.thermal.coolant.coldest_K)} to ${formatTemperature(s.thermal.coolant.hottest_K)}`] as const]),
  ["contact", `${formatFigure(s.contact.minutes_per_day)} min/day`, `${formatFigure(s.contact.stations)} station${s.contact.stations === 1 ? "" : "s"}, ${formatFigure(s.contact.passes_per_day)} passes a day, longest gap ${formatFigure(s.contact.longestGap_min)} min`],
];

const rangeFacts = ({ range }: FlightSummary): readonly Fact[] =>
  range === null ? [] : [["light there and back", `${formatFigure(range.roundTripMean_s)} s`, `mean of the flight, ${formatFigure(range.roundTripLeast_s)} to ${formatFigure(range.roundTripMost_s)} s; ${formatFigure(range.least_km)} to ${formatFigure(range.most_km)} km from the Earth`]];

/** The flown period as a fact sheet; says which lit fraction is which. */
export const flightTable = (s: FlightSummary): Table =>
  factTable({
    id: "flight",
    title: "Light, delivery, contact",
    note: `${formatFigure(s.duration_s / DAY_S)} days from ${s.start_utc}, ${formatFigure(s.steps)} steps of ${formatFigure(s.step_s)} s, platform aged ${formatFigure(s.age_yr)} yr.`,
    facts: [...lightFacts(s), ...deliveryFacts(s), ...rangeFacts(s)],
  });

/** Where the array's energy went; closes to the residual. */
export const energyTable = ({ energy, heat }: FlightSummary): Table => {
  const row = (name: string, energy_J: number): readonly [string, string, string] => [name, formatScaled(energy_J, "J"), formatPercent(energy_J / energy.generated_J)];
  return factTable({
    id: "energy",
    title: "Energy at the array bus",
    note: `Generated less all uses closes to ${formatFigure(energy.residual_frac)} of what was generated; heat on board and absorbed less what the panel emitted and stored to ${formatFigure(heat.residual_frac)}.`,
    facts: [
      row("generated", energy.generated_J),
      row("IT", energy.it_J),
      row("bus", energy.bus_J),
      row("conversion loss", energy.conversionLoss_J),
      row("battery loss", energy.batteryLoss_J),
      row("curtailed", energy.curtailed_J),
      row("change of charge", energy.chargeChange_J),
    ],
  });
};

export const stationTable = ({ contact }: FlightSummary): Table => ({
  id: "stations",
  title: "Contacts by station",
  columns: [wordColumn("station"), numberColumn("passes", "1/day"), numberColumn("in view", "min/day")],
  rows: contact.byStation.map((s) => [s.id, s.passes_per_day, s.minutes_per_day]),
  note: "",
});

/** ISO dates of the days of a flown period. */
export const dayDates = (start_utc: string, days: number): readonly string[] => {
  const start_s = parseUtc(start_utc);
  if (start_s === undefined) throw new Error(`start_utc "${start_utc}" of a flight is not a date`);
  return Array.from({ length: days }, (_, day) => formatUtc(start_s + day * DAY_S).slice(0, 10));
};

/** One row a day: light, delivery, beta angle, contact. */
export const dailyTable = (s: FlightSummary): Table => {
  const { outsideUmbra_frac, delivered_frac, beta_deg, contact_min } = s.daily;
  return {
    id: "daily",
    title: "Day by day",
    columns: [wordColumn("day"), numberColumn("outside the umbra", "%"), numberColumn("delivered", "%"), numberColumn("beta angle", "deg"), numberColumn("contact", "min")],
    rows: dayDates(s.start_utc, outsideUmbra_frac.length).map((day, i) => [day, outsideUmbra_frac[i]! * 100, delivered_frac[i]! * 100, beta_deg[i]!, contact_min[i]!]),
    note: "",
  };
};
