/**
 * Training one model over the platforms of a close formation, or of one plane of a fleet: what exchanging gradients takes of a step.
 *
 *   1. platforms of a job = synchronousChips/accelerators of a platform that are no spares, rounded up; all that fly together where a class names no chips
 *   2. distance of neighbours: of a formation the largest over an orbit (size/formation), of a fleet 2 a sin(pi/n) along the plane, the
 *      longest of its shells
 *   3. rate of a link: of many beams in one telescope (physics/optical-array), or of orbit.platform.terminal (physics/optical-link)
 *   4. a torus has two sides, as equal as the number of platforms divides: a prime number of them is a ring
 *      a platform that carries two or three links is part of a ring and of no torus; of fewer than its fabric takes, nobody trains
 *   5. step = compute + exchange, or the longer where they overlap; computing share = compute/step                (physics/training-step)
 *   6. a model whose state (orbit.interlink.state) is more than the memory of a platform's working chips is spread over all platforms of the job, which
 *      gather its weights twice for each part of a batch; a job of fewer than hold it does not run
 *
 * The share is of the rate that the chips reach on the ground (orbit.interlink.reached), where exchange is in it: in orbit it comes on top.
 * Assumes: data parallel between platforms, the model whole within each, sharded over its chips, or (6); no failed link; activations take no memory.
 * Accuracy: Suncatcher's rates and the table of docs/theory/links.md through a scenario (test/serve).
 */
import { arrayRate, bisection_Gb_per_s, geostationaryAltitude_km, satellitesToHold, semiMajorAxis_km, terminalRate, trainingStep } from "../physics/index.ts";
import type { ArrayTerminal, Fabric } from "../physics/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, LIGHT_SPEED_M_PER_S, PLANCK_J_S } from "../units/index.ts";
import type { DemandClass } from "./demand-watts.ts";
import { namedTerminal } from "./named-terminal.ts";
import type { OrbitTraining } from "./service.ts";

type Orbit = NonNullable<Scenario["orbit"]>;
type Interlink = NonNullable<Orbit["interlink"]>;

/** The steps of a class in orbit; null for a class without a model, or a scenario without links between platforms. */
export const orbitTraining = (scenario: Scenario, { demand, platform }: { readonly demand: DemandClass; readonly platform: PlatformSizing | null }): OrbitTraining | null => {
  const { orbit } = scenario;
  if (orbit === null || orbit.interlink === null || platform === null || demand.model === null) return null;
  const { interlink } = orbit;
  const together = flownTogether(orbit, platform);
  const asked = demand.synchronousChips === null ? together.platforms : Math.ceil(demand.synchronousChips / platform.working.accelerators);
  const linksCarried = platform.links.find(({ id }) => id === (interlink.beams === null ? "links" : "interlink"))?.count ?? 0;
  const fabric = fabricCarried(interlink, { platforms: asked, linksCarried });
  const link = linkRate(scenario, { interlink, platform: orbit.platform, distance_km: together.distance_km });
  const model = modelOf(scenario, demand.model);
  const held = memoryHeld(scenario, { model, platform, state_B: interlink.state_B });
  const head = {
    model: demand.model, platforms: asked, platformsTogether: together.platforms, ...held, fabric: fabricText(fabric), fabricAsked: fabricText(fabricOf(interlink, asked)),
    linksPerPlatform: linksOf(fabric), linksCarried, distance_km: together.distance_km, ...link, bisection_Gbps: bisection_Gb_per_s(fabric, link.link_Gbps),
  };
  // Not one colour is lit, too few links or too little memory: no step ends.
  if (whyNoStep(head) !== "") return { ...head, compute_s: null, exchange_s: null, step_s: null, computing_frac: 0 };
  const whole = { bytesPerGradient: interlink.gradient_B, link_Gb_per_s: asked === 1 ? 1 : link.link_Gbps, latency_s: interlink.latency_s };
  const step = trainingStep(model, fabric, {
    trainer: { compute_PFLOP_per_s: platform.working.bf16_PFLOP_per_s, reached_frac: interlink.reached_frac },
    // One platform exchanges with nobody: any rate will do.
    exchange: isSpread(held) ? { ...whole, gathering: { bytesPerWeight: interlink.weight_B, gathers: 2 * interlink.batchParts } } : whole,
  });
  const step_s = interlink.overlap === "full" ? Math.max(step.compute_s, step.exchange.time_s) : step.step_s;
  return { ...head, compute_s: step.compute_s, exchange_s: step.exchange.time_s, step_s, computing_frac: step.compute_s / step_s };
};

/** Why a class's job cannot run on what flies together; empty where it can. */
export const whyNotLinked = (training: OrbitTraining | null): string => {
  if (training === null) return "";
  if (training.platforms > training.platformsTogether) return `its job takes ${training.platforms} platforms and ${training.platformsTogether} are linked`;
  return whyNoStep(training);
};

const whyNoStep = (training: Omit<OrbitTraining, "compute_s" | "exchange_s" | "step_s" | "computing_frac">): string => {
  const { model, platforms, platformsToHold, state_GB, memory_GB, linksCarried, linksPerPlatform, fabric, link_Gbps, distance_km } = training;
  if (platformsToHold !== null && memory_GB !== null && platformsToHold > platforms) return `training ${model} keeps ${formatNumber(state_GB)} GB, and the chips of a platform hold ${formatNumber(memory_GB)}: it takes ${platformsToHold} platforms, and the job has ${platforms}`;
  if (platforms > 1 && linksCarried < linksPerPlatform) return `a ${fabric} takes ${linksPerPlatform} ${linksPerPlatform === 1 ? "link" : "links"} a platform, which carries ${linksCarried}`;
  return platforms > 1 && link_Gbps === 0 ? `links over ${formatNumber(distance_km)} km carry nothing` : "";
};

type Held = Pick<OrbitTraining, "state_GB" | "memory_GB" | "platformsToHold">;

/** Equation 6; the memory of a server that names no chip is not known, and not asked for. */
const memoryHeld = (scenario: Scenario, { model, platform, state_B }: { readonly model: { readonly parameters: number }; readonly platform: PlatformSizing; readonly state_B: number }): Held => {
  const state_GB = (model.parameters * state_B) / 1e9;
  const { refs } = entryOf(scenario, { kind: "servers", id: scenario.orbit!.platform.server });
  const chip = refs?.["chip"];
  if (chip === undefined) return { state_GB, memory_GB: null, platformsToHold: null };
  const memory_GB = platform.working.accelerators * entryValue(entryOf(scenario, { kind: "chips", id: chip }), "memory");
  return { state_GB, memory_GB, platformsToHold: satellitesToHold(model, { bytesPerParameter: state_B, memory_GB }) };
};

/** Whether no platform holds the model whole. */
export const isSpread = ({ platformsToHold }: Pick<OrbitTraining, "platformsToHold">): boolean => platformsToHold !== null && platformsToHold > 1;

interface Together { readonly platforms: number; readonly distance_km: number }

/** Equation 2. */
const flownTogether = (orbit: Orbit, platform: PlatformSizing): Together => {
  if (platform.formation !== null) return { platforms: platform.formation.satellites, distance_km: platform.formation.most_m / 1000 };
  const planes = (orbit.fleet === null ? [] : orbit.fleet.shells).map(({ pattern, altitudeTo_km, altitude_km, satellitesPerPlane }): Together => {
    const highest_km = pattern === "geostationary" ? geostationaryAltitude_km() : (altitudeTo_km ?? altitude_km);
    if (highest_km === null) throw new Error("orbit.fleet: a shell without an altitude");
    return { platforms: satellitesPerPlane, distance_km: 2 * semiMajorAxis_km(highest_km) * Math.sin(Math.PI / satellitesPerPlane) };
  });
  if (planes.length === 0) throw new Error("orbit.interlink needs a formation or a fleet");
  return planes.reduce((least, next) => (next.distance_km > least.distance_km ? next : least));
};

/** Equation 4. */
export const fabricOf = ({ fabric, oversubscription }: Pick<Interlink, "fabric" | "oversubscription">, platforms: number): Fabric => {
  if (fabric === "clos") return { kind: "clos", satellites: platforms, oversubscription };
  let side = Math.floor(Math.sqrt(platforms));
  while (platforms % side !== 0) side--;
  return fabric === "ring" || side === 1 ? { kind: "ring", satellites: platforms, directions: 2 } : { kind: "torus", sides: [side, platforms / side] };
};

/** What is asked for, or a ring where a torus has too few links to stand on. */
const fabricCarried = (interlink: Interlink, { platforms, linksCarried }: { readonly platforms: number; readonly linksCarried: number }): Fabric => {
  const asked = fabricOf(interlink, platforms);
  return asked.kind === "torus" && linksCarried < linksOf(asked) ? { kind: "ring", satellites: platforms, directions: 2 } : asked;
};

const fabricText = (fabric: Fabric): string => (fabric.kind === "torus" ? `torus ${fabric.sides.join(" x ")}` : `${fabric.kind} of ${fabric.satellites}`);

const linksOf = (fabric: Fabric): number => {
  if (fabric.kind === "torus") return fabric.sides.reduce((sum, side) => sum + (side === 2 ? 1 : 2), 0);
  return fabric.satellites === 1 ? 0 : fabric.kind === "clos" || fabric.satellites === 2 ? 1 : 2;
};

interface Link { readonly link_Gbps: number; readonly beams: number | null; readonly binds: OrbitTraining["binds"] }

/** Equation 3. */
const linkRate = (scenario: Scenario, { interlink, platform, distance_km }: { readonly interlink: Interlink; readonly platform: Orbit["platform"]; readonly distance_km: number }): Link => {
  if (interlink.beams !== null) {
    const { rate_Gb_per_s, beams, binds } = arrayRate(arrayTerminal(interlink.beams), distance_km * 1000);
    return { link_Gbps: rate_Gb_per_s, beams, binds };
  }
  if (platform.terminal === null) throw new Error("orbit.interlink needs beams or orbit.platform.terminal");
  const { rate_Gb_per_s, binds } = terminalRate(namedTerminal(scenario, { id: platform.terminal, ends: "both" }), distance_km);
  return { link_Gbps: rate_Gb_per_s, beams: null, binds };
};

const arrayTerminal = (beams: NonNullable<Interlink["beams"]>): ArrayTerminal => {
  const wavelength_m = beams.wavelength_um * 1e-6;
  return {
    transmit_W: beams.power_W, transmitOptics_frac: beams.optics_frac, receiveOptics_frac: beams.optics_frac, other_dB: -beams.losses_dB, wavelength_m,
    diameter_m: beams.aperture_m, colours: beams.colours, colour_Gb_per_s: beams.colourRate_Gbps,
    transceivers: beams.transceivers,
    shaking: beams.jitter_urad === 0 ? null : { jitter_rad: beams.jitter_urad * 1e-6, outage_frac: beams.outage_frac },
    colourNeeds_W: beams.photonsPerBit * beams.colourRate_Gbps * 1e9 * ((PLANCK_J_S * LIGHT_SPEED_M_PER_S) / wavelength_m),
  };
};

const modelOf = (scenario: Scenario, id: string): { readonly parameters: number; readonly activeParameters: number; readonly tokensPerStep: number } => {
  const entry = entryOf(scenario, { kind: "models", id });
  return { parameters: entryValue(entry, "parameters"), activeParameters: entryValue(entry, "activeParameters"), tokensPerStep: entryValue(entry, "stepTokens") };
};
