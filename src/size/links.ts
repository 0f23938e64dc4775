/**
 * Links on board: what they weigh, draw and cost.
 *
 *   1. orbit.platform.terminals of orbit.platform.terminal
 *   2. what looks down, where network.downlink is computed: downlink.onBoard of downlink.radio, or of the laser terminal
 *   3. links of many beams: telescopes, each with its transceivers                       (orbit.interlink.beams)
 *
 * Assumes: all at work all the time, in sunlight and shadow: between passes a transmitter would draw less.
 * A downlink as written (network.stationRate) stands for a radio that is part of the bus, and adds nothing.
 */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { LinkPart } from "./sizing.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

export interface BoardLinks {
  readonly parts: readonly LinkPart[];
  readonly mass_kg: number;
  readonly power_W: number;
}

/** Links of a platform by kind; the terminals first, also where there are none. */
export const boardLinks = (scenario: Scenario, orbit: Orbit): BoardLinks => {
  const { terminal, terminals } = orbit.platform;
  const parts = [
    ofTerminal(scenario, "links", terminal, terminals),
    ...downlinkPart(scenario, orbit),
    ...interlinkPart(orbit),
  ];
  return { parts, mass_kg: parts.reduce((sum, part) => sum + part.mass_kg, 0), power_W: parts.reduce((sum, part) => sum + part.power_W, 0) };
};

const ofTerminal = (scenario: Scenario, id: LinkPart["id"], terminal: string | null, count: number): LinkPart => {
  const source = `terminals/${terminal ?? "none"}`;
  if (terminal === null || count === 0) return { id, source, count: 0, mass_kg: 0, power_W: 0, price_usd: 0 };
  const entry = entryOf(scenario, { kind: "terminals", id: terminal });
  return { id, source, count, mass_kg: count * entryValue(entry, "mass"), power_W: count * entryValue(entry, "power"), price_usd: count * entryValue(entry, "price") };
};

const downlinkPart = (scenario: Scenario, orbit: Orbit): readonly LinkPart[] => {
  const { downlink } = scenario.network;
  if (downlink === null || downlink.kind === "written" || downlink.onBoard === 0) return [];
  const terminal = downlink.kind === "radio" ? downlink.radio : (downlink.terminal ?? orbit.platform.terminal);
  return [ofTerminal(scenario, "downlink", terminal, downlink.onBoard)];
};

/** Links of a platform by how they are laid. */
const LINKS = { torus: 4, ring: 2, clos: 1 } as const;

/** Telescopes of a platform whose links are of many beams. */
export const telescopesOf = ({ fabric, beams }: Pick<NonNullable<Orbit["interlink"]>, "fabric" | "beams">): number => (beams === null ? 0 : (beams.telescopes ?? LINKS[fabric]));

const interlinkPart = ({ interlink }: Orbit): readonly LinkPart[] => {
  if (interlink === null || interlink.beams === null) return [];
  const { telescopeMass_kg, telescopePower_W, telescopePrice_usd, transceivers, transceiverMass_kg, transceiverPower_W, transceiverPrice_usd } = interlink.beams;
  const count = telescopesOf(interlink);
  return [{
    id: "interlink",
    source: "orbit.interlink.beams",
    count,
    mass_kg: count * (telescopeMass_kg + transceivers * transceiverMass_kg),
    power_W: count * (telescopePower_W + transceivers * transceiverPower_W),
    price_usd: count * (telescopePrice_usd + transceivers * transceiverPrice_usd),
  }];
};
