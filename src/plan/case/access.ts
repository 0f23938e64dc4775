/**
 * The terms on which a vehicle's launches can be had.
 *
 *   1. customer  cadence x share / 4, `slip` after the vehicle's first quarter; of the launches that all customers have until then and after,
 *                the first `queue` are others'. At the vehicle's price
 *   2. partner   cadence x reserved / 4 from `from` on, without queue and slip, at the reserved price; the fee is paid whatever flies
 *   3. owner     cadence / 4 from `from` on at the marginal cost; stake and fixed cost are paid whatever flies. Others buy sold / 4 where their
 *                price is above the marginal cost, which is income; a launch of one's own beyond the room beside them gives up a sale:
 *                its price less the marginal cost
 *
 * Before `from` partner and owner are customers. The stake is paid in the first quarter of ownership, or as `payments` has it,
 * and each payment is written off over its life; what is paid before the horizon is sunk, and what is paid after it is not in the plan.
 */
import { missingAccess } from "../../scenario/index.ts";
import { countMeanByQuarter, meanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, startByQuarter } from "../by-quarter.ts";
import type { PricedLine, VehicleCase } from "../plan-case.ts";
import type { LaunchVehicle } from "./lift.ts";

type Access = NonNullable<LaunchVehicle["access"]>;

export interface Offer {
  readonly quarters: readonly number[];
  /** First quarter in which a platform can fly on it. */
  readonly first: number;
  /** Launches of the vehicle a year, for everyone, and what one costs a customer, by quarter. */
  readonly cadence: readonly number[];
  readonly usd: readonly number[];
}

export interface Terms extends Pick<VehicleCase, "slots" | "termsFrom" | "committed" | "stake" | "others"> {
  readonly usd: readonly number[];
  readonly source: string | null;
}

/** The terms of a vehicle under its mode. */
export const accessTerms = (vehicle: LaunchVehicle, offer: Offer): Terms => {
  const { access } = vehicle;
  const customer: Terms = { slots: customerSlots(vehicle, offer), usd: offer.usd, source: null, termsFrom: 0, committed: [], stake: null, others: null };
  if (access === null || access.mode === "customer") return customer;
  const missing = missingAccess(access, access.mode);
  if (missing.length > 0) throw new Error(`launch.vehicles.${vehicle.id}.access.${missing[0]} must be written for mode ${access.mode}`);
  return access.mode === "partner" ? partner(access, { vehicle, offer, customer }) : owner(access, { vehicle, offer, customer });
};

const customerSlots = (vehicle: LaunchVehicle, { quarters, first, cadence }: Offer): readonly number[] => {
  const share = meanByQuarter(vehicle.share_frac, quarters);
  const queue = vehicle.access === null ? 0 : vehicle.access.queue;
  const from = vehicle.access === null ? first : first + quartersOfLife(vehicle.access.slip_yr);
  const flies = vehicle.available_quarter ?? quarters[0]!;
  let before = 0;
  return quarters.map((q, t) => {
    const launches = q < flies ? 0 : cadence[t]! / QUARTERS_PER_YEAR;
    const taken = Math.min(launches, Math.max(0, queue - before));
    before += launches;
    return q < from ? 0 : (launches - taken) * share[t]!;
  });
};

interface Mode {
  readonly vehicle: LaunchVehicle;
  readonly offer: Offer;
  readonly customer: Terms;
}

/** Values of the mode from its first quarter on, those of a customer before. */
const since = ({ quarters }: Offer, start: number | null, { then, before }: { readonly then: (t: number) => number; readonly before: (t: number) => number }): readonly number[] => {
  const from = start ?? quarters[0]!;
  return quarters.map((q, t) => (q < from ? before(t) : then(t)));
};

/** The same quarter by its place in the horizon; its length where it lies beyond. */
const firstQuarter = ({ quarters }: Offer, start: number | null): number => quarters.filter((q) => start !== null && q < start).length;

const partner = (access: Access, { vehicle, offer, customer }: Mode): Terms => {
  const { quarters, first, cadence, usd } = offer;
  const reserved = meanByQuarter(access.reserved_frac!, quarters);
  const price = access.reservedPrice_usd === null ? usd : startByQuarter(access.reservedPrice_usd, quarters);
  const fee = since(offer, access.from_quarter, { then: () => access.reservedFee_usd_per_yr / QUARTERS_PER_YEAR, before: () => 0 });
  return {
    slots: since(offer, access.from_quarter, { then: (t) => (quarters[t]! < first ? 0 : (cadence[t]! * reserved[t]!) / QUARTERS_PER_YEAR), before: (t) => customer.slots[t]! }),
    usd: since(offer, access.from_quarter, { then: (t) => price[t]!, before: (t) => usd[t]! }),
    source: `launch.vehicles.${vehicle.id}.access.reservedPrice`,
    termsFrom: firstQuarter(offer, access.from_quarter),
    committed: [line(vehicle, { what: "reservation fee", field: "reservedFee", usd: fee })],
    stake: null, others: null,
  };
};

const owner = (access: Access, { vehicle, offer, customer }: Mode): Terms => {
  const { quarters, first, cadence, usd } = offer;
  const marginal = startByQuarter(access.marginalCost_usd!, quarters);
  const paid = access.soldPrice_usd === null ? usd : startByQuarter(access.soldPrice_usd, quarters);
  const wanted = countMeanByQuarter(access.sold_per_yr, quarters);
  const flies = vehicle.available_quarter ?? quarters[0]!;
  const margin = quarters.map((_, t) => paid[t]! - marginal[t]!);
  const launches = since(offer, ownedFrom(access), { then: (t) => (quarters[t]! < flies || margin[t]! <= 0 ? 0 : Math.min(wanted[t]!, cadence[t]!) / QUARTERS_PER_YEAR), before: () => 0 });
  const fixed = meanByQuarter(access.fixedCost_usd_per_yr!, quarters);
  return {
    slots: since(offer, ownedFrom(access), { then: (t) => (quarters[t]! < first ? 0 : cadence[t]! / QUARTERS_PER_YEAR), before: (t) => customer.slots[t]! }),
    usd: since(offer, ownedFrom(access), { then: (t) => marginal[t]!, before: (t) => usd[t]! }),
    source: `launch.vehicles.${vehicle.id}.access.marginalCost`,
    termsFrom: firstQuarter(offer, ownedFrom(access)),
    committed: [
      line(vehicle, { what: "launcher's fixed cost", field: "fixedCost", usd: since(offer, ownedFrom(access), { then: (t) => fixed[t]! / QUARTERS_PER_YEAR, before: () => 0 }) }),
      line(vehicle, { what: "launches sold to others", field: "sold", usd: launches.map((n, t) => -n * margin[t]!) }),
    ],
    stake: stakeOf(access, { vehicle, quarters }),
    others: { launches, givenUp: line(vehicle, { what: "sales given up", field: "soldPrice", usd: margin }) },
  };
};

const ownedFrom = ({ ownerFrom_quarter, from_quarter }: Access): number | null => ownerFrom_quarter ?? from_quarter;

const stakeOf = (access: Access, { vehicle, quarters }: { readonly vehicle: LaunchVehicle; readonly quarters: readonly number[] }): Terms["stake"] => {
  const { payments } = access;
  const life = quartersOfLife(access.stakeLife_yr);
  if (payments.length === 0) return { at: [Math.max(0, quarters.indexOf(ownedFrom(access) ?? quarters[0]!))], line: { ...line(vehicle, { what: "stake in the launcher", field: "stake", usd: quarters.map(() => access.stake_usd!) }), life } };
  const usd = quarters.map((q) => payments.filter(({ at_quarter: at }) => at === q).reduce((sum, { amount_usd: amount }) => sum + amount, 0));
  return { at: usd.flatMap((amount, t) => (amount === 0 ? [] : [t])), line: { ...line(vehicle, { what: "stake in the launcher", field: "payments", usd }), life } };
};

const line = (vehicle: LaunchVehicle, { what, field, usd }: { readonly what: string; readonly field: string; readonly usd: readonly number[] }): PricedLine =>
  ({ subsystem: `${what} of ${vehicle.id}`, boundary: "launch", source: `launch.vehicles.${vehicle.id}.access.${field}`, usd });
