/** What making, launching and losing things costs in carbon, water and oxide; CO2e over 100 years unless said. */
import { figure } from "./figure.ts";
import type { Figure } from "./entry.ts";
import type { Origin } from "./figure.ts";

const nvidia: Origin = {
  source: "NVIDIA, HGX H100 and HGX B200 Product Carbon Footprint summaries, 2025 (images.nvidia.com, HGX-H100-PCF-Summary, HGX-B200-PCF-Summary)",
  asOf: "2025-07",
  evidence: "listed",
};
const orbitModel: Origin = {
  source: "Provenance notes of a carbon model of orbital data centres, 2026, for triple-junction cells after Swart 2011 and Mohr 2007 (their citations incomplete there)",
  asOf: "2026",
  evidence: "estimate",
};
const aluminium: Origin = {
  source: "International Aluminium Institute, 2022 data: 15.1 t CO2e a tonne of primary metal (aluminium.org.au, 2024-02-28); low and high: most producers 4.5-22 (IAI, carbon footprint FAQ)",
  asOf: "2022",
  evidence: "demonstrated",
  low: 4.5,
  high: 22,
};

/** Made things, CO2e cradle to gate. */
export const embodiedCarbon = {
  boardH100: figure(1312, "kg", { ...nvidia, note: "Board of eight GPUs, 24 kg, without the host." }),
  boardB200: figure(2274, "kg", { ...nvidia, note: "Board of eight GPUs, 32 kg, without the host." }),
  /** Per accelerator, when no maker's number exists. */
  accelerator: figure(284, "kg", {
    ...nvidia,
    low: 164,
    high: 692,
    evidence: "estimate",
    note: "An eighth of the B200 board; low: of the H100 board; high: Google's TPU v6e with its share of host and building. Other studies: A100 141 (Falk et al. 2025), H100 225 (Morand et al. 2026), 273 (Lees-Perasso et al. 2026).",
  }),
  hostServer: figure(1523, "kg", {
    source: "ACT (Gupta et al., facebookresearch/ACT), bill of materials of a Dell R740: 1,523 kg; low: 1,300 kg as an orbital data-centre carbon model takes it",
    asOf: "2024",
    evidence: "estimate",
    low: 1300,
    note: "A general server; hosts of eight accelerators hold more memory.",
  }),
  flash: figure(160, "kg/TB", { source: "Tannu & Nair, 'The Dirty Secret of SSDs: Embodied Carbon', arXiv 2207.10793: 0.16 kg a gigabyte over 94 assessments", asOf: "2022-07", evidence: "estimate", note: "Drives of 2022; denser memory makes less a terabyte, by no published number." }),
  disk: figure(40, "kg/TB", { source: "Tannu & Nair 2022, as reported by notes.davidkopp.de: 40 kg for a 1 TB disk", asOf: "2022-07", evidence: "estimate" }),
  siliconPanel: figure(750, "kg/kW", { source: "Fraunhofer ISE, Mueller et al. 2021 (photon.info): glass-glass modules of China 750, of Germany 520, of the EU 420; glass-foil 810, 580, 480", asOf: "2021-09", evidence: "demonstrated", low: 420, high: 810, note: "Per kilowatt of terrestrial peak; flexible wings for orbit have no glass and are not assessed." }),
  triplePanel: figure(1400, "kg/m2", { ...orbitModel, note: "The one figure found for germanium-based space cells, and a weak one; a silicon wing of 20 % is 150 kg/m2 by siliconPanel." }),
  battery: figure(120, "kg/kWh", { source: "Aichberger & Jungmeier, Energies 13 (2020) 6345: median of 50 assessments of vehicle packs, quartiles 70 and 175; Clemente et al., arXiv 2506.05531: 17.6 kg/kg", asOf: "2020-12", evidence: "estimate", low: 70, high: 175, note: "Vehicle packs; space cells are made in small lots and not assessed." }),
  aluminium: figure(15.1, "kg/kg", aluminium),
  building: figure(525, "kg/kW", {
    source: "Alissa et al., Nature 641 (2025) 331, as a carbon model of data centres takes it: 650 kg/m2 of core and shell, 400 kg/m2 of plant, at 2 kW of IT a square metre",
    asOf: "2025",
    evidence: "estimate",
    note: "(650 + 400)/2. The density of 2 kW/m2 is the model's; racks of 120 kW need less floor and more plant a kilowatt.",
  }),
} as const satisfies Readonly<Record<string, Figure>>;

/** Water that power plants consume a kWh; sites hold what a hall takes. */
export const gridWater: Figure = figure(3.1, "L/kWh", {
  source: "Li, Yang, Islam & Ren, 'Making AI Less Thirsty', arXiv 2304.03271: mean of the United States, consumption (Reig et al., WRI); low: Malaysia, high: China with reservoirs (WRI via EcoLogits)",
  asOf: "2025",
  evidence: "estimate",
  low: 1.7,
  high: 6,
  note: "Consumed, not withdrawn (43.8 L/kWh). LBNL has 4.35 for the United States.",
});

/** What a satellite leaves in the air when it burns up, a kilogram of its mass. */
export const reentry = {
  alumina: figure(0.12, "kg/kg", {
    source: "Ferreira, Huang, Nomura & Wang, Geophysical Research Letters 2024, 2024GL109280: 30 kg of oxide from a typical 250 kg satellite",
    asOf: "2024-06",
    evidence: "estimate",
    note: "Molecular dynamics of the oxidation. The ceiling, all aluminium turned to oxide, is 1.89 times the aluminium share (aluminaCeiling_frac).",
  }),
  nitrogenOxides: figure(0.4, "kg/kg", {
    source: "Barker, Marais & McDowell, Scientific Data 11 (2024), code cbarker211/Emissions_API: 0.4 for objects that burn up, 0.175 for stages that come back whole",
    asOf: "2024",
    evidence: "estimate",
    low: 0.175,
    note: "From the heating of air, so of the same order for a body that does not burn up.",
  }),
  climateClaimed: figure(13.2, "kg/kg", {
    source: "Ohs et al., 'Dirty Bits in Low-Earth Orbit', arXiv 2508.06250: 13.2 t CO2e of nitrogen oxides a tonne, as a carbon model of orbital data centres quotes it",
    asOf: "2025-08",
    evidence: "claimed",
    note: "CO2e a kilogram that enters. No consensus on a potential of NOx at that height: an alternative, not part of any total by itself.",
  }),
} as const satisfies Readonly<Record<string, Figure>>;
