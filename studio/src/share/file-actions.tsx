/** What goes out of the page and comes into it: links, texts, snapshots. */
import { useRef, useState, type ChangeEvent, type ReactElement } from "react";
import { saveText } from "../figure/save.ts";
import { useSession, useSitting, useView } from "../state/use-session.ts";
import { linkOf } from "./address.ts";
import { nameHere } from "./opened-link.ts";
import { readSnapshot, snapshotText } from "./snapshot.ts";

const SAID_MS = 4000;

const CopyLink = ({ say }: { readonly say: (text: string) => void }): ReactElement => {
  const session = useSession();
  const copy = async (): Promise<void> => {
    const { link, everywhere } = await linkOf(session);
    if (!everywhere) {
      say("Too long for a link with its files: Save snapshot takes all of it");
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      say("Link copied");
    } catch {
      say("The browser did not let the link be copied: it stands in the address bar");
    }
  };
  return <button type="button" onClick={() => void copy().catch(() => say("The link could not be made"))}>Copy link</button>;
};

/** A text of YAML takes the place of the text beside the preset's files; a snapshot opens whole. */
const useOpening = (say: (text: string) => void): ((file: File) => Promise<void>) => {
  const { models, open, sitting, write } = useSession();
  return async (file) => {
    const text = await file.text();
    if (!/\.json$/i.test(file.name)) {
      write(text);
      say(`${file.name} is open`);
      return;
    }
    const read = await readSnapshot(text, await models.quick.call("language", null));
    if (!read.ok) {
      say(`${file.name} could not be opened: ${read.why}`);
      return;
    }
    const { snapshot: { view, case: given, answer }, notice } = read;
    const preset = await nameHere(view.preset, given, sitting.get().presets);
    open({ view: { ...view, preset }, case: given, shown: { answer, text: view.text, shipped: false }, notice });
    say(`${file.name} is open`);
  };
};

export const FileActions = (): ReactElement => {
  const session = useSession();
  const text = useView((view) => view.text);
  const shown = useSitting((sitting) => sitting.shown);
  const [said, put] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (words: string): void => {
    put(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => put(""), SAID_MS);
  };
  const opening = useOpening(say);
  const onFile = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file !== undefined) opening(file).catch(() => say(`${file.name} could not be read`));
    target.value = "";
  };
  const exact = shown !== null && shown.text === text;
  const snapshot = async (): Promise<void> => {
    const { view, sitting } = session;
    const now = view.get();
    if (shown !== null) saveText("dawndusk-snapshot.json", "application/json", await snapshotText({ view: now, case: sitting.get().case, answer: shown.answer }));
  };
  return (
    <>
      <CopyLink say={say} />
      <button type="button" onClick={() => input.current?.click()}>Open file</button>
      <input ref={input} type="file" accept=".yaml,.yml,.json" hidden aria-label="Open a scenario or a snapshot" onChange={onFile} />
      <button type="button" onClick={() => saveText("scenario.yaml", "application/yaml", text)}>Save YAML</button>
      <button type="button" disabled={!exact} title={exact ? undefined : "waits for the exact answer"} onClick={() => void snapshot()}>Save snapshot</button>
      <span className="note" role="status">{said}</span>
    </>
  );
};
