/** A laser terminal of the catalogue: its rate, and the range up to which it keeps it while it shakes (physics/shaken-terminal). */
import { shakenRange_km, type ShakingEnds } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";

export interface NamedTerminal { readonly rate_Gb_per_s: number; readonly range_km: number }

/** With orbit.platform.terminalJitter at so many ends; as its maker rates it where the catalogue does not know its aperture. */
export const namedTerminal = (scenario: Scenario, { id, ends }: { readonly id: string; readonly ends: ShakingEnds }): NamedTerminal => {
  const entry = entryOf(scenario, { kind: "terminals", id });
  const rated = { rate_Gb_per_s: entryValue(entry, "rate"), range_km: entryValue(entry, "range") };
  const { terminalJitter_urad, terminalOutage_frac } = scenario.orbit!.platform;
  if (terminalJitter_urad === 0 || entry.figures["aperture"] === undefined) return rated;
  const optics = { range_km: rated.range_km, aperture_m: entryValue(entry, "aperture"), wavelength_m: entryValue(entry, "wavelength") * 1e-6 };
  return { ...rated, range_km: shakenRange_km(optics, { jitter_rad: terminalJitter_urad * 1e-6, outage_frac: terminalOutage_frac, ends }) };
};

/** Which of the terminals that links use shake by an amount that cannot be reckoned with. */
export const jitterNotes = (scenario: Scenario): readonly string[] => {
  const { orbit, network } = scenario;
  if (orbit === null || orbit.platform.terminalJitter_urad === 0) return [];
  const used = [...(orbit.interlink !== null && orbit.interlink.beams === null ? [orbit.platform.terminal] : []), ...(network.downlink?.kind === "optical" ? [network.downlink.terminal ?? orbit.platform.terminal] : [])];
  const unknown = [...new Set(used)].filter((id) => id !== null && entryOf(scenario, { kind: "terminals", id }).figures["aperture"] === undefined);
  return unknown.map((id) => `orbit.platform.terminalJitter is not counted for ${id}: the catalogue does not know its aperture, and so not how narrow its beam is.`);
};
