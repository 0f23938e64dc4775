/**
 * What is known of a text before its exact answer: its problems and sliders, as soon as it rests a moment; and the provisional answer, at once,
 * whenever it differs from what was prepared in its sliders alone.
 */
import type { Base, Case, Inspection, Provisional } from "dawndusk/service";
import type { Model } from "../model/model.ts";

/** Outcomes that stand until the exact run lands. */
export interface Standing extends Provisional {
  readonly text: string;
  /** From the reader's move to the numbers. */
  readonly took_ms: number;
}

/** What there is to answer from. */
export type Readiness =
  | { readonly kind: "none" }
  | { readonly kind: "preparing"; readonly flights: number }
  | { readonly kind: "ready"; readonly fingerprint: string; readonly notes: readonly string[] }
  | { readonly kind: "impossible"; readonly fingerprint: string; readonly why: string };

export interface Read {
  readonly text: string;
  readonly inspection: Inspection;
}

interface Ports {
  readonly quick: Model;
  readonly near: Model;
  readonly caseOf: (text: string) => Case;
  readonly now_ms: () => number;
  readonly onRead: (read: Read) => void;
  readonly onStanding: (standing: Standing) => void;
  readonly onReadiness: (readiness: Readiness) => void;
}

export interface Near {
  /** Reads a text; the last one asked for is told. */
  readonly read: (text: string) => void;
  /** The provisional answer at these values of the sliders; others stay as they were read last. */
  readonly at: (asked: { readonly text: string; readonly values: Readonly<Record<string, number>>; readonly since_ms: number }) => void;
  /** Makes a text ready, from a base that came with the page where that fits. */
  readonly prepare: (text: string, base: Base | null) => Promise<void>;
  /** Gives up what is being prepared. */
  readonly leave: () => void;
}

const MOST_BASES = 4;

/** Begins with nothing ready. */
export const nearAnswers = ({ quick, near, caseOf, now_ms, onRead, onStanding, onReadiness }: Ports): Near => {
  const bases = new Map<string, Base>();
  let readiness: Readiness = { kind: "none" };
  let preparing: AbortController | null = null;
  let preparingOf = "";
  let lastRead: Read | null = null;
  let wanted: { readonly text: string; readonly values: Readonly<Record<string, number>>; readonly since_ms: number } | null = null;
  let busy = false;
  let asked = 0;

  const ready = (next: Readiness): void => onReadiness((readiness = next));

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      while (wanted !== null && readiness.kind === "ready") {
        const { text, values, since_ms } = wanted;
        wanted = null;
        const told = await near.call("evaluate", { fingerprint: readiness.fingerprint, values });
        if (told !== null) onStanding({ ...told, text, took_ms: now_ms() - since_ms });
      }
    } catch {
      // The worker was ended for another text: nothing is ready, and the exact run is under way.
      if (readiness.kind === "ready") ready({ kind: "none" });
    } finally {
      busy = false;
    }
  };

  const at: Near["at"] = (next) => {
    if (readiness.kind !== "ready") return;
    wanted = next;
    void work();
  };

  const read: Near["read"] = (text) => {
    const own = ++asked;
    const since_ms = now_ms();
    quick.call("inspect", caseOf(text)).then(
      (inspection) => {
        if (own !== asked) return;
        lastRead = { text, inspection };
        onRead(lastRead);
        if (inspection.ok && readiness.kind === "ready" && inspection.fingerprint === readiness.fingerprint) at({ text, values: Object.fromEntries(inspection.controls.map(({ path, value }) => [path, value])), since_ms });
      },
      () => undefined,
    );
  };

  const leave = (): void => preparing?.abort(new Error("another text came"));

  const prepare: Near["prepare"] = async (text, base) => {
    const inspection = lastRead?.text === text ? lastRead.inspection : null;
    const fingerprint = inspection?.ok === true ? inspection.fingerprint : "";
    if (fingerprint !== "" && (preparing !== null ? preparingOf === fingerprint : "fingerprint" in readiness && readiness.fingerprint === fingerprint)) return;
    const known = bases.get(fingerprint) ?? base;
    leave();
    preparingOf = fingerprint;
    const own = new AbortController();
    preparing = own;
    ready({ kind: "preparing", flights: 0 });
    try {
      const prepared = await near.call("prepare", { case: caseOf(text), base: known }, { signal: own.signal, onTold: ({ flights }) => ready({ kind: "preparing", flights }) });
      if (!prepared.ok) ready({ kind: "impossible", fingerprint, why: prepared.why });
      else {
        bases.set(prepared.base.fingerprint, prepared.base);
        for (const old of [...bases.keys()].slice(0, -MOST_BASES)) bases.delete(old);
        ready({ kind: "ready", fingerprint: prepared.base.fingerprint, notes: prepared.notes });
      }
    } catch {
      if (preparing === own) ready({ kind: "none" });
    } finally {
      if (preparing === own) preparing = null;
    }
  };
  return { read, at, prepare, leave };
};
