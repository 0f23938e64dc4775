/** What a moved slider does to the answer, before the exact run lands. */
import { cellText } from "dawndusk/report";
import type { ReactElement } from "react";
import { useSitting, useView } from "../state/use-session.ts";

export const ProvisionalPanel = (): ReactElement | null => {
  const standing = useSitting(({ provisional }) => provisional);
  const isCurrent = useView(({ text }) => text === standing?.text);
  if (standing === null) return null;
  const { outcomes, took_ms } = standing;
  return (
    <section className="provisional" aria-label="Provisional answer" data-provisional="answer" data-current={isCurrent ? "yes" : "no"} data-took-ms={Math.round(took_ms)}>
      <h2>Provisional</h2>
      <p className="note">The plan of before held, flights between flights flown before; figures below are of the last exact run until the next one lands.</p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Provisional figures">
        <table data-table="provisional" aria-label="Provisional figures">
          <thead><tr><th scope="col">figure</th><th scope="col" className="number">provisional</th><th scope="col">unit</th></tr></thead>
          <tbody>{outcomes.filter(({ value }) => value !== null).map(({ key, name, unit, value }) => <tr key={key} data-outcome={key}><th scope="row">{name}</th><td className="number">{cellText(value)}</td><td>{unit}</td></tr>)}</tbody>
        </table>
      </div>
    </section>
  );
};
