import { describe, expect, it } from "vitest";
import {
  driveFailures,
  embodiedCarbon,
  EVIDENCE,
  figureOf,
  find,
  gridWater,
  launchBurns,
  launchPropellants,
  reentry,
} from "../../src/catalog/index.ts";
import type { Figure } from "../../src/catalog/index.ts";
import { combustionCarbon_kg_per_kg, footprint, launchCarbon_kg_per_kg, storagePlan } from "../../src/physics/index.ts";
import type { LaunchStage, Propellant, Ranged } from "../../src/physics/index.ts";

const all: readonly (readonly [string, Figure])[] = [
  ...driveFailures.map(({ id, figures }) => [id, figures.rate] as const),
  ...Object.entries(embodiedCarbon),
  ...Object.entries(reentry),
  ["gridWater", gridWater],
  ...launchPropellants.flatMap(({ id, figures }) => Object.entries(figures).map(([name, one]) => [`${id} ${name}`, one] as const)),
  ...launchBurns.map(({ vehicle, mass }) => [vehicle, mass] as const),
];

const propellant = (id: string): Propellant => {
  const { figures } = launchPropellants.find((one) => one.id === id)!;
  return {
    mixtureRatio: figures.mixtureRatio.value,
    combustion_kg_per_kg: figures.combustion.value,
    fuelUpstream_kg_per_kg: figures.fuelUpstream.value,
    fuelElectricity_kWh_per_kg: figures.fuelElectricity.value,
    oxygenElectricity_kWh_per_kg: figures.oxygenElectricity.value,
  };
};

describe("figures of carbon, propellants and failures", () => {
  it("are not negative, within their bounds, dated and sourced", () => {
    for (const [name, { value, low, high, source, asOf, evidence }] of all) {
      expect(value, name).toBeGreaterThanOrEqual(0);
      expect(low ?? value, name).toBeLessThanOrEqual(value);
      expect(high ?? value, name).toBeGreaterThanOrEqual(value);
      expect(source.length, name).toBeGreaterThan(7);
      expect(asOf, name).toMatch(/^\d{4}(-\d\d)?(-\d\d)?$/);
      expect(EVIDENCE, name).toContain(evidence);
    }
  });

  // The hazards from the counts: 9 of 20 in 1.6 years and in 657 days; 24 drive-years without a failure.
  it("turn counts of failed drives into hazards", () => {
    const rate = (id: string): Figure => driveFailures.find((one) => one.id === id)!.figures.rate;
    expect(rate("spaceborne-computer-1").value).toBeCloseTo(-Math.log(1 - 9 / 20) / 1.6, 3);
    expect(rate("spaceborne-computer-1").low).toBeCloseTo(-Math.log(1 - 9 / 20) / (657 / 365.25), 2);
    expect(rate("spaceborne-computer-2").value).toBeCloseTo(Math.LN2 / 24, 3);
    expect(rate("spaceborne-computer-2").high).toBe(3 / 24);
    expect(rate("maker-2-million-hours").value).toBeCloseTo(8766 / 2e6, 4);
  });

  it("follow from the numbers that their sources print", () => {
    expect(embodiedCarbon.accelerator.value).toBeCloseTo(2274 / 8, 0);
    expect(embodiedCarbon.building.value).toBe((650 + 400) / 2);
    expect(reentry.alumina.value).toBe(30 / 250);
    expect(launchPropellants[0]!.figures.fuelUpstream.value).toBeCloseTo((89 * 43.2) / 1000 - 3.16, 2);
    expect(launchPropellants[1]!.figures.fuelUpstream.value).toBeCloseTo((18.5 * 50) / 1000, 2);
    expect(launchPropellants[0]!.figures.combustion.value).toBeCloseTo(combustionCarbon_kg_per_kg(1.95), 3);
    expect(launchPropellants[1]!.figures.combustion.value).toBeCloseTo(combustionCarbon_kg_per_kg(4), 3);
    expect(launchBurns[0]!.mass.value).toBe(395_700 + 107_500);
  });

  it("name vehicles of the catalogue", () => {
    for (const { vehicle } of launchBurns) expect(find("vehicles", vehicle), vehicle).toBeDefined();
  });
});

const launch = (vehicle: string): number => {
  const burn = launchBurns.find((one) => one.vehicle === vehicle)!;
  const stage: LaunchStage = {
    propellant: propellant(burn.propellant),
    propellant_kg: burn.mass.value,
    dry_kg: 0,
    made_kg_per_kg: 0,
    flights: 1,
  };
  const payload_kg = figureOf(find("vehicles", vehicle)!, "payload").value;
  return launchCarbon_kg_per_kg([stage], { payload_kg, grid_kg_per_kWh: 0.4 }).total;
};

describe("together with the formulas", () => {
  // Tens of kilograms of CO2e a kilogram in orbit, propellant alone: 475 t burnt a Falcon 9 of 17.5 t is 27 kg/kg before anything upstream.
  it("a kilogram in orbit costs some 40 kg of CO2e in propellant", () => {
    expect(launch("falcon-9")).toBeGreaterThan(27);
    expect(launch("falcon-9")).toBeLessThan(45);
    expect(launch("starship-v3-claimed")).toBeGreaterThan(((4_800_000 / 4.6) * 2.743) / 100_000);
    expect(launch("starship-v3-claimed")).toBeLessThan(55);
  });

  const ranged = ({ value, low, high }: Figure): Ranged => ({ value, low, high });
  const nothing: Ranged = { value: 0, low: 0, high: 0 };

  // A kilowatt of IT for five years, B200 boards of 10.2 kW a node (eight GPUs and host), ground: the grid's 400 g/kWh decides; orbit: array and launch do.
  it("puts both tiers in one boundary", () => {
    const delivered_kWh = 5 * 8766;
    const servers = {
      name: "servers",
      amount: 1 / 10.2,
      factor_kg: { value: embodiedCarbon.boardB200.value + embodiedCarbon.hostServer.value, low: null, high: null },
    };
    const common = { delivered_kWh, acceleratorHours: (8 / 10.2) * delivered_kWh, leftOut: ["network", "disposal"] };
    const hall = footprint({
      ...common,
      made: [servers, { name: "building", amount: 1, factor_kg: ranged(embodiedCarbon.building) }],
      launched_kg: 0,
      launch_kg_per_kg: nothing,
      gridEnergy_kWh_per_kWh: 1.2,
      grid_g_per_kWh: { value: 400, low: 400, high: 400 },
      water_L_per_kWh: { value: 0.05, low: 0.01, high: 0.2 },
      gridWater_L_per_kWh: ranged(gridWater),
    });
    const orbit = footprint({
      ...common,
      made: [servers, { name: "array", amount: 4.5, factor_kg: { value: 0.2 * 750, low: null, high: 1400 } }],
      launched_kg: 36.7,
      launch_kg_per_kg: { value: launch("falcon-9"), low: null, high: null },
      gridEnergy_kWh_per_kWh: 0,
      grid_g_per_kWh: nothing,
      water_L_per_kWh: nothing,
      gridWater_L_per_kWh: nothing,
    });
    expect(hall.carbon_g_per_kWh.value).toBeGreaterThan(480);
    expect(orbit.carbon_g_per_kWh.value).toBeLessThan(100);
    expect(orbit.water_L_per_kWh).toEqual({ value: 0, low: 0, high: 0 });
    expect(hall.boundary.leftOut).toEqual(orbit.boundary.leftOut);
  });

  it("plans drives from an entry of the catalogue", () => {
    const entry = find("storage", "solidigm-d5-p5336-122")!;
    const value = (name: string): number => figureOf(entry, name).value;
    const drive = {
      capacity_bytes: value("capacity") * 1e12,
      mass_kg: value("mass"),
      active_W: value("power"),
      idle_W: value("idle"),
      endurance_bytes: value("endurance") * 1e15,
      write_bytes_per_s: value("writeRate") * 1e9,
      read_bytes_per_s: value("readRate") * 1e9,
      doseLimit_rad: null,
    };
    const need = { stored_bytes: 5e15, written_bytes_per_day: 1e14, read_bytes_per_day: 1e14, years: 5, dose_rad_per_yr: 150 };
    for (const { id, figures: { rate } } of driveFailures) {
      const plan = storagePlan(need, drive, {
        code: { data: 8, parity: 3 },
        fate: { failure_per_yr: rate.value, rebuild_h: 48, rebuilds: "parallel" },
        fill_frac: 0.9,
        amplification: 1,
        loss_frac: 0.01,
        doseMargin: 2,
      });
      expect(plan.status, id).toBe("feasible");
      expect(plan.drives, id).toBe(plan.groups * (11 + plan.sparesPerGroup));
    }
  });
});
