/**
 * Training one model over the platforms of a close formation, or of one plane of a fleet: what exchanging gradients takes of a step.
 *
 *   1. platforms of a job = synchronousChips/accelerators of a platform that are no spares, rounded up; all that fly together where a class names no chips
 *   2. distance of neighbours: of a formation the largest over an orbit (size/formation), of a fleet 2 a sin(pi/n) along the plane, the
 *      longest of its shells
 *   3. rate of a link: of many beams in one telescope (physics/optical-array), or of orbit.platform.terminal (physics/optical-link)
 *   4. a torus has two sides, as equal as the number of platforms divides: a prime number of them is a ring
 *   5. step = compute + exchange, or the longer where they overlap; computing share = compute/step                (physics/training-step)
 *
 * The share is of the rate that the chips reach on the ground (orbit.interlink.reached), where exchange is in it: in orbit it comes on top.
 * Assumes: data parallel between platforms, the model sharded within each; no failed link. Accuracy: Suncatcher's rates and the table of
 * docs/theory/links.md through a scenario (test/serve).
 */
import { arrayRate, geostationaryAltitude_km, semiMajorAxis_km, terminalRate, trainingStep } from "../physics/index.ts";
import type { ArrayTerminal, Fabric } from "../physics/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, LIGHT_SPEED_M_PER_S, PLANCK_J_S } from "../units/index.ts";
import type { DemandClass } from "./demand-watts.ts";
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
  const fabric = fabricOf(interlink, asked);
  const link = linkRate(scenario, { interlink, platform: orbit.platform, distance_km: together.distance_km });
  const head = { model: demand.model, platforms: asked, platformsTogether: together.platforms, fabric: fabricText(fabric), linksPerPlatform: linksOf(fabric), linksCarried: platform.links.find(({ id }) => id === (interlink.beams === null ? "links" : "interlink"))?.count ?? 0, distance_km: together.distance_km, ...link };
  // Not one colour is lit, or the like: no step ends.
  if (asked > 1 && link.link_Gbps === 0) return { ...head, compute_s: null, exchange_s: null, step_s: null, computing_frac: 0 };
  const step = trainingStep(modelOf(scenario, demand.model), fabric, {
    trainer: { compute_PFLOP_per_s: platform.working.bf16_PFLOP_per_s, reached_frac: interlink.reached_frac },
    // One platform exchanges with nobody: any rate will do.
    exchange: { bytesPerGradient: interlink.gradient_B, link_Gb_per_s: asked === 1 ? 1 : link.link_Gbps, latency_s: interlink.latency_s },
  });
  const step_s = interlink.overlap === "full" ? step.overlapped_s : step.step_s;
  return { ...head, compute_s: step.compute_s, exchange_s: step.exchange.time_s, step_s, computing_frac: step.compute_s / step_s };
};

/** Why a class's job cannot run on what flies together; empty where it can. */
export const whyNotLinked = (training: OrbitTraining | null): string => {
  if (training === null) return "";
  if (training.platforms > training.platformsTogether) return `its job takes ${training.platforms} platforms and ${training.platformsTogether} are linked`;
  return training.computing_frac > 0 ? "" : `links over ${formatNumber(training.distance_km)} km carry nothing`;
};

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
  const entry = entryOf(scenario, { kind: "terminals", id: platform.terminal });
  const { rate_Gb_per_s, binds } = terminalRate({ rate_Gb_per_s: entryValue(entry, "rate"), range_km: entryValue(entry, "range") }, distance_km);
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
