/** The address of this page kept as a link to exactly this view, and links followed while the page is open. */
import { viewOfAddress } from "../shell/begin.ts";
import { presetText, type Session } from "../state/session.ts";
import { fragmentOf, readFragment } from "./link.ts";

const REST_MS = 400;

/** The whole link to the view as it stands. */
export const linkOf = async ({ view, sitting }: Pick<Session, "view" | "sitting">): Promise<string> => `${location.origin}${location.pathname}${location.search}${await fragmentOf(view.get(), presetText(sitting.get().case))}`;

/** Begins; answers what ends it. */
export const keepAddress = (session: Session): (() => void) => {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  const write = async (): Promise<void> => {
    const { view, sitting } = session;
    const before = view.get();
    const fragment = await fragmentOf(before, presetText(sitting.get().case));
    if (view.get() !== before) return;
    written = fragment;
    if (location.hash !== fragment) history.replaceState(null, "", fragment);
  };
  const ended = session.view.subscribe(() => {
    clearTimeout(rest);
    rest = setTimeout(() => void write(), REST_MS);
  });
  /** What cannot be read leaves the view that is open. */
  const open = async (fragment: string): Promise<void> => {
    const read = await readFragment(fragment);
    if (read.ok) session.open({ ...(await viewOfAddress(fragment, session.sitting.get().presets)), shown: null });
    else session.say(`The link could not be opened: ${read.why}.`);
  };
  const follow = (): void => {
    if (location.hash === written || !/^#v\d+\./.test(location.hash)) return;
    written = location.hash;
    void open(location.hash);
  };
  addEventListener("hashchange", follow);
  return () => {
    clearTimeout(rest);
    ended();
    removeEventListener("hashchange", follow);
  };
};
