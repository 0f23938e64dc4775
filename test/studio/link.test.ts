import fc from "fast-check";
import { expect, test } from "vitest";
import { fragmentOf, linkedText, readFragment, type Link } from "../../studio/src/share/link.ts";
import { editedText, textEdits } from "../../studio/src/share/text-edits.ts";
import { PAGES, type View } from "../../studio/src/state/view.ts";

const PRESET = "dawndusk: 1\nname: A\norbit:\n  altitude: 650 km\n  ltan: 18 h\nfinance:\n  discount: 9 %/yr\n";
const VIEW: View = { page: "answer", preset: "two-tier", text: PRESET, choices: {} };

const linkOf = async (fragment: string): Promise<Link> => {
  const read = await readFragment(fragment);
  if (!read.ok) throw new Error(read.why);
  return read.link;
};

const line = fc.oneof(fc.constantFrom(...PRESET.split("\n")), fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\n", " ")), fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replaceAll("\n", "")));
const texts = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));
const choices = fc.dictionary(fc.constantFrom("clock", "money", "shell"), fc.dictionary(fc.constantFrom("time", "rate", "open"), fc.oneof(fc.integer(), fc.boolean(), fc.string()), { noNullPrototype: true }), { noNullPrototype: true });

test("any text comes back from its edits of any other", () => {
  fc.assert(fc.property(texts, texts, (before, now) => {
    expect(editedText(before, textEdits(before, now))).toBe(now);
  }));
  expect(textEdits(PRESET, PRESET)).toEqual([]);
  expect(textEdits(PRESET, PRESET.replace("650", "700"))).toEqual([[3, 1, "  altitude: 700 km"]]);
});

test("a link opens exactly the view that it was made of", async () => {
  await fc.assert(fc.asyncProperty(texts, fc.constantFrom(...PAGES), choices, async (text, page, chosen) => {
    const link = await linkOf(await fragmentOf({ ...VIEW, text, page, choices: chosen }, PRESET));
    expect({ preset: link.preset, page: link.page, choices: link.choices, text: linkedText(link, PRESET) }).toEqual({ ...VIEW, text, page, choices: chosen });
  }), { numRuns: 60 });
});

test("an address holds what differs and no more", async () => {
  const plain = await fragmentOf(VIEW, PRESET);
  expect(plain).toMatch(/^#v1\.[A-Za-z0-9_-]+$/);
  expect(plain.length).toBeLessThan(40);
  expect((await fragmentOf({ ...VIEW, text: PRESET.replace("650", "700") }, PRESET)).length).toBeLessThan(110);
});

test("a link of version 0, the text whole in plain JSON, is still read", async () => {
  // printf '{"preset":"two-tier","text":"name: B\\n","page":"money"}' | base64 -w0 | tr '+/' '-_' | tr -d '='
  const link = await linkOf("#v0.eyJwcmVzZXQiOiJ0d28tdGllciIsInRleHQiOiJuYW1lOiBCXG4iLCJwYWdlIjoibW9uZXkifQ");
  expect(link).toMatchObject({ preset: "two-tier", page: "money", choices: {} });
  expect(linkedText(link, PRESET)).toBe("name: B\n");
});

test("a broken link says so", async () => {
  const whole = await fragmentOf({ ...VIEW, text: PRESET.replace("650", "700") }, PRESET);
  expect(await readFragment(whole.slice(0, -9))).toMatchObject({ ok: false, why: expect.stringContaining("broken") });
  expect(await readFragment("#v1.")).toMatchObject({ ok: false });
  expect(await readFragment("#v99.abc")).toMatchObject({ ok: false, why: expect.stringContaining("v99") });
  expect(await readFragment("#answer")).toMatchObject({ ok: false });
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 5), fc.constantFrom("A", "z", "-", "="), async (at, char) => {
    const read = await readFragment(`${whole.slice(0, 4 + at)}${char}${whole.slice(5 + at)}`);
    expect(typeof read.ok).toBe("boolean");
  }), { numRuns: 40 });
});

test("a link of a preset that has changed since says so, unless it changed nothing of it", async () => {
  const edited = await linkOf(await fragmentOf({ ...VIEW, text: PRESET.replace("650", "700") }, PRESET));
  expect(() => linkedText(edited, `# newer\n${PRESET}`)).toThrow("changed since");
  expect(linkedText(await linkOf(await fragmentOf(VIEW, PRESET)), `# newer\n${PRESET}`)).toBe(`# newer\n${PRESET}`);
});
