/** The statement as comma-separated values: a quarter a row, units in the header. */
import type { Statement, StatementColumns } from "../finance/index.ts";
import { formatQuarter } from "../units/index.ts";

interface Column {
  readonly name: string;
  readonly usd: readonly number[];
}

const COLUMNS: readonly (keyof StatementColumns)[] = [
  "revenue_usd", "operating_usd", "insurance_usd", "terms_usd", "disposal_usd", "ebitda_usd", "receivable_usd", "payable_usd", "cashFromOperations_usd", "purchases_usd", "refresh_usd", "launches_usd", "stakes_usd",
  "capex_usd", "placed_usd", "proceeds_usd", "bookDepreciation_usd", "taxDepreciation_usd", "taxable_usd", "tax_usd", "losses_usd", "beforeTax_usd", "afterTax_usd",
];

const quoted = (words: string): string => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

/** Lines of cells, each ended by a line break (RFC 4180 but for the lone line feed). */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => `${row.map((cell) => (typeof cell === "number" ? String(cell) : quoted(cell))).join(",")}\n`).join("");

/** Nominal dollars of each quarter; parts and classes after the sums. */
export const statementCsv = (statement: Statement): string => {
  const { quarters, lines, earned } = statement;
  const parts: readonly Column[] = [
    ...COLUMNS.map((name) => ({ name: `${name.slice(0, -"_usd".length)} ($)`, usd: statement[name] })),
    ...lines.map(({ id, kind, paid_usd: usd }) => ({ name: `paid ${id} ${kind} ($)`, usd })),
    ...earned.map(({ id, tier, earned_usd: usd }) => ({ name: `earned ${id} on ${tier} ($)`, usd })),
  ];
  return csvText([["quarter", ...parts.map(({ name }) => name)], ...quarters.map((quarter, q) => [formatQuarter(quarter), ...parts.map(({ usd }) => usd[q]!)])]);
};
