/** A workbook as an Office Open XML file: names, frozen rows, formats, and a page setup that fits its width. */
import type { CellObject, Feature, Sheet as FileSheet } from "write-excel-file/universal";
import type { Book, Cell, CellKind, Format, Sheet } from "./model.ts";

/** What the package takes pictures as; there are none. */
type FileContent = Blob;

const FORMATS: Readonly<Record<Exclude<Format, "text">, string>> = {
  usd: "#,##0;[Red]-#,##0;0", "usd-small": "#,##0.0000", frac: "0.00%", number: "#,##0.0000", index: "0.000000", small: "0.0E+00", factor: "General", date: "yyyy-mm-dd",
};

const STYLES: Readonly<Record<CellKind, Partial<CellObject>>> = {
  head: { fontWeight: "bold" }, text: {}, input: { textColor: "#0000cc", backgroundColor: "#fff8dc" }, formula: {}, library: { textColor: "#666666" },
};

const cellOf = (cell: Cell | null): CellObject | null => {
  if (cell === null) return null;
  const { kind, value, formula, format } = cell;
  const style = STYLES[kind];
  if (kind === "formula") return { ...style, value: formula, type: "Formula", ...(format !== "text" && { format: FORMATS[format] }) };
  if (typeof value === "number") return { ...style, value, type: Number, ...(format !== "text" && { format: FORMATS[format] }) };
  return value === null || value === "" ? null : { ...style, value, type: String };
};

const sheetOf = ({ name, rows, widths, frozenRows, frozenColumns }: Sheet): FileSheet<FileContent> => ({
  data: rows.map((row) => row.map(cellOf)), sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: frozenRows, stickyColumnsCount: frozenColumns, orientation: "landscape",
});

/** Names for cells, and the order to work every formula out when the file is opened. */
const namesFeature = ({ names, sheets }: Book): Feature<FileContent> => ({
  files: {
    transform: {
      "xl/workbook.xml": {
        transform: (xml) => {
          const titles = sheets.map(({ name, frozenRows }, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${name}!$A:$A,${name}!$1:$${frozenRows}</definedName>`);
          const defined = `<definedNames>${titles.join("")}${names.map(({ name, range }) => `<definedName name="${name}">${range}</definedName>`).join("")}</definedNames>`;
          return xml.replace(/<calcPr[^>]*\/>/, "").replace("</sheets>", `</sheets>${defined}<calcPr calcId="191029" fullCalcOnLoad="1"/>`);
        },
      },
      "xl/worksheets/sheet{id}.xml": { transform: (xml, _, { sheetIndex }) => fitted(xml, sheets[sheetIndex]!) },
    },
  },
});

/** Characters that a page holds across and stay legible. */
const PAGE_WIDTH = 200;

/** As many pages wide as keep it legible, as many high as it takes. */
const fitted = (xml: string, { widths }: Sheet): string => {
  const pages = Math.ceil(widths.reduce((a, b) => a + b, 0) / PAGE_WIDTH);
  const asked = xml.includes("<sheetPr") ? xml : xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  return asked.includes("<pageSetup") ? asked.replace(/<pageSetup([^>]*)\/>/, `<pageSetup$1 fitToWidth="${pages}" fitToHeight="0"/>`) : asked;
};

/** The bytes of a book as an .xlsx file, in Node and in a browser alike. */
export const xlsxOf = async (book: Book): Promise<Uint8Array<ArrayBuffer>> => {
  const { default: writeExcelFile } = await import("write-excel-file/universal");
  const file = await writeExcelFile(book.sheets.map(sheetOf), { fontFamily: "Calibri", fontSize: 10, features: [namesFeature(book)] }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
};
