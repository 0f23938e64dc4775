/**
 * Climates, each as a harmonic of the year with a daily swing (physics/climate-year.ts): mean and half-swing of the monthly means of dry bulb and
 * dew point, mean daily range, and the temperatures that 0.4 % of the hours exceed. `fit` is the largest miss of a monthly mean.
 * Fitted 2026-11-22 by least squares to what the source prints by month.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const tmy = (file: string): Origin => ({
  source: `EnergyPlus weather statistics ${file} (U.S. DOE, EnergyPlus repository), monthly means of a typical year; design temperatures of ASHRAE Fundamentals 2009`,
  asOf: "2009",
  evidence: "demonstrated",
});

interface Place {
  readonly id: string;
  readonly name: string;
  readonly origin: Origin;
  readonly elevation: number;
  readonly dry: readonly [mean: number, swing: number, warmest: number, fit: number];
  readonly dew: readonly [mean: number, swing: number];
  readonly range: number;
  readonly design: readonly [dry: number, wet: number];
  /** Mean global irradiance; left out where the source was not read for it. */
  readonly sun?: readonly [W_per_m2: number, origin: Origin];
}

const climate = ({ id, name, origin, elevation, dry, dew, range, design, sun }: Place): Entry => ({
  id,
  kind: "climates",
  name,
  figures: {
    elevation: figure(elevation, "m", origin),
    dryBulbMean: figure(dry[0], "degC", origin),
    dryBulbSwing: figure(dry[1], "K", origin),
    warmestDay: figure(dry[2], "day", origin),
    fit: figure(dry[3], "K", origin),
    dewPointMean: figure(dew[0], "degC", origin),
    dewPointSwing: figure(dew[1], "K", origin),
    dailyRange: figure(range, "K", origin),
    designDryBulb: figure(design[0], "degC", { ...origin, note: "Exceeded in 0.4 % of the hours of a year." }),
    designWetBulb: figure(design[1], "degC", { ...origin, note: "Exceeded in 0.4 % of the hours of a year." }),
    ...(sun === undefined ? {} : { irradiance: figure(sun[0], "W/m2", sun[1]) }),
  },
});

const oslo: Origin = {
  source: "EnergyPlus weather statistics NOR_OS_Oslo.Blindern.014920_TMYx.2007-2021.stat (climate.onebuilding.org), monthly means of a typical year; design temperatures of ASHRAE Fundamentals 2021",
  asOf: "2021",
  evidence: "demonstrated",
};
const dallas: Origin = {
  source: "Open-Meteo hourly reanalysis of Dallas, Texas, 2020 (CC-BY-4.0), as gathered by HewlettPackard/sustain-cluster: temperature, humidity and cloud of 8,784 hours",
  asOf: "2020-12-31",
  evidence: "demonstrated",
};

export const climates: readonly Entry[] = [
  climate({
    id: "dallas-2020", name: "Dallas, Texas, the year 2020", origin: dallas, elevation: 142, dry: [19.5, 9.9, 199, 3.2], dew: [12.6, 8.5], range: 10.1, design: [37.8, 26.3],
    sun: [180, { ...dallas, evidence: "estimate", note: "Clear sky of turbidity 3.2 under the hourly cloud cover (Kasten & Czeplak 1980); 249 without clouds. Abilene, 240 km to the west, is drier and sunnier." }],
  }),
  climate({ id: "washington-dulles", name: "Washington Dulles, Virginia", origin: tmy("USA_VA_Sterling-Washington.Dulles.Intl.AP.724030_TMY3.stat"), elevation: 82, dry: [12.7, 12.1, 198, 1.3], dew: [6.4, 12.7], range: 11.4, design: [34.1, 25.4] }),
  climate({
    id: "phoenix", name: "Phoenix, Arizona", origin: tmy("USA_AZ_Phoenix-Sky.Harbor.Intl.AP.722780_TMY3.stat"), elevation: 337, dry: [23.8, 11.5, 199, 2.3], dew: [4.7, 5.9], range: 12.3, design: [43.4, 24.5],
    sun: [239, { ...tmy("USA_AZ_Phoenix-Sky.Harbor.Intl.AP.722780_TMY3.stat"), note: "Mean of the monthly means of global radiation, 5,732 Wh/m2 a day." }],
  }),
  climate({ id: "golden-colorado", name: "Golden, Colorado (NREL)", origin: tmy("USA_CO_Golden-NREL.724666_TMY3.stat"), elevation: 1829, dry: [9.7, 11.1, 203, 2.5], dew: [-0.6, 9.0], range: 14.0, design: [33.0, 18.4] }),
  climate({ id: "abu-dhabi", name: "Abu Dhabi, United Arab Emirates", origin: tmy("ARE_Abu.Dhabi.412170_IWEC.stat"), elevation: 27, dry: [27.1, 8.2, 205, 1.0], dew: [17.5, 5.2], range: 12.2, design: [44.9, 30.6] }),
  climate({
    id: "frankfurt", name: "Frankfurt am Main, Germany", origin: tmy("DEU_Frankfurt.am.Main.106370_IWEC.stat"), elevation: 113, dry: [10.1, 9.0, 199, 1.4], dew: [5.5, 7.0], range: 8.0, design: [30.8, 20.6],
    sun: [118, { ...tmy("DEU_Frankfurt.am.Main.106370_IWEC.stat"), note: "Mean of the hourly means of global radiation by month, 2,835 Wh/m2 a day." }],
  }),
  climate({
    id: "oslo", name: "Oslo, Norway", origin: oslo, elevation: 97, dry: [7.4, 9.9, 198, 0.9], dew: [2.8, 7.6], range: 6.7, design: [26.9, 18.7],
    sun: [108, { ...oslo, note: "Mean daily all-sky radiation by month, 2,591 Wh/m2 a day; Hamina and Lulea are as cold or colder." }],
  }),
];
