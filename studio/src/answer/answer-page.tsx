/** The verdict with its boundary, the numbers that matter at first sight, and what is behind them. */
import type { ReactElement } from "react";
import { Sections } from "../shell/sections.tsx";
import { useSitting, useView } from "../state/use-session.ts";

const Verdict = (): ReactElement | null => {
  const answer = useSitting(({ shown }) => shown?.answer ?? null);
  if (answer === null) return null;
  const { headline: { feasible, text, why }, boundary } = answer;
  return (
    <div className={feasible ? "verdict" : "verdict no"}>
      <p className="say">{text}</p>
      {why.length === 0 ? null : <ul>{why.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      {boundary === null ? null : <dl><dt>Inside the boundary</dt><dd>{boundary.inside}</dd><dt>Not inside</dt><dd>{boundary.outside}</dd></dl>}
    </div>
  );
};

const Tiles = (): ReactElement | null => {
  const tiles = useSitting(({ shown }) => shown?.answer.tiles);
  if (tiles === undefined || tiles.length === 0) return null;
  return <ul className="tiles">{tiles.map(({ what, much, more }) => <li key={what}><span className="what">{what}</span><span className="much">{much}</span><span className="more">{more}</span></li>)}</ul>;
};

export const AnswerPage = (): ReactElement => {
  const answer = useSitting(({ shown }) => shown?.answer ?? null);
  const stale = useView(({ text }) => text) !== useSitting(({ shown }) => shown?.text);
  return (
    <div className={stale ? "stale" : undefined}>
      <h1>{answer?.name ?? "Dawndusk studio"}</h1>
      {answer === null || answer.note === "" ? null : <p>{answer.note}</p>}
      <Verdict />
      <Tiles />
      <Sections ids={["cost", "claims", "footprint", "notes", "assumptions", "reproduce"]} empty="There is no cost in this scenario." />
    </div>
  );
};
