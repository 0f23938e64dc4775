import { choice, list, number, optionalNumber, optionalQuarter, quarter, text, type DefaultFigure } from "../field.ts";

/** A default that stands for "none unless the scenario says so". */
const none = (value: number, why: string): DefaultFigure => ({ value, low: null, high: null, source: `project convention: ${why}`, asOf: "2026-11", evidence: "estimate" });

const id = text({ doc: "Name of it in this scenario, which no other instrument of the stack has." });
const source = text({ doc: "Who says so.", fallback: "" });

/** When it can be drawn, and before or after which others. */
const drawing = {
  from: optionalQuarter({ doc: "First quarter in which it can be drawn; left out, the first of all.", feeds: ["finance"] }),
  milestone: text({ doc: "An id of capital.milestones that must have been reached as well; never reached, it is never drawn.", fallback: "", feeds: ["finance"] }),
  until: optionalQuarter({ doc: "Last quarter in which it can be drawn; left out, the last of all, for debt the one before its first repayment.", feeds: ["finance"] }),
  order: number("1", { doc: "Lower numbers are drawn first; those of one number in proportion to what each has left.", min: 0, max: 1000, whole: true, fallback: none(1, "in proportion unless an order is written"), feeds: ["finance"] }),
} as const;

const atOnce = choice(["needed", "at-once"], { doc: "Drawn as money is needed, or all of it in its first quarter.", fallback: "needed", feeds: ["finance"] });

const sharePrice = number("$", { doc: "Price of a share when this money comes in: ownership, and with it distributions, are by shares. A stack that writes none shares by dollars.", min: 1e-9, max: 1e12, fallback: none(1, "a dollar buys as many shares as any other dollar"), feeds: ["finance"] });

/** Milestones that money waits for. */
const milestone = {
  id: text({ doc: "Name of the milestone: first-flight, recovery, cadence." }),
  at: optionalQuarter({ doc: "Quarter in which it is reached.", feeds: ["finance"] }),
  gate: text({ doc: "An id of `gates` instead: it is reached when the gate clears or its event happens, and never where it does not.", fallback: "", feeds: ["finance"] }),
} as const;

const equity = {
  id,
  kind: choice(["founder", "institutional", "sovereign", "strategic"], { doc: "Whose money it is; it changes no number." }),
  amount: optionalNumber("$", { example: "10e9 $", doc: "Most that it brings, in dollars of the day; left out, whatever is missing.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  ...drawing,
  drawn: atOnce,
  sharePrice,
  source,
} as const;

const preferred = {
  id,
  amount: number("$", { doc: "Most that it brings.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  ...drawing,
  drawn: atOnce,
  dividend: number("1/yr", { doc: "Cumulative dividend a year on what was paid in and is owed.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  paid: choice(["cash", "kind"], { doc: "In cash where there is any, what is not paid being added; or always added.", fallback: "cash", feeds: ["finance"] }),
  redemption: optionalQuarter({ doc: "Quarter from which it is bought back out of cash; left out, never.", feeds: ["finance"] }),
  source,
} as const;

const convertible = {
  id,
  amount: number("$", { doc: "Most that it brings.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  ...drawing,
  drawn: atOnce,
  rate: number("1/yr", { doc: "Nominal interest.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  paid: choice(["cash", "kind"], { doc: "Interest paid in cash, or added to the note.", fallback: "kind", feeds: ["finance"] }),
  converts: optionalQuarter({ doc: "Quarter in which note and interest become shares; with convertsAt the later of the two.", feeds: ["finance"] }),
  convertsAt: text({ doc: "An id of capital.milestones at which it converts; never reached, it is repaid.", fallback: "", feeds: ["finance"] }),
  maturity: quarter({ doc: "Quarter in which it is repaid where it has not converted.", feeds: ["finance"] }),
  upfrontFee: number("frac", { doc: "Fee on what is drawn, kept back from it.", min: 0, max: 0.5, fallback: none(0, "no fee unless it is written"), feeds: ["finance"] }),
  sharePrice,
  source,
} as const;

const debt = {
  id,
  rank: choice(["senior", "junior"], { doc: "Whether its interest and repayment come before the reserve or after it.", fallback: "senior", feeds: ["finance"] }),
  amount: optionalNumber("$", { example: "20e9 $", doc: "Most that is drawn; left out, what `dscr` allows.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  ...drawing,
  drawn: atOnce,
  rate: optionalNumber("1/yr", { example: "7 %/yr", doc: "Nominal fixed interest: a quarter of it each quarter. Exactly one of rate and margin.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  margin: optionalNumber("1/yr", { example: "3 %/yr", doc: "Floating interest: so much above capital.baseRate.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  capitaliseUntil: optionalQuarter({ doc: "Interest before this quarter is added to the loan and to the assets; left out, it is paid.", feeds: ["finance"] }),
  repayment: choice(["bullet", "straight", "level", "sculpted"], { doc: "bullet: all at maturity, interest only until then; straight: equal repayments; level: equal payments; sculpted: payments in proportion to the cash for them, at `dscr` or better.", fallback: "level", feeds: ["finance"] }),
  repayFrom: optionalQuarter({ doc: "First quarter of repayment; left out, maturity for a bullet, else the quarter after `from`.", feeds: ["finance"] }),
  maturity: quarter({ doc: "Quarter of the last payment.", feeds: ["finance"] }),
  dscr: optionalNumber("1", { example: "1.3", doc: "Cash for debt service over senior service, to which a sculpted loan is sized.", min: 0, max: 20, varies: ["random"], feeds: ["finance"] }),
  commitmentFee: number("1/yr", { doc: "A year, on what is not drawn of its amount while it can be; without an amount, of what `dscr` allows.", min: 0, max: 0.2, fallback: none(0, "no fee unless it is written"), feeds: ["finance"] }),
  upfrontFee: number("frac", { doc: "Fee on what is drawn, kept back from it.", min: 0, max: 0.5, fallback: none(0, "no fee unless it is written"), feeds: ["finance"] }),
  reserve: number("month", { doc: "Months of its coming service that the reserve account holds.", min: 0, max: 36, fallback: none(0, "no reserve unless it is written"), feeds: ["finance"] }),
  source,
} as const;

/** What is bought by instalments. */
const instalments = {
  id,
  rank: choice(["senior", "junior"], { doc: "Whether its payments come before the reserve or after it.", fallback: "senior", feeds: ["finance"] }),
  of: text({ doc: "What of the plan's purchases: a subsystem (starship/servers), all that begins with it (starship), or an item (it, launch, power).", feeds: ["finance"] }),
  share: number("frac", { doc: "Share of those purchases.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  amount: optionalNumber("$", { example: "5e9 $", doc: "Most that is financed so; left out, no limit.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  from: optionalQuarter({ doc: "First quarter whose purchases are; left out, the first of all.", feeds: ["finance"] }),
  until: optionalQuarter({ doc: "Last quarter whose purchases are; left out, the last of all.", feeds: ["finance"] }),
  rate: number("1/yr", { doc: "Nominal interest, of a lease the rate implicit in it.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  term: number("yr", { doc: "Each quarter's purchases are paid in equal instalments over this time.", min: 0.25, max: 40, varies: ["random"], feeds: ["finance"] }),
} as const;

const vendor = { ...instalments, source } as const;

const lease = {
  ...instalments,
  paid: choice(["start", "end"], { doc: "At the start of each quarter of the term, or at its end.", fallback: "start", feeds: ["finance"] }),
  residual: number("frac", { doc: "Share of the cost that is paid at the end of the term to keep what was leased.", min: 0, max: 1, fallback: none(0, "paid off by the instalments"), feeds: ["finance"] }),
  source,
} as const;

const prepayment = {
  id,
  class: text({ doc: "Class of demand whose customer pays ahead.", feeds: ["finance"] }),
  amount: number("$", { doc: "Paid ahead, all in one quarter.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  from: optionalQuarter({ doc: "Quarter in which it is paid; left out, the first of all.", feeds: ["finance"] }),
  milestone: drawing.milestone,
  servedFrom: optionalQuarter({ doc: "First quarter in which service is taken off it; left out, the quarter after.", feeds: ["finance"] }),
  share: number("frac", { doc: "Share of the class's revenue that is taken off it instead of being paid.", min: 0, max: 1, fallback: none(1, "the class pays nothing until it is used up"), feeds: ["finance"] }),
  rate: number("1/yr", { doc: "Discount for paying ahead: what is not served yet grows by it.", min: 0, max: 1, fallback: none(0, "a dollar ahead buys a dollar of service"), feeds: ["finance"] }),
  source,
} as const;

const covenant = {
  id: text({ doc: "Name of the covenant." }),
  test: choice(["dscr", "gearing", "debt-to-ebitda", "cash"], { doc: "dscr: cash for debt service over senior service, the last four quarters, at least `ratio`; gearing: debt over debt and equity, at most `ratio`; debt-to-ebitda: debt over EBITDA of the last four quarters, at most `ratio`; cash: at least `cash`.", feeds: ["finance"] }),
  ratio: optionalNumber("1", { example: "1.15", doc: "The bound, of all but cash.", min: 0, max: 1000, varies: ["random"], feeds: ["finance"] }),
  cash: optionalNumber("$", { example: "500e6 $", doc: "The bound of cash.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  from: optionalQuarter({ doc: "First quarter in which it is tested; left out, the first of all, for a DSCR the first with senior service.", feeds: ["finance"] }),
  until: optionalQuarter({ doc: "Last quarter in which it is tested; left out, the last of all.", feeds: ["finance"] }),
  then: choice(["lock-up", "stop-draws", "sweep", "default"], { doc: "While it is broken: nothing to shareholders; no more debt from the next quarter on; all that is left repays debt; or all three, told as a default.", fallback: "lock-up", feeds: ["finance"] }),
} as const;

const commitment = {
  id: text({ doc: "Name of the commitment." }),
  to: text({ doc: "Who is to be paid.", fallback: "" }),
  amount: number("$", { doc: "In all, in dollars of the day.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  date: quarter({ doc: "Quarter in which it, or its first part, is due.", feeds: ["finance"] }),
  until: optionalQuarter({ doc: "Quarter of the last part, all parts being equal; left out, it is due at once.", feeds: ["finance"] }),
  growth: number("1/yr", { doc: "How much larger the part of each quarter is than that of a year before; the sum stays.", min: -0.9, max: 10, fallback: none(0, "equal parts"), feeds: ["finance"] }),
  cancellable: choice(["no", "yes"], { doc: "Whether it can be called off; the gap is told with and without those that can.", fallback: "no", feeds: ["finance"] }),
  counted: choice(["beside", "plan"], { doc: "Paid beside the plan, as an expense; or the name of something that the plan's own purchases pay for already.", fallback: "beside", feeds: ["finance"] }),
  source,
} as const;

/** Who pays: the stack of capital, what it owes, and what it has promised. */
export const capital = {
  openingCash: number("$", { doc: "Cash at hand before the first quarter.", min: 0, max: 1e14, varies: ["random"], fallback: none(0, "a company without cash"), feeds: ["finance"] }),
  openingShares: number("1", { doc: "Shares held before the first quarter, for the part of distributions that goes to their holders.", min: 0, max: 1e15, fallback: none(0, "the stack's providers own all of it"), feeds: ["finance"] }),
  otherIncome: number("$/yr", { example: "5e9 $/yr", doc: "What the rest of the company brings in a year before tax, beside the plan; below zero it burns money. Dollars of the day, and as much for tax as in cash.", min: -1e13, max: 1e13, varies: ["time", "random"], fallback: none(0, "the plan is all of the company"), feeds: ["finance"] }),
  minCash: number("$", { doc: "Cash that is kept, and drawn for where it is missing.", min: 0, max: 1e14, varies: ["random"], fallback: none(0, "no cash need be kept"), feeds: ["finance"] }),
  gearingMax: optionalNumber("frac", { example: "70 %", doc: "Debt is drawn no further than this share of debt, with the interest that will be added to it, and paid-in equity.", min: 0, max: 1, varies: ["random"], feeds: ["plan"] }),
  baseRate: number("1/yr", { doc: "What floating loans stand on.", min: -0.02, max: 1, varies: ["time", "random"], fallback: { value: 0.0395, low: 0.0385, high: 0.0432, source: "SOFR of 2025-11-14, Federal Reserve Bank of New York by sofrrate.com; low: first percentile of that day, high: mean of 180 days", asOf: "2025-11", evidence: "demonstrated" }, feeds: ["finance"] }),
  sweep: number("frac", { doc: "Share of what is left after service, reserve and bills that repays debt early.", min: 0, max: 1, varies: ["random"], fallback: none(0, "no sweep unless it is written"), feeds: ["finance"] }),
  payout: number("frac", { doc: "Share of what is then left that goes to shareholders.", min: 0, max: 1, varies: ["random"], fallback: none(1, "what is not needed is paid out"), feeds: ["finance"] }),
  payoutFrom: optionalQuarter({ doc: "First quarter of it; left out, that in which loans whose interest is added to them are first repaid (of a bullet, paid interest), without any the first of all.", feeds: ["finance"] }),
  keepAhead: number("yr", { doc: "What purchases, commitments and running costs of so long ahead need beyond what comes in is kept before anything is swept, and for owners also what debt service, tax and the reserve need.", min: 0, max: 60, fallback: none(1, "a year of what is known to be due is kept"), feeds: ["finance"] }),
  boundsPlan: choice(["no", "yes"], { doc: "Whether the plan may spend only what the stack can bring: it is then made again under those limits until they agree.", fallback: "no", feeds: ["plan"] }),
  milestones: list(milestone, { doc: "What money waits for.", max: 32 }),
  equity: list(equity, { doc: "Common equity, by who brings it.", max: 32 }),
  preferred: list(preferred, { doc: "Preferred shares.", max: 16 }),
  convertibles: list(convertible, { doc: "Convertible notes.", max: 16 }),
  debt: list(debt, { doc: "Loans and bonds.", max: 32 }),
  vendors: list(vendor, { doc: "Vendors who wait for a share of what is bought from them.", max: 16 }),
  leases: list(lease, { doc: "Leases: the cost of what is leased, paid in instalments.", max: 16 }),
  prepayments: list(prepayment, { doc: "Customers who pay ahead.", max: 16 }),
  covenants: list(covenant, { doc: "Dated tests of the loans, and what follows when one is failed.", max: 32 }),
  commitments: list(commitment, { doc: "What has been promised to others, with dates.", max: 256 }),
} as const;
