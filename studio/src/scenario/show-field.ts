/** Leads to a field in the scenario pane: its slider, or its row among all numbers. */
import type { Session } from "../state/session.ts";

const frames = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
};

export const showField = async ({ view }: Pick<Session, "view">, path: string): Promise<void> => {
  view.set((before) => ({ ...before, choices: { ...before.choices, scenario: { ...before.choices["scenario"], tab: "controls" } } }));
  await frames(2);
  const slider = document.querySelector<HTMLInputElement>(`[data-control="${CSS.escape(path)}"] input[type="range"]`);
  const search = document.querySelector<HTMLInputElement>('.pane input[type="search"]');
  const target = slider ?? search;
  if (target === null) return;
  if (slider === null && search !== null) fill(search, path);
  target.scrollIntoView({ block: "center" });
  target.focus();
};

/** As if it were typed: React hears the event, and reads the value past its own copy. */
const fill = (box: HTMLInputElement, text: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
};
