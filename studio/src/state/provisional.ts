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
  /** The provisional answer at these values of all sliders of the text with this fingerprint; none where something else is ready. */
  readonly at: (asked: { readonly text: string; readonly fingerprint: string; readonly values: Readonly<Record<string, number>>; readonly since_ms: number }) => void;
  /** Makes a text ready, from a base that came with the page where that fits. */
  readonly prepare: (text: string, base: Base | null) => Promise<void>;
  /** Gives up what is being prepared. */
  readonly leave: () => void;
}

const MOST_BASES = 4;

/** Begins with nothing ready. */
export const nearAnswers = (ports: Ports): Near => {
  const { quick, near, caseOf, now_ms, onRead, onReadiness } = ports;
  const bases = new Map<string, Base>();
  let readiness: Readiness = { kind: "none" };
  let preparing: { readonly fingerprint: string; readonly ended: AbortController } | null = null;
  let lastRead: Read | null = null;
  let asked = 0;
  const ready = (next: Readiness): void => onReadiness((readiness = next));
  const at = latestFirst(ports, { fingerprint: () => (readiness.kind === "ready" ? readiness.fingerprint : null), onLost: () => ready({ kind: "none" }) });

  const read: Near["read"] = (text) => {
    const own = ++asked;
    const since_ms = now_ms();
    quick.call("inspect", caseOf(text)).then(
      (inspection) => {
        if (own !== asked) return;
        lastRead = { text, inspection };
        onRead(lastRead);
        if (inspection.ok && readiness.kind === "ready" && inspection.fingerprint === readiness.fingerprint) at({ text, fingerprint: inspection.fingerprint, values: Object.fromEntries(inspection.controls.map(({ path, value }) => [path, value])), since_ms });
      },
      () => undefined,
    );
  };

  const leave = (): void => preparing?.ended.abort(new Error("another text came"));

  const isUnderWay = (fingerprint: string): boolean => fingerprint !== "" && (preparing !== null ? preparing.fingerprint === fingerprint : "fingerprint" in readiness && readiness.fingerprint === fingerprint);

  const prepare: Near["prepare"] = async (text, base) => {
    const fingerprint = lastRead?.text === text && lastRead.inspection.ok ? lastRead.inspection.fingerprint : "";
    if (isUnderWay(fingerprint)) return;
    leave();
    const own = { fingerprint, ended: new AbortController() };
    preparing = own;
    ready({ kind: "preparing", flights: 0 });
    try {
      const prepared = await near.call("prepare", { case: caseOf(text), base: bases.get(fingerprint) ?? base }, { signal: own.ended.signal, onTold: ({ flights }) => ready({ kind: "preparing", flights }) });
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

type Asked = Parameters<Near["at"]>[0];

/** One question at a time, and after it the latest of those that came meanwhile. */
const latestFirst = ({ near, now_ms, onStanding }: Ports, { fingerprint, onLost }: { readonly fingerprint: () => string | null; readonly onLost: () => void }): Near["at"] => {
  let wanted: Asked | null = null;
  let busy = false;
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let of = fingerprint(); wanted !== null && of !== null; of = fingerprint()) {
        const { text, values, since_ms, fingerprint: its }: Asked = wanted;
        wanted = null;
        if (its !== of) continue;
        const told = await near.call("evaluate", { fingerprint: of, values });
        if (told !== null) onStanding({ ...told, text, took_ms: now_ms() - since_ms });
      }
    } catch {
      // The worker was ended for another text: nothing is ready, and the exact run is under way.
      onLost();
    } finally {
      busy = false;
    }
  };
  return (next) => {
    if (fingerprint() !== next.fingerprint) return;
    wanted = next;
    void work();
  };
};
