/** What comes too late, or belongs to something else, is never shown as the answer. */
import { expect, test, vi } from "vitest";
import { caseHash, type Answer, type Case, type Inspection } from "../../src/service/index.ts";
import type { Model } from "../../studio/src/model/model.ts";
import type { Question, Reply } from "../../studio/src/model/protocol.ts";
import { workerModel } from "../../studio/src/model/worker-model.ts";
import { beginSession } from "../../studio/src/state/session.ts";

/** A worker that answers when it is told to. */
const heldWorker = () => {
  const asked: Question[] = [];
  let hear: (event: { readonly data: Reply }) => void = () => undefined;
  let ended = false;
  const worker = { postMessage: (question: Question) => void asked.push(question), terminate: () => void (ended = true), addEventListener: (kind: string, heard: typeof hear) => void (kind === "message" && (hear = heard)) } as unknown as Worker;
  return { worker, asked, answer: (data: Reply) => hear({ data }), isEnded: () => ended };
};

test("a call that is given up takes none of the others with it: they are asked again", async () => {
  const workers: ReturnType<typeof heldWorker>[] = [];
  const model = workerModel(() => (workers.push(heldWorker()), workers.at(-1)!.worker));
  const one = new AbortController();
  const left = model.call("models", null, { signal: one.signal });
  const kept = model.call("models", null);
  one.abort(new Error("left"));
  await expect(left).rejects.toThrow("left");
  expect(workers.map(({ isEnded }) => isEnded())).toEqual([true, false]);
  expect(workers[1]!.asked.map(({ id }) => id)).toEqual([2]);
  workers[1]!.answer({ kind: "answer", id: 2, answer: [] });
  await expect(kept).resolves.toEqual([]);
  one.abort(new Error("again"));
  expect(workers).toHaveLength(2);
});

const ANSWER = { scenarioHash: "0", dawndusk: "0", modelVersion: "0", seed: 1, name: "", note: "", headline: { feasible: true, text: "", why: [] }, boundary: null, tiles: [], sections: [] } satisfies Answer;

/** A session over texts "word number": the number is the one slider, the word all else. */
const sessionOver = (first: string) => {
  const asked: { readonly fingerprint: string; readonly values: Readonly<Record<string, number>> }[] = [];
  const textOf = ({ files }: Case): string => files["s.yaml"]!;
  const inspected = (given: Case): Inspection => ({ ok: true, name: "", assumptions: [], objective: "cost", fingerprint: textOf(given).split(" ")[0]!, controls: [{ path: "n", value: Number(textOf(given).split(" ")[1]) }, { path: "m", value: 7 }] as unknown as Extract<Inspection, { readonly ok: true }>["controls"] });
  const model: Model = {
    call: (async (name: string, given: never) => {
      if (name === "inspect") return inspected(given);
      if (name === "run") return { ok: true, answer: ANSWER };
      if (name === "prepare") return { ok: true, base: { fingerprint: textOf((given as { readonly case: Case }).case).split(" ")[0], paths: ["n", "m"], evaluator: null }, notes: [] };
      if (name !== "evaluate") throw new Error(name);
      asked.push(given);
      return { outcomes: [], tiles: [] };
    }) as unknown as Model["call"],
  };
  const session = beginSession({ view: { page: "answer", preset: "none", text: first, choices: {} }, presets: [], case: { scenario: "s.yaml", files: { "s.yaml": "another" }, set: [] }, models: { long: model, quick: model, near: model, campaign: model }, notice: "", sliders: true });
  return { session, asked };
};

test("a slider is answered from what was prepared for its own text, with all that was moved since; after another change it waits", async () => {
  const { session, asked } = sessionOver("one 1");
  await vi.waitFor(() => expect(session.sitting.get().readiness).toMatchObject({ kind: "ready", fingerprint: "one" }), 5_000);
  session.write("one 2", { n: 2 });
  session.write("one 2", { m: 8 });
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ fingerprint: "one", values: { n: 2, m: 8 } }), 5_000);
  await vi.waitFor(() => expect(session.sitting.get().shown?.text).toBe("one 2"), 5_000);
  const before = asked.length;
  session.write("two 2");
  expect(session.sitting.get().provisional).toBeNull();
  session.write("two 3", { n: 3 });
  expect(asked).toHaveLength(before);
  await vi.waitFor(() => expect(session.sitting.get().shown?.text).toBe("two 3"), 5_000);
  expect(asked.slice(before).every(({ fingerprint }) => fingerprint === "two")).toBe(true);
});

test("what did not come with the page is run, also where it cannot be asked for", async () => {
  const { session } = sessionOver("another");
  await vi.waitFor(() => expect(session.sitting.get().progress).toEqual({ kind: "done" }), 5_000);
  expect(session.sitting.get().shown).toMatchObject({ text: "another", shipped: false });
});

test("what came with the page is shown for exactly its files: not after a snapshot of another text or table is opened, changed and undone", async () => {
  const { session } = sessionOver("another");
  const shipped: Case = { scenario: "s.yaml", files: { "s.yaml": "shipped 1", "hours.csv": "1" }, set: [] };
  const hash = await caseHash(shipped);
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(path.endsWith("answers/index.json") ? Response.json({ [hash]: "a.json" }) : path.endsWith("a.json") ? Response.json({ ...ANSWER, name: "came with the page" }) : new Response("", { status: 404 })));
  const opened = (given: Case): void => session.open({ view: { ...session.view.get(), preset: "two-tier", text: given.files["s.yaml"]! }, case: given, shown: null, notice: "" });
  const landed = (text: string, came: boolean) => vi.waitFor(() => expect(session.sitting.get()).toMatchObject({ progress: { kind: "done" }, shown: { text, shipped: came } }), 5_000);
  try {
    opened(shipped);
    await landed("shipped 1", true);
    for (const [name, words] of [["s.yaml", "older 1"], ["hours.csv", "2"]] as const) {
      const older: Case = { ...shipped, files: { ...shipped.files, [name]: words } };
      const text = older.files["s.yaml"]!;
      opened(older);
      await landed(text, false);
      session.write(`${text}3`);
      await landed(`${text}3`, false);
      session.write(text);
      await landed(text, false);
    }
    opened(shipped);
    await landed("shipped 1", true);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("another preset takes no edit away: one step back is the edited text over its own files, and one forth the preset again", async () => {
  const { session } = sessionOver("one 1");
  const first = session.sitting.get().case;
  session.write("one 5");
  const other: Case = { scenario: "s.yaml", files: { "s.yaml": "two 1", "mix.csv": "" }, set: [] };
  session.open({ view: { ...session.view.get(), preset: "other", text: "two 1" }, case: other, shown: null, notice: "" });
  expect(session.reaching.get()).toEqual({ canUndo: true, canRedo: false });
  session.undo();
  expect(session.view.get()).toMatchObject({ preset: "none", text: "one 5" });
  expect(session.sitting.get().case).toBe(first);
  await vi.waitFor(() => expect(session.sitting.get()).toMatchObject({ shown: { text: "one 5" }, progress: { kind: "done" } }), 5_000);
  session.redo();
  expect(session.view.get()).toMatchObject({ preset: "other", text: "two 1" });
  expect(session.sitting.get().case).toBe(other);
  expect(session.sitting.get().shown).toBeNull();
  session.undo();
  session.undo();
  expect(session.view.get().text).toBe("one 1");
});
