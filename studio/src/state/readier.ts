/** Once an answer is shown, its sliders are made ready: from what came with the preset, or by flights of its own. */
import type { Near } from "./provisional.ts";
import { shippedBase } from "./presets.ts";
import type { Sitting } from "./sitting.ts";
import type { Store } from "./store.ts";
import type { View } from "./view.ts";

/** What was shown is drawn before anything else is begun. */
const DRAWN_MS = 400;
/** Where a run takes longer, the dozens of flights that provisional answers come from would take an hour. */
const LONGEST_RUN_MS = 60_000;

interface Parts {
  readonly view: Store<View>;
  readonly near: Pick<Near, "prepare">;
  readonly put: (part: Pick<Sitting, "readiness">) => void;
}

/** Makes the sliders of `text` ready, the run of which took so long. */
export const readier = ({ view, near, put }: Parts): ((text: string, took_ms: number) => void) => {
  let kept: { readonly preset: string; readonly base: ReturnType<typeof shippedBase> } | null = null;
  const prepare = async (text: string): Promise<void> => {
    if (view.get().text !== text) return;
    const { preset } = view.get();
    if (kept?.preset !== preset) kept = { preset, base: shippedBase(preset).catch(() => null) };
    const base = await kept.base;
    if (view.get().text === text) await near.prepare(text, base);
  };
  return (text, took_ms) => {
    if (took_ms < LONGEST_RUN_MS) setTimeout(() => void prepare(text), DRAWN_MS);
    else put({ readiness: { kind: "impossible", fingerprint: "", why: `a run takes ${Math.round(took_ms / 1000)} s, and making ready takes dozens of flights` } });
  };
};
