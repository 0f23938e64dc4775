/**
 * Ways to cool a hall, as loops to the outside (physics/cooling-plant.ts). A share `warmShare` of the heat leaves by a warm loop, the rest by air;
 * facts `warmSink` and `airSink` say what each rejects to: dry-bulb, wet-bulb or adiabatic. A chiller of 0 is none.
 * Approaches, fans and pumps are typical of their kind, not of a maker; what they add up to is held against published halls in the tests.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const nvidia: Origin = { source: "NVIDIA: coolant at 45 degC into the servers (data-today.net, '45C liquid cooling', 2026)", asOf: "2026", evidence: "claimed", low: 40, high: 45 };
const ashrae: Origin = { source: "ASHRAE TC 9.9 thermal guidelines: recommended air inlet 18-27 degC", asOf: "2021", evidence: "listed", low: 18, high: 27 };
const typical = (what: string, low: number, high: number): Origin => ({ source: `Dawndusk estimate: ${what}`, asOf: "2026-11", evidence: "estimate", low, high });
const approach = (value: number, what: string): Figure => figure(value, "K", typical(`${what}; exchanger between facility and rack loop 4 K (Boyd 3, CoolIT 5: resistancezero.com), tower 2-5 K, dry cooler 5-10 K`, value * 0.6, value * 1.6));
const fan = (value: number): Figure => figure(value, "1", typical("fans over heat at full flow: towers 0.005-0.015, dry coolers 0.01-0.03, fans of halls 0.03-0.06", value * 0.5, value * 2));
const pump = (value: number): Figure => figure(value, "1", typical("pumps over heat at 100-250 kPa and 10 K", value * 0.5, value * 2));
const carnot = typical("half of Carnot's, as chillers reach at 0.4-0.65", 0.4, 0.65);
const losses: Origin = typical("transformers 1 %, UPS of 96-98 % and its losses at no load; no UPS before accelerators: half of it", 0.01, 0.06);

interface Way {
  readonly id: string;
  readonly name: string;
  readonly warm?: { readonly share: number; readonly sink: string; readonly supply: Figure; readonly approach: number; readonly fan: number; readonly pump: number };
  readonly air: { readonly sink: string; readonly supply: number; readonly approach: number; readonly fan: number; readonly pump: number; readonly chiller: boolean };
  readonly pads?: number;
  readonly facts?: Readonly<Record<string, string>>;
}

const none = figure(0, "1", typical("none", 0, 0));
const way = ({ id, name, warm, air, pads, facts }: Way): Entry => ({
  id,
  kind: "coolings",
  name,
  figures: {
    warmShare: warm === undefined ? none : figure(warm.share, "1", typical("cold plates take 80-90 % of a rack's heat, air the rest", 0.7, 1)),
    warmSupply: warm === undefined ? figure(45, "degC", nvidia) : warm.supply,
    warmRange: figure(10, "K", { ...nvidia, low: 8, high: 15, note: "45 degC in, 55 out." }),
    warmApproach: warm === undefined ? approach(8, "unused") : approach(warm.approach, `${warm.sink} to rack`),
    warmFan: warm === undefined ? none : fan(warm.fan),
    warmPump: warm === undefined ? none : pump(warm.pump),
    airSupply: figure(air.supply, "degC", ashrae),
    airRange: figure(12, "K", typical("rise of the air through servers", 8, 15)),
    airApproach: approach(air.approach, `${air.sink} to air`),
    airFan: fan(air.fan),
    airPump: air.pump === 0 ? none : pump(air.pump),
    chiller: air.chiller ? figure(0.5, "1", carnot) : none,
    evaporatorApproach: figure(3, "K", typical("below the fluid that is cooled", 1.5, 6)),
    condenserApproach: figure(8, "K", typical("above the sink, with its tower or cooler", 5, 15)),
    liftMin: figure(10, "K", typical("least lift that a compressor runs at", 5, 20)),
    fanFlowMin: figure(0.2, "1", typical("slowest that fans turn", 0.1, 0.4)),
    padEffectiveness: pads === undefined ? none : figure(pads, "1", typical("wetted pads 0.7-0.9", 0.7, 0.9)),
    cycles: figure(4, "1", typical("cycles of concentration 3-7 by the water's hardness", 2, 8)),
    drift: figure(0.003, "L/kWh", typical("0.005 % of what circulates, 86 L/kWh of heat at 10 K", 0.001, 0.02)),
    electricalFixed: figure(0.01, "1", { ...losses, low: 0.003, high: 0.02 }),
    electricalLoad: figure(0.02, "1", losses),
    other: figure(0.01, "1", typical("light, offices, pumps of the house", 0.005, 0.02)),
  },
  facts: { warmSink: warm === undefined ? "dry-bulb" : warm.sink, airSink: air.sink, ...facts },
});

export const coolings: readonly Entry[] = [
  way({ id: "liquid-dry", name: "Liquid at 45 degC to dry coolers, chilled air for the rest", warm: { share: 0.85, sink: "dry-bulb", supply: figure(45, "degC", nvidia), approach: 6, fan: 0.025, pump: 0.015 }, air: { sink: "dry-bulb", supply: 27, approach: 10, fan: 0.05, pump: 0.02, chiller: true } }),
  way({ id: "liquid-adiabatic", name: "Liquid at 45 degC to coolers wetted on hot days, air likewise", warm: { share: 0.85, sink: "adiabatic", supply: figure(45, "degC", nvidia), approach: 8, fan: 0.02, pump: 0.015 }, air: { sink: "adiabatic", supply: 27, approach: 8, fan: 0.05, pump: 0.02, chiller: true }, pads: 0.8 }),
  way({ id: "liquid-evaporative", name: "Liquid at 24 degC to cooling towers, no chiller", warm: { share: 0.9, sink: "wet-bulb", supply: figure(24, "degC", { source: "NREL, high-performance computing data centre: warm-water liquid cooling without chillers, 24 degC (75 degF) to the racks", asOf: "2018", evidence: "listed", low: 18, high: 30 }), approach: 5, fan: 0.008, pump: 0.012 }, air: { sink: "wet-bulb", supply: 27, approach: 7, fan: 0.03, pump: 0.01, chiller: false }, facts: { like: "NREL's Energy Systems Integration Facility at Golden, Colorado" } }),
  way({ id: "air-economiser", name: "Outside air with chillers for hot days", air: { sink: "dry-bulb", supply: 27, approach: 1.5, fan: 0.05, pump: 0, chiller: true }, facts: { like: "halls of the north: Meta Lulea, PUE 1.07" } }),
  way({ id: "air-adiabatic", name: "Outside air through wet pads", air: { sink: "adiabatic", supply: 27, approach: 1.5, fan: 0.06, pump: 0, chiller: true }, pads: 0.85 }),
  way({ id: "chilled-evaporative", name: "Chilled water with cooling towers and a water-side economiser", air: { sink: "wet-bulb", supply: 20, approach: 8, fan: 0.04, pump: 0.03, chiller: true } }),
];
