import { choice, list, number, optionalGroup, optionalNumber, optionalQuarter, quarter, text } from "../field.ts";

const CONVENTION = { low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;
const MILESTONE = "Milestone that it waits for: it happens in the later of the two quarters, and never where the milestone is never reached.";

const holder = {
  id: text({ doc: "Name of the holder in this scenario." }),
  name: text({ doc: "Its name in tables; left out, its id.", fallback: "" }),
  kind: choice(["founder", "employee", "investor", "strategic", "sovereign", "other"], { doc: "What kind of holder it is; it changes no number.", fallback: "investor" }),
} as const;

const shareClass = {
  id: text({ doc: "Name of the class." }),
  kind: choice(["common", "preferred"], { doc: "Common takes what is left; preferred has its money back first, or converts into the first common class.", fallback: "common" }),
  votes: number("1", { doc: "Votes of a share, counted on the common shares that it converts into.", min: 0, max: 1e4, fallback: { ...CONVENTION, value: 1, source: "project convention: one vote a share as converted, as in the model charter of the National Venture Capital Association (nvca.org)" }, feeds: ["finance"] }),
  seniority: number("1", { doc: "Order in which preferences are paid at an exit: the highest first, equals in proportion.", min: 0, max: 1000, whole: true, fallback: { ...CONVENTION, value: 1, source: "project convention: all preferred alike unless the scenario says so" }, feeds: ["finance"] }),
  preference: number("1", { doc: "Preference of a preferred share, as a multiple of the price that it was issued at.", min: 0, max: 20, varies: ["random"], fallback: { ...CONVENTION, value: 1, source: "project convention: one times, the usual term", high: 3 }, feeds: ["finance"] }),
  participation: choice(["none", "full", "capped"], { doc: "Whether preferred shares in what is left after its preference: not at all (preference or conversion, whichever is more), without limit, or up to `cap`.", fallback: "none", feeds: ["finance"] }),
  cap: optionalNumber("1", { example: "2", doc: "Most that a capped participating share gets before it converts, its preference included, as a multiple of its issue price.", min: 0, max: 100, varies: ["random"], feeds: ["finance"] }),
  ratio: number("1", { doc: "Common shares that one share converts into as issued.", min: 1e-6, max: 1e6, fallback: { ...CONVENTION, value: 1, source: "project convention: one for one" }, feeds: ["finance"] }),
  antiDilution: choice(["none", "broad-based", "full-ratchet"], { doc: "What a later round at a lower price does to the conversion price: nothing, the weighted average on a broad base, or that price.", fallback: "none", feeds: ["finance"] }),
} as const;

const milestone = {
  id: text({ doc: "Name of the milestone: first-flight, recovery, cadence." }),
  at: optionalQuarter({ doc: "Quarter in which it is reached; left out, that of `gate`.", feeds: ["finance"] }),
  gate: text({ doc: "Gate of `gates` whose clearing it is, with its delay and chance: refused, the milestone is never reached.", fallback: "", feeds: ["finance"] }),
  after: number("yr", { doc: "How long after that gate it is reached.", min: 0, max: 60, fallback: { ...CONVENTION, value: 0, source: "project convention: with the gate unless written" }, feeds: ["finance"] }),
} as const;

const issue = {
  id: text({ doc: "Name of the issue." }),
  at: quarter({ doc: "Quarter of it; all events stand on its first day.", feeds: ["finance"] }),
  holder: text({ doc: "Who gets the shares." }),
  class: text({ doc: "Of which class." }),
  shares: number("1", { example: "100 million", doc: "How many.", min: 0, max: 1e15, feeds: ["finance"] }),
  price: number("$", { doc: "Paid for a share: its preference counts from this.", min: 0, max: 1e9, fallback: { ...CONVENTION, value: 0, source: "project convention: founders' shares for next to nothing" }, feeds: ["finance"] }),
} as const;

const pool = {
  id: text({ doc: "Name of the change." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  shares: number("1", { example: "10 million", doc: "Shares added to the pool for options that are not granted yet.", min: 0, max: 1e15, feeds: ["finance"] }),
} as const;

const grant = {
  id: text({ doc: "Name of the grant." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  holder: text({ doc: "Who gets the options." }),
  class: text({ doc: "On which class; left out, the first common.", fallback: "" }),
  shares: number("1", { example: "1 million", doc: "How many, out of the pool.", min: 0, max: 1e15, feeds: ["finance"] }),
  strike: number("$", { example: "2.5 $", doc: "Price at which one is exercised.", min: 0, max: 1e9, feeds: ["finance"] }),
} as const;

const investment = {
  id: text({ doc: "Name of the investment." }),
  holder: text({ doc: "Who invests." }),
  amount: number("$", { example: "500 M$", doc: "How much.", min: 0, max: 1e13, varies: ["random"], feeds: ["finance"] }),
  milestone: text({ doc: "Tranche: paid at the round's price when this milestone is reached, and not before the round; left out, at its closing.", fallback: "" }),
} as const;

const round = {
  id: text({ doc: "Name of the round." }),
  at: quarter({ doc: "Quarter of its closing.", feeds: ["finance"] }),
  milestone: text({ doc: MILESTONE, fallback: "" }),
  class: text({ doc: "Class that is sold. A preferred class is sold at one price: every round has its own." }),
  pre: optionalNumber("$", { example: "2e9 $", doc: "Value of the company before the new money, with options, pool and converting SAFEs and notes in it; or write `post`.", min: 0.01, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  post: optionalNumber("$", { example: "2.5e9 $", doc: "Value after the money that is paid at the closing.", min: 0.01, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  pool: optionalNumber("frac", { example: "10 %", doc: "Share of the company after the round that options not yet granted must have: what lacks is added before the new money, at the cost of those who were there. Left out, the pool stays.", min: 0, max: 0.9, varies: ["random"], feeds: ["finance"] }),
  proRata: text({ doc: "Holders who keep their share, separated by commas: each buys its part of the whole round beside what is written.", fallback: "" }),
  investments: list(investment, { doc: "Who pays how much.", max: 64, feeds: ["finance"] }),
} as const;

const promise = {
  id: text({ doc: "Name of the instrument." }),
  at: quarter({ doc: "Quarter in which it is paid.", feeds: ["finance"] }),
  holder: text({ doc: "Who pays." }),
  amount: number("$", { example: "10 M$", doc: "How much.", min: 0.01, max: 1e13, varies: ["random"], feeds: ["finance"] }),
  cap: optionalNumber("$", { example: "100 M$", doc: "Valuation cap; left out, none.", min: 0.01, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  discount: number("frac", { doc: "Discount on the price of the round that converts it.", min: 0, max: 0.99, varies: ["random"], fallback: { ...CONVENTION, value: 0, source: "project convention: none unless written", high: 0.3 }, feeds: ["finance"] }),
} as const;

const safe = {
  ...promise,
  form: choice(["post-money", "pre-money"], { doc: "Whether the cap is of the company with all SAFEs and notes in it (Y Combinator's form since 2018) or without.", fallback: "post-money", feeds: ["finance"] }),
} as const;

const note = {
  ...promise,
  interest: number("1/yr", { doc: "Simple interest, actual days over 365, which converts with the principal.", min: 0, max: 1, varies: ["random"], fallback: { ...CONVENTION, value: 0, source: "project convention: none unless written", high: 0.12 }, feeds: ["finance"] }),
} as const;

const warrant = {
  id: text({ doc: "Name of the warrant." }),
  at: quarter({ doc: "Quarter in which it is given.", feeds: ["finance"] }),
  holder: text({ doc: "Who may exercise it." }),
  class: text({ doc: "On which class; left out, the first common.", fallback: "" }),
  shares: optionalNumber("1", { example: "5 million", doc: "On how many shares; or write `part`.", min: 0, max: 1e15, feeds: ["finance"] }),
  part: optionalNumber("frac", { example: "5 %", doc: "On this share of the company, fully diluted and with the warrant in it, when it is given.", min: 0, max: 0.9, varies: ["random"], feeds: ["finance"] }),
  strike: number("$", { example: "0.01 $", doc: "Price of a share.", min: 0, max: 1e9, varies: ["random"], feeds: ["finance"] }),
  milestone: text({ doc: "Milestone from which it may be exercised; left out, from the start.", fallback: "" }),
  exercise: choice(["at-milestone", "at-exit"], { doc: "When the holder exercises: as soon as it may, for the votes, or at an exit where it pays.", fallback: "at-exit", feeds: ["finance"] }),
} as const;

const purchase = {
  id: text({ doc: "Name of the purchase." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  milestone: text({ doc: MILESTONE, fallback: "" }),
  seller: text({ doc: "Holder who sells." }),
  buyer: text({ doc: "Holder who buys." }),
  class: text({ doc: "Of which class; left out, of all that the seller has, in proportion.", fallback: "" }),
  shares: optionalNumber("1", { example: "2 million", doc: "How many; or write `part`.", min: 0, max: 1e15, feeds: ["finance"] }),
  part: optionalNumber("frac", { example: "30 %", doc: "Share of what the seller has then.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  price: number("$", { example: "25 $", doc: "Price of a share, counted on the common shares that it converts into.", min: 0, max: 1e9, varies: ["random"], feeds: ["finance"] }),
} as const;

const tender = {
  id: text({ doc: "Name of the offer." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  milestone: text({ doc: MILESTONE, fallback: "" }),
  buyer: text({ doc: "Holder who offers to buy from all others." }),
  class: text({ doc: "Of which class; left out, of all.", fallback: "" }),
  price: number("$", { example: "25 $", doc: "Price of a share, counted on the common shares that it converts into.", min: 0, max: 1e9, varies: ["random"], feeds: ["finance"] }),
  accepted: number("frac", { example: "40 %", doc: "Share of its shares that each holder is willing to sell at this price.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  most: number("frac", { doc: "Most of its shares that a holder may sell in it.", min: 0, max: 1, fallback: { ...CONVENTION, value: 1, source: "project convention: no cap on holders unless the offer has one" }, feeds: ["finance"] }),
  budget: optionalNumber("$", { example: "300 M$", doc: "Most that is bought for: what is above is cut in one proportion.", min: 0, max: 1e13, varies: ["random"], feeds: ["finance"] }),
} as const;

const split = {
  id: text({ doc: "Name of the split." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  ratio: number("1", { example: "10", doc: "Shares for one, of every class, option and warrant; below 1 a reverse split.", min: 1e-6, max: 1e6, feeds: ["finance"] }),
} as const;

const conversion = {
  id: text({ doc: "Name of the conversion." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  milestone: text({ doc: MILESTONE, fallback: "" }),
  class: text({ doc: "Preferred class that converts into common." }),
  holder: text({ doc: "Whose; left out, everyone's.", fallback: "" }),
} as const;

const exercise = {
  id: text({ doc: "Name of the exercise." }),
  at: quarter({ doc: "Quarter of it.", feeds: ["finance"] }),
  of: text({ doc: "Grant or warrant that is exercised." }),
  part: number("frac", { doc: "Share of what is left of it.", min: 0, max: 1, fallback: { ...CONVENTION, value: 1, source: "project convention: all of it" }, feeds: ["finance"] }),
} as const;

const TARGETS = ["quarter", "control", "two-thirds"] as const;

const call = {
  id: text({ doc: "Name of the option." }),
  at: quarter({ doc: "Quarter in which it is exercised.", feeds: ["finance"] }),
  milestone: text({ doc: MILESTONE, fallback: "" }),
  buyer: text({ doc: "Who exercises it: it buys from all others in proportion until it has the votes of `target`." }),
  target: choice(TARGETS, { doc: "25 % of the votes, 50 % and one vote more, or two thirds.", fallback: "control", feeds: ["finance"] }),
  multiple: number("1", { doc: "Price of a share as a multiple of the last round's.", min: 0, max: 100, varies: ["random"], fallback: { ...CONVENTION, value: 1, source: "project convention: at the last round's price unless the option says so" }, feeds: ["finance"] }),
  floor: number("$", { doc: "Least price of a share, counted on common shares.", min: 0, max: 1e9, fallback: { ...CONVENTION, value: 0, source: "project convention: none unless written" }, feeds: ["finance"] }),
} as const;

const seats = {
  id: text({ doc: "Name of the change." }),
  at: quarter({ doc: "Quarter from which it holds.", feeds: ["finance"] }),
  holder: text({ doc: "Who names these members of the board; left out, they are independent.", fallback: "" }),
  seats: number("1", { example: "2", doc: "How many from then on.", min: 0, max: 100, whole: true, feeds: ["finance"] }),
} as const;

const offer = {
  id: text({ doc: "Name of the offer." }),
  kind: choice(["primary", "secondary"], { doc: "New shares of the company, or shares that a holder has.", feeds: ["finance"] }),
  holder: text({ doc: "Holder whose shares are for sale, with kind: secondary.", fallback: "" }),
  part: optionalNumber("frac", { example: "50 %", doc: "Share of what the holder has that is for sale, with kind: secondary.", min: 0, max: 1, varies: ["random"], feeds: ["finance"] }),
  most: optionalNumber("$", { example: "2e9 $", doc: "Most that is sold for; left out, no limit but `part`.", min: 0, max: 1e13, varies: ["random"], feeds: ["finance"] }),
  premium: number("frac", { doc: "Above the price of the last round, for a common share.", min: -0.99, max: 100, varies: ["random"], fallback: { ...CONVENTION, value: 0, source: "project convention: at the last round's price unless written", high: 0.5 }, feeds: ["finance"] }),
} as const;

const exit = {
  id: text({ doc: "Name of the exit: each is asked about by itself." }),
  at: quarter({ doc: "Quarter of it: deals behind the last exit are refused.", feeds: ["finance"] }),
  proceeds: number("$", { example: "8e9 $", doc: "What is paid for the company.", min: 0, max: 1e14, varies: ["random"], feeds: ["finance"] }),
  debt: number("$", { doc: "Debt and costs of the sale, paid before every holder.", min: 0, max: 1e14, varies: ["random"], fallback: { ...CONVENTION, value: 0, source: "project convention: none unless written" }, feeds: ["finance"] }),
} as const;

const build = {
  from: quarter({ doc: "First quarter in which a rocket of one's own is developed.", feeds: ["finance"] }),
  cost: number("$", { example: "4e9 $", doc: "What the development costs, spread evenly from `from` to `flies`.", min: 0, max: 1e13, varies: ["random"], feeds: ["finance"] }),
  flies: quarter({ doc: "Quarter of its first launch.", feeds: ["finance"] }),
  cadence: number("1/yr", { example: "12 1/yr", doc: "Launches a year; a schedule is none before its first date.", min: 0, max: 1e6, varies: ["time", "random"], feeds: ["finance"] }),
  fixedCost: number("$/yr", { example: "400e6 $/yr", doc: "What it costs a year from its first launch on, whatever flies.", min: 0, max: 1e12, varies: ["time", "random"], feeds: ["finance"] }),
  marginalCost: number("$", { example: "8 M$", doc: "What one more launch costs.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["finance"] }),
} as const;

/** Who owns the launcher, on which terms its shares are bought, and what an exit pays to whom. */
export const deals = {
  company: text({ doc: "Name of the company whose shares are bought.", fallback: "the company" }),
  country: text({ doc: "Where it is incorporated, two letters of ISO 3166; Open Cap Format asks for it, and no number hangs on it.", fallback: "US" }),
  buyer: text({ doc: "Holder whose way to control is followed." }),
  vehicle: text({ doc: "Vehicle of launch.vehicles that comes with control: with access.mode owner the payments of the deal are its stake, and its terms are the owner's from the quarter of control on.", fallback: "", feeds: ["plan", "finance"] }),
  target: choice(TARGETS, { doc: "Share of the votes that is control here.", fallback: "control", feeds: ["finance"] }),
  approvals: text({ doc: "Gates that must clear before control counts, separated by commas: foreign-investment, antitrust.", fallback: "", feeds: ["finance"] }),
  shares: choice(["exact", "whole"], { doc: "Whether shares may be parts, or are rounded down to whole ones, at prices of a hundredth of a cent.", fallback: "exact", feeds: ["finance"] }),
  holders: list(holder, { doc: "Who has shares, or will.", max: 256 }),
  classes: list(shareClass, { doc: "Classes of shares, with their rights.", max: 64, feeds: ["finance"] }),
  milestones: list(milestone, { doc: "What tranches, warrants and options wait for.", max: 64, feeds: ["finance"] }),
  issues: list(issue, { doc: "Shares given out by number: the founding, and what stands when the scenario begins.", max: 512, feeds: ["finance"] }),
  pool: list(pool, { doc: "Shares set aside for options.", max: 64, feeds: ["finance"] }),
  grants: list(grant, { doc: "Options out of the pool.", max: 512, feeds: ["finance"] }),
  rounds: list(round, { doc: "Priced rounds.", max: 64, feeds: ["finance"] }),
  safes: list(safe, { doc: "Simple agreements for future equity: they convert in the next round.", max: 128, feeds: ["finance"] }),
  notes: list(note, { doc: "Convertible notes: they convert in the next round, and are debt until then.", max: 128, feeds: ["finance"] }),
  warrants: list(warrant, { doc: "Rights to buy shares from the company.", max: 128, feeds: ["finance"] }),
  purchases: list(purchase, { doc: "Shares bought from one holder.", max: 128, feeds: ["finance"] }),
  tenders: list(tender, { doc: "Offers to buy from all holders.", max: 64, feeds: ["finance"] }),
  splits: list(split, { doc: "Share splits.", max: 32, feeds: ["finance"] }),
  conversions: list(conversion, { doc: "Preferred that is turned into common.", max: 64, feeds: ["finance"] }),
  exercises: list(exercise, { doc: "Options and warrants that are exercised.", max: 128, feeds: ["finance"] }),
  calls: list(call, { doc: "Options to buy up to a threshold.", max: 16, feeds: ["finance"] }),
  board: list(seats, { doc: "Who names how many members of the board.", max: 64, feeds: ["finance"] }),
  forSale: list(offer, { doc: "What else could be bought after all that is written: the cheapest mix that is left to the thresholds is made of it.", max: 64, feeds: ["finance"] }),
  exits: list(exit, { doc: "What a sale of the company would pay to whom.", max: 64, feeds: ["finance"] }),
  build: optionalGroup(build, { doc: "A rocket of one's own instead, for the comparison of buying, partnering, building and staying a customer." }),
} as const;
