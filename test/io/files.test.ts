import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dawndusk-files-"));
  mkdirSync(join(folder, "in/parts"), { recursive: true });
  writeFileSync(join(folder, "secret.yaml"), "secret: 1\n");
  writeFileSync(join(folder, "in/s.yaml"), "dawndusk: 1\n");
  writeFileSync(join(folder, "in/parts/a.csv"), "\ufeffa\n1\n");
  writeFileSync(join(folder, "in/latin1.csv"), Buffer.from([0x61, 0xe9]));
  symlinkSync(join(folder, "secret.yaml"), join(folder, "in/link.yaml"));
  symlinkSync(folder, join(folder, "in/up"));
  symlinkSync("parts/a.csv", join(folder, "in/inner.csv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("files of the scenario's folder are read, what leads out of it is not", () => {
  const scenario = join(folder, "in/s.yaml");
  const { read } = nodeFiles(scenario);
  const at = (name: string): string | undefined => read(join(folder, "in", name));
  expect(read(scenario)).toBe("dawndusk: 1\n");
  expect(at("parts/a.csv")).toBe("a\n1\n");
  expect(at("inner.csv")).toBe("a\n1\n");
  expect(at("latin1.csv")).toBe("a\ufffd");
  for (const name of ["link.yaml", "up/secret.yaml", "../secret.yaml", "none.csv", "parts", "s.yaml/x"]) expect(at(name), name).toBeUndefined();
  expect(read("/dev/zero")).toBeUndefined();
});

test("a scenario that is itself a link is read", () => {
  const link = join(folder, "in/link.yaml");
  expect(nodeFiles(link).read(link)).toBe("secret: 1\n");
});
