/** Orbit beside ground, per whatever the reader counts in. */
import { cellText, type Table } from "dawndusk/report";
import type { ReactElement } from "react";
import { useChoice, useSitting } from "../state/use-session.ts";

const TIERS = [{ name: "ground", column: 1 }, { name: "orbit", column: 2 }] as const;

const useCostTable = (): Table | undefined => {
  const sections = useSitting(({ shown }) => shown?.answer.sections);
  const piece = sections?.find(({ id }) => id === "cost")?.body.find((one) => one.kind === "table" && one.table.id === "cost");
  return piece?.kind === "table" ? piece.table : undefined;
};

export const SideBySide = (): ReactElement | null => {
  const table = useCostTable();
  const [measure, choose] = useChoice("answer", "per", "$/kW-yr");
  const row = table?.rows.find(([name]) => name === measure) ?? table?.rows[0];
  if (table === undefined || row === undefined) return null;
  const most = Math.max(...TIERS.map(({ column }) => (typeof row[column] === "number" ? row[column] : 0)));
  return (
    <div className="beside" data-figure="side-by-side">
      <label><span>Per</span><select value={String(row[0])} onChange={({ target }) => choose(target.value)}>{table.rows.map(([name]) => <option key={String(name)}>{String(name)}</option>)}</select></label>
      <dl>
        {TIERS.map(({ name, column }) => {
          const value = row[column] ?? null;
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd><span className={`bar ${name}`} style={{ inlineSize: `${typeof value === "number" && most > 0 ? (80 * value) / most : 0}%` }} aria-hidden="true" /><span data-tier={name}>{cellText(value)}</span></dd>
            </div>
          );
        })}
      </dl>
      <p>Orbit over ground: <b data-tier="ratio">{cellText(row[3] ?? null)}</b></p>
    </div>
  );
};
