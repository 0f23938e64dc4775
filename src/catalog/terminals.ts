/**
 * Link terminals: `rate` one way at up to `range`, mass and power of one terminal (one link) at work, price a unit. Lasers whose telescope is
 * published or can be told from their range have `aperture` and `wavelength`, which say how narrow their beam is.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const scotMass: Origin = {
  source: "Via Satellite, 'MDA Selects Tesat Optical Terminals for Telesat Lightspeed', 2024-05-28 (10 Gb/s to 8,000 km, 11.9 kg a channel)",
  asOf: "2024-05-28",
  evidence: "listed",
};
const scotRate: Origin = {
  source: "Via Satellite, 2025-10-27 (SCOT80: up to 100 Gb/s, 62 in orbit with Lockheed Martin)",
  asOf: "2025-10-27",
  evidence: "claimed",
};
const sdaPrice = (low: number, high: number, note: string): Origin => ({
  source: "Space Development Agency optical terminal price goal of 100 k$ and reported 0.2-0.5 M$ a terminal (SpaceNews, Breaking Defense 2021-2024); r/Starlink en7dtx (2020): about 1 M EUR at low volume",
  asOf: "2024",
  evidence: "estimate",
  low,
  high,
  note,
});
const starlinkLaser: Origin = {
  source: "Starlink, 'Starlink Technology' (200 Gb/s a link, three a satellite); phasics.com 2026-06-23",
  asOf: "2026-06-23",
  evidence: "demonstrated",
};
const miniLaser: Origin = {
  source: "SpaceX plug-and-plaser mini laser, wxplink.com (2025): 25 Gb/s at up to 4,000 km",
  asOf: "2025",
  evidence: "claimed",
};
const bench: Origin = {
  source: "arXiv 2511.19468v2 (2025): 800 Gb/s each way (1.6 Tb/s both ways) on a bench with one pair of transceivers",
  asOf: "2025-11",
  evidence: "demonstrated",
};
const v2mini: Origin = {
  source: "arXiv 2511.19468v2 (2025), section 4.4, and technrok.com: Starlink V2 mini, 96 Gb/s a satellite",
  asOf: "2025-11",
  evidence: "demonstrated",
};
const cBand: Origin = { source: "C band about 1,550 nm: Space Development Agency optical terminal standard (1,536.61 and 1,553.33 nm); arXiv 2511.19468v2, section 4.2", asOf: "2025", evidence: "listed", low: 1.53, high: 1.565 };
const guess = (basis: string, low: number, high: number): Origin => ({
  source: `Dawndusk estimate: ${basis}`,
  asOf: "2026",
  evidence: "estimate",
  low,
  high,
});

export const terminals: readonly Entry[] = [
  {
    id: "tesat-scot80",
    kind: "terminals",
    name: "SCOT80",
    maker: "Tesat-Spacecom",
    figures: {
      rate: figure(10, "Gb/s", { ...scotMass, high: 100 }),
      mass: figure(11.9, "kg", { ...scotMass, high: 15 }),
      power: figure(70, "W", { source: "Tesat product pages, tesat.de/products (SCOT80: 10 Gb/s, 12-15 kg, 60-80 W)", asOf: "2026", evidence: "listed", low: 60, high: 80 }),
      price: figure(500_000, "$", sdaPrice(100_000, 1_000_000, "")),
      range: figure(8000, "km", scotMass),
      aperture: figure(0.08, "m", { source: "DLR, event.dlr.de, 'Scalable Optical Terminal mit einem 80 Millimeter Teleskopdurchmesser' (SCOT80: 5,000 to 8,000 km, 2.5 to 100 Gb/s)", asOf: "2025", evidence: "listed" }),
      wavelength: figure(1.55, "um", cBand),
      rateClaimed: figure(100, "Gb/s", scotRate),
    },
    facts: { status: "62 in orbit by 2025-10." },
  },
  {
    id: "mynaric-condor-mk3",
    kind: "terminals",
    name: "CONDOR Mk3",
    maker: "Mynaric (Rocket Lab)",
    figures: {
      rate: figure(2.5, "Gb/s", { source: "Mynaric CONDOR Mk3 product page via satsearch.co/products/mynaric-condor-mk3 (0.1-100 Gb/s by version; 2.5 Gb/s as shipped for Space Development Agency Tranche 1)", asOf: "2026", evidence: "listed", high: 100 }),
      mass: figure(18, "kg", guess("not published; as other terminals of the Space Development Agency standard (SCOT80 12-15 kg, a 2.5 Gb/s terminal of 15 kg in Kepler's optical data sheet v6, 2025)", 12, 22)),
      power: figure(80, "W", guess("not published; as other terminals of the Space Development Agency standard (60-80 W, Tesat; 70 W, Kepler data sheet v6, 2025)", 60, 110)),
      price: figure(500_000, "$", sdaPrice(100_000, 1_000_000, "")),
      range: figure(6500, "km", { source: "Mynaric CONDOR Mk3 product page via satsearch.co (up to about 6,500 km; 7,800 km for earlier CONDOR)", asOf: "2026", evidence: "listed", high: 7800 }),
    },
  },
  {
    id: "starlink-laser",
    kind: "terminals",
    name: "Starlink inter-satellite laser",
    maker: "SpaceX",
    figures: {
      rate: figure(200, "Gb/s", { ...starlinkLaser, low: 100 }),
      mass: figure(12, "kg", guess("an 80 mm class terminal as the SCOT80 (11.9 kg)", 8, 20)),
      power: figure(100, "W", guess("ten to twenty times the rate of the SCOT80 (60-80 W, 10 Gb/s) over two thirds of its range", 60, 200)),
      price: figure(30_000, "$", guess("three to four lasers on a satellite that costs 0.8 M$ in all (Quilty Space 2024)", 10_000, 80_000)),
      aperture: figure(0.08, "m", guess("as the SCOT80, whose range is like it; not published", 0.05, 0.1)),
      wavelength: figure(1.55, "um", cBand),
      range: figure(5400, "km", { source: "SpaceX at SPIE Photonics West, 2024-01-30 (PCMag): 9,000 lasers, longest link 5,400 km", asOf: "2024-01-30", evidence: "demonstrated" }),
    },
    facts: { status: "About 10,000 satellites with three or four each." },
  },
  {
    id: "starlink-mini-laser",
    kind: "terminals",
    name: "Starlink mini laser",
    maker: "SpaceX",
    figures: {
      rate: figure(25, "Gb/s", miniLaser),
      mass: figure(8, "kg", guess("smaller than the 12 kg of an 80 mm terminal", 5, 12)),
      power: figure(60, "W", guess("a 25 Gb/s terminal between SCOT80 and Starlink laser", 30, 100)),
      price: figure(100_000, "$", sdaPrice(50_000, 500_000, "Sold to third parties; price not published.")),
      range: figure(4000, "km", miniLaser),
    },
  },
  {
    id: "suncatcher-bench",
    kind: "terminals",
    name: "Suncatcher close-formation link (bench)",
    maker: "Google",
    figures: {
      rate: figure(800, "Gb/s", bench),
      mass: figure(5, "kg", guess("telescope of 10 cm with pluggable dense-wavelength transceivers, no long-range amplifier", 2, 10)),
      power: figure(40, "W", guess("two 400ZR+ class transceivers at 15-20 W and steering", 25, 80)),
      price: figure(50_000, "$", guess("commercial transceivers at about 1 k$ a 100 Gb/s and small steering optics in series", 15_000, 300_000)),
      aperture: figure(0.1, "m", { ...bench, evidence: "target", source: "arXiv 2511.19468v2 (2025), section 4.2: 10 cm telescope" }),
      wavelength: figure(1.55, "um", cBand),
      range: figure(5, "km", { ...bench, evidence: "target", note: "Formation of 1 km radius, neighbours 100-200 m; near-field limit of a 10 cm beam about 5 km.", low: 0.2, high: 10 }),
    },
    facts: { status: "Bench only; a 2027 prototype is planned." },
  },
  {
    id: "ka-transmitter-5g",
    kind: "terminals",
    name: "Ka-band transmitter with steered antenna, Hi-SIDE class",
    maker: "Tesat-Spacecom",
    figures: {
      rate: figure(5, "Gb/s", { source: "Hi-SIDE project, hi-side.space/hi-side-rf-data-link: 25.5-27 GHz, 1 GBaud, 5 Gb/s of user data, 2 W of radio power; two in two polarisations 10 Gb/s", asOf: "2026", evidence: "demonstrated", high: 10, note: "In the laboratory, end to end." }),
      mass: figure(15, "kg", guess("modulator and amplifier as two avionics boxes of 3 kg, a dish of 0.3 m on two axes with its electronics 9 kg", 6, 30)),
      power: figure(70, "W", guess("2 W of radio power at some 20 % of an amplifier (21.6 % of a K-band one: J. Inf. Telecommun. 2025, 10.1080/24751839.2025.2478683), modulator 40 W, drives of the antenna 20 W", 40, 150)),
      price: figure(1_000_000, "$", guess("no maker prints one: as two to four optical terminals of low volume", 200_000, 3_000_000)),
      range: figure(2000, "km", guess("slant range to 10 degrees elevation from 550-650 km: 1,815-2,045 km", 1200, 2500)),
    },
    facts: { missing: "Mass, power and price are published of no Ka-band transmitter with antenna that was found." },
  },
  {
    id: "ka-gateway-rf",
    kind: "terminals",
    name: "Ka/E-band gateway downlink, Starlink V2 mini class",
    maker: "SpaceX",
    figures: {
      rate: figure(96, "Gb/s", v2mini),
      mass: figure(60, "kg", guess("two gateway antennas, amplifiers and modems as a tenth of a 575 kg satellite", 20, 100)),
      power: figure(3000, "W", guess("a tenth to a seventh of the 28 kW array for 96 Gb/s", 1000, 8000)),
      price: figure(100_000, "$", guess("an eighth of a 0.8 M$ satellite (Quilty Space 2024)", 40_000, 1_000_000)),
      range: figure(2000, "km", guess("slant range to 10 degrees elevation from 550-650 km: 1,815-2,045 km", 1200, 2500)),
    },
  },
];
