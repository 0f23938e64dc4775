/** Books worked out by LibreOffice (Debian, scripts/install-libreoffice.sh): every number beside the library's, as run and with assumptions changed in the book. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bookOf, type Book, type BookSource, type Cell } from "../../src/book/index.ts";
import { fund, joinAlike, type Funding, type Instrument, type Stack } from "../../src/capital/index.ts";
import { runBook, type Run } from "../../src/run/index.ts";
import { countedAgain, earning, runOf } from "../book/source.ts";
import { anyStack } from "../capital/random-stack.ts";
import { reconciled, workedOut, type Reconciled } from "../support/libreoffice.ts";
import { loadExample, runExample } from "../support/run-example.ts";

beforeAll(() => {
  const { status, stderr } = spawnSync("bash", [new URL("../../scripts/install-libreoffice.sh", import.meta.url).pathname], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no LibreOffice: ${stderr}`);
}, 600_000);

/** Issue 7: formulas and library to 1e-9, relative. */
const AGREES = 1e-9;

const apart = (rows: readonly Reconciled[]): readonly Reconciled[] => rows.filter(({ relative, verdict }) => !(relative <= AGREES) || verdict !== "OK");

describe("the books of examples", () => {
  const names = ["two-tier", "orbital-spv", "two-tier-financing", "stoke-control", "exit-waterfall"] as const;
  let all: Readonly<Record<string, readonly Reconciled[]>>;
  beforeAll(async () => {
    const books: Book[] = [];
    for (const name of names) books.push(runBook(loadExample(name), await runExample(name))!);
    const sheets = await workedOut(books);
    all = Object.fromEntries(names.map((name, i) => [name, reconciled(sheets[i]!)]));
  }, 600_000);

  test.each(names)("%s agrees with the library in every row", (name) => {
    expect(all[name]!.length).toBeGreaterThan(60);
    expect(apart(all[name]!)).toEqual([]);
  });
});

/** A book with other values under some names. */
const withInputs = (book: Book, values: Readonly<Record<string, number>>): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => (sheet.name !== "inputs" ? sheet : {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const value = values[String(row[4]?.value)];
      return value === undefined ? row : row.map((cell, column): Cell | null => (column === 1 ? { kind: "input", value, formula: "", format: "number" } : cell));
    }),
  })),
});

describe("assumptions changed in the book", () => {
  /** What is changed in the book, and in the scenario. */
  const changes: readonly { readonly name: string; readonly inputs: Readonly<Record<string, number>>; readonly set: readonly string[] }[] = [
    { name: "discount rate", inputs: { discount_per_yr: 0.13 }, set: ["finance.discount=13 %/yr"] },
    { name: "inflation", inputs: { inflation_per_yr: 0.04 }, set: ["money.inflation=4 %/yr"] },
    { name: "price of energy", inputs: { rise_of_energy_per_yr: 0.09 }, set: ["money.escalation.energy=9 %/yr"] },
    { name: "taxes and the limit of losses", inputs: { federal_tax_frac: 0.3, state_tax_frac: 0.09, loss_limit_frac: 0.5 }, set: ["finance.tax.federal=30 %", "finance.tax.state=9 %", "finance.tax.lossLimit=50 %"] },
    { name: "days until revenue is paid", inputs: { receivable_day: 80, payable_day: 10 }, set: ["finance.workingCapital.receivable=80 d", "finance.workingCapital.payable=10 d"] },
    { name: "terms of a loan", inputs: { bank_rate: 0.1, bank_dscr: 1.7, least_cash_usd: 3e6 }, set: ["capital.debt.bank.rate=10 %/yr", "capital.debt.bank.dscr=1.7", "capital.minCash=3e6 $"] },
  ];
  const CAPITAL = `
capital:
  minCash: 1e6 $
  gearingMax: 80 %
  equity: [{ id: sponsor, kind: founder, order: 2, sharePrice: 1 $ }]
  debt: [{ id: bank, rank: senior, from: 2027-Q2, until: 2029-Q4, order: 1, rate: 7 %/yr, repayment: sculpted, repayFrom: 2030-Q1, maturity: 2032-Q3, capitaliseUntil: 2030-Q1, dscr: 1.4, upfrontFee: 1 %, commitmentFee: 0.5 %/yr, reserve: 6 month }]
`;
  let found: readonly { readonly name: string; readonly book: readonly Reconciled[]; readonly scenario: readonly Reconciled[] }[];
  beforeAll(async () => {
    const made = await runOf(earning({ more: CAPITAL }));
    const book = bookOf(countedAgain(earning({ more: CAPITAL }), made));
    const sheets = await workedOut(changes.flatMap(({ inputs, set }) => [withInputs(book, inputs), bookOf(countedAgain(earning({ more: CAPITAL, set }), made))]));
    found = changes.map(({ name }, i) => ({ name, book: reconciled(sheets[2 * i]!), scenario: reconciled(sheets[2 * i + 1]!) }));
  }, 600_000);

  test.each(changes.map(({ name }) => name))("%s: the book says what the library says of the changed scenario", (name) => {
    const { book, scenario } = found.find((one) => one.name === name)!;
    expect(book.map(({ what }) => what)).toEqual(scenario.map(({ what }) => what));
    expect(apart(scenario)).toEqual([]);
    const moved = book.filter(({ verdict }) => verdict === "NOT");
    expect(moved.length).toBeGreaterThan(3);
    book.forEach(({ what, byFormulas }, i) => {
      const { byLibrary } = scenario[i]!;
      if (Number.isNaN(Number(byLibrary))) expect([what, byFormulas]).toEqual([what, byLibrary]);
      else expect([what, byFormulas, byLibrary, Math.abs(Number(byFormulas) - Number(byLibrary)) <= AGREES * Math.max(1e-3, Math.abs(Number(byLibrary)))]).toEqual([what, byFormulas, byLibrary, true]);
    });
  });
});

/** A stack in dollars of another size, that finances the servers of a run and serves its class. */
const sized = (stack: Stack, { by, class: of, quarters }: { readonly by: number; readonly class: string; readonly quarters: number }): Stack => ({
  ...stack,
  openingCash_usd: stack.openingCash_usd * by, minCash_usd: stack.minCash_usd * by, otherIncome_usd: stack.otherIncome_usd.slice(0, quarters),
  instruments: stack.instruments.map((one): Instrument => ({ ...one, limit_usd: one.limit_usd * by, ...(one.kind === "prepayment" && { class: of }) })),
  covenants: stack.covenants.map((one, i) => ({ ...one, id: `covenant-${i}`, bound: one.test === "cash" ? one.bound * by : one.bound })),
  commitments: stack.commitments.map((one, i) => ({ ...one, id: `promise-${i}`, due_usd: one.due_usd.slice(0, quarters).map((usd) => usd * by) })),
});

/** Each sculpted loan as two of equal terms. */
const cut = (stack: Stack): Stack => ({
  ...stack,
  instruments: stack.instruments.flatMap((one): readonly Instrument[] => (one.kind === "debt" && one.repayment === "sculpted" ? [{ ...one, limit_usd: one.limit_usd * 0.3 }, { ...one, id: `${one.id}-b`, limit_usd: one.limit_usd * 0.7 }] : [one])),
});

/** Service of less than a cent divides to infinity, which no cell holds. */
const isTold = ({ minDscr, meanDscr }: Funding["ratios"]): boolean => [minDscr, meanDscr].every((value) => value === null || Number.isFinite(value));

describe("any capital stack", () => {
  let made: Run;
  beforeAll(async () => { made = await runOf(earning()); }, 120_000);

  test("agrees with the library in every row", async () => {
    const base = countedAgain(earning(), made);
    const { fundingCaseOf } = await import("../../src/finance/index.ts");
    const business = fundingCaseOf(base.scenario, base.statement);
    const by = Math.max(...business.capex_usd) / 300;
    // A seed of its own: a spreadsheet program takes its time, and is asked of the same stacks by whoever runs it.
    const sources = fc.sample(anyStack, { numRuns: 40, seed: 7 }).map((any, k): BookSource => {
      const stack = sized(k % 2 === 0 ? any : cut(any), { by, class: "work", quarters: business.quarters.length });
      return { ...base, funding: { stack, joined: joinAlike(stack), business, result: fund(stack, business) } };
    }).filter(({ funding }) => funding!.result.agreed && funding!.result.instruments.length > 0 && isTold(funding!.result.ratios)).slice(0, 24);
    expect(sources.length).toBeGreaterThan(12);
    const sheets = await workedOut(sources.map(bookOf));
    sheets.forEach((one, i) => expect([i, apart(reconciled(one))]).toEqual([i, []]));
  }, 600_000);
});
