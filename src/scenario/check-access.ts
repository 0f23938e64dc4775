/** What must hold among the terms of access to a vehicle. */
import { listOf, type Check } from "./check-rule.ts";

export type AccessMode = "customer" | "partner" | "owner";

export const ACCESS_MODES: readonly AccessMode[] = ["customer", "partner", "owner"];

/** Fields that a mode needs, with their resolved names. */
const NEEDS = {
  customer: {},
  partner: { reserved: "reserved_frac" },
  owner: { stake: "stake_usd", fixedCost: "fixedCost_usd_per_yr", marginalCost: "marginalCost_usd" },
} as const satisfies Readonly<Record<AccessMode, Readonly<Record<string, string>>>>;

/** Fields that a mode needs and that are not written: none where the mode can be planned. */
export const missingAccess = (access: object, mode: AccessMode): readonly string[] => {
  const values = access as Readonly<Record<string, unknown>>;
  const inPayments = Array.isArray(values["payments"]) && values["payments"].length > 0;
  return Object.entries(NEEDS[mode]).flatMap(([name, key]) => (values[key] === null && !(name === "stake" && inPayments) ? [name] : []));
};

type Vehicle = NonNullable<NonNullable<NonNullable<Check["scenario"]["launch"]>["vehicles"]>[number]>;

/** The same of a vehicle, whose marginal cost may come from what a flight costs, and whose stake is what a deal on it costs. */
export const unwrittenTerms = ({ deals }: Check["scenario"], { id, access, cost }: Vehicle, mode: AccessMode): readonly string[] =>
  (access ? missingAccess(access, mode).filter((name) => (name === "marginalCost" ? !cost : name !== "stake" || deals?.vehicle !== id)) : ["access"]);

/** A vehicle's mode has its terms. */
export const accessTerms = ({ scenario, complain }: Check): void => {
  listOf(scenario.launch?.vehicles).forEach((vehicle, v) => {
    const { access } = vehicle;
    if (!access || access.mode === undefined) return;
    if (access.stake_usd !== null && listOf(access.payments).length > 0) complain(["launch", "vehicles", v, "access", "stake"], { found: "stake and payments", expected: "one of them", hint: "keep payments, or set stake: null" });
    const missing = unwrittenTerms(scenario, vehicle, access.mode);
    if (missing.length > 0) complain(["launch", "vehicles", v, "access", "mode"], { found: `${access.mode} without ${missing.join(", ")}`, expected: `the terms of mode ${access.mode}`, hint: `write ${missing.join(", ")} beside it, or mode: customer` });
  });
};

/** A path of prices has what it is worked out from. */
export const launchPricing = ({ scenario, complain }: Check): void => {
  listOf(scenario.launch?.vehicles).forEach(({ pricing, negotiated_usd, cost }, v) => {
    const path = ["launch", "vehicles", v, "pricing"];
    if (pricing === "negotiated" && negotiated_usd === null) complain(path, { found: "negotiated without a price", expected: "`negotiated` beside it", hint: "add negotiated: 45 M$" });
    if (pricing === "marginal" && cost === null) complain(path, { found: "marginal without costs", expected: "`cost` beside it", hint: "add cost: { booster: 30 M$, boosterFlights: 20, upper: 10 M$, propellant: 400000 $, range: 1 M$, pad: 1 M$ }" });
  });
};
