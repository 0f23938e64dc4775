import { readdirSync, readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { caseHash, type Case } from "../../src/service/index.ts";
import { fragmentOf, linkedText, LONGEST_FRAGMENT, markOf, OPENED, readFragment, type Link } from "../../studio/src/share/link.ts";
import { openedLink } from "../../studio/src/share/opened-link.ts";
import { knownChoices } from "../../studio/src/state/choices.ts";
import type { PresetEntry } from "../../studio/src/state/presets.ts";
import { editedText, textEdits } from "../../studio/src/share/text-edits.ts";
import { PAGES, type View } from "../../studio/src/state/view.ts";

const PRESET = "dawndusk: 1\nname: A\norbit:\n  altitude: 650 km\n  ltan: 18 h\nfinance:\n  discount: 9 %/yr\n";
const VIEW: View = { page: "answer", preset: "two-tier", text: PRESET, choices: {} };

const caseOfText = (text: string, more: Readonly<Record<string, string>> = {}): Case => ({ scenario: "s.yaml", files: { "s.yaml": text, ...more }, set: [] });
const GIVEN = caseOfText(PRESET, { "hours.csv": "1\n2\n" });
const ENTRY: PresetEntry = { id: "two-tier", name: "Two", note: "" };
const PRESETS: readonly PresetEntry[] = [{ ...ENTRY, hash: await caseHash(GIVEN) }];
const fragment = async (view: View, given = GIVEN): Promise<string> => (await fragmentOf(view, given, PRESETS)).fragment;

/** What a host answers for its presets. */
const hostHas = (cases: Readonly<Record<string, Case>>): void => {
  vi.stubGlobal("fetch", (path: string) => {
    const found = cases[/presets\/(.+)\.json$/.exec(path)![1]!];
    return Promise.resolve(found === undefined ? new Response("", { status: 404 }) : Response.json(found));
  });
};
afterEach(() => vi.unstubAllGlobals());

const linkOf = async (fragment: string): Promise<Link> => {
  const read = await readFragment(fragment);
  if (!read.ok) throw new Error(read.why);
  return read.link;
};

const line = fc.oneof(fc.constantFrom(...PRESET.split("\n")), fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\n", " ")), fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replaceAll("\n", "")));
const texts = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));
const choices = fc.oneof(
  fc.constant({}), fc.record({ clock: fc.record({ t_s: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), selected: fc.array(fc.nat()), playing: fc.boolean(), of: fc.string() }, { noNullPrototype: true }), compare: fc.record({ with: fc.array(fc.string()) }, { noNullPrototype: true }) }, { noNullPrototype: true }),
);

test("any text comes back from its edits of any other", () => {
  fc.assert(fc.property(texts, texts, (before, now) => {
    expect(editedText(before, textEdits(before, now))).toBe(now);
  }));
  expect(textEdits(PRESET, PRESET)).toEqual([]);
  expect(textEdits(PRESET, PRESET.replace("650", "700"))).toEqual([[3, 1, "  altitude: 700 km"]]);
});

test("a link opens exactly the view that it was made of", async () => {
  await fc.assert(fc.asyncProperty(texts, fc.constantFrom(...PAGES), choices, async (text, page, chosen) => {
    const link = await linkOf(await fragment({ ...VIEW, text, page, choices: chosen }));
    expect({ preset: link.preset, page: link.page, choices: link.choices, text: (await linkedText(link, GIVEN)).text }).toEqual({ ...VIEW, text, page, choices: chosen });
  }), { numRuns: 60 });
});

test("an address holds what differs and no more", async () => {
  const plain = await fragment(VIEW);
  expect(plain).toMatch(/^#v2\.[A-Za-z0-9_-]+$/);
  expect(plain.length).toBeLessThan(70);
  expect((await fragment({ ...VIEW, text: PRESET.replace("650", "700") })).length).toBeLessThan(140);
});

test("a link of version 0, the text whole in plain JSON, is still read", async () => {
  // printf '{"preset":"two-tier","text":"name: B\\n","page":"money"}' | base64 -w0 | tr '+/' '-_' | tr -d '='
  const link = await linkOf("#v0.eyJwcmVzZXQiOiJ0d28tdGllciIsInRleHQiOiJuYW1lOiBCXG4iLCJwYWdlIjoibW9uZXkifQ");
  expect(link).toMatchObject({ preset: "two-tier", page: "money", choices: {} });
  expect(await linkedText(link, GIVEN)).toEqual({ text: "name: B\n", notice: "" });
});

test("a broken link says so", async () => {
  const whole = await fragment({ ...VIEW, text: PRESET.replace("650", "700") });
  expect(await readFragment(whole.slice(0, -9))).toMatchObject({ ok: false, why: expect.stringContaining("broken") });
  expect(await readFragment("#v2.")).toMatchObject({ ok: false });
  expect(await readFragment("#v99.abc")).toMatchObject({ ok: false, why: expect.stringContaining("v99") });
  expect(await readFragment("#answer")).toMatchObject({ ok: false });
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 5), fc.constantFrom("A", "z", "-", "="), async (at, char) => {
    const read = await readFragment(`${whole.slice(0, 4 + at)}${char}${whole.slice(5 + at)}`);
    expect(typeof read.ok).toBe("boolean");
  }), { numRuns: 40 });
});

/** A record as a studio of version 1 wrote it. */
const older = (record: object): string => `#v1.${deflateRawSync(JSON.stringify(record)).toString("base64url")}`;

test("a link of version 1 is still read: with changes by the mark of its text, without as the preset that it names", async () => {
  hostHas({ "two-tier": GIVEN, local: caseOfText("name: other\n") });
  expect(await openedLink(older({ p: "two-tier", g: "money", m: markOf(PRESET), e: [[3, 1, "  altitude: 700 km"]] }), PRESETS)).toMatchObject({ ok: true, opened: { view: { page: "money", preset: "two-tier", text: PRESET.replace("650", "700") }, notice: "" } });
  expect(await openedLink(older({ p: "two-tier" }), PRESETS)).toMatchObject({ ok: true, opened: { view: { text: PRESET }, notice: "" } });
  expect(await openedLink(older({ p: "two-tier", m: "0", e: [[3, 1, ""]] }), PRESETS)).toMatchObject({ ok: true, opened: { view: { text: PRESET }, notice: expect.stringContaining("changed since") } });
  // Which scenario "local" was, it did not tell.
  expect(await openedLink(older({ p: "local" }), [...PRESETS, { ...ENTRY, id: "local" }])).toMatchObject({ ok: true, opened: { notice: expect.stringContaining("does not tell which scenario") } });
  expect(await openedLink(older({ p: "local" }), PRESETS)).toMatchObject({ ok: false, why: expect.stringContaining("not among the presets") });
});

test("a link of a preset that is another now says so, with changes or without, also where only a file beside its text is another", async () => {
  const [plain, edited] = [await fragment({ ...VIEW, page: "money" }), await fragment({ ...VIEW, text: PRESET.replace("650", "700") })];
  hostHas({ "two-tier": GIVEN });
  expect(await openedLink(plain, PRESETS)).toMatchObject({ ok: true, opened: { view: { page: "money", text: PRESET }, notice: "" } });
  expect(await openedLink(edited, PRESETS)).toMatchObject({ ok: true, opened: { view: { text: PRESET.replace("650", "700") }, notice: "" } });
  for (const now of [caseOfText(PRESET, { "hours.csv": "1\n3\n" }), caseOfText(`# newer\n${PRESET}`, { "hours.csv": "1\n2\n" })]) {
    hostHas({ "two-tier": now });
    expect(await openedLink(plain, PRESETS)).toMatchObject({ ok: true, opened: { view: { page: "money" }, notice: expect.stringContaining("another scenario") } });
    expect(await openedLink(edited, PRESETS)).toMatchObject({ ok: true, opened: { view: { text: now.files["s.yaml"] }, notice: expect.stringContaining("changes could not be made") } });
  }
});

test("a scenario that is no preset goes with its link, and opens on any host; one that is too long is its own page's alone", async () => {
  const own = caseOfText("name: mine\n", { "wind.csv": "3\n" });
  const view: View = { ...VIEW, preset: "local", page: "risk", text: "name: mine\nnote: x\n" };
  const made = await fragmentOf(view, own, [{ ...ENTRY, id: "local" }, ...PRESETS]);
  expect(made.everywhere).toBe(true);
  // Where it was made, where another scenario was named, and on a host of static files.
  hostHas({ local: own });
  expect(await openedLink(made.fragment, [{ ...ENTRY, id: "local" }])).toEqual({ ok: true, opened: { view, case: own, notice: "" } });
  hostHas({ local: caseOfText("name: another\n") });
  for (const presets of [[{ ...ENTRY, id: "local" }], PRESETS]) expect(await openedLink(made.fragment, presets)).toEqual({ ok: true, opened: { view: { ...view, preset: OPENED }, case: own, notice: "" } });
  let seed = 1;
  const noise = Array.from({ length: 60_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join("");
  const long = await fragmentOf(view, { ...own, files: { ...own.files, "wind.csv": noise } }, PRESETS);
  expect(long.everywhere).toBe(false);
  expect(long.fragment.length).toBeLessThan(LONGEST_FRAGMENT);
  expect(await openedLink(long.fragment, PRESETS)).toMatchObject({ ok: false, why: expect.stringContaining("a snapshot does") });
});

test("a link whose choices, files or preset no page can show says so", async () => {
  hostHas({});
  const wrong: readonly object[] = [
    { c: { clock: { selected: "all" } } }, { c: { clock: { window: 3 } } }, { c: { clock: { t_s: "now" } } }, { c: { compare: { with: 1 } } }, { c: { shell: { theme: {} } } }, { c: { risk: { frontier: ["a"] } } }, { c: [] }, { c: { clock: null } },
    { w: {} }, { w: { scenario: "toString", files: {}, set: [] } }, { w: caseOfText(PRESET), e: [[900, 4]] }, { w: caseOfText(PRESET), e: [["a"]] }, { m: 7 }, { p: "../x" }, {},
  ];
  for (const more of wrong) {
    const code = deflateRawSync(JSON.stringify({ p: "two-tier", m: "0", ...more })).toString("base64url");
    expect([more, await openedLink(`#v2.${code}`, PRESETS)]).toEqual([more, { ok: false, why: expect.any(String) }]);
  }
});

test("every choice of a page is known to who reads links", () => {
  const sources = readdirSync("studio/src", { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path)).map((path) => readFileSync(`studio/src/${path}`, "utf8"));
  const used = sources.flatMap((text) => [...text.matchAll(/useChoice(?:<[^(]*>)?\((?:"(\w+)"|PAGE), "(\w+)"/g)].map(([, page = "clock", name]) => [page, name!] as const));
  expect(used.length).toBeGreaterThan(15);
  const values = [true, 1, "a", null, ["a", "b"], [1], { start_s: 0, end_s: 1 }, "globe", "random", "controls", "platform", "dark"];
  for (const [page, name] of used) expect([page, name, values.some((value) => Object.keys(knownChoices({ [page]: { [name]: value } }) ?? {}).length === 1)]).toEqual([page, name, true]);
});
