/** All that can be done from the keyboard's list: pages, presets, sections, sliders, themes. */
import type { Session } from "../state/session.ts";
import { THEMES } from "../state/view.ts";
import { PAGE_SECTIONS } from "./page-sections.ts";
import { PAGE_LIST } from "./pages.tsx";
import { toSection } from "./to-section.ts";

export interface Command {
  readonly id: string;
  readonly what: string;
  /** "page", "preset", …: what kind of thing it is. */
  readonly kind: string;
  readonly run: () => void;
}


export const focusSearch = ({ view }: Pick<Session, "view">): void => {
  view.set((before) => ({ ...before, choices: { ...before.choices, scenario: { ...before.choices["scenario"], tab: "controls" } } }));
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.pane input[type="search"]')?.focus()));
};

export const commandsOf = (session: Session): readonly Command[] => {
  const { view, sitting, takePreset, undo, redo } = session;
  const { presets, shown } = sitting.get();
  const open = (page: (typeof PAGE_LIST)[number]["id"]): void => view.set((before) => ({ ...before, page }));
  const sections = (shown?.answer.sections ?? []).flatMap(({ id, title }) => {
    const page = PAGE_LIST.find((one) => PAGE_SECTIONS[one.id].some((own) => own === id));
    return page === undefined ? [] : [{ id: `section-${id}`, what: title, kind: `section of ${page.title}`, run: () => { open(page.id); toSection(id); } }];
  });
  return [
    ...PAGE_LIST.map(({ id, title }) => ({ id: `page-${id}`, what: title, kind: "page", run: () => open(id) })),
    ...sections,
    { id: "search", what: "Search every number of the scenario", kind: "scenario", run: () => focusSearch(session) },
    { id: "undo", what: "Undo", kind: "scenario", run: undo },
    { id: "redo", what: "Redo", kind: "scenario", run: redo },
    ...THEMES.map((theme) => ({ id: `theme-${theme}`, what: `Theme: ${theme}`, kind: "look", run: () => view.set((before) => ({ ...before, choices: { ...before.choices, shell: { ...before.choices["shell"], theme } } })) })),
    ...presets.map(({ id, name }) => ({ id: `preset-${id}`, what: name, kind: "preset", run: () => void takePreset(id) })),
  ];
};

/** Those in which every word that was typed stands, in their order. */
export const matching = (commands: readonly Command[], typed: string): readonly Command[] => {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return commands.filter(({ what, kind }) => words.every((word) => `${what} ${kind}`.toLowerCase().includes(word)));
};
