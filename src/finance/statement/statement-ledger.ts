/** The statement as ledger lines: nominal dollars of each quarter, revenue and what is sold below zero. */
import { assertLedger, type Ledger, type LedgerLine } from "../../ledger/index.ts";
import { formatQuarter } from "../../units/index.ts";
import type { Statement } from "./statement-record.ts";

/** A line for each part and quarter that pays or earns, and the tax: their sum is the cash after tax, sign turned, where nothing is owed in between. */
export const statementLedger = ({ quarters, lines, earned, tax_usd }: Statement): Ledger => {
  const told = (usd: readonly number[], line: Omit<LedgerLine, "id" | "actor" | "period" | "quantity" | "unit">, id: string): readonly LedgerLine[] =>
    usd.flatMap((quantity, q) => (quantity === 0 ? [] : [{ ...line, id: `cash/${id}/${formatQuarter(quarters[q]!)}`, actor: "own", period: formatQuarter(quarters[q]!), quantity, unit: "$ nominal" }]));
  return assertLedger([
    ...lines.flatMap(({ id, tier, item, kind, paid_usd }) => told(paid_usd, { tier, subsystem: id.slice(id.indexOf("/") + 1), boundary: item, source: `statement: ${kind}` }, id)),
    ...earned.flatMap(({ id, tier, price, earned_usd }) => told(earned_usd.map((usd) => 0 - usd), { tier, subsystem: id, boundary: "revenue", source: `statement: ${price}` }, `${tier}/earned/${id}`)),
    ...told(tax_usd, { tier: "both", subsystem: "income tax", boundary: "operations", source: "statement: tax" }, "tax"),
  ]);
};
