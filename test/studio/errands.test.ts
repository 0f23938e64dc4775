/** What takes long goes on whoever looks, and ends when it is told to. */
import { expect, test } from "vitest";
import type { CallOptions, Model } from "../../studio/src/model/model.ts";
import { errandsOf } from "../../studio/src/state/errands.ts";

const GIVEN = { scenario: "s.yaml", files: { "s.yaml": "text" }, set: [] } as const;
const ASKED = { case: GIVEN, design: "sobol", evaluations: 8 } as const;

/** A model whose answers are held back. */
const heldModel = () => {
  const held: { readonly options: CallOptions<"risk">; readonly answer: (found: unknown) => void }[] = [];
  const model: Model = {
    call: ((_: string, __: unknown, options: CallOptions<"risk">) => new Promise((resolve, reject) => {
      held.push({ options, answer: resolve });
      options.signal?.addEventListener("abort", () => reject(options.signal!.reason as Error));
    })) as unknown as Model["call"],
  };
  return { model, held };
};

test("it tells how far it is, is cancelled, and what a later one finds is what stands", async () => {
  const { model, held } = heldModel();
  const { states, send, cancel } = errandsOf(model);
  const first = send("risk", ASKED, GIVEN);
  held[0]!.options.onTold!({ done: 1000, of: 4000 });
  expect(states.get().risk).toEqual({ kind: "running", what: "1,000 of 4,000 evaluations", frac: 0.25 });
  cancel("risk");
  await first;
  expect(states.get().risk).toEqual({ kind: "cancelled" });
  const second = send("risk", ASKED, GIVEN);
  const third = send("risk", ASKED, GIVEN);
  await second;
  expect(states.get().risk.kind).toBe("running");
  // Word of one that was given up comes too late.
  held[1]!.options.onTold!({ done: 1, of: 2 });
  expect(states.get().risk).toMatchObject({ what: expect.stringMatching(/^preparing/) as string });
  held[2]!.answer({ ok: false, why: "nothing" });
  await third;
  expect(states.get().risk).toEqual({ kind: "done", asked: ASKED, found: { ok: false, why: "nothing" }, text: "text" });
  expect(states.get().ladder).toEqual({ kind: "none" });
});
