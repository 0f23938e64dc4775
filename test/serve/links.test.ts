import { beforeAll, describe, expect, test } from "vitest";
import { scenarioSatellites, type ScenarioSatellite } from "../../src/cli/scenario-trajectories.ts";
import { planeTrajectory } from "../../src/ephemeris/index.ts";
import { passes } from "../../src/events/index.ts";
import { fly } from "../../src/fly/index.ts";
import type { Flight, StationContact } from "../../src/fly/index.ts";
import { carrierToNoise_dBHz, dvbS2Rate, gasAttenuation_dB, passData_GB, rainAttenuation_dB, rainMaps, REFERENCE_AIR, slantRange_km } from "../../src/physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../../src/scenario/index.ts";
import { serve, stationRain } from "../../src/serve/index.ts";
import type { Service } from "../../src/serve/index.ts";
import { radioAt, radioStops, sending } from "../../src/serve/downlink.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const STATIONS = "network.stations=[{id: svalbard, station: ksat-svalbard}, {id: singapore, station: ksat-singapore}, {id: miami, station: ksat-miami}]";
const SHORT = ["network.stations=[{id: singapore, station: ksat-singapore}, {id: dubai, station: ksat-dubai}, {id: atlas, station: atlas-dubai}]", "simulate.days=20"];
const RADIO = "network.downlink={kind: radio, frequency: 20 GHz, eirp: 35 dBW, gOverT: 25 dB/K, bandwidth: 500 MHz, acquisition: 0 s}";
const OPTICAL = "network.downlink={kind: optical, terminal: starlink-mini-laser, acquisition: 0 s}";

const served = async (scenario: Scenario): Promise<{ readonly service: Service; readonly flight: Flight }> => {
  const sizing = size(scenario);
  const flight = await fly(scenario, sizing);
  return { flight, service: serve(scenario, { sizing, flight, rain: await stationRain(scenario) }) };
};
const rack = (...set: readonly string[]) => scenarioOf(RACK, ...set);

describe("radio downlink", () => {
  let service: Service;
  let flight: Flight;
  beforeAll(async () => ({ service, flight } = await served(rack(STATIONS, RADIO, "simulate.days=20"))));

  test("the rate at an elevation is the link budget worked out step by step", async () => {
    const maps = await rainMaps();
    const scenario = rack(STATIONS, RADIO);
    const place = { latitude_deg: 1.35, rain001_mm_per_h: maps.rain001_mm_per_h(1.35, 103.8), rainHeight_km: maps.rainHeight_km(1.35, 103.8), stationHeight_km: 0 };
    const at = radioAt(scenario.network.downlink!, { ...place, altitude_km: 650 })(20);
    const rain_dB = rainAttenuation_dB({ ...place, frequency_GHz: 20, elevation_deg: 20, tilt_deg: 45 }, 1);
    // The project's notes have 7.4 dB in Singapore at 20 GHz, 20 degrees and 1 %.
    expect(rain_dB).toBeCloseTo(7.4, 0);
    const gas = gasAttenuation_dB({ ...REFERENCE_AIR, vapourColumn_kg_per_m2: 15, stationHeight_km: 0 }, { frequency_GHz: 20, elevation_deg: 20 });
    // Friis by hand: 35 + 25 + 228.599 - 20 log10(4 pi d f/c) - 3 - gas - rain - noise of the rain over 200 K.
    const d_m = slantRange_km({ altitude_km: 650, elevation_deg: 20 }) * 1000;
    const noise_dB = 10 * Math.log10((200 + 275 * (1 - 10 ** (-rain_dB / 10))) / 200);
    const heard_dBHz = 35 + 25 + 228.5992 - 20 * Math.log10((4 * Math.PI * d_m * 20e9) / 299_792_458) - 3 - gas.oxygen - gas.vapour - rain_dB - noise_dB;
    measure("serve-links", { case: "radio rate at 20 deg over Singapore", got: at.rate_Gbps * 1000, expected: dvbS2Rate({ bandwidth_MHz: 500, rollOff_frac: 0.2 }, heard_dBHz).rate_Mb_per_s, rel: 1e-9, unit: "Mb/s", source: "link budget by hand over P.618-14 and P.676-12" });
    expect(carrierToNoise_dBHz({ eirp_dBW: 35, receiveGain_dB: 25 + 10 * Math.log10(200), noise_K: 200, otherLoss_dB: 3 + gas.oxygen + gas.vapour, wavelength_m: 299_792_458 / 20e9 }, { distance_m: d_m, rain_dB })).toBeCloseTo(heard_dBHz, 3);
    expect(at.clear_Gbps).toBeGreaterThan(at.rate_Gbps);
  });

  test("rain takes most in Singapore, least in Svalbard; availability counts", () => {
    const links = new Map(service.downlink!.byStation.map((one) => [one.id, one]));
    const kept = (id: string): number => links.get(id)!.B_per_day / links.get(id)!.clear_B_per_day;
    expect(kept("svalbard")).toBeLessThanOrEqual(0.99);
    expect(kept("singapore")).toBeLessThan(kept("miami"));
    expect(kept("miami")).toBeLessThan(kept("svalbard"));
    for (const one of links.values()) expect(one.available_frac).toBeCloseTo(0.99, 12);
  });

  test("bytes by station add up, and are the link that classes are held against", () => {
    const sum = service.downlink!.byStation.reduce((all, one) => all + one.B_per_day, 0);
    expect(service.downlink!.B_per_day).toBeCloseTo(sum, 3);
    expect(service.notes.join("\n")).not.toContain("no radio or terminal is sized");
    expect(service.orbitLink_B_per_s).toBeCloseTo(sum / 86_400, 6);
  });

  test("minutes by elevation are the minutes in view of any station, each counted once", () => {
    const { byStation, minutes_per_day } = flight.summary!.contact;
    const minutes = byStation.map((one) => one.elevation_min_per_day!.reduce((a, b) => a + b, 0));
    expect(minutes.reduce((a, b) => a + b, 0)).toBeCloseTo(minutes_per_day, 9);
    byStation.forEach((one, i) => expect(minutes[i]).toBeLessThanOrEqual(one.minutes_per_day + 1e-9));
    // None below the mask of 10 degrees: five bins of two.
    for (const one of byStation) expect(one.elevation_min_per_day!.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  });

  test("more rain allowed for never brings more", async () => {
    const strict = (await served(rack(STATIONS, RADIO, "simulate.days=20", "network.downlink.availability=0.999"))).service.downlink!;
    strict.byStation.forEach((one, i) => expect(one.rate_Gbps).toBeLessThanOrEqual(service.downlink!.byStation[i]!.rate_Gbps));
  });

  // Far more than 32APSK 9/10 needs: 4.453027 bits a symbol (ETSI EN 302 307-1, table 13) at every elevation, so that a pass is its time.
  test("data of a pass: all of its time where the modem binds, none where no pass ends", async () => {
    const { downlink } = (await served(rack(STATIONS, "simulate.days=20", "network.downlink={kind: radio, frequency: 20 GHz, eirp: 60 dBW, gOverT: 45 dB/K, bandwidth: 500 MHz, acquisition: 30 s}"))).service;
    const rate_B_per_s = (0.99 * 4.453027 * (500e6 / 1.2)) / 8;
    for (const { overheadPass_B, pass_B } of downlink!.byStation) {
      // 650 km above 10 deg: 2 (90 - 10 - eta) T/360 = 9.0 min, as in the project's notes.
      measure("serve-links", { case: "data of a pass through the zenith at a constant rate", got: overheadPass_B! / rate_B_per_s + 30, expected: 9.0 * 60, rel: 0.01, unit: "s", source: "closed form 2 (90 - el - eta) T / 360" });
      expect(pass_B).toBeLessThan(overheadPass_B!);
      expect(pass_B).toBeGreaterThan(0.4 * overheadPass_B!);
    }
  });

  test("the terminal's duty is that of passes found to the second, one after the other", () => {
    const duty = service.downlink!.duty!;
    const scenario = rack(STATIONS, RADIO, "simulate.days=20");
    const days = 20;
    const stations = scenario.network.stations.map(({ station }) => {
      const figures = entryOf(scenario, { kind: "stations", id: station });
      return { latitude_deg: entryValue(figures, "latitude"), longitude_deg: entryValue(figures, "longitude"), height_km: 0, elevationMin_deg: 10 };
    });
    const start_s = scenario.simulate.start_utc_s;
    const [{ name, orbitOf }] = scenarioSatellites(scenario, scenario.orbit!) as [ScenarioSatellite];
    const plane = planeTrajectory({ name, objectId: null, ...orbitOf(), epoch_s: start_s, span: { start_s: 0, end_s: days * 86_400 } });
    const found = passes([plane], stations, { start_s, end_s: start_s + days * 86_400 }).passes.toSorted((a, b) => a.start_s - b.start_s);
    let free = -Infinity;
    let busy_s = 0;
    let taken = 0;
    for (const pass of found) {
      if (pass.start_s < free) continue;
      free = pass.end_s + 30;
      busy_s += pass.end_s - pass.start_s + 30;
      taken++;
    }
    measure("serve-links", { case: "duty of a terminal on three stations", got: duty.duty_frac, expected: busy_s / (days * 86_400), rel: 0.02, unit: "", source: "passes to the second (events), first come first served by hand" });
    measure("serve-links", { case: "passes that it serves a day", got: duty.served_per_day, expected: taken / days, rel: 0.02, unit: "1/d", source: "the same" });
    expect(duty.served_per_day + duty.missed_per_day).toBeCloseTo(flight.summary!.contact.passes_per_day, 9);
  });

  // QPSK 1/4 needs Es/N0 of -2.35 dB (ETSI EN 302 307-1, table 13): the rain that stops it and its noise over 200 K take the margin over that.
  test("rain stops the link when it and its noise take the margin", async () => {
    const maps = await rainMaps();
    const place = { latitude_deg: 1.35, rain001_mm_per_h: maps.rain001_mm_per_h(1.35, 103.8), rainHeight_km: maps.rainHeight_km(1.35, 103.8), stationHeight_km: 0 };
    const downlink = rack(STATIONS, RADIO).network.downlink!;
    const stops = radioStops(downlink, { ...place, altitude_km: 650 }, 20);
    if (stops?.status !== "within") throw new Error("outside of the method");
    const rain_dB = rainAttenuation_dB({ ...place, frequency_GHz: 20, elevation_deg: 20, tilt_deg: 45 }, stops.percent);
    const gas = gasAttenuation_dB({ ...REFERENCE_AIR, vapourColumn_kg_per_m2: 15, stationHeight_km: 0 }, { frequency_GHz: 20, elevation_deg: 20 });
    const d_m = slantRange_km({ altitude_km: 650, elevation_deg: 20 }) * 1000;
    const clear_dBHz = 35 + 25 + 228.5992 - 20 * Math.log10((4 * Math.PI * d_m * 20e9) / 299_792_458) - 3 - gas.oxygen - gas.vapour;
    const margin_dB = clear_dBHz - 10 * Math.log10(500e6 / 1.2) - -2.35;
    const noise_dB = 10 * Math.log10((200 + 275 * (1 - 10 ** (-rain_dB / 10))) / 200);
    measure("serve-links", { case: "margin that rain takes when it stops the link", got: rain_dB + noise_dB, expected: margin_dB, abs: 2e-3, unit: "dB", source: "link budget by hand over P.618-14 and P.676-12" });
    expect(radioStops({ ...downlink, modem: "shannon" }, { ...place, altitude_km: 650 }, 20)).toBeNull();
    expect(radioStops({ ...downlink, eirp_dBW: -30 }, { ...place, altitude_km: 650 }, 20)).toEqual({ status: "oftener", than_percent: 5 });
    const { status } = radioStops({ ...downlink, eirp_dBW: 60 }, { ...place, rain001_mm_per_h: 5, altitude_km: 650 }, 20)!;
    expect(status).toBe("rarer");
  });

  test("from geostationary orbit: always in view at one elevation, and no word of a written rate", async () => {
    const { service: ring } = await served(rack("orbit.altitude=null", "orbit.type=geostationary", "orbit.longitude=-100 deg", "network.stations=[{id: miami, station: ksat-miami}]", "network.downlink={kind: radio, frequency: 20 GHz, eirp: 60 dBW, gOverT: 32 dB/K, bandwidth: 500 MHz, acquisition: 0 s}", "simulate.days=2"));
    const [miami] = ring.downlink!.byStation;
    expect(miami!.minutes_per_day).toBeCloseTo(1440, 6);
    expect(miami!.B_per_day).toBeCloseTo((0.99 * 86_400 * miami!.rate_Gbps * 1e9) / 8, -3);
    expect(miami).toMatchObject({ pass_B: null, overheadPass_B: null });
    expect(ring.downlink!.duty!.duty_frac).toBeCloseTo(1, 9);
    expect(ring.notes.join("\n")).not.toContain("network.stationRate");
  });

  test("no map is loaded for another downlink, and a radio one without its rain is refused by name", async () => {
    expect(await stationRain(rack(STATIONS))).toBeNull();
    const scenario = rack(STATIONS, RADIO, "simulate.days=2");
    const sizing = size(scenario);
    expect(() => serve(scenario, { sizing, flight })).toThrow("network.stations.svalbard: a radio downlink needs the rain there");
  });
});

describe("time of passes by elevation", () => {
  // Acquisition against physics/pass-bytes: one pass in steps of a second, through the bins, against Simpson's rule over the same pass.
  test("one pass through the bins carries what Simpson's rule gives it", () => {
    const pass = { duration_s: 600, altitude_km: 650, elevationMin_deg: 10, elevationMax_deg: 70 };
    const rate = (elevation_deg: number): number => 1 + elevation_deg / 30;
    const bins = Array.from({ length: 45 }, () => 0);
    let elevation: readonly number[] = [];
    passData_GB(pass, { acquisition_s: 0, rate_Gb_per_s: (e) => { elevation = [...elevation, e]; return 1; } });
    // 129 evenly spaced moments of the pass.
    for (const e of elevation) bins[Math.floor(e / 2)]! += 10 / elevation.length;
    const met: StationContact = { id: "one", passes_per_day: 1, minutes_per_day: 10, elevation_min_per_day: bins };
    for (const acquisition_s of [0, 20, 60]) {
      const got = sending(met, { lowest_deg: 10, acquisition_s }).reduce((sum, { elevation_deg, minutes }) => sum + (minutes * 60 * rate(elevation_deg)) / 8, 0);
      measure("serve-links", { case: `a pass through bins of 2 degrees, ${acquisition_s} s of acquisition`, got, expected: passData_GB(pass, { acquisition_s, rate_Gb_per_s: rate }), rel: 0.012, unit: "GB", source: "Simpson's rule, physics/pass-bytes" });
    }
  });
});

describe("laser downlink", () => {
  let service: Service;
  beforeAll(async () => ({ service } = await served(rack(...SHORT, OPTICAL))));

  test("clear share between straight up and the mask, of the station's own sky", () => {
    const singapore = service.downlink!.byStation.find(({ id }) => id === "singapore")!;
    // Sunshine of Singapore: 2,022.4 of 4,422 h. At 10 deg and aspect 1 the exponent is 5.759.
    expect(singapore.available_frac).toBeLessThan(0.4574);
    expect(singapore.available_frac).toBeGreaterThan(0.4574 ** 5.759);
    expect(singapore.B_per_day / singapore.clear_B_per_day).toBeCloseTo(singapore.available_frac, 9);
  });

  test("diversity lies between the clearest alone and independence, also with two stations in one city", () => {
    const { anyClear_frac, independent_frac, best_frac } = service.downlink!.diversity!;
    expect(anyClear_frac).toBeGreaterThan(best_frac);
    expect(anyClear_frac).toBeLessThan(independent_frac);
  });

  test("a station without a figure of clouds is named and carries nothing, until the scenario writes one", async () => {
    const without = rack(STATIONS, OPTICAL, "simulate.days=5");
    const { service: some, flight } = await served(without);
    expect(some.downlink!.missing).toEqual(["svalbard"]);
    expect(flight.summary!.contact.byStation.map(({ id }) => id)).toEqual(["singapore", "miami"]);
    expect(some.notes.join("\n")).toContain("Of the clouds over svalbard nothing is known: no laser reaches it.");
    const { service: all } = await served(rack(STATIONS.replace("ksat-svalbard}", "ksat-svalbard, cloudFree: 0.3}"), OPTICAL, "simulate.days=5"));
    expect(all.downlink!.missing).toEqual([]);
    expect(all.downlink!.B_per_day).toBeGreaterThan(some.downlink!.B_per_day);
  });

  test("no station with a figure: nothing moves, and the class says so", async () => {
    const { service: none } = await served(rack("network.stations=[{id: svalbard, station: ksat-svalbard}]", OPTICAL, "simulate.days=5"));
    expect(none.orbitLink_B_per_s).toBe(0);
    expect(none.classes[0]!.tier.orbit.why).toBe("no station or relay moves its data");
  });
});

const CLUSTER = ["orbit.formation={radius: 1 km, spacing: 100 m, satellites: 81}", "demand.classes=[{id: pretraining, kind: training, power: 100 kW, model: llama-3-405b}]", "network.stations=[{id: svalbard, station: ksat-svalbard}]", "simulate.days=2"];
const trained = async (...set: readonly string[]) => (await served(rack(...CLUSTER, ...set))).service.classes[0]!;

describe("training over links between platforms", () => {
  test("Suncatcher's aperture: 9.6 and 12.8 Tb/s a beam, as many as fit at 100-200 m", async () => {
    const { training } = await trained("orbit.interlink={beams: {transceivers: 10000}}");
    const { training: finer } = await trained("orbit.interlink={beams: {colours: 32, transceivers: 10000}}");
    const source = "Suncatcher, arXiv 2511.19468v2, section 4.2";
    measure("serve-links", { case: "one beam of 24 colours", got: training!.link_Gbps / training!.beams!, expected: 9600, rel: 1e-12, unit: "Gb/s", source });
    measure("serve-links", { case: "one beam of 32 colours", got: finer!.link_Gbps / finer!.beams!, expected: 12_800, rel: 1e-12, unit: "Gb/s", source });
    // The same paper: 4 x 4 beams up to 0.32 km.
    expect(training!.beams).toBeGreaterThanOrEqual(16);
    expect(training).toMatchObject({ platforms: 81, fabric: "torus 9 x 9", linksPerPlatform: 4, linksCarried: 4 });
  });

  test("no more colours are lit than a telescope has transceivers; a still one is never worse", async () => {
    const rateOf = async (beams: string) => (await trained(`orbit.interlink={beams: {${beams}}}`)).training!;
    expect(await rateOf("")).toMatchObject({ link_Gbps: 24 * 400, beams: 1, binds: "modem" });
    expect((await rateOf("transceivers: 2")).link_Gbps).toBe(800);
    const [still, shaking, wild] = await Promise.all(["0 urad", "4 urad", "200 urad"].map((jitter) => rateOf(`jitter: ${jitter}, transceivers: 10000`)));
    expect(shaking!.link_Gbps).toBeLessThanOrEqual(still!.link_Gbps);
    expect(wild!.link_Gbps).toBeLessThan(shaking!.link_Gbps);
  });

  // Ring of 81: 2 x 80/81 of the vector over two links at once, 160 messages; a torus of four links would take half of it.
  test("two telescopes of a torus are a ring's, one is nobody's", async () => {
    const { service } = await served(rack(...CLUSTER, "orbit.interlink={latency: 10 us, beams: {telescopes: 2}}"));
    const t = service.classes[0]!.training!;
    // A ring is halved across two links.
    expect(t.bisection_Gbps).toBe(2 * t.link_Gbps);
    expect(t).toMatchObject({ fabric: "ring of 81", fabricAsked: "torus 9 x 9", linksPerPlatform: 2, linksCarried: 2 });
    const exchange_s = 160 * 10e-6 + ((2 * 80) / 81) * ((405e9 * 4 * 8) / (2 * t.link_Gbps * 1e9));
    measure("serve-links", { case: "exchange round a ring, for want of telescopes", got: t.exchange_s!, expected: exchange_s, rel: 1e-9, unit: "s", source: "Patarasuk & Yuan 2009, by hand" });
    expect(service.notes.join("\n")).toContain("a platform carries 2 telescopes (orbit.interlink.beams.telescopes), too few for a torus 9 x 9: it is reckoned as a ring of 81.");
    const { tier, training } = await trained("orbit.interlink={beams: {telescopes: 1}}");
    expect(tier.orbit).toMatchObject({ eligible: false, why: "a ring of 81 takes 2 links a platform, which carries 1" });
    expect(training).toMatchObject({ computing_frac: 0, step_s: null });
  });

  test("terminals that are not on board link nobody", async () => {
    expect((await trained("orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=1", "orbit.interlink={}")).tier.orbit.why).toBe("a ring of 81 takes 2 links a platform, which carries 1");
  });

  // 405e9 x 16 bytes (ZeRO) are 6,480 GB. A rack's 72 chips hold 72 x 186 = 13,392; a tray's four TPU v6e 4 x 34.4 = 137.6, and 48 trays 6,605.
  const TRAY = ["orbit.platform.server=tpu-v6e-tray-4", "orbit.platform.shielding=10 kg/kW", "orbit.interlink={gradient: 2 B, latency: 0 s, beams: {}}"];
  test("a model that no platform holds is spread, for half as much exchange again; too few refuse it", async () => {
    const whole = (await trained("orbit.interlink={gradient: 2 B, latency: 0 s, beams: {}}")).training!;
    expect(whole).toMatchObject({ state_GB: 6480, memory_GB: 13_392, platformsToHold: 1 });
    const { service } = await served(rack(...CLUSTER, ...TRAY));
    const spread = service.classes[0]!.training!;
    expect(spread.memory_GB).toBeCloseTo(137.6, 9);
    expect(spread.platformsToHold).toBe(48);
    measure("serve-links", { case: "exchange of a model spread over platforms, over one held whole", got: spread.exchange_s! / whole.exchange_s!, expected: 1.5, rel: 1e-9, unit: "", source: "Rajbhandari et al. 2020 (ZeRO), section 7.2.2" });
    expect(service.notes.join("\n")).toContain("llama-3-405b keeps 6,480 GB and a platform's chips hold 137.6: it is spread over all 81");
    const parts = await trained(...TRAY, "orbit.interlink.batchParts=4");
    expect(parts.training!.exchange_s! / whole.exchange_s!).toBeCloseTo(4.5, 9);
    const few = await trained(...TRAY, "demand.classes.pretraining.synchronousChips=4");
    expect(few.tier.orbit).toMatchObject({ eligible: false, why: "training llama-3-405b keeps 6,480 GB, and the chips of a platform hold 137.6: it takes 48 platforms, and the job has 1" });
  });

  test("exchange and step in closed form", async () => {
    const one = await trained("orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=4", "orbit.interlink={gradient: 2 B, latency: 10 us, reached: 0.4}");
    const t = one.training!;
    // Torus 9 x 9: 2 x 80/81 of the vector over four links at once, 32 messages.
    const exchange_s = 32 * 10e-6 + ((2 * 80) / 81) * ((405e9 * 2 * 8) / (4 * t.link_Gbps * 1e9));
    measure("serve-links", { case: "exchange of Llama 3 405B over 9 x 9 platforms", got: t.exchange_s!, expected: exchange_s, rel: 1e-9, unit: "s", source: "Chan et al. 2007, by hand" });
    const platform_FLOPS = size(rack(...CLUSTER)).platform!.bf16_PFLOP_per_s * 1e15;
    measure("serve-links", { case: "compute of a step of Llama 3 405B", got: t.compute_s!, expected: (6 * 405e9 * 16e6) / (81 * platform_FLOPS * 0.4), rel: 1e-9, unit: "s", source: "6 P t, Kaplan et al. 2020" });
    expect(t.step_s).toBeCloseTo(t.compute_s! + t.exchange_s!, 9);
    expect(one.tier.orbit.useful_frac).toBeCloseTo(t.computing_frac, 12);
    expect(one.tier.ground.useful_frac).toBe(1);
  });

  // 72 accelerators a rack, 12 of them cold: 5,832 chips take 5832/60 = 97.2 platforms and not 81, and a step over 81 takes 72/60 as long.
  test("cold spares compute nothing in a step, and a job of so many chips takes more platforms", async () => {
    const set = ["orbit.radiation.spares=12", "orbit.interlink={beams: {}}"];
    const { training } = await trained(...set);
    const { training: whole } = await trained("orbit.interlink={beams: {}}");
    expect(training!.compute_s! / whole!.compute_s!).toBeCloseTo(72 / 60, 12);
    const { tier } = await trained(...set, "demand.classes.pretraining.synchronousChips=5832");
    expect(tier.orbit).toMatchObject({ eligible: false, why: "its job takes 98 platforms and 81 are linked" });
  });

  test("interruptions and exchange multiply", async () => {
    const alone = await trained("demand.classes.pretraining.synchronousChips=5832");
    const linked = await trained("demand.classes.pretraining.synchronousChips=5832", "orbit.interlink={beams: {}}");
    expect(alone.training).toBeNull();
    expect(linked.tier.orbit.useful_frac).toBeCloseTo(alone.tier.orbit.useful_frac * linked.training!.computing_frac, 12);
    expect(linked.training!.platforms).toBe(81);
  });

  test("hidden behind computing it costs nothing until it is longer; a slower link never helps", async () => {
    const hidden = await trained("orbit.interlink={beams: {}, overlap: full}");
    expect(hidden.training!.computing_frac).toBe(1);
    const slow = await trained("orbit.interlink={beams: {colourRate: 0.5 Gb/s}, overlap: full}");
    expect(slow.training!.computing_frac).toBeLessThan(1);
    expect(slow.training!.computing_frac).toBeCloseTo(slow.training!.compute_s! / slow.training!.exchange_s!, 12);
  });

  test("a job larger than what flies together is refused with both numbers", async () => {
    const { tier } = await trained("demand.classes.pretraining.synchronousChips=16384", "orbit.interlink={beams: {}}");
    expect(tier.orbit).toMatchObject({ eligible: false, why: "its job takes 228 platforms and 81 are linked" });
  });

  test("rings, primes and switched trees", async () => {
    expect((await trained("orbit.interlink={beams: {}, fabric: ring}")).training!.fabric).toBe("ring of 81");
    expect((await trained("orbit.interlink={beams: {}, fabric: clos}")).training).toMatchObject({ fabric: "clos of 81", linksPerPlatform: 1 });
    expect((await trained("orbit.formation.satellites=79", "orbit.interlink={beams: {}}")).training!.fabric).toBe("ring of 79");
  });

  test("a plane of a fleet: neighbours 2 a sin(pi/n) apart", async () => {
    const fleet = ["orbit.formation=null", "orbit.fleet={shells: [{id: dawn, pattern: sun-synchronous, altitude: 650 km, satellitesPerPlane: 50, localTimes: [{ltan: 18 h}]}]}", "simulate.fleetDays=1"];
    const one = await trained(...fleet, "orbit.platform.terminal=starlink-laser", "orbit.platform.terminals=4", "orbit.interlink={}");
    measure("serve-links", { case: "neighbours of 50 in a plane at 650 km", got: one.training!.distance_km, expected: 2 * 7028.137 * Math.sin(Math.PI / 50), rel: 1e-6, unit: "km", source: "chord" });
    expect(one.training).toMatchObject({ link_Gbps: 200, binds: "modem", linksCarried: 4 });
    // 883 km apart; terminals of 80 mm that shake by 4 urad at both ends keep their rate to 2,045 km.
    const plane = [...fleet, "orbit.platform.terminal=starlink-laser", "orbit.platform.terminals=4", "orbit.interlink={}"];
    expect((await trained(...plane, "orbit.platform.terminalJitter=4 urad")).training).toMatchObject({ link_Gbps: 200, binds: "modem" });
    const shaking = (await trained(...plane, "orbit.platform.terminalJitter=12 urad", "orbit.platform.terminalOutage=0.05")).training!;
    // By hand: phi = (17.443/24)^2 = 0.52823; M^-phi (1 + phi ln M) = 0.05 at phi ln M = 4.7439: M = exp(8.9801); 5,400 km/sqrt M = 60.59 km; 200 x (60.59/882.6)^2.
    measure("serve-links", { case: "a named terminal that shakes, beyond its range", got: shaking.link_Gbps, expected: 200 * (60.59 / 882.6) ** 2, rel: 2e-4, unit: "Gb/s", source: "Toyoshima et al. 2002, by hand" });
    const { service } = await served(rack(...CLUSTER, ...fleet, "orbit.platform.terminal=mynaric-condor-mk3", "orbit.platform.terminals=4", "orbit.interlink={}", "orbit.platform.terminalJitter=4 urad"));
    expect(service.notes.join("\n")).toContain("orbit.platform.terminalJitter is not counted for mynaric-condor-mk3");
  });
});
