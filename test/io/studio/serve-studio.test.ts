/** The local process hears its own pages alone, answers every call in words, and goes on after one that was none. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failed, lineText } from "../../../src/io/studio/call-record.ts";
import { readCall } from "../../../src/io/studio/call-shape.ts";
import { serveStudio, type StudioServer } from "../../../src/io/studio/index.ts";
import { RACK } from "../../support/scenario.ts";

const GIVEN = { scenario: "scenario.yaml", files: { "scenario.yaml": RACK, "secret.txt": "not a page" }, set: [] } as const;

let server: StudioServer;
let token: string;
beforeAll(async () => {
  server = await serveStudio({ port: 0, opens: { name: "Rack", note: "", case: GIVEN } });
  token = /name="dawndusk-local" content="([^"]+)"/.exec(await (await fetch(server.url)).text())![1]!;
});
afterAll(() => server.close());

interface Sent {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As it is written: `fetch` would straighten paths and refuse to name another host. */
const sent = ({ path, method = "GET", headers = {}, body }: Sent): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => void (text += part)).on("end", () => resolve({ status: response.statusCode!, text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });

const call = (body: unknown, headers: Readonly<Record<string, string>> = { "x-dawndusk-token": token }) =>
  sent({ path: "/local/call", method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

test("a request under another host's name, or without the page's token, is refused", async () => {
  const { port } = new URL(server.url);
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "127.0.0.1@evil.example", `localhost.evil.example:${port}`, "[::1]", "0.0.0.0"]) {
    for (const path of ["/", "/presets/local.json", "/no-such-file"]) {
      const { status, text } = await sent({ path, headers: { host } });
      expect([host, path, status >= 400 && status < 500]).toEqual([host, path, true]);
      expect(text).not.toContain(token);
    }
    expect((await call({ call: "run", asked: GIVEN }, { host, "x-dawndusk-token": token })).status).toBeGreaterThanOrEqual(400);
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) expect((await sent({ path: "/", headers: { host } })).status).toBe(200);
  for (const headers of [{}, { "x-dawndusk-token": "" }, { "x-dawndusk-token": `${token}0` }]) expect((await call({ call: "run", asked: GIVEN }, headers)).status).toBe(403);
});

test("no path leads out of the studio's files", async () => {
  const ups = ["..", "%2e%2e", ".%2e", "..%2f..", "%2e%2e%2f%2e%2e", "..\\..", "..%5c..", "....//..", "%252e%252e"];
  const targets = ["package.json", "src/index.ts", "etc/passwd"];
  for (const base of ["", "presets/", "assets/"]) {
    for (const up of ups) {
      for (const target of targets) {
        const path = `/${base}${up}/${up}/${up}/${up}/${target}`;
        const { status, text } = await sent({ path });
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
        expect(text).not.toMatch(/"name": "dawndusk"|root:|@module/);
      }
    }
  }
  expect((await sent({ path: "/%00" })).status).toBeGreaterThanOrEqual(400);
  expect((await sent({ path: "/presets/secret.txt" })).status).toBe(404);
});

test("a call of another shape is refused in words, and the process goes on", async () => {
  const wrong: readonly (readonly [unknown, number])[] = [
    [null, 400], [[], 400], [7, 400], [{}, 404], [{ call: "sky", asked: GIVEN }, 404], [{ call: "toString", asked: GIVEN }, 404], [{ call: ["run"], asked: GIVEN }, 404],
    ...[{}, null, undefined, "x", [], { ...GIVEN, files: { "scenario.yaml": 1 } }, { ...GIVEN, scenario: "toString" }, { ...GIVEN, set: [1] }].flatMap((asked) => ["run", "book"].map((name) => [{ call: name, asked }, 400] as const)),
    ...[{}, null, [null], [{ kind: "case", id: "a", case: {} }], [{ kind: "other", id: "a" }]].map((asked) => [{ call: "compare", asked }, 400] as const),
    ...[undefined, null, {}, { case: GIVEN }, { case: GIVEN, design: "none", evaluations: 8 }, { case: GIVEN, design: "sobol", evaluations: -1 }, { case: GIVEN, design: "toString", evaluations: 8 }, { case: {}, design: "sobol", evaluations: 8 }].map((asked) => [{ call: "risk", asked }, 400] as const),
    ...[{ case: GIVEN, drivers: ["a"] }, { case: GIVEN, drivers: "ab" }, { drivers: ["a", "b"] }].map((asked) => [{ call: "frontier", asked }, 400] as const),
  ];
  for (const [body, status] of wrong) expect([body, (await call(body)).status]).toEqual([body, status]);
  expect((await sent({ path: "/local/call", method: "POST", headers: { "content-type": "application/json", "x-dawndusk-token": token }, body: "{" })).status).toBe(400);
  expect(readCall({ call: "run", asked: GIVEN })).toEqual({ ok: true, asked: { call: "run", asked: GIVEN } });
  expect((await sent({ path: "/" })).status).toBe(200);
});

test("where no folder can be made, the call says so and the next one is answered", async () => {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = "/proc/nowhere";
  const { status, text } = await call({ call: "run", asked: GIVEN });
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ kind: "failed", message: expect.stringContaining("ENOENT") as string });
  const broken = await call({ call: "run", asked: { ...GIVEN, files: { "scenario.yaml": "name: [" } } });
  expect(JSON.parse(broken.text.trim().split("\n").at(-1)!)).toMatchObject({ kind: "answer", answer: { ok: false } });
  expect(JSON.parse(lineText(failed("x")))).toEqual({ kind: "failed", message: "x" });
});
