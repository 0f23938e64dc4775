/**
 * Insurance of what a launch carries: platforms with their share of a full launch, insured for what they cost in their quarter.
 *
 *   premium = rate x (platform + launch / platforms a launch), paid with the launch
 *   claims  = -(1 - success) x the same, in expectation: what a failed launch loses is paid back
 *
 * In expectation insurance costs its rate less the chance of failure. It buys less spread, which a plan on expected values does not see:
 * it sees the money that comes back. Nothing of it is left to be salvaged.
 */
import type { OptionCase, PricedLine, VehicleCase, WayCase } from "../plan-case.ts";

/** The option with premiums and expected claims of its ways; rates by vehicle, 0 where one is not insured. */
export const insured = (option: OptionCase, { vehicles, rates }: { readonly vehicles: readonly VehicleCase[]; readonly rates: readonly number[] }): OptionCase => ({
  ...option,
  ways: option.ways.map((way): WayCase => {
    if (way.launch === null || rates[way.launch.vehicle] === 0) return way;
    const { id, launch } = vehicles[way.launch.vehicle]!;
    const { perLaunch } = way.launch;
    const value_usd = launch.usd.map((usd, t) => usd / perLaunch + option.capital.reduce((sum, line) => sum + line.usd[t]!, 0));
    const line = (subsystem: string, share: number): PricedLine => ({ subsystem, boundary: "launch", source: `launch.vehicles.${id}.insurance`, usd: value_usd.map((usd) => share * usd) });
    return { ...way, paid: [line("launch insurance", rates[way.launch.vehicle]!), line("claims expected", way.arrives_frac - 1)] };
  }),
});
