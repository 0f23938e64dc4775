/** `serve` with what only `run` knows: rain over the stations, language models on the servers, and the ways of users that are routed. */
import type { Flight } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { platformLinks, serve, stationRain, type Service, type StationRain } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import { servedClasses, type ServedModel } from "./served-models.ts";
import { routedClasses, routedUsers, type RoutedUsers } from "./user-reach.ts";

export interface Served {
  readonly service: Service;
  readonly users: RoutedUsers | null;
}

/** The service and the users' ways that it stands on. */
export const servedWhole = async (scenario: Scenario, { sizing, flight, models }: { readonly sizing: Sizing; readonly flight: Flight; readonly models: readonly ServedModel[] }): Promise<Served> => {
  const rain = await stationRain(scenario);
  const users = usersBefore(scenario, { sizing, flight, rain });
  return { service: serve(scenario, { sizing, flight, rain, served: servedClasses(models), routed: routedClasses(users) }), users };
};

/** Ways of users, with the weather that a computed downlink has over its stations. */
export const usersBefore = (scenario: Scenario, { sizing: { platform }, flight: { summary }, rain }: { readonly sizing: Pick<Sizing, "platform">; readonly flight: Pick<Flight, "summary">; readonly rain: StationRain | null }): RoutedUsers | null => {
  const downlink = scenario.network.routes === null ? null : platformLinks(scenario, { platform, contact: summary === null ? null : summary.contact, rain }).downlink;
  return routedUsers(scenario, { downlink });
};
