/** The address of this page kept as a link to exactly this view, and links followed while the page is open. */
import type { Session } from "../state/sitting.ts";
import { fragmentOf } from "./link.ts";
import { openedLink } from "./opened-link.ts";

const REST_MS = 400;

export interface WholeLink {
  readonly link: string;
  /** Whether it opens this view on any host. */
  readonly everywhere: boolean;
}

/** The whole link to the view as it stands. */
export const linkOf = async ({ view, sitting }: Pick<Session, "view" | "sitting">): Promise<WholeLink> => {
  const { case: given, presets } = sitting.get();
  const { fragment, everywhere } = await fragmentOf(view.get(), given, presets);
  return { link: `${location.origin}${location.pathname}${location.search}${fragment}`, everywhere };
};

const isLink = (fragment: string): boolean => /^#v\d+\./.test(fragment);

/** Begins; answers what ends it. */
export const keepAddress = (session: Session): (() => void) => {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  const write = async (): Promise<void> => {
    const { view, sitting } = session;
    const [before, { case: given, presets }] = [view.get(), sitting.get()];
    const { fragment } = await fragmentOf(before, given, presets);
    // A link that has just been put there is followed, not written over.
    if (view.get() !== before || (isLink(location.hash) && location.hash !== written)) return;
    written = fragment;
    if (location.hash !== fragment) history.replaceState(null, "", fragment);
  };
  const ended = session.view.subscribe(() => {
    clearTimeout(rest);
    rest = setTimeout(() => void write().catch(() => session.say("The address could not be written: it does not lead to this view.")), REST_MS);
  });
  let followed = 0;
  /** What cannot be read leaves the view that is open; of two links, the later one opens. */
  const open = async (fragment: string): Promise<void> => {
    const own = ++followed;
    const read = await openedLink(fragment, session.sitting.get().presets);
    if (own !== followed) return;
    if (read.ok) session.open({ ...read.opened, shown: null });
    else session.say(`The link could not be opened: ${read.why}.`);
  };
  const follow = (): void => {
    if (location.hash === written || !isLink(location.hash)) return;
    written = location.hash;
    clearTimeout(rest);
    void open(location.hash);
  };
  addEventListener("hashchange", follow);
  return () => {
    clearTimeout(rest);
    ended();
    removeEventListener("hashchange", follow);
  };
};
