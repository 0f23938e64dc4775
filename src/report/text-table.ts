/** A table as aligned text. Words wrap to the width; numbers never do; a table too wide is cut into blocks that repeat its first column. */
import { plainText } from "./format.ts";
import { assertTable, cellText, type Column, type Table } from "./table.ts";

const GAP = 2;
const NARROWEST_WORDS = 12;

const widthOf = (text: string): number => [...text].length;

/** Breaks text at spaces into lines of at most `width`; a longer word is cut. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (let word of plainText(text).split(" ").filter((w) => w !== "")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = "";
    }
    for (; widthOf(word) > width; word = [...word].slice(width).join("")) lines.push([...word].slice(0, width).join(""));
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
};

const headOf = (column: Column): string => (column.unit === "" ? column.name : `${column.name} ${column.unit}`.trim());
const longestWord = (text: string): number => Math.max(0, ...text.split(" ").map(widthOf));

interface Layout {
  /** Text of each column: its head, then its cells. */
  readonly texts: readonly (readonly string[])[];
  readonly columns: readonly Column[];
}

const layoutOf = (table: Table): Layout => ({
  columns: table.columns,
  texts: table.columns.map((column, i) => [headOf(column), ...table.rows.map((row) => plainText(cellText(row[i] ?? null)))]),
});

const naturalWidth = ([head, ...cells]: readonly string[]): number => Math.max(longestWord(head!), ...cells.map(widthOf));
const leastWidth = (texts: readonly string[], column: Column, first: boolean): number =>
  column.align === "right" || first ? naturalWidth(texts) : Math.min(naturalWidth(texts), Math.max(NARROWEST_WORDS, longestWord(texts[0]!)));

const sumWidths = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0) + GAP * (widths.length - 1);

/** Widths that fit: every column its least, and what is left shared among word columns by what they want. */
const fitWidths = (layout: Layout, width: number): readonly number[] => {
  const natural = layout.texts.map(naturalWidth);
  if (sumWidths(natural) <= width) return natural;
  const least = layout.texts.map((texts, i) => leastWidth(texts, layout.columns[i]!, i === 0));
  const spare = Math.max(0, width - sumWidths(least));
  const wants = natural.map((n, i) => n - least[i]!);
  const wanted = wants.reduce((a, b) => a + b, 0);
  return least.map((l, i) => l + (wanted === 0 ? 0 : Math.floor((spare * wants[i]!) / wanted)));
};

/** Positions of columns in blocks, each of which fits at its least width where that can be. */
const blocksOf = (layout: Layout, width: number): readonly (readonly number[])[] => {
  const least = layout.texts.map((texts, i) => leastWidth(texts, layout.columns[i]!, i === 0));
  const blocks: number[][] = [[0]];
  for (let i = 1; i < least.length; i++) {
    const block = blocks.at(-1)!;
    const room = sumWidths([...block, i].map((at) => least[at]!)) <= width;
    if (room || block.length === 1) block.push(i);
    else blocks.push([0, i]);
  }
  return blocks;
};

const pad = (text: string, width: number, align: Column["align"]): string => {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? space + text : text + space;
};

/** One row of the table as lines: as many as its tallest cell. Heads stand on their last line. */
const rowLines = (cells: readonly string[], { columns, widths, bottom }: { readonly columns: readonly Column[]; readonly widths: readonly number[]; readonly bottom: boolean }): readonly string[] => {
  const wrapped = cells.map((cell, i) => wrapText(cell, widths[i]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const placed = wrapped.map((lines) => {
    const blank = Array.from({ length: height - lines.length }, () => "");
    return bottom ? [...blank, ...lines] : [...lines, ...blank];
  });
  return Array.from({ length: height }, (_, y) => placed.map((lines, i) => pad(lines[y]!, widths[i]!, columns[i]!.align)).join(" ".repeat(GAP)).trimEnd());
};

const blockLines = (layout: Layout, width: number): readonly string[] => {
  const widths = fitWidths(layout, width);
  const rows = layout.texts[0]!.length;
  const row = (y: number) => rowLines(layout.texts.map((texts) => texts[y]!), { columns: layout.columns, widths, bottom: y === 0 });
  const headless = layout.texts.every((texts) => texts[0] === "");
  const head = headless ? [] : [...row(0), widths.map((w) => "-".repeat(w)).join(" ".repeat(GAP))];
  return [...head, ...Array.from({ length: rows - 1 }, (_, y) => row(y + 1)).flat()];
};

/** The table's head and rows as lines of at most `width` columns where its numbers allow it. */
export const textTable = (table: Table, width: number): readonly string[] => {
  const layout = layoutOf(assertTable(table));
  const blocks = blocksOf(layout, width);
  return blocks.flatMap((block, i) => [
    ...(i === 0 ? [] : [""]),
    ...blockLines({ columns: block.map((at) => layout.columns[at]!), texts: block.map((at) => layout.texts[at]!) }, width),
  ]);
};
