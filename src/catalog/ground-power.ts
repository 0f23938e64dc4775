/**
 * What a site makes its own power with. Heat rates are of the higher heating value (1.108 times the lower, which makers print) at full load, 15 degC, sea level.
 * `price` is of the whole plant a watt; `lead` from order to power. Nuclear has no fuel column: `variable` is fuel and upkeep, or a contract's price.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const bnef: Origin = { source: "BloombergNEF: US combined-cycle plants 2,157 $/kW in 2025, below 1,500 in 2023 (TechCrunch, 2026-04-27)", asOf: "2025", evidence: "estimate", low: 1.5, high: 2.5, note: "Above 2,400 in filings of 2026 (Reuters via orestisdel.substack.com)." };
const turbineLead: Origin = { source: "Lead time of a new combined-cycle plant five years in 2025, three and a half in 2023, to seven for large frames (sourcerockep.com, 2026)", asOf: "2025", evidence: "estimate", low: 42, high: 84 };
const engineLead: Origin = { source: "Reciprocating gas engines in 12-18 months (sourcerockep.com, 2026: Jenbacher, Waertsilae, Caterpillar)", asOf: "2026", evidence: "claimed", low: 12, high: 18 };
const aeroLead: Origin = { source: "S&P Global, 2025-05-20: one to seven years by model; small aeroderivatives at the short end", asOf: "2025-05", evidence: "estimate", low: 12, high: 48 };
const simpleCycle: Origin = { source: "Wood Mackenzie: turbines reach 600 $/kW in 2027, 20-30 % of a combined-cycle plant and more of a simple-cycle one (imtr.net, 2026-04-03); taken as 40 %", asOf: "2026-04", evidence: "estimate", low: 1, high: 2.2 };
const enginePlant: Origin = { source: "Dawndusk estimate: between simple-cycle plants (Wood Mackenzie's 600 $/kW of turbine at 40 %) and combined-cycle ones (BloombergNEF, 2,157 $/kW)", asOf: "2026-04", evidence: "estimate", low: 1.2, high: 2.3 };
const vogtle: Origin = { source: "Associated Press, 2024-04-29: Vogtle 3 and 4 cost nearly 35 B$ for two AP1000 of about 1,100 MW; low: half of it, what the next ones are hoped to cost", asOf: "2024-04", evidence: "demonstrated", low: 7.9, high: 16.5 };
const derate = (value: number, what: string, low: number, high: number): Figure => figure(value, "1/K", { source: `Dawndusk estimate after makers' curves: ${what}`, asOf: "2026-11", evidence: "estimate", low, high });
const share = (value: number, what: string, low: number, high: number): Figure => figure(value, "1", { source: `Dawndusk estimate: ${what}`, asOf: "2026-11", evidence: "estimate", low, high });
const gasCarbon = figure(50.15, "kg/GJ", { source: "EIA, carbon dioxide emission coefficients: natural gas 52.91 kg a MMBtu", asOf: "2024", evidence: "listed" });
const gasPrice = figure(3.81, "$/GJ", { source: "EIA short-term outlook of November 2025 for 2026: Henry Hub 4.02 $ a MMBtu (oilmarketcap.com); low: Waha 1.40 on average in 2025 (Reuters, 2025-10-09); high: 4.99 for the last quarter of 2026 (EIA, September 2025)", asOf: "2025-11", evidence: "estimate", low: 1.33, high: 4.73, note: "At the hub, without the pipe to the site." });
const upkeep = (value: number, low: number, high: number): Figure => figure(value, "$/MWh", { source: "Dawndusk estimate: overhauls by the fired hour", asOf: "2026-11", evidence: "estimate", low, high });
const life = (value: number): Figure => figure(value, "yr", { source: "Usual life of such plants in power-plant cost studies", asOf: "2024", evidence: "estimate" });

export const generators: readonly Entry[] = [
  {
    id: "gas-combined-cycle", kind: "generators", name: "Gas turbines with steam cycle, H class",
    figures: {
      power: figure(400, "MW", { source: "Dawndusk estimate: one H-class turbine with its share of the steam turbine is 400-600 MW", asOf: "2026-11", evidence: "estimate", low: 300, high: 1200 }),
      heatRate: figure(7020, "kJ/kWh", { source: "EIA: combined-cycle plants installed since 2015 run at 6,654 Btu/kWh on average (evcvaluation.com, 2020-10-27)", asOf: "2020-10", evidence: "demonstrated", low: 6600, high: 7500 }),
      noLoad: share(0.12, "of fuel at full load; 10-20 % below the best point at half load", 0.08, 0.2), loadMin: share(0.4, "emissions hold to 35-50 %", 0.3, 0.5),
      powerLoss: derate(0.005, "0.4-0.6 % a kelvin above 15 degC", 0.004, 0.006), heatRateGain: derate(0.0005, "the steam cycle makes up for most of it", 0, 0.001),
      powerFrom: figure(15, "degC", { source: "ISO 3977-2", asOf: "1997", evidence: "listed" }), powerMax: share(1.05, "generator's limit in the cold", 1, 1.15), pressureExponent: share(1, "air breathed falls with pressure", 1, 1),
      price: figure(2.157, "$/W", bnef), lead: figure(60, "month", turbineLead), outage: share(0.04, "forced, of the time", 0.02, 0.06), repair: figure(72, "h", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 24, high: 240 }),
      fuelPrice: gasPrice, carbon: gasCarbon, variable: upkeep(2.5, 1.5, 4), life: life(30), landUse: figure(100, "m2/MW", { source: "Dawndusk estimate: 10 acres for 400 MW", asOf: "2026-11", evidence: "estimate", low: 50, high: 200 }),
    },
    facts: { fuel: "gas" },
  },
  {
    id: "gas-aeroderivative", kind: "generators", name: "LM2500+G4 class aeroderivative turbine", maker: "GE Vernova",
    figures: {
      power: figure(34, "MW", { source: "SemiAnalysis via herosweb.com, 2025: 29 LM2500XPRESS of 34 MW bought for Abilene, ten of them permitted", asOf: "2025", evidence: "listed", low: 30, high: 35 }),
      heatRate: figure(10_230, "kJ/kWh", { source: "modusmachineering.net: LM2500+G4 about 35 MW at 39 %, lower heating value; times 1.108", asOf: "2025", evidence: "claimed", low: 9900, high: 11_200 }),
      noLoad: share(0.22, "simple cycle: some 30 % more fuel a kilowatt-hour at half load", 0.15, 0.3), loadMin: share(0.25, "dry low-emission burners", 0.2, 0.5),
      powerLoss: derate(0.009, "aeroderivatives 0.7-1.0 % a kelvin", 0.007, 0.01), heatRateGain: derate(0.002, "0.1-0.25 % a kelvin", 0.001, 0.0025),
      powerFrom: figure(15, "degC", { source: "ISO 3977-2", asOf: "1997", evidence: "listed" }), powerMax: share(1.05, "generator's limit in the cold", 1, 1.15), pressureExponent: share(1, "air breathed falls with pressure", 1, 1),
      price: figure(1.5, "$/W", simpleCycle), lead: figure(24, "month", aeroLead), outage: share(0.03, "forced, of the time", 0.01, 0.06), repair: figure(48, "h", { source: "Dawndusk estimate: an engine is swapped in two days", asOf: "2026-11", evidence: "estimate", low: 24, high: 168 }),
      fuelPrice: gasPrice, carbon: gasCarbon, variable: upkeep(6, 3, 10), life: life(25), landUse: figure(60, "m2/MW", { source: "Dawndusk estimate: half an acre a unit", asOf: "2026-11", evidence: "estimate", low: 30, high: 150 }),
    },
    facts: { fuel: "gas" },
  },
  {
    id: "gas-engine", kind: "generators", name: "Jenbacher J920 class reciprocating engine", maker: "INNIO",
    figures: {
      power: figure(9.5, "MW", { source: "eurekamagazine.co.uk: Jenbacher J920, 9.5 MW at 48.7 %, lower heating value", asOf: "2011", evidence: "claimed", low: 9, high: 10.4 }),
      heatRate: figure(8190, "kJ/kWh", { source: "eurekamagazine.co.uk: 48.7 % of the lower heating value; times 1.108", asOf: "2011", evidence: "claimed", low: 8000, high: 9200 }),
      noLoad: share(0.09, "Jenbacher J208 data sheet of 2016-12: 38.7 % at full, 37.6 at three quarters, 35.3 at half load", 0.07, 0.12), loadMin: share(0.3, "makers allow 10-40 %", 0.1, 0.4),
      powerLoss: derate(0.01, "1-2 % a kelvin above the rated intake", 0.007, 0.02), heatRateGain: derate(0, "turbocharged and cooled", 0, 0.0005),
      powerFrom: figure(35, "degC", { source: "Dawndusk estimate after makers' curves: full power to 30-40 degC", asOf: "2026-11", evidence: "estimate", low: 25, high: 40 }), powerMax: share(1, "no gain in the cold", 1, 1), pressureExponent: share(0, "turbocharged: full power to some 1,500 m", 0, 0.5),
      price: figure(1.8, "$/W", enginePlant), lead: figure(15, "month", engineLead), outage: share(0.03, "forced, of the time", 0.02, 0.05), repair: figure(24, "h", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 8, high: 96 }),
      fuelPrice: gasPrice, carbon: gasCarbon, variable: upkeep(8, 5, 15), life: life(25), landUse: figure(120, "m2/MW", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 60, high: 250 }),
    },
    facts: { fuel: "gas" },
  },
  {
    id: "nuclear-contract", kind: "generators", name: "Output of a standing reactor by contract",
    figures: {
      power: figure(835, "MW", { source: "Constellation and Microsoft, Crane Clean Energy Center, 2024-09-20: some 835 MW for 20 years", asOf: "2024-09", evidence: "listed" }),
      price: figure(0, "$/W", { source: "The owner's, paid by the contract's price", asOf: "2024-09", evidence: "listed" }),
      variable: figure(112.5, "$/MWh", { source: "Jefferies: Microsoft pays 110-115 $/MWh for Crane (dig.watch, 2024)", asOf: "2024-09", evidence: "estimate", low: 100, high: 115 }),
      refuelling: share(0.04, "a stop of a month every two years", 0.03, 0.06), outage: share(0.035, "the rest of 92.5 % mean capacity factor (cei.org, 2024)", 0.01, 0.05), repair: figure(168, "h", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 48, high: 720 }),
      lead: figure(45, "month", { source: "Crane: contract of 2024-09, restart planned for 2028 (rtowww.com)", asOf: "2024-09", evidence: "target", low: 36, high: 52 }), carbon: figure(0, "kg/GJ", { source: "No direct emission", asOf: "2024", evidence: "listed" }), life: life(20),
      landUse: figure(0, "m2/MW", { source: "The reactor stands elsewhere", asOf: "2024", evidence: "listed" }),
    },
    facts: { fuel: "nuclear" },
  },
  {
    id: "nuclear-ap1000", kind: "generators", name: "New light-water reactor, AP1000 class", maker: "Westinghouse",
    figures: {
      power: figure(1100, "MW", { ...vogtle, low: 1080, high: 1120 }),
      price: figure(15.9, "$/W", vogtle),
      variable: figure(14, "$/MWh", { source: "Dawndusk estimate: fuel 6, upkeep that follows the energy 2-3, staff of the plant over its energy the rest", asOf: "2026-11", evidence: "estimate", low: 9, high: 30 }),
      refuelling: share(0.04, "a stop of a month every 18-24 months", 0.03, 0.06), outage: share(0.035, "the rest of 92.5 % mean capacity factor (cei.org, 2024)", 0.01, 0.05), repair: figure(168, "h", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 48, high: 720 }),
      lead: figure(120, "month", { source: "Vogtle 3 and 4: built from 2013 to 2023 and 2024", asOf: "2024", evidence: "demonstrated", low: 72, high: 132 }), carbon: figure(0, "kg/GJ", { source: "No direct emission", asOf: "2024", evidence: "listed" }), life: life(60),
      landUse: figure(1300, "m2/MW", { source: "Dawndusk estimate: about a square mile for 2 GW", asOf: "2026-11", evidence: "estimate", low: 500, high: 3500 }),
    },
    facts: { fuel: "nuclear" },
  },
];

const lbnl: Origin = { source: "Berkeley Lab, Utility-Scale Solar 2024 edition: 1.08 $/W of modules (1.43 $/W ac) for plants of 2023", asOf: "2023", evidence: "demonstrated", low: 0.9, high: 1.6 };
export const solarFields: readonly Entry[] = [
  {
    id: "single-axis-silicon", kind: "solarFields", name: "Silicon modules on single-axis trackers",
    figures: {
      price: figure(1.08, "$/W", lbnl), dcPerAc: figure(1.32, "1", { ...lbnl, source: `${lbnl.source}: 1.43 over 1.08`, low: 1.2, high: 1.5 }), stop: figure(60, "deg", { source: "Usual stop of trackers", asOf: "2024", evidence: "estimate" }),
      groundCover: share(0.4, "module width over row pitch, 0.3-0.5", 0.3, 0.5), temperatureCoefficient: figure(0.0035, "1/K", { source: "Data sheets of silicon modules, 0.30-0.38 % a kelvin", asOf: "2024", evidence: "listed", low: 0.003, high: 0.0038 }),
      loss: figure(0.14, "1", { source: "PVWatts version 5, NREL/TP-6A20-62641: default losses", asOf: "2014-09", evidence: "listed", low: 0.1, high: 0.18 }), inverter: figure(0.96, "1", { source: "PVWatts version 5: default inverter", asOf: "2014-09", evidence: "listed" }),
      albedo: share(0.2, "grass and soil", 0.15, 0.3), turbidity: share(3.2, "Linke's turbidity, 2-5 by season and place", 2, 5), life: life(30), upkeep: figure(0.015, "$/W", { source: "Dawndusk estimate: 10-20 $/kW a year", asOf: "2026-11", evidence: "estimate", low: 0.01, high: 0.025 }),
      lead: figure(19, "month", { source: "Solar with batteries in 18-20 months (globalheadofdatacenterenergy.news, 2026)", asOf: "2026", evidence: "claimed", low: 18, high: 20 }), landUse: figure(20_000, "m2/MW", { source: "Dawndusk estimate: 5 acres a megawatt of modules", asOf: "2026-11", evidence: "estimate", low: 14_000, high: 28_000 }),
    },
  },
];
export const gridStorage: readonly Entry[] = [
  {
    id: "lithium-iron-phosphate", kind: "gridStorage", name: "Battery containers, four hours class",
    figures: {
      price: figure(300, "$/kWh", { source: "Installed utility-scale batteries of 1-4 h: 300-420 $/kWh in the United States (kingkongautomotive.co.za, 2025, a relay)", asOf: "2025", evidence: "estimate", low: 115, high: 420, note: "Weak source; packs alone are 115 $/kWh (BloombergNEF 2024)." }),
      roundTrip: figure(0.85, "1", { source: "NREL ATB 2024, utility-scale batteries, ac to ac", asOf: "2024", evidence: "listed", low: 0.82, high: 0.9 }), life: life(15),
      lead: figure(19, "month", { source: "Solar with batteries in 18-20 months (globalheadofdatacenterenergy.news, 2026)", asOf: "2026", evidence: "claimed", low: 12, high: 24 }), landUse: figure(15, "m2/MWh", { source: "Dawndusk estimate", asOf: "2026-11", evidence: "estimate", low: 5, high: 40 }),
    },
  },
];
