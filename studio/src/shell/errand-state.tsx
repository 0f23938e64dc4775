/** Where something that takes long stands: on the page that it belongs to, and in the head of every other. */
import type { Calls, Case } from "dawndusk/service";
import type { ReactElement } from "react";
import { ERRANDS, type Errand, type ErrandName } from "../state/errands.ts";
import { useStore } from "../state/store.ts";
import { useSession, useView } from "../state/use-session.ts";
import type { PageId } from "../state/view.ts";

const TITLES: Readonly<Record<ErrandName, { readonly title: string; readonly page: PageId }>> = {
  risk: { title: "Campaign", page: "risk" },
  frontier: { title: "Frontier", page: "risk" },
  ladder: { title: "What must be true", page: "answer" },
};

export interface UsedErrand<K extends ErrandName> {
  readonly state: Errand<K>;
  readonly send: (asked: Calls[K]["asks"], of: Case) => Promise<void>;
  readonly cancel: () => void;
}

export const useErrand = <K extends ErrandName>(name: K): UsedErrand<K> => {
  const { errands } = useSession();
  const state = useStore(errands.states, (states) => states[name]);
  return { state, send: (asked, of) => errands.send(name, asked, of), cancel: () => errands.cancel(name) };
};

/** How far it is, or what became of it; what was found is shown by its page. */
export const ErrandState = ({ name }: { readonly name: ErrandName }): ReactElement | null => {
  const { state, cancel } = useErrand(name);
  const text = useView((view) => view.text);
  switch (state.kind) {
    case "none": return null;
    case "running": return (
      <div className="progress" data-errand={name}>
        <progress aria-label={TITLES[name].title} {...(state.frac === null ? {} : { value: state.frac, max: 1 })} />
        <p role="status">{state.what}</p>
        <button type="button" onClick={cancel}>Cancel</button>
      </div>
    );
    case "cancelled": return <p role="status">Cancelled: nothing of it is kept.</p>;
    case "failed": return <p role="alert">{state.message}</p>;
    case "done": return state.text === text ? null : <p className="note" role="status">The scenario has changed since: this is of the text as it was.</p>;
  }
};

/** What runs for another page than the one that is open. */
export const RunningElsewhere = (): ReactElement => {
  const { errands, view } = useSession();
  const states = useStore(errands.states, (now) => now);
  const page = useView((now) => now.page);
  const away = ERRANDS.filter((name) => states[name].kind === "running" && TITLES[name].page !== page);
  return (
    <>
      {away.map((name) => {
        const state = states[name];
        const { title, page: its } = TITLES[name];
        return (
          <p key={name} className="errand" data-errand={name}>
            <button type="button" onClick={() => view.set((before) => ({ ...before, page: its }))}>{title}</button>
            <span>{state.kind === "running" ? state.what : ""}</span>
            <button type="button" aria-label={`Cancel: ${title}`} onClick={() => errands.cancel(name)}>Cancel</button>
          </p>
        );
      })}
    </>
  );
};
