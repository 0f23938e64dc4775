/** What `decide` says of one hand-made finding: its numbers in the words, tables and figures, and nothing that is not there. */
import { expect, test } from "vitest";
import { decidePage, decideSays, decideText, waitingTable } from "../../src/report/index.ts";
import type { Commitments } from "../../src/run/index.ts";
import { readMarkup } from "./well-formed.ts";

const Q1 = 2027 * 4;
const DUE = 2028 * 4 + 2;

const permit = (verdict: "wait" | "commit", { cost, learnt }: { readonly cost: number; readonly learnt: number }) => ({
  event: "gates.permit", committed: 12, question: "texas", best: "build", worth: -5e8, lead: 2e7, verdict, until: verdict === "wait" ? "gates.permit" : null,
  waits: [{
    trigger: "gates.permit", quarter: DUE, cost, learnt, net: learnt - cost, closes: [],
    outcomes: [{ outcome: "goes well", chance: 0.7, best: "build", worth: -4e8, flips: false }, { outcome: "goes badly", chance: 0.3, best: "leave", worth: -1e8, flips: true }],
  }],
} as const);

const found = (...commitments: Commitments["commitments"]): Commitments => ({
  start_quarter: Q1, launches: "parts", commitments, plans: 9, notes: ["gates.far is known in 2040-Q1, not within the horizon: nothing can wait for it."],
  events: [{ event: "gates.permit", name: "permit (site-permit)", quarter: DUE, outcomes: [{ id: "goes well", chance_frac: 0.7, cost_usd: 4.5e8, units: { texas: 40 } }, { id: "goes badly", chance_frac: 0.3, cost_usd: null, units: {} }] }],
});

const texas = { option: "texas", tier: "ground", counted: "MW", first_quarter: Q1, units: 40 } as const;
const WAITS = found({ ...texas, verdict: "wait", until: "gates.permit", decisions: [permit("wait", { cost: 1e7, learnt: 4e7 })] });
const NOW = found({ ...texas, verdict: "now", until: null, decisions: [permit("commit", { cost: 6e7, learnt: 4e7 })] });
const NONE = { uncertain: null, realOptions: null } as const;

test("what waits says for what, until when, what then, and at which cost", () => {
  const [said] = decideSays(WAITS);
  expect(said).toBe('texas: wait for permit (site-permit) until 2028-Q3, then build if it comes out "goes well" (70 %), leave if it comes out "goes badly" (30 %); waiting costs 10 M$ and teaches 40 M$, so that it is worth 30 M$.');
});

test("what does not wait says which event turns it, and that waiting costs more than it teaches", () => {
  expect(decideSays(NOW)[0]).toBe('texas: commit now, in 2027-Q1: waiting for permit (site-permit) until 2028-Q3, which turns it if it comes out "goes badly", costs 60 M$ and teaches 40 M$.');
  expect(decideSays({ ...NOW, events: [], commitments: [{ ...texas, verdict: "none", first_quarter: null, until: null, decisions: [] }] })).toEqual([
    "texas: commit nothing; no event here has it built.",
    "Nothing is dated that could be waited for: gates with a chance or a delay, distributions with --known, or plan.uncertain.futures make events.",
  ]);
});

test("the table has waiting, what it teaches and both together", () => {
  const { columns, rows } = waitingTable(WAITS);
  const of = (name: string): unknown => rows[0]![columns.findIndex((column) => column.name === name)];
  expect([of("waiting costs"), of("teaches"), of("worth waiting"), of("flips when")]).toEqual([10, 40, 30, "goes badly: leave"]);
});

test("text keeps to its width, the page is well formed and draws both figures", () => {
  const text = decideText(WAITS, { ...NONE, name: "hall" }, { width: 80, colour: false });
  expect(Math.max(...text.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  expect(text).toContain("9 plans were solved, with parts of launches allowed.");
  const page = decidePage(WAITS, { ...NONE, name: "hall <one>", dawndusk: "0.0.0", modelVersion: "1" });
  const tree = JSON.stringify(readMarkup(page.replace("<!DOCTYPE html>\n", "")));
  expect(page.match(/<svg/g)).toHaveLength(2);
  expect(tree).toContain("What waiting costs, and what it teaches");
  expect(tree).toContain("gates.far is known in 2040-Q1");
  expect(page).toContain("hall &lt;one&gt;");
});
