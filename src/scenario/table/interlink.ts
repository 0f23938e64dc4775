import { choice, number, optionalGroup } from "../field.ts";

const SUNCATCHER = { source: "Suncatcher, arXiv 2511.19468v2 (2026), section 4.2", asOf: "2026-06", evidence: "target", low: null, high: null } as const;

/** A telescope with many beams, each of many colours. */
export const beams = {
  aperture: number("m", { doc: "Diameter of either telescope.", min: 0.001, max: 10, varies: ["random"], fallback: { ...SUNCATCHER, value: 0.1 }, feeds: ["serve"] }),
  power: number("W", { doc: "Light that a telescope sends, all beams and colours together.", min: 1e-6, max: 1e5, varies: ["random"], fallback: { ...SUNCATCHER, value: 5 }, feeds: ["serve"] }),
  optics: number("frac", { doc: "Light that a telescope passes on, each of the two.", min: 0.001, max: 1, varies: ["random"], fallback: { ...SUNCATCHER, value: 0.8 }, feeds: ["serve"] }),
  losses: number("dB", { doc: "All other losses, and margin.", min: 0, max: 60, varies: ["random"], fallback: { ...SUNCATCHER, value: 3 }, feeds: ["serve"] }),
  wavelength: number("um", { doc: "Wavelength of the light.", min: 0.2, max: 20, fallback: { ...SUNCATCHER, value: 1.55 }, feeds: ["serve"] }),
  colours: number("1", { doc: "Colours of a beam.", min: 1, max: 10_000, whole: true, varies: ["random"], fallback: { ...SUNCATCHER, value: 24, high: 32, source: `${SUNCATCHER.source}: half of the C band on a grid of 100 GHz; high: of 75 GHz` }, feeds: ["serve"] }),
  colourRate: number("Gb/s", { doc: "Rate of one colour each way.", min: 0.001, max: 1e5, varies: ["random"], fallback: { ...SUNCATCHER, value: 400 }, feeds: ["serve"] }),
  photonsPerBit: number("1", { doc: "Light that a receiver needs for a bit, coding included.", min: 0.1, max: 1e6, varies: ["random"], fallback: { ...SUNCATCHER, value: 196, low: 71, source: `${SUNCATCHER.source} and figure 1: -20 dBm for 400 Gb/s; low: on-off keying`, evidence: "estimate" }, feeds: ["serve"] }),
} as const;

/** Links between the platforms of a formation, or of a plane of a fleet, that train one model together. */
export const interlink = {
  fabric: choice(["torus", "ring", "clos"], { doc: "How platforms are linked: a torus of two sides as equal as the number allows, with four links a platform; a ring with two; or a switched tree that gives each one link of full rate.", fallback: "torus", feeds: ["serve"] }),
  oversubscription: number("1", { doc: "Rate of a Clos's leaves over that across its middle.", min: 1, max: 1000, varies: ["random"], fallback: { value: 1, low: null, high: null, source: "project convention: full bisection", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  latency: number("s", { example: "10 us", doc: "Time of a message beside its bytes: light, forwarding, the chip's own.", min: 0, max: 10, varies: ["random"], fallback: { value: 1e-5, low: 1e-6, high: 1e-3, source: "project convention: microseconds of a collective's start on a chip and of forwarding; 1 km of light is 3.3 us", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  gradient: number("B", { doc: "Bytes of a gradient as exchanged.", min: 0.1, max: 16, varies: ["random"], fallback: { value: 4, low: 2, high: null, source: "Llama Team, arXiv 2407.21783v3, section 3.3.2: gradients are reduced in FP32; low: BF16", asOf: "2024-11", evidence: "demonstrated" }, feeds: ["serve"] }),
  reached: number("frac", { doc: "Share of the chips' dense BF16 rate that a step reaches while it computes.", min: 0.001, max: 1, varies: ["random"], fallback: { value: 0.41, low: 0.38, high: 0.43, source: "Llama Team, arXiv 2407.21783v3, table 4: 41 % on 16,384 GPUs, exchange on the ground included", asOf: "2024-11", evidence: "demonstrated" }, feeds: ["serve"] }),
  overlap: choice(["none", "full"], { doc: "Whether gradients are exchanged after computing, or hidden behind it as far as it goes.", fallback: "none", feeds: ["serve"] }),
  beams: optionalGroup(beams, { doc: "Links by many beams and colours over close distances; left out, links are by orbit.platform.terminal." }),
} as const;
