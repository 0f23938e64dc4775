/** Passes and links as rows of an event list, and what a list may have. */
import type { GridLink, Pass } from "../events/index.ts";
import type { EventRow } from "./event-text.ts";
import { utcMilliseconds } from "./event-text.ts";

type Named = { readonly name: string };

/** Columns of a pass beyond those of every event. */
export const PASS_COLUMNS = ["culmination_utc", "elevationMax_deg"] as const;

/** Rows of passes of satellites over stations, both by their place in the lists. */
export const passRows = (found: readonly Pass[], satellites: readonly Named[], stations: readonly { readonly id: string }[]): readonly EventRow[] =>
  found.map(({ satellite, station, start_s, end_s, openAtStart, openAtEnd, culmination_s, elevationMax_deg }) => ({
    satellite: satellites[satellite]!.name, kind: "pass", partner: stations[station]!.id, start_s, end_s, openAtStart, openAtEnd,
    extra: { culmination_utc: utcMilliseconds(culmination_s), elevationMax_deg: rounded(elevationMax_deg, 1e4) },
  }));

/** Columns of a link beyond those of every event. */
export const LINK_COLUMNS = ["rangeLeast_km", "rangeMost_km"] as const;

/** Rows of links, satellites by their place in the list. */
export const linkRows = (found: readonly GridLink[], satellites: readonly Named[]): readonly EventRow[] =>
  found.map(({ pair, start_s, end_s, openAtStart, openAtEnd, rangeLeast_km, rangeMost_km }) => ({
    satellite: satellites[pair[0]]!.name, kind: "link", partner: satellites[pair[1]]!.name, start_s, end_s, openAtStart, openAtEnd,
    extra: { rangeLeast_km: rounded(rangeLeast_km, 1e3), rangeMost_km: rounded(rangeMost_km, 1e3) },
  }));

/** To what the model is good for: a tenth of a millidegree, a metre. */
export const rounded = (value: number, perUnit: number): number => Math.round(value * perUnit) / perUnit;

/** In order of time; what begins together by satellite, then as it came. */
export const byTime = (rows: EventRow[]): readonly EventRow[] => rows.sort((a, b) => a.start_s - b.start_s || (a.satellite < b.satellite ? -1 : a.satellite > b.satellite ? 1 : 0));
