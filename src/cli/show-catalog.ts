/** The catalogue as tables: kinds, entries of a kind, one entry with every figure and its source. */
import { entries, find, KINDS, REQUIRED_FIGURES, type Entry, type Evidence, type Figure, type Kind } from "../catalog/index.ts";
import { formatFigure, numberColumn, textTable, wordColumn, wrapText, type Cell, type Table } from "../report/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { terminalTable } from "./terminal-table.ts";
import type { Terminal } from "./terminal.ts";

export interface CatalogOptions {
  readonly kind?: string;
  readonly id?: string;
  readonly evidence?: Evidence;
  readonly where?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** Every text of an entry, for --where. */
const wordsOf = (entry: Entry): string =>
  [entry.id, entry.name, entry.maker ?? "", ...Object.values(entry.facts ?? {}), ...Object.values(entry.figures).flatMap((f) => [f.source, f.note ?? ""])].join("\n").toLowerCase();

const figuresOf = (entry: Entry, { evidence }: CatalogOptions): readonly (readonly [string, Figure])[] =>
  Object.entries(entry.figures).filter(([, figure]) => evidence === undefined || figure.evidence === evidence);

const chosen = (kind: Kind, options: CatalogOptions): readonly Entry[] =>
  entries(kind).filter((entry) => figuresOf(entry, options).length > 0 && (options.where === undefined || wordsOf(entry).includes(options.where.toLowerCase())));

const kindOf = (word: string): Kind => {
  const kind = KINDS.find((k) => k === word) ?? KINDS.find((k) => k === `${word}s` || k === `${word.replace(/y$/, "ie")}s`);
  if (kind === undefined) throw new UsageError(`the catalogue has no kind "${word}"`, `kinds: ${KINDS.join(", ")}`);
  return kind;
};

const entryNamed = (kind: Kind, id: string): Entry => {
  const entry = find(kind, id);
  if (entry === undefined) throw new UsageError(`the catalogue has no ${kind} "${id}"`, `${kind}: ${entries(kind).map((e) => e.id).join(", ")}`);
  return entry;
};

const kindTable = (options: CatalogOptions): Table => ({
  id: "kinds", title: "Catalogue", note: "",
  columns: [wordColumn("kind"), numberColumn("entries", ""), wordColumn("ids")],
  rows: KINDS.map((kind) => [kind, chosen(kind, options).length, chosen(kind, options).map((e) => e.id).join(", ")]),
});

/** Figures in the list of a kind: the first that every entry has. */
const LISTED = 4;

const listTable = (kind: Kind, options: CatalogOptions): Table => {
  const figures = Object.entries(REQUIRED_FIGURES[kind]).slice(0, LISTED);
  return {
    id: kind, title: kind, note: "",
    columns: [wordColumn("id"), wordColumn("name"), ...figures.map(([name, unit]) => numberColumn(name, unit === "1" ? "" : unit))],
    rows: chosen(kind, options).map((entry) => [entry.id, entry.name, ...figures.map(([name]): Cell => entry.figures[name]?.value ?? null)]),
  };
};

const bounds = ({ low, high }: Figure): string => (low === null && high === null ? "-" : `${low === null ? "?" : formatFigure(low)} to ${high === null ? "?" : formatFigure(high)}`);

const figureTable = (entry: Entry, options: CatalogOptions): Table => ({
  id: entry.id, title: entry.name, note: "",
  columns: [wordColumn("figure"), numberColumn("value", ""), wordColumn("unit"), wordColumn("low to high"), wordColumn("evidence"), wordColumn("date"), wordColumn("source")],
  rows: figuresOf(entry, options).map(([name, f]) => [name, f.value, f.unit === "1" ? "" : f.unit, bounds(f), f.evidence, f.asOf, f.note === undefined ? f.source : `${f.source}. ${f.note}`]),
});

const entryText = (entry: Entry, options: CatalogOptions, width: number): string => {
  const rates = terminalTable(entry);
  const facts = Object.entries({ ...(entry.maker === undefined ? {} : { maker: entry.maker }), ...entry.refs, ...entry.facts });
  return [
    `${entry.kind}/${entry.id}: ${entry.name}`,
    ...facts.flatMap(([name, text]) => wrapText(`${name}: ${text}`, width - 2).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`))),
    "",
    ...textTable(figureTable(entry, options), width),
    ...(rates === null ? [] : ["", ...textTable(rates, width), ...wrapText(rates.note, width)]),
  ].join("\n");
};

/** The record that --json prints. */
const recordOf = (options: CatalogOptions): unknown => {
  if (options.kind === undefined) return { kinds: KINDS.map((kind) => ({ kind, entries: chosen(kind, options) })) };
  const kind = kindOf(options.kind);
  return options.id === undefined ? { kind, entries: chosen(kind, options) } : entryNamed(kind, options.id);
};

const textOf = (options: CatalogOptions, width: number): string => {
  if (options.kind === undefined) return textTable(kindTable(options), width).join("\n");
  const kind = kindOf(options.kind);
  return options.id === undefined ? textTable(listTable(kind, options), width).join("\n") : entryText(entryNamed(kind, options.id), options, width);
};

export const showCatalog = async (options: CatalogOptions, terminal: Terminal): Promise<ExitCode> => {
  terminal.write(options.json === true ? jsonText(recordOf(options)) : `${textOf(options, terminal.look.width)}\n`);
  return EXIT.done;
};
