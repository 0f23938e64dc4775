import type { ReactElement } from "react";
import { useSitting, useView } from "../state/use-session.ts";

/** What is shown, of which text, and what is under way. */
export const Status = (): ReactElement => {
  const progress = useSitting((sitting) => sitting.progress);
  const problems = useSitting((sitting) => sitting.problems.length);
  const shown = useSitting((sitting) => sitting.shown);
  const provisional = useSitting((sitting) => sitting.provisional !== null);
  const preset = useView((view) => view.preset);
  const current = useView(({ text }) => shown?.text === text);
  const words = (): string => {
    if (progress.kind === "failed") return `failed: ${progress.message}`;
    if (progress.kind === "running") return `${provisional ? "provisional; exact is " : ""}running: ${progress.stage}`;
    if (problems > 0) return `${problems} problem${problems === 1 ? "" : "s"} in the scenario`;
    return current ? "exact" : "waiting";
  };
  return <p className={`status ${progress.kind}`} role="status" data-preset={preset}>{words()}</p>;
};
