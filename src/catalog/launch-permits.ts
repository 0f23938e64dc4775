/**
 * Launch pads with the most launches a year that an authority has approved of a vehicle there, and awards of launches with what was paid.
 * An approval is no licence, and neither is a rate that anybody has flown.
 */
import type { Entry } from "./entry.ts";
import { figure, type Origin } from "./figure.ts";

interface Pad {
  readonly id: string;
  readonly name: string;
  readonly vehicle: string;
  readonly cadence: number;
  readonly origin: Omit<Origin, "evidence">;
  readonly status: string;
}

const padEntry = ({ id, name, vehicle, cadence, origin, status }: Pad): Entry => ({
  id,
  kind: "pads",
  name,
  figures: { cadence: figure(cadence, "1/yr", { ...origin, evidence: "listed" }) },
  facts: { vehicle, status },
});

/** `cadence`: launches a year that are approved. */
export const pads: readonly Entry[] = [
  padEntry({
    id: "starbase", name: "Starbase, Texas", vehicle: "Starship", cadence: 25,
    origin: { source: "FAA, final tiered environmental assessment and mitigated FONSI/ROD, 2025-05-06: up to 25 launches a year (space.com, satnews.com)", asOf: "2025-05-06", low: 5, note: "Five a year before." },
    status: "The licence follows by modification for each change.",
  }),
  padEntry({
    id: "lc-39a", name: "Launch Complex 39A, Kennedy Space Center", vehicle: "Starship", cadence: 44,
    origin: { source: "FAA, final environmental impact statement and record of decision, 2026-01-30: up to 44 launches a year (SpaceNews via europesays.com)", asOf: "2026-01-30" },
    status: "An operator licence for the pad is a further step.",
  }),
  padEntry({
    id: "slc-37", name: "Space Launch Complex 37, Cape Canaveral", vehicle: "Starship", cadence: 76,
    origin: { source: "Department of the Air Force, final environmental impact statement, 2025-11-20: up to 76 launches a year (nextbigfuture.com, 2025-11-29)", asOf: "2025-11-20" },
    status: "Under reconstruction; an FAA licence is a further step; first launch projected for mid to late 2027.",
  }),
  padEntry({
    id: "slc-4e", name: "Space Launch Complex 4 East, Vandenberg", vehicle: "Falcon 9", cadence: 50,
    origin: { source: "FAA, approval of Falcon 9 launches from SLC-4, 2025: up to 50 a year (thegossip.org after Reuters, 2025-05-06)", asOf: "2025-05-06" },
    status: "Operational.",
  }),
];

interface Award {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly launches: number;
  readonly origin: Omit<Origin, "evidence">;
  readonly buyer: string;
  readonly vehicle: string;
}

const awardEntry = ({ id, name, price, launches, origin, buyer, vehicle }: Award): Entry => ({
  id,
  kind: "awards",
  name,
  figures: { price: figure(price, "$", { ...origin, evidence: "listed" }), launches: figure(launches, "1", { ...origin, evidence: "listed" }) },
  facts: { buyer, vehicle },
});

/** `price`: of one launch, the mean of the award; `launches`: how many it is for. */
export const awards: readonly Entry[] = [
  awardEntry({
    id: "nssl-2026-spacex", name: "National security launches of fiscal 2026, SpaceX", price: 714e6 / 5, launches: 5, buyer: "US Space Force and NRO", vehicle: "Falcon Heavy (four) and Falcon 9",
    origin: { source: "Space Systems Command, NSSL Phase 3 Lane 2 orders, 2025-10: 714 M$ for five missions (archeonis.com, thesilicongraybeard.blogspot.com after Ars Technica)", asOf: "2025-10" },
  }),
  awardEntry({
    id: "nssl-2026-ula", name: "National security launches of fiscal 2026, ULA", price: 428e6 / 2, launches: 2, buyer: "US Space Force and NRO", vehicle: "Vulcan",
    origin: { source: "Space Systems Command, NSSL Phase 3 Lane 2 orders, 2025-10: 428 M$ for two missions (archeonis.com)", asOf: "2025-10" },
  }),
  awardEntry({
    id: "nssl-phase3-spacex", name: "NSSL Phase 3 Lane 2, SpaceX", price: 5.9e9 / 28, launches: 28, buyer: "US Space Force and NRO", vehicle: "Falcon 9 and Falcon Heavy",
    origin: { source: "Space Systems Command, 2025-04-04: 5.9 B$ expected for about 28 missions ordered in fiscal 2025-2029 (mayukokamio.com)", asOf: "2025-04-04", note: "Ordered by year, flown 2027-2032; with launch service support, so above the price of a launch." },
  }),
  awardEntry({
    id: "nasa-imap", name: "IMAP", price: 109.4e6, launches: 1, buyer: "NASA", vehicle: "Falcon 9",
    origin: { source: "NASA, 2020-09-25: 109.4 M$ with launch service and mission costs (teslarati.com)", asOf: "2020-09-25" },
  }),
  awardEntry({
    id: "nasa-pace", name: "PACE", price: 80.4e6, launches: 1, buyer: "NASA", vehicle: "Falcon 9",
    origin: { source: "NASA, 2020-02: 80.4 M$ (teslarati.com, 2020-09)", asOf: "2020-02" },
  }),
  awardEntry({
    id: "starlab", name: "Starlab", price: 90e6, launches: 1, buyer: "Voyager Technologies", vehicle: "Starship",
    origin: { source: "Voyager's filing on the launch of Starlab: 90 M$ (r/space 1rraq2o)", asOf: "2026" },
  }),
];
