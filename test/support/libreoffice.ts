/** Workbooks worked out by LibreOffice, without a window: every sheet as comma-separated values, numbers with all their digits. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { xlsxOf, type Book } from "../../src/book/index.ts";

export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Separator comma, quote, UTF-8, from row 1, no column formats; not as shown but as stored; no formulas; every sheet. */
const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Whether the program is there. */
export const hasLibreOffice = (): boolean => spawnSync("soffice", ["--version"]).status === 0;

/** The sheets of each book, by name, after every formula was worked out. */
export const workedOut = async (books: readonly Book[]): Promise<readonly Sheets[]> => {
  const folder = mkdtempSync(`${tmpdir()}/dawndusk-book-`);
  try {
    const files = await Promise.all(books.map(async (book, i) => {
      const file = `${folder}/book${i}.xlsx`;
      writeFileSync(file, await xlsxOf(book));
      return file;
    }));
    const { status, stderr } = spawnSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/home`, "--convert-to", FILTER, "--outdir", `${folder}/out`, ...files], { encoding: "utf8" });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    const names = readdirSync(`${folder}/out`);
    return books.map((_, i) => Object.fromEntries(names.filter((name) => name.startsWith(`book${i}-`)).map((name) => [name.slice(`book${i}-`.length, -".csv".length), rowsOf(readFileSync(`${folder}/out/${name}`, "utf8"))])));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Cells of comma-separated values, quotes undone. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text.split("\n").map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!).map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));

export interface Reconciled {
  readonly what: string;
  readonly byFormulas: string;
  readonly byLibrary: string;
  readonly relative: number;
  readonly verdict: string;
}

/** Rows of the sheet that holds formulas against the library. */
export const reconciled = (sheets: Sheets): readonly Reconciled[] =>
  sheets["reconcile"]!.slice(4).filter(([what]) => what !== undefined && what !== "").map(([what, , byFormulas, byLibrary, , , relative, verdict]) => ({ what: what!, byFormulas: byFormulas!, byLibrary: byLibrary!, relative: Number(relative), verdict: verdict! }));
