import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { EVIDENCE, entries, find, KINDS } from "../../src/catalog/index.ts";
import { load, templates } from "../../src/scenario/index.ts";
import { EVIDENCE_WORDS } from "../../src/cli/commands/index.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-cli-`);
afterAll(() => rmSync(folder, { recursive: true }));
const flat = (text: string): string => text.replace(/\s+/g, " ");

describe("usage", () => {
  test("help lists the commands there are, and the exit codes", async () => {
    const { exit, out, err } = await say(["--help"]);
    expect([exit, err]).toEqual([0, ""]);
    for (const command of ["run", "size", "fly", "serve", "plan", "finance", "check", "explain", "catalog", "init", "studio"]) expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
    expect(out).toContain("130 interrupted");
  });

  test("the version is the package's", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await say(["--version"])).out).toBe(`${version}\n`);
  });

  test("an unknown command or option is refused with a suggestion", async () => {
    const command = await say(["sise"]);
    expect(command.exit).toBe(2);
    expect(command.out).toBe("");
    expect(command.err).toContain("unknown command 'sise'");
    expect(command.err).toContain("Did you mean size?");
    const option = await say(["size", "--sett", "a=b"]);
    expect(option.exit).toBe(2);
    expect(option.err).toContain("Did you mean --set?");
    expect((await say(["size", "a.yaml", "b.yaml"])).exit).toBe(2);
    expect((await say(["explain"])).exit).toBe(2);
  });

  test("studio refuses a port that is none, and a scenario that is not there", async () => {
    for (const words of [["studio", "--port", "70000"], ["studio", "nowhere.yaml"]]) {
      const { exit, out, err } = await say(words);
      expect([exit, out]).toEqual([2, ""]);
      expect(err).toContain(words.at(-1));
    }
  });

  test("no command at all lists them", async () => {
    const { exit, err } = await say([]);
    expect(exit).toBe(2);
    expect(err).toContain("run, size, fly");
  });

  test("with --json every refusal is one document", async () => {
    for (const words of [["sise", "--json"], ["size", "--json", "--sett"], ["size", "nowhere.yaml", "--json"], ["explain", "orbit.altitud", "--json"], ["catalog", "rockets", "--json"], ["init", "three-tier", "--json"]]) {
      const { exit, out, err } = await say(words);
      expect(exit, words.join(" ")).toBe(2);
      expect(err).toBe("");
      const { problems } = JSON.parse(out) as { problems: readonly { found: string }[] };
      expect(problems).toHaveLength(1);
      expect(problems[0]!.found).not.toBe("");
    }
  });

  test("a scenario that is not there is told with what to do", async () => {
    const { exit, err } = await say(["run", "nowhere.yaml"]);
    expect(exit).toBe(2);
    expect(err).toContain('there is no scenario "nowhere.yaml"');
    expect(err).toContain("dawndusk init");
  });
});

describe("explain", () => {
  test("says unit, range, default and meaning", async () => {
    const { exit, out } = await say(["explain", "orbit.altitude"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/unit +km/);
    expect(out).toMatch(/200 to 100,?000 km/);
    const json = JSON.parse((await say(["explain", "orbit.altitude", "--json"])).out) as { path: string; unit: string };
    expect(json).toMatchObject({ path: "orbit.altitude", unit: "km" });
  });

  test("an unknown field is told with the nearest", async () => {
    const { exit, err } = await say(["explain", "orbit.altitud"]);
    expect(exit).toBe(2);
    expect(err).toContain("orbit.altitude");
  });
});

describe("catalog", () => {
  test("knows every kind of evidence", () => expect(EVIDENCE_WORDS).toEqual(EVIDENCE));

  test("lists the kinds and their entries", async () => {
    const { out } = await say(["catalog"]);
    for (const kind of KINDS) expect(flat(out)).toContain(`${kind} ${entries(kind).length} `);
    const list = await say(["catalog", "servers"]);
    for (const entry of entries("servers")) expect(list.out).toContain(entry.id);
  });

  test("shows every figure of an entry with its source", async () => {
    const entry = find("servers", "gb200-nvl72")!;
    const { out } = await say(["catalog", "servers", entry.id]);
    for (const [name, figure] of Object.entries(entry.figures)) {
      expect(out).toMatch(new RegExp(`^${name} `, "m"));
      expect(out).toContain(figure.evidence);
    }
    const json = JSON.parse((await say(["catalog", "servers", entry.id, "--json"])).out) as unknown;
    expect(json).toEqual(JSON.parse(JSON.stringify(entry)));
  });

  test("a laser terminal has its rate against range, still and shaking; others have none", async () => {
    const { out } = await say(["catalog", "terminals", "tesat-scot80"]);
    // Inverse square beyond 8,000 km: 10 x (8/16)^2. At half the range 6.02 dB of margin, phi = 4.754: 10^(-0.602 phi) (1 + phi ln 4) = 1.04 %.
    expect(out).toMatch(/^ *16,000 +2\.5 /m);
    expect(out).toMatch(/^ *4,000 +10 +5\.7\d* +1\.04\d* %/m);
    expect((await say(["catalog", "terminals", "ka-gateway-rf"])).out).not.toContain("shaking");
  });

  test("a kind may be said in the singular; an unknown one or id is refused with what there is", async () => {
    expect((await say(["catalog", "battery"])).exit).toBe(0);
    expect((await say(["catalog", "rockets"])).err).toContain("vehicles");
    const { exit, err } = await say(["catalog", "servers", "gb2000"]);
    expect(exit).toBe(2);
    expect(err).toContain("gb200-nvl72");
  });

  test("filters by evidence and by text", async () => {
    const { kinds } = JSON.parse((await say(["catalog", "--json", "--evidence", "demonstrated", "--where", "STARLINK"])).out) as { kinds: readonly { entries: readonly { figures: Record<string, { evidence: string }> }[] }[] };
    const found = kinds.flatMap((k) => k.entries);
    expect(found.length).toBeGreaterThan(0);
    for (const entry of found) {
      expect(Object.values(entry.figures).some((f) => f.evidence === "demonstrated")).toBe(true);
      expect(JSON.stringify(entry).toLowerCase()).toContain("starlink");
    }
    expect((await say(["catalog", "--evidence", "rumour"])).exit).toBe(2);
  });
});

describe("init", () => {
  test("every template prints, loads and passes check", async () => {
    for (const { name } of templates) {
      const { exit, out } = await say(["init", name]);
      expect(exit).toBe(0);
      expect(() => load({ path: "s.yaml", files: { read: (path) => (path === "s.yaml" ? out : undefined) } })).not.toThrow();
      expect(await say(["check", "-"], { input: out })).toMatchObject({ exit: 0, out: expect.stringContaining("no problems") as string });
    }
  });

  test("--out writes a file, and never over one", async () => {
    const first = await say(["init", "--out", `${folder}/new`]);
    expect(first).toMatchObject({ exit: 0, out: `${folder}/new/scenario.yaml\n` });
    const text = readFileSync(`${folder}/new/scenario.yaml`, "utf8");
    const second = await say(["init", "ground-only", "--out", `${folder}/new`]);
    expect(second.exit).toBe(2);
    expect(second.err).toContain("is there already");
    expect(readFileSync(`${folder}/new/scenario.yaml`, "utf8")).toBe(text);
  });

  test("an unknown template is refused", async () => expect((await say(["init", "two-teir"])).err).toContain("two-tier"));
});

describe("a broken scenario", () => {
  const path = `${folder}/broken.yaml`;
  writeFileSync(path, "dawndusk: 1\nhorizon: {start: 2027-Q1}\norbit:\n  altitude: 55 km\n  platfrom: {}\n");

  test("all problems at once, with place, and exit code 2", async () => {
    const { exit, out, err } = await say(["check", path]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(`${path}:4:13: orbit.altitude: found 55 km`);
    expect(err).toContain("platfrom");
    expect(err).toMatch(/\d+ problems\.\n$/);
    for (const command of ["run", "size"]) expect((await say([command, path])).err).toBe(err);
  });

  test("--json tells them as records, --set may bring its own", async () => {
    const { exit, out, err } = await say(["check", path, "--json", "--set", "orbit.life=-3 yr"]);
    expect([exit, err]).toEqual([2, ""]);
    const { problems } = JSON.parse(out) as { problems: readonly { path: string; file: string; line: number; hint: string }[] };
    expect(problems.map((p) => p.path)).toEqual(expect.arrayContaining(["orbit.altitude", "orbit.platfrom", "orbit.life"]));
    expect(problems.find((p) => p.path === "orbit.altitude")).toMatchObject({ file: path, line: 4 });
  });
});

describe("an internal error", () => {
  test("says that it is ours, how to report it, and keeps the stack for those who ask", async () => {
    const { runCommandLine } = await import("../../src/cli/index.ts");
    const said: string[] = [];
    const terminal = (debug: boolean) => ({ write: () => {}, tell: (text: string) => void said.push(text), readInput: () => Promise.reject(new Error("the tape broke")), look: { width: 80, colour: false }, live: false, debug });
    expect(await runCommandLine(["check", "-"], terminal(false))).toBe(1);
    expect(said.join("")).toMatch(/internal error: the tape broke\n.*not of your scenario.*\n.*DAWNDUSK_DEBUG/);
    expect(said.join("")).not.toContain("program.test.ts");
    await runCommandLine(["check", "-"], terminal(true));
    expect(said.join("")).toContain("program.test.ts");
  });
});

describe("a stage on a terminal", () => {
  test("draws progress over one line and takes it away; not when quiet", async () => {
    const loud = await say(["size", "examples/one-rack/scenario.yaml"], { live: true });
    expect(loud.exit).toBe(0);
    expect(loud.err).toContain("sizing the platform");
    expect(loud.err.endsWith("\r\u001b[2K")).toBe(true);
    expect(loud.out).not.toContain("\u001b");
    expect((await say(["size", "examples/one-rack/scenario.yaml", "--quiet"], { live: true })).err).toBe("");
  });
});
