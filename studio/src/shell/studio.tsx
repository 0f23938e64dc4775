/** The frame: what stands around every page. */
import { Suspense, useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from "react";
import { keepAddress } from "../share/address.ts";
import { Notice } from "../scenario/notice.tsx";
import { ScenarioPane } from "../scenario/scenario-pane.tsx";
import { useUndoKeys } from "../scenario/undo-keys.ts";
import { isEmbedded } from "../share/embed.ts";
import { useChoice, useSession, useSitting, useView } from "../state/use-session.ts";
import { THEMES, type Theme } from "../state/view.ts";
import { RunningElsewhere } from "./errand-state.tsx";
import { Keys } from "./keys.tsx";
import { PAGE_LIST } from "./pages.tsx";
import { Status } from "./status.tsx";

/** Writes the theme where the style sheet reads it. */
const useTheme = (): readonly [Theme, (next: Theme) => void] => {
  const [theme, choose] = useChoice<Theme>("shell", "theme", "system");
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return [theme, choose];
};

const ThemeChoice = (): ReactElement => {
  const [theme, choose] = useTheme();
  return (
    <label className="theme">
      <span>Theme</span>
      <select value={theme} onChange={({ target }) => choose(THEMES.find((one) => one === target.value)!)}>
        {THEMES.map((one) => <option key={one}>{one}</option>)}
      </select>
    </label>
  );
};

const PresetChoice = (): ReactElement => {
  const { takePreset } = useSession();
  const presets = useSitting((sitting) => sitting.presets);
  const preset = useView((view) => view.preset);
  const undoing = useUndoKeys();
  return (
    <label className="preset" onKeyDown={undoing}>
      <span>Preset</span>
      <select value={preset} onChange={({ target }) => void takePreset(target.value)}>
        {presets.some(({ id }) => id === preset) ? null : <option value={preset} disabled>Opened from a link or a file</option>}
        {presets.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
};

const Pages = (): ReactElement => {
  const { view } = useSession();
  const page = useView((now) => now.page);
  return (
    <nav aria-label="Pages" className="pages">
      {PAGE_LIST.map(({ id, title }) => (
        <button key={id} type="button" data-opens={id} aria-current={id === page ? "page" : undefined} onClick={() => view.set((before) => ({ ...before, page: id }))}>{title}</button>
      ))}
    </nav>
  );
};

const Embedded = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="embed">
    <main id="page" tabIndex={-1}><Notice />{children}</main>
    <p className="back"><a href="./" target="_blank" rel="noopener" onClick={({ currentTarget }) => (currentTarget.href = `${location.pathname}${location.hash}`)}>Open in Dawndusk studio</a></p>
  </div>
);

/** Tells the style sheet how high the head is: it wraps where it must, and what sticks below it keeps clear of it. */
const useHeadHeight = (): RefObject<HTMLElement | null> => {
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = head.current;
    if (element === null) return;
    const tell = new ResizeObserver(() => document.documentElement.style.setProperty("--head", `${element.offsetHeight}px`));
    tell.observe(element);
    return () => tell.disconnect();
  }, []);
  return head;
};

export const Studio = (): ReactElement => {
  const session = useSession();
  useEffect(() => keepAddress(session), [session]);
  const head = useHeadHeight();
  const page = useView((view) => view.page);
  const { show: Show, title } = PAGE_LIST.find(({ id }) => id === page)!;
  const name = useSitting(({ shown }) => shown?.answer.name ?? "");
  useEffect(() => {
    document.title = name === "" ? "Dawndusk studio" : `${title}: ${name} - Dawndusk studio`;
  }, [title, name]);
  const shown = <Suspense fallback={<p className="wait">Loading</p>}><Show /></Suspense>;
  if (isEmbedded()) return <Embedded>{shown}</Embedded>;
  return (
    <>
      <a className="skip" href="#page" onClick={(event) => { event.preventDefault(); document.getElementById("page")?.focus(); }}>To the page</a>
      <header className="top" ref={head}>
        <p className="brand">Dawndusk</p>
        <PresetChoice />
        <Pages />
        <Status />
        <RunningElsewhere />
        <ThemeChoice />
        <Keys />
      </header>
      <div className="desk">
        <ScenarioPane />
        <main id="page" data-page={page} tabIndex={-1}>
          {shown}
        </main>
      </div>
    </>
  );
};
