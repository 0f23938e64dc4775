import { choice, number, optionalNumber } from "../field.ts";

/** Platforms that fly as one close cluster in one orbital plane. */
export const formation = {
  radius: number("m", { example: "1 km", doc: "Largest distance of a platform from the middle of the cluster over an orbit.", min: 10, max: 20_000, feeds: ["size"] }),
  spacing: number("m", { example: "100 m", doc: "Least distance of two neighbours over an orbit.", min: 20, max: 10_000, feeds: ["size"] }),
  lattice: choice(["square", "hexagonal"], { doc: "Grid of the slots.", fallback: "square", feeds: ["size"] }),
  satellites: optionalNumber("1", { example: "81", doc: "How many fly in it; left out, as many as fit.", min: 2, max: 1e6, whole: true, feeds: ["size"] }),
  keepOut: number("m", { doc: "Distance between two platforms' centres that is never to be gone under.", min: 0, max: 10_000, varies: ["random"], fallback: { value: 50, low: 20, high: 150, source: "project convention: half the closest spacing proposed (Suncatcher, arXiv 2511.19468v2, 100 m); low: a fifth of it; high: TanDEM-X, 150 m across the direction of flight (DLR)", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  positionKnowledge: number("m", { doc: "How well each platform knows where it is in the cluster.", min: 0, max: 1000, varies: ["random"], fallback: { value: 0.3, low: 0.02, high: 1, source: "Radio ranging in a cluster of microsatellites, about 30 cm at 1 km (Sensors 21(11) 3725, 2021, simulated); low: carrier-phase GPS, 2 cm (Ferguson, Busse, How: Orion, hardware in the loop); high: metres to centimetres in real time on board (D'Amico and Carpenter, 2017)", asOf: "2021-05", evidence: "estimate" }, feeds: ["size"] }),
  ballisticMismatch: number("frac", { doc: "Share by which a platform's drag area over mass differs from the cluster's mean.", min: 0, max: 1, varies: ["random"], fallback: { value: 0.05, low: 0.01, high: null, source: "spacedc-mdao (2026) gives a formation 5 % of the drag make-up; low: twins as built, project convention", asOf: "2026-06", evidence: "estimate" }, feeds: ["size"] }),
  correction: number("h", { example: "1.6 h", doc: "Time between two corrections of a platform's slot.", min: 0.01, max: 1000, varies: ["random"], fallback: { value: 1.6, low: null, high: null, source: "project convention: once an orbit", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
} as const;
