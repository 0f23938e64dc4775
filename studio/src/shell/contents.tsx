/** What a page has below, to go there at once. */
import type { ReactElement } from "react";
import { useSitting } from "../state/use-session.ts";
import { toSection } from "./to-section.ts";

interface Entry {
  readonly id: string;
  /** Of what is no section of the answer. */
  readonly title?: string;
}

/** Those of the answer's sections, and of what has a title of its own, in this order. */
export const Contents = ({ of }: { readonly of: readonly Entry[] }): ReactElement | null => {
  const sections = useSitting(({ shown }) => shown?.answer.sections);
  const entries = of.flatMap(({ id, title = sections?.find((section) => section.id === id)?.title }) => (title === undefined ? [] : [{ id, title }]));
  if (sections === undefined || entries.length < 2) return null;
  return (
    <nav className="contents" aria-label="On this page">
      <ul>{entries.map(({ id, title }) => <li key={id}><a href={`#${id}`} onClick={(event) => { event.preventDefault(); toSection(id); }}>{title}</a></li>)}</ul>
    </nav>
  );
};
