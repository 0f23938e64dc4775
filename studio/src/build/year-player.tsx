/** The build-out played: what stands in each tier, quarter by quarter. */
import { cellText, type Chart, type Section, type Table } from "dawndusk/report";
import { useEffect, useState, type ReactElement } from "react";
import { useChoice, useSitting } from "../state/use-session.ts";
import "./build.css";

/** A quarter lasts so long while it plays. */
const QUARTER_MS = 450;

const capacityOf = (sections: readonly Section[] | undefined): Table | undefined => {
  const charts = sections?.find(({ id }) => id === "plan")?.body.flatMap((piece): readonly Chart[] => (piece.kind === "figure" ? [piece.chart] : []));
  return charts?.find(({ id }) => id === "chart-capacity")?.table;
};

const Bars = ({ table, row }: { readonly table: Table; readonly row: number }): ReactElement => {
  const columns = table.columns.map((column, i) => ({ ...column, i })).slice(1);
  const most = Math.max(...table.rows.flatMap((one) => one.slice(1).map((cell) => (typeof cell === "number" ? cell : 0))));
  return (
    <dl>
      {columns.map(({ name, unit, i }) => {
        const value = table.rows[row]![i] ?? null;
        return <div key={name}><dt>{name}</dt><dd><span className={`bar ${name}`} style={{ inlineSize: `${typeof value === "number" && most > 0 ? (75 * value) / most : 0}%` }} aria-hidden="true" /><span data-played={name}>{cellText(value)} {unit}</span></dd></div>;
      })}
    </dl>
  );
};

export const YearPlayer = (): ReactElement | null => {
  const table = capacityOf(useSitting(({ shown }) => shown?.answer.sections));
  const [at, go] = useChoice("build", "quarter", 0);
  const [playing, play] = useState(false);
  const rows = table?.rows.length ?? 0;
  const row = Math.min(at, rows - 1);
  useEffect(() => {
    if (!playing) return undefined;
    if (row >= rows - 1) {
      play(false);
      return undefined;
    }
    const next = setTimeout(() => go(row + 1), QUARTER_MS);
    return () => clearTimeout(next);
  }, [playing, row, rows, go]);
  if (table === undefined || rows === 0) return null;
  const toggle = (): void => {
    if (!playing && row >= rows - 1) go(0);
    play(!playing);
  };
  const name = cellText(table.rows[row]![0]!);
  return (
    <section aria-labelledby="player-title" className="player">
      <h2 id="player-title">Capacity, played</h2>
      <p className="controls">
        <button type="button" aria-pressed={playing} onClick={toggle}>{playing ? "Pause" : "Play"}</button>
        <input type="range" min={0} max={rows - 1} step={1} value={row} aria-label="Quarter" aria-valuetext={name} onChange={({ target }) => go(Number(target.value))} />
        <output data-quarter={name}>{name}</output>
      </p>
      <Bars table={table} row={row} />
    </section>
  );
};
