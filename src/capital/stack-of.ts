/** The capital section of a scenario as terms on the quarters of a case. */
import { amountAt, type Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";
import type { CommitmentTerms, ConvertibleTerms, CovenantTerms, DebtTerms, EquityTerms, InstalmentTerms, PreferredTerms, PrepaymentTerms, Stack, Window } from "./stack.ts";

export type CapitalFields = NonNullable<Scenario["capital"]>;

/** When a gate of the market cleared or happened, by its id; null where it never does. */
export type GateQuarters = Readonly<Record<string, number | null>>;

interface Dates {
  readonly quarters: readonly number[];
  /** Place of each milestone; Infinity where it is never reached. */
  readonly milestones: ReadonlyMap<string, number>;
}

const QUARTERS_PER_YEAR = 4;
const MONTHS_PER_QUARTER = 3;

/** Throws RangeError for a milestone on a gate that `gates` does not name. */
export const stackOf = (fields: CapitalFields, { quarters, gates }: { readonly quarters: readonly number[]; readonly gates: GateQuarters }): Stack => {
  const dates: Dates = { quarters, milestones: new Map(fields.milestones.map((one) => [one.id, placeOfMilestone(one, quarters[0]!, gates)])) };
  return {
    openingCash_usd: fields.openingCash_usd,
    openingShares: fields.openingShares,
    otherIncome_usd: quarters.map((quarter) => amountAt(fields.otherIncome_usd_per_yr, quarterStart_s(quarter)) / QUARTERS_PER_YEAR),
    minCash_usd: fields.minCash_usd,
    gearingMax_frac: fields.gearingMax_frac,
    sweep_frac: fields.sweep_frac,
    payout_frac: fields.payout_frac,
    payoutFrom: fields.payoutFrom_quarter === null ? builtBy(fields, dates) : fields.payoutFrom_quarter - quarters[0]!,
    keepAhead_quarters: Math.round(fields.keepAhead_yr * QUARTERS_PER_YEAR),
    instruments: [
      ...fields.equity.map((one) => equityOf(one, dates)),
      ...fields.preferred.map((one) => preferredOf(one, dates)),
      ...fields.convertibles.map((one) => convertibleOf(one, dates)),
      ...fields.debt.map((one) => debtOf(one, fields, dates)),
      ...fields.vendors.map((one) => instalmentsOf({ ...one, kind: "vendor", paid: "end", residual_frac: 0 }, dates)),
      ...fields.leases.map((one) => instalmentsOf({ ...one, kind: "lease" }, dates)),
      ...fields.prepayments.map((one) => prepaymentOf(one, dates)),
    ],
    covenants: fields.covenants.map((one) => covenantOf(one, dates)),
    commitments: fields.commitments.map((one) => commitmentOf(one, quarters)),
  };
};

/** Nothing goes to shareholders while interest is added to a loan, nor before it is first repaid. */
const builtBy = (fields: CapitalFields, dates: Dates): number => {
  const building = fields.debt.map((one) => debtOf(one, fields, dates)).filter(({ capitaliseUntil, window }) => capitaliseUntil > 0 && window.from <= window.until);
  return Math.max(0, ...building.map(({ capitaliseUntil, repayment, repayFrom }) => (repayment === "bullet" ? Math.min(capitaliseUntil, repayFrom) : repayFrom)));
};

const placeOfMilestone = ({ id, at_quarter, gate }: CapitalFields["milestones"][number], first: number, gates: GateQuarters): number => {
  if (gate === "") return at_quarter === null ? Infinity : at_quarter - first;
  const cleared = gates[gate];
  if (cleared === undefined) throw new RangeError(`capital.milestones.${id}: no gate "${gate}" has an outcome`);
  return cleared === null ? Infinity : cleared - first;
};

const reached = (id: string, { milestones }: Dates): number => {
  if (id === "") return 0;
  const at = milestones.get(id);
  if (at === undefined) throw new RangeError(`no milestone "${id}" in capital.milestones`);
  return at;
};

interface Drawn {
  readonly from_quarter: number | null;
  readonly until_quarter: number | null;
  readonly milestone?: string;
}

const windowOf = ({ from_quarter, until_quarter, milestone }: Drawn, dates: Dates, last = dates.quarters.length - 1): Window => ({
  from: Math.max(from_quarter === null ? 0 : from_quarter - dates.quarters[0]!, reached(milestone ?? "", dates), 0),
  until: Math.min(until_quarter === null ? last : until_quarter - dates.quarters[0]!, dates.quarters.length - 1),
});

const sourceOf = (one: Drawn & { readonly id: string; readonly order: number; readonly drawn: "needed" | "at-once" }, dates: Dates, last?: number) => ({
  id: one.id, window: windowOf(one, dates, last), order: one.order, atOnce: one.drawn === "at-once",
});

const equityOf = (one: CapitalFields["equity"][number], dates: Dates): EquityTerms => ({ kind: "equity", ...sourceOf(one, dates), holder: one.kind, limit_usd: one.amount_usd ?? Infinity, sharePrice_usd: one.sharePrice_usd });

const preferredOf = (one: CapitalFields["preferred"][number], dates: Dates): PreferredTerms => ({
  kind: "preferred", ...sourceOf(one, dates), limit_usd: one.amount_usd, dividend_per_yr: one.dividend_per_yr, inKind: one.paid === "kind",
  redemption: one.redemption_quarter === null ? Infinity : one.redemption_quarter - dates.quarters[0]!,
});

const convertibleOf = (one: CapitalFields["convertibles"][number], dates: Dates): ConvertibleTerms => {
  const maturity = one.maturity_quarter - dates.quarters[0]!;
  const never = one.converts_quarter === null && one.convertsAt === "";
  const converts = never ? Infinity : Math.max(one.converts_quarter === null ? 0 : one.converts_quarter - dates.quarters[0]!, reached(one.convertsAt, dates));
  return {
    kind: "convertible", ...sourceOf(one, dates, Math.min(maturity, converts) - 1), limit_usd: one.amount_usd, rate_per_yr: one.rate_per_yr, inKind: one.paid === "kind",
    converts: converts > maturity ? Infinity : converts, maturity, upfrontFee_frac: one.upfrontFee_frac, sharePrice_usd: one.sharePrice_usd,
  };
};

const debtOf = (one: CapitalFields["debt"][number], { baseRate_per_yr }: CapitalFields, dates: Dates): DebtTerms => {
  const [first] = dates.quarters;
  const from = windowOf(one, dates).from;
  const maturity = one.maturity_quarter - first!;
  const repayFrom = one.repayFrom_quarter === null ? (one.repayment === "bullet" ? maturity : Math.min(from + 1, maturity)) : one.repayFrom_quarter - first!;
  return {
    kind: "debt", ...sourceOf(one, dates, one.repayment === "bullet" ? maturity - 1 : repayFrom - 1), rank: one.rank, limit_usd: one.amount_usd ?? Infinity,
    rate_per_yr: dates.quarters.map((quarter) => one.rate_per_yr ?? amountAt(baseRate_per_yr, quarterStart_s(quarter)) + marginOf(one)),
    capitaliseUntil: one.capitaliseUntil_quarter === null ? 0 : one.capitaliseUntil_quarter - first!,
    repayment: one.repayment, repayFrom, maturity, dscr: one.dscr, commitmentFee_per_yr: one.commitmentFee_per_yr, upfrontFee_frac: one.upfrontFee_frac,
    reserve_quarters: one.reserve_month / MONTHS_PER_QUARTER,
  };
};

const marginOf = ({ id, margin_per_yr }: CapitalFields["debt"][number]): number => {
  if (margin_per_yr === null) throw new RangeError(`capital.debt.${id} has neither rate nor margin`);
  return margin_per_yr;
};

type Instalments = Omit<CapitalFields["leases"][number], "source"> & { readonly kind: "vendor" | "lease" };

const instalmentsOf = (one: Instalments, dates: Dates): InstalmentTerms => ({
  kind: one.kind, id: one.id, rank: one.rank, of: one.of, share_frac: one.share_frac, limit_usd: one.amount_usd ?? Infinity, window: windowOf(one, dates),
  rate_per_yr: one.rate_per_yr, term_quarters: Math.round(one.term_yr * QUARTERS_PER_YEAR), atStart: one.paid === "start", residual_frac: one.residual_frac,
});

const prepaymentOf = (one: CapitalFields["prepayments"][number], dates: Dates): PrepaymentTerms => {
  const { from } = windowOf({ ...one, until_quarter: null }, dates);
  return {
    kind: "prepayment", id: one.id, class: one.class, limit_usd: one.amount_usd, paidAt: from, servedFrom: one.servedFrom_quarter === null ? from + 1 : one.servedFrom_quarter - dates.quarters[0]!,
    share_frac: one.share_frac, rate_per_yr: one.rate_per_yr,
  };
};

const covenantOf = (one: CapitalFields["covenants"][number], dates: Dates): CovenantTerms => {
  const bound = one.test === "cash" ? one.cash_usd : one.ratio;
  if (bound === null) throw new RangeError(`capital.covenants.${one.id} has no bound`);
  return { id: one.id, test: one.test, bound, window: windowOf(one, dates), then: one.then };
};

/** Parts of a commitment from `date` to `until`, those of a year larger by `growth` than those a year before. */
const commitmentOf = (one: CapitalFields["commitments"][number], quarters: readonly number[]): CommitmentTerms => {
  const parts = (one.until_quarter ?? one.date_quarter) - one.date_quarter + 1;
  const weights = Array.from({ length: parts }, (_, k) => (1 + one.growth_per_yr) ** (k / QUARTERS_PER_YEAR));
  const whole = weights.reduce((a, b) => a + b, 0);
  const due_usd = quarters.map((quarter) => {
    const weight = weights[quarter - one.date_quarter];
    return weight === undefined ? 0 : (one.amount_usd * weight) / whole;
  });
  return { id: one.id, to: one.to, due_usd, outside_usd: Math.max(0, one.amount_usd - due_usd.reduce((a, b) => a + b, 0)), cancellable: one.cancellable === "yes", beside: one.counted === "beside" };
};
