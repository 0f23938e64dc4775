/**
 * What can be brought to platforms in orbit, beside platforms: price on the ground, density as stowed, and the acceleration that it survives.
 * A launcher that throws (centrifuge, gas gun) carries only what is above its load: never a server.
 */
import type { Entry } from "./entry.ts";
import { figure, type Origin } from "./figure.ts";

const estimate = (basis: string, { low, high }: { readonly low: number; readonly high: number }): Origin => ({ source: `Dawndusk estimate: ${basis}`, asOf: "2026-11", evidence: "estimate", low, high });
const thrown: Origin = {
  source: "Universe Today 158014, 2022-09: SpinLaunch flew partner payloads in a test vehicle spun to 10,000 g; gun-fired electronics and solid parts stand more",
  asOf: "2022-09", evidence: "estimate", low: 10_000, high: 30_000,
};
const liquid: Origin = { source: "Dawndusk estimate: a fluid in a tank shaped for the load; gun-fired projectiles with liquid fillings stand above 10,000 g", asOf: "2026-11", evidence: "estimate", low: 10_000, high: 50_000 };

export const cargo: readonly Entry[] = [
  {
    id: "krypton",
    kind: "cargo",
    name: "Krypton in a tank",
    figures: {
      price: figure(1000, "$/kg", estimate("bulk price of the noble gas between argon and xenon", { low: 300, high: 3000 })),
      density: figure(500, "kg/m3", estimate("supercritical at 14 MPa some 1,000 kg/m3, half of it with tank and gaps", { low: 300, high: 900 })),
      gMax: figure(20_000, "1", liquid),
    },
  },
  {
    id: "hydrazine",
    kind: "cargo",
    name: "Storable propellant in a tank",
    figures: {
      price: figure(170, "$/kg", estimate("order of a bulk purchase of hydrazine", { low: 100, high: 300 })),
      density: figure(700, "kg/m3", estimate("1,004 kg/m3 at 25 degC (CRC Handbook), less tank and gaps", { low: 500, high: 950 })),
      gMax: figure(20_000, "1", liquid),
    },
  },
  {
    id: "radiator-panels",
    kind: "cargo",
    name: "Radiator panels, flat and dry",
    figures: {
      price: figure(1000, "$/kg", estimate("5 kg a square metre at the 5,000 $ a square metre of the catalogue's deployable panel", { low: 200, high: 3000 })),
      density: figure(400, "kg/m3", estimate("aluminium panels stacked, tubes empty", { low: 150, high: 1000 })),
      gMax: figure(12_000, "1", thrown),
    },
  },
  {
    id: "structure",
    kind: "cargo",
    name: "Beams, sheet and fasteners",
    figures: {
      price: figure(100, "$/kg", estimate("machined aluminium stock", { low: 20, high: 1000 })),
      density: figure(800, "kg/m3", estimate("aluminium at 2,700 kg/m3 packed to a third", { low: 300, high: 1500 })),
      gMax: figure(20_000, "1", thrown),
    },
  },
  {
    id: "spare-parts",
    kind: "cargo",
    name: "Spare units: pumps, wheels, converters",
    figures: {
      price: figure(5000, "$/kg", estimate("the price of a bus by the kilogram", { low: 1000, high: 20_000 })),
      density: figure(300, "kg/m3", estimate("equipment in foam", { low: 100, high: 600 })),
      gMax: figure(30, "1", estimate("moving parts and large boards, a few times what a rocket asks", { low: 10, high: 100 })),
    },
  },
  {
    id: "servers",
    kind: "cargo",
    name: "Servers to exchange",
    figures: {
      price: figure(2500, "$/kg", estimate("a rack of 3 to 4 M$ and 1.4 t", { low: 1500, high: 5000 })),
      density: figure(500, "kg/m3", estimate("a rack of 1.4 t in some 2 m3, with its packing", { low: 300, high: 800 })),
      gMax: figure(10, "1", estimate("as a platform with its servers", { low: 6, high: 30 })),
    },
  },
];
