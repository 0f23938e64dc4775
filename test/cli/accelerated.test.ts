import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test, vi } from "vitest";

// Kept by what must hold: a machine without WebAssembly writes the same bytes, and says so.
const folder = mkdtempSync(`${tmpdir()}/dawndusk-accelerated-`);
afterAll(() => rmSync(folder, { recursive: true }));

const ONEWEB = "test/golden/astro/oneweb_tle.txt";
const SOME = [ONEWEB, "--start", "2024-11-18", "--days", "1", ...["44057", "47274", "48243"].flatMap((number) => ["--satellite", number])];
const commands: readonly (readonly string[])[] = [
  ["passes", ...SOME, "--at", "51.5,0", "--at", "-33.9,151.2", "--format", "csv"],
  ["eclipses", ...SOME, "--format", "csv"],
  ["fly", ...SOME, "--events"],
  ["export", ...SOME, "--format", "czml", "--light"],
];

/** What the commands say in a process of its own modules, and the OEM messages they write. */
const said = async (name: string): Promise<{ readonly outs: readonly string[]; readonly err: string; readonly files: readonly string[] }> => {
  vi.resetModules();
  const { say } = await import("./command-line.ts");
  const outs: string[] = [];
  let err = "";
  for (const command of commands) {
    const { exit, out, err: told } = await say(command);
    expect(exit).toBe(0);
    outs.push(out);
    err += told;
  }
  expect((await say(["export", ...SOME, "--format", "oem", "--out", `${folder}/${name}`])).exit).toBe(0);
  return { outs, err, files: readdirSync(`${folder}/${name}`).map((file) => readFileSync(`${folder}/${name}/${file}`, "utf8")) };
};

test("commands on elements write the same bytes with and without WebAssembly, and say where it is missing", async () => {
  vi.stubEnv("SOURCE_DATE_EPOCH", "1700000000");
  try {
    const fast = await said("fast");
    vi.stubGlobal("WebAssembly", undefined);
    const plain = await said("plain");
    expect(plain.outs).toEqual(fast.outs);
    expect(fast.outs[0]!.split("\n").length).toBeGreaterThan(20);
    expect(fast.outs[1]!.split("\n").length).toBeGreaterThan(20);
    expect(plain.files).toEqual(fast.files);
    expect(fast.files).toHaveLength(3);
    expect(fast.err).not.toContain("WebAssembly");
    expect(plain.err).toContain("note: WebAssembly SIMD is missing here: SGP4 flew in plain TypeScript, with the same results");
    expect(plain.err.split("note: WebAssembly SIMD is missing here: events are looked for in plain TypeScript, with the same results\n")).toHaveLength(4);
  } finally {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    vi.resetModules();
  }
});
