/** Suncatcher's launched power price in the common forms: a bus that weighs and is launched, against an energy bill. */
import { suncatcher, suncatcherArrayPower_W, suncatcherBuses, suncatcherGround, suncatcherGroundPower, suncatcherLaunchedPower, suncatcherV2MiniArray } from "../../suncatcher.ts";
import type { SuncatcherBus } from "../../suncatcher.ts";
import type { GridPowerTerms } from "../../../money/index.ts";
import { groundForm, massPart, orbitForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";

type Own = { readonly bus: SuncatcherBus; readonly launch_usd_per_kg: number; readonly ground: GridPowerTerms };

const inputs: Own = { bus: suncatcherBuses.starlinkV2Mini, launch_usd_per_kg: 200, ground: suncatcherGround.low };

export const suncatcherModel = modelOf<Own>({
  card: suncatcher,
  inputs,
  together: [],
  variants: [
    { id: "today", what: "at today's 3,600 $/kg", of: "orbit", inputs: { ...inputs, launch_usd_per_kg: 3600 } },
    { id: "v1", what: "on Starlink V1 buses", of: "orbit", inputs: { ...inputs, bus: suncatcherBuses.starlinkV1 } },
    { id: "iridium", what: "on Iridium NEXT buses", of: "orbit", inputs: { ...inputs, bus: suncatcherBuses.iridiumNext } },
    { id: "dear-ground", what: "against its dear ground site", of: "ground", inputs: { ...inputs, ground: suncatcherGround.high } },
    { id: "array", what: "with the power of its own array, 28.30 kW, in place of the rounded 28", of: "orbit", inputs: { ...inputs, bus: { ...inputs.bus, power_kW: suncatcherArrayPower_W(suncatcherV2MiniArray) / 1000 } } },
  ],
  forms: ({ bus, launch_usd_per_kg, ground }) => ({
    orbit: orbitForm({
      masses: [massPart(bus.mass_kg / bus.power_kW, { id: "bus", covers: ["power", "structure", "control", "links"], life_years: bus.life_years })],
      launch_usd_per_kg,
      rate_per_year: 0,
    }),
    ground: groundForm({ energy: { usd_per_kWh: ground.price_usd_per_kWh, pue: ground.pue, hours_per_year: ground.hours_per_year }, rate_per_year: 0 }),
  }),
  natives: ({ bus, launch_usd_per_kg, ground }) => [
    { answer: "orbit", what: "launched power price", value: suncatcherLaunchedPower(bus, launch_usd_per_kg), unit: "$/kW-yr", times: 1 },
    { answer: "ground", what: "energy bill of a site", value: suncatcherGroundPower(ground), unit: "$/kW-yr", times: 1 },
  ],
  faultsAt: {
    "orbit/boundary": [suncatcher.faults[0]!],
    "ground/boundary": [suncatcher.faults[0]!],
    "orbit/sunlight": [suncatcher.faults[1]!],
    "orbit/wear": [suncatcher.faults[1]!],
    "orbit/mass": [suncatcher.faults[1]!, suncatcher.faults[2]!],
    bus: [suncatcher.faults[2]!],
    "orbit/launch": [suncatcher.faults[3]!],
    launch_usd_per_kg: [suncatcher.faults[3]!],
  },
});
