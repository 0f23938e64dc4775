import { number } from "../field.ts";

const AS_OF = { asOf: "2026-11", evidence: "estimate" } as const;

const DEPOSIT = {
  value: 0.5, low: 0.05, high: 1, ...AS_OF,
  source: "project convention: even instalments from order to delivery, told as half at each end. Launches are paid by instalments (SpaceX and Satmex, 2012, SEC exhibit 4.32, article 4.1; the shares are blacked out)",
} as const;

const HELD = { value: 0, low: null, high: null, source: "project convention: nothing is on order unless the scenario says so", ...AS_OF } as const;

/** How launches of a vehicle are reserved. */
export const launchOrder = {
  lead: number("yr", {
    doc: "From the contract to the first quarter in which the launch can fly.", min: 0, max: 20, varies: [],
    fallback: { value: 2, low: 1, high: 5.5, source: "US Space Force: contracts at least two years before the launch (airforcetechconnect.org, 2022-01), two years of integration in NSSL phase 3 (spacefrontpage.com, 2025-04); high: USSF-52, awarded in 2018-06 and flown in 2023-12; low: our estimate for a customer with a standing interface", asOf: "2025-04", evidence: "listed" }, feeds: ["plan"],
  }),
  deposit: number("frac", { doc: "Share of the launch's price that is paid with the contract, and lost where no flight comes of it; the rest is paid with the flight.", min: 0, max: 1, varies: ["random"], fallback: DEPOSIT, feeds: ["plan"] }),
  held: number("1", { example: "4", doc: "Launches under contract at the start of the horizon, with their lead over and their deposit paid.", min: 0, max: 1e5, fallback: HELD, feeds: ["plan"] }),
} as const;

/** How platforms are ordered. */
export const platformOrder = {
  lead: number("yr", {
    doc: "From the order of a platform to its launch.", min: 0, max: 20, varies: [],
    fallback: { value: 2, low: 0.5, high: 2.6, source: "Space Development Agency, Tranche 0: ordered in 2020-08, to fly two years later (spacenews.com, 2022-09); high: when it did, 2023-04-02; low: our estimate for a line that runs", asOf: "2023-04", evidence: "demonstrated" }, feeds: ["plan"],
  }),
  deposit: number("frac", { doc: "Share of the platform's price that is paid with the order, and lost where it is never launched; the rest is paid when it is.", min: 0, max: 1, varies: ["random"], fallback: DEPOSIT, feeds: ["plan"] }),
  held: number("1", { example: "12", doc: "Platforms on order at the start of the horizon that are ready to fly, their deposit paid.", min: 0, max: 1e7, fallback: HELD, feeds: ["plan"] }),
} as const;
