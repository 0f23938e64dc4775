import { choice, number, optionalNumber, optionalRef, ref } from "../field.ts";

const CONVENTION = { asOf: "2026-11", evidence: "estimate" } as const;

/** How a platform reaches a station. */
export const downlink = {
  kind: choice(["written", "radio", "optical"], { doc: "Rate of a pass: network.stationRate as written; a radio link through gas and rain at the station; or a laser through the clouds over it.", fallback: "written", feeds: ["fly", "serve"] }),
  frequency: optionalNumber("GHz", { example: "26 GHz", doc: "Carrier of the radio link.", min: 1, max: 55, varies: ["random"], feeds: ["serve"] }),
  eirp: optionalNumber("dBW", { example: "35 dBW", doc: "Power of the platform's transmitter times the gain of its antenna.", min: -30, max: 100, varies: ["random"], feeds: ["serve"] }),
  gOverT: optionalNumber("dB/K", { example: "32 dB/K", doc: "Gain of the station's antenna over its noise temperature, under a clear sky.", min: -30, max: 80, varies: ["random"], feeds: ["serve"] }),
  bandwidth: optionalNumber("MHz", { example: "500 MHz", doc: "Bandwidth of the radio link, roll-off included.", min: 0.001, max: 10_000, varies: ["random"], feeds: ["serve"] }),
  modem: choice(["dvb-s2", "shannon"], { doc: "Rate by carrier over noise: the modulations and codes of DVB-S2, the best that is heard; or Shannon's bound.", fallback: "dvb-s2", feeds: ["serve"] }),
  rollOff: number("frac", { doc: "Bandwidth over symbol rate, less 1.", min: 0, max: 1, varies: ["random"], fallback: { value: 0.2, low: 0.05, high: 0.35, source: "ETSI EN 302 307-1 (DVB-S2): 0.20, 0.25 or 0.35; low: EN 302 307-2 (DVB-S2X)", asOf: "2014-11", evidence: "listed" }, feeds: ["serve"] }),
  noise: number("K", { doc: "Noise temperature that gOverT has in it: rain adds its own to it.", min: 1, max: 10_000, varies: ["random"], fallback: { ...CONVENTION, value: 200, low: 100, high: 500, source: "project convention: antenna and low-noise amplifier of a ground station in the Ka band" }, feeds: ["serve"] }),
  losses: number("dB", { doc: "All that is lost beside distance, gas and rain: pointing, polarisation, the modem against its table.", min: 0, max: 60, varies: ["random"], fallback: { ...CONVENTION, value: 3, low: 1, high: 6, source: "project convention: 1 dB of pointing and polarisation, 2 dB of modem" }, feeds: ["serve"] }),
  availability: number("frac", { doc: "Share of an average year in which rain leaves the radio link its rate.", min: 0.95, max: 0.99999, varies: ["random"], fallback: { ...CONVENTION, value: 0.99, low: 0.95, high: 0.999, source: "project convention: what is not sent in one pass is sent in the next" }, feeds: ["serve"] }),
  terminal: optionalRef("terminals", { doc: "Laser terminal that looks down; left out, orbit.platform.terminal.", feeds: ["size", "serve"] }),
  radio: ref("terminals", { doc: "What the radio link weighs, draws and costs on board: transmitter with antenna. Its rate is not read: that follows from eirp and the rest.", fallback: "ka-transmitter-5g", feeds: ["size"] }),
  onBoard: number("1", { doc: "How many such transmitters or laser terminals look down, beside orbit.platform.terminals; 0 where one of those does.", min: 0, max: 100, whole: true, fallback: { value: 1, low: null, high: 2, source: "project convention: one, at work all the time; high: one more in reserve", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  cloudAspect: number("1", { doc: "Height of clouds over their width: how much more of them a low line of sight meets.", min: 0, max: 10, varies: ["random"], fallback: { value: 1, low: 0.6, high: 1.5, source: "Kauth & Penquite, 'The probability of clear lines of sight through a cloudy atmosphere', J. Appl. Meteor. 6, 1967: 0.6-1.5 of cumulus", asOf: "1967", evidence: "demonstrated" }, feeds: ["serve"] }),
  slew: number("s", { doc: "Time in which what looks down turns from one station to the next.", min: 0, max: 3600, varies: ["random"], fallback: { ...CONVENTION, value: 30, low: 0, high: 120, source: "project convention: half a turn at some 5 deg/s, and settling; low: a beam steered without a gimbal" }, feeds: ["fly"] }),
  acquisition: number("s", { doc: "Time from the rise of a pass to the first bit.", min: 0, max: 3600, varies: ["random"], fallback: { ...CONVENTION, value: 10, low: 1, high: 60, source: "project convention: of passes of 5 to 10 min" }, feeds: ["serve"] }),
  weatherSpell: number("h", { doc: "Mean time for which rain or cloud keeps a station closed; the share of time that it is follows from availability or cloudFree.", min: 0.01, max: 720, fallback: { ...CONVENTION, value: 3, low: 0.2, high: 24, source: "project convention: hours of cloud; low: minutes of heavy rain" }, feeds: ["serve"] }),
} as const;
