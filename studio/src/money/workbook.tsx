/** The money as a workbook with live formulas. */
import { useState, type ReactElement } from "react";
import { saveBlob } from "../figure/save.ts";
import { caseOf } from "../state/session.ts";
import { useSession } from "../state/use-session.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const Workbook = (): ReactElement => {
  const { models, sitting, view } = useSession();
  const [said, say] = useState("");
  const [busy, keep] = useState(false);
  const take = async (): Promise<void> => {
    keep(true);
    say("running the scenario");
    try {
      const { preset, text } = view.get();
      const book = await models.long.call("book", caseOf(sitting.get().case, text), { onTold: (told) => say("stage" in told ? `running: ${told.stage}` : `flying day ${told.days} of ${told.of}`) });
      if (book.ok) saveBlob(`${preset}.xlsx`, new Blob([book.xlsx], { type: XLSX }));
      say(book.ok ? "saved" : "why" in book ? `no workbook: ${book.why}` : "no workbook: the scenario has problems");
    } catch (error) {
      say(`no workbook: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      keep(false);
    }
  };
  return (
    <p className="workbook">
      <button type="button" disabled={busy} onClick={() => void take()}>Download XLSX</button>
      <span role="status"> {said === "" ? "Cash, tax, debt, returns and cap table with live formulas, and a sheet that holds each against the model." : said}</span>
    </p>
  );
};
