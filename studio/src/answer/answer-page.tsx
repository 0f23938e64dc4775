/** The verdict with its boundary, the numbers that matter at first sight, and what is behind them. */
import type { ReactElement } from "react";
import { ProvisionalPanel } from "../scenario/provisional-panel.tsx";
import { Contents } from "../shell/contents.tsx";
import { PAGE_SECTIONS } from "../shell/page-sections.ts";
import { Sections } from "../shell/sections.tsx";
import { Unbroken } from "../shell/unbroken.tsx";
import { MUST_ID, MUST_TITLE, MustBeTrue } from "./must-be-true.tsx";
import { SideBySide } from "./side-by-side.tsx";
import "./answer.css";
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

/** A tile says the provisional number while one stands, and that the last exact one was another. */
const Tiles = (): ReactElement | null => {
  const tiles = useSitting(({ shown }) => shown?.answer.tiles);
  const provisional = useSitting((sitting) => sitting.provisional?.tiles);
  const changed = useSitting((sitting) => sitting.changed.tiles);
  if (tiles === undefined || tiles.length === 0) return null;
  return (
    <ul className="tiles">
      {tiles.map(({ what, much, more }) => {
        const next = provisional?.find((tile) => tile.what === what);
        return next === undefined || (next.much === much && (!next.more.includes("$/kW-yr") || more.startsWith(next.more)))
          ? <li key={what} data-tile={what} data-changed={changed.has(what) ? "" : undefined}><span className="what"><Unbroken text={what} /></span><span className="much"><Unbroken text={much} /></span><span className="more"><Unbroken text={more} /></span></li>
          : <li key={what} data-tile={what} data-provisional=""><span className="what">{what}, provisional</span><span className="now"><Unbroken text={next.much} /></span><span className="more"><Unbroken text={`${next.more}; exact before: ${much}`} /></span></li>;
      })}
    </ul>
  );
};

/** What must be true stands between the cost and all else. */
const [COST, ...REST] = PAGE_SECTIONS.answer;
const FIRST = [COST];
const CONTENTS = [{ id: COST }, { id: MUST_ID, title: MUST_TITLE }, ...REST.map((id) => ({ id }))];

export const AnswerPage = (): ReactElement => {
  const answer = useSitting(({ shown }) => shown?.answer ?? null);
  const shownText = useSitting(({ shown }) => shown?.text);
  const stale = useView(({ text }) => text !== shownText);
  return (
    <div className={stale ? "stale" : undefined}>
      <h1>{answer?.name ?? "Dawndusk studio"}</h1>
      {answer === null || answer.note === "" ? null : <p>{answer.note}</p>}
      <Contents of={CONTENTS} />
      <Verdict />
      <Tiles />
      <ProvisionalPanel />
      <SideBySide />
      <Sections ids={FIRST} empty="There is no cost in this scenario." />
      <MustBeTrue />
      <Sections ids={REST} empty="" />
    </div>
  );
};
