/** Sections of the answer as they are laid out on a page. */
import type { Piece, Section } from "dawndusk/report";
import { memo, useMemo, type ReactElement } from "react";
import { ChartFigure } from "../figure/chart-figure.tsx";
import { OriginContext, type Origin } from "../figure/origin.ts";
import { TableFigure } from "../figure/table-figure.tsx";
import { caseOf } from "../state/session.ts";
import { useSitting } from "../state/use-session.ts";

/** As many of a list as are read at once. */
const ITEMS = 6;

const List = ({ items }: { readonly items: readonly string[] }): ReactElement => {
  const listed = (some: readonly string[]): ReactElement => <ul>{some.map((item) => <li key={item}>{item}</li>)}</ul>;
  return items.length <= ITEMS + 2 ? listed(items) : <>{listed(items.slice(0, ITEMS))}<details><summary>{items.length - ITEMS} more</summary>{listed(items.slice(ITEMS))}</details></>;
};

const Shown = ({ piece }: { readonly piece: Piece }): ReactElement => {
  switch (piece.kind) {
    case "table": return <TableFigure table={piece.table} folded={piece.folded} />;
    case "figure": return <ChartFigure chart={piece.chart} />;
    case "multiples": return <div className="multiples">{piece.charts.map((chart) => <ChartFigure key={chart.id} chart={chart} />)}</div>;
    case "text": return <p>{piece.text}</p>;
    case "list": return <List items={piece.items} />;
    case "code": return <pre>{piece.text}</pre>;
    case "facts": return <dl className="facts">{piece.facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
    case "jumps": return <></>;
  }
};

/** Long ones to look things up in: they open on demand. */
const FOLDED: ReadonlySet<string> = new Set(["assumptions", "site-years", "service"]);

/** Drawn once an answer: a moved slider changes nothing in it. */
export const SectionView = memo(({ section: { id, title, body } }: { readonly section: Section }): ReactElement => {
  const heading = <h2 id={`${id}-title`}>{title}</h2>;
  const pieces = body.map((piece, i) => <Shown key={i} piece={piece} />);
  return <section id={id} aria-labelledby={`${id}-title`}>{FOLDED.has(id) ? <details><summary>{heading}</summary>{pieces}</details> : <>{heading}{pieces}</>}</section>;
});

/** Those of the answer with these ids, in this order; `empty` where the answer has none of them, "" for what only follows others. */
export const Sections = ({ ids, empty }: { readonly ids: readonly string[]; readonly empty: string }): ReactElement => {
  const sections = useSitting(({ shown }) => shown?.answer.sections);
  const given = useSitting((sitting) => sitting.case);
  const text = useSitting(({ shown }) => shown?.text);
  const wrong = useSitting(({ problems }) => problems.length > 0);
  const origin = useMemo((): Origin | null => (text === undefined ? null : { call: "run", asked: caseOf(given, text) }), [given, text]);
  if (sections === undefined) return empty === "" ? <></> : <p className="wait">{wrong ? "There is no answer yet: the scenario has problems, told beside its text. Once they are mended it is run." : "The first answer is under way."}</p>;
  const own = ids.flatMap((id) => sections.find((section) => section.id === id) ?? []);
  return own.length === 0 ? <p>{empty}</p> : <OriginContext value={origin}>{own.map((section) => <SectionView key={section.id} section={section} />)}</OriginContext>;
};
