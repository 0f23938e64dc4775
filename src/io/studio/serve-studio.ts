/**
 * The studio on this machine: its static files, the scenario that was named, and calls answered by threads of this process.
 *
 * Only this machine is heard (127.0.0.1), and only pages that this process served: a call carries a token that stands in the page, and a
 * request under another host's name is refused, so that no page of the web can ask through the reader's browser.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import type { FastifyReply } from "fastify";
import type { Case } from "../../service/index.ts";
import { STUDIO_POLICY } from "./policy.ts";
import { callThreads } from "./call-threads.ts";
import { failed, lineText, type CallLine } from "./call-record.ts";
import { readCall } from "./call-shape.ts";

export interface StudioAsked {
  /** 0 for any that is free. */
  readonly port: number;
  /** What to open with; the studio's own first preset where nothing was named. */
  readonly opens: { readonly name: string; readonly note: string; readonly case: Case } | null;
}

export interface StudioServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Built beside this package's compiled files, also seen from its source. */
export const STUDIO_FOLDER = fileURLToPath(new URL("../../../dist/studio", import.meta.url));

/** A case with its tables, and no more. */
const MOST_BYTES = 256 * 1024 * 1024;
const HOST = "127.0.0.1";
/** The named scenario among the presets. */
const NAMED = "local";

/**
 * What a page of this process may do: its own files alone, WebAssembly for the solver, styles that charts and the editor set on their elements,
 * pictures that it draws itself. No other page may frame it: what is meant to be embedded are the static files.
 */
const HEADERS = {
  "content-security-policy": `${STUDIO_POLICY}; frame-ancestors 'self'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const;

const NDJSON = "application/x-ndjson";

/** Starts it. Throws where the studio was not built, or the port is taken. */
export const serveStudio = async ({ port, opens }: StudioAsked): Promise<StudioServer> => {
  if (!existsSync(join(STUDIO_FOLDER, "index.html"))) throw new Error("the studio is not built: npm run build");
  const [{ fastify }, { fastifyStatic }] = await Promise.all([import("fastify"), import("@fastify/static")]);
  const token = randomUUID();
  const threads = callThreads();
  const app = fastify({ bodyLimit: MOST_BYTES, forceCloseConnections: true });
  app.addHook("onRequest", async ({ headers: { host } }, reply) => {
    reply.headers(HEADERS);
    if (host?.replace(/:\d+$/, "") !== HOST && host?.replace(/:\d+$/, "") !== "localhost") await reply.code(403).send("not this host");
  });
  const page = pageWith(token, opens === null ? "" : NAMED);
  for (const path of ["/", "/index.html"]) app.get(path, (_, reply) => reply.type("text/html; charset=utf-8").send(page));
  if (opens !== null) {
    const { case: given, ...entry } = opens;
    const others = JSON.parse(readFileSync(join(STUDIO_FOLDER, "presets/index.json"), "utf8")) as readonly unknown[];
    app.get("/presets/index.json", (_, reply) => reply.send([{ id: NAMED, ...entry }, ...others]));
    app.get(`/presets/${NAMED}.json`, (_, reply) => reply.send(given));
  }
  // Before the body is read.
  const ofThisPage = async ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }, reply: FastifyReply): Promise<void> => {
    if (headers["x-dawndusk-token"] !== token) await reply.code(403).send("not from this page");
  };
  app.post("/local/call", { onRequest: ofThisPage }, (request, reply) => {
    const read = readCall(request.body);
    if (!read.ok) return reply.code(read.status).send(read.why);
    const ended = new AbortController();
    const lines = new PassThrough();
    // The reader has gone, or asked for no more.
    reply.raw.on("close", () => ended.abort());
    void threads.answer(read.asked, sayInto(lines), ended.signal).finally(() => lines.end());
    return reply.type(NDJSON).send(lines);
  });
  await app.register(fastifyStatic, { root: STUDIO_FOLDER, index: false, cacheControl: false });
  const url = await app.listen({ port, host: HOST });
  return { url: `${url}/`, close: async () => void (await Promise.all([app.close(), threads.close()])) };
};

/** Says lines while somebody hears them; one that cannot be written says so. */
const sayInto = (lines: PassThrough) => (line: CallLine): void => {
  if (!lines.writable) return;
  try {
    lines.write(lineText(line));
  } catch (error) {
    lines.write(lineText(failed(error)));
  }
};

/** The page as it was built, with what tells it who is behind it. */
const pageWith = (token: string, opens: string): string =>
  readFileSync(join(STUDIO_FOLDER, "index.html"), "utf8").replace("</head>", `<meta name="dawndusk-local" content="${token}" /><meta name="dawndusk-opens" content="${opens}" /></head>`);
