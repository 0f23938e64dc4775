/** Who may import whom. The table here is the one that ARCHITECTURE.md prints; a room or a package that is not in it may not be imported. */
import { builtinModules } from "node:module";
import type { Finding, Import, Source } from "./source.ts";

type Room = { readonly may: readonly string[]; readonly types: readonly string[]; readonly packages: readonly string[] };

const room = (may: string, { types = "", packages = "" }: { readonly types?: string; readonly packages?: string } = {}): Room => {
  const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
  return { may: words(may), types: words(types), packages: words(packages) };
};

const PURE = "units kernel ledger physics money catalog ephemeris events scenario description market study deals capital schedule network inference size fly serve plan finance footprint book published risk";

/** `may`: values and types; `types`: types only; `packages`: what it may import from the registry. */
export const LAYERS: Readonly<Record<string, Room>> = {
  units: room(""),
  kernel: room(""),
  ledger: room(""),
  physics: room("units kernel"),
  /** Closed forms of money, as physics is of nature. */
  money: room("units"),
  catalog: room("units"),
  /** A satellite as a function of time, and the texts that carry one to other programs. */
  ephemeris: room("units kernel physics"),
  /** Real satellites; apart from the front door, because its package reaches for node: modules. */
  elements: room("units kernel ephemeris", { packages: "satellite.js" }),
  events: room("units kernel physics ephemeris"),
  scenario: room("units catalog", { packages: "yaml zod" }),
  /** A data centre in orbit as a text for any software; of the language it has the reader of texts and the problems. */
  description: room("scenario", { packages: "zod" }),
  /** Who gets which shared capacity, before anything is planned. */
  market: room("units kernel ledger physics money scenario"),
  /** Many scenarios for one question; what is measured of each comes through a port. */
  study: room("units kernel scenario"),
  /** Who pays for a plan: what it needs comes as a record that `finance` writes. */
  capital: room("units money scenario"),
  /** Whose shares, and what they get. */
  deals: room("units money scenario", { packages: "decimal.js" }),
  /** Which job runs where and when; it sees curves of supply and no orbit. */
  schedule: room("units kernel"),
  /** Satellites and stations as a graph that changes: it knows no scenario. */
  network: room("units kernel physics ephemeris events"),
  /** Language models on chips: how fast, how many, at what draw; it knows no scenario. */
  inference: room("units", { types: "catalog" }),
  size: room("units kernel ledger physics money scenario", { types: "catalog" }),
  fly: room("units kernel ledger physics scenario ephemeris", { types: "size" }),
  serve: room("units kernel ledger physics scenario schedule", { types: "size fly" }),
  plan: room("units ledger physics money scenario", { types: "market size fly serve" }),
  finance: room("units ledger money scenario capital", { types: "market size fly serve plan" }),
  footprint: room("units ledger physics scenario", { types: "size fly serve plan finance" }),
  /** The money as cells with formulas; it reads the records of the stages and works nothing out itself. */
  book: room("units money scenario", { types: "ledger plan finance capital deals", packages: "write-excel-file" }),
  published: room("units ledger physics money"),
  /** How sure an answer is: it sees of the model only evaluate(x). */
  risk: room("units kernel physics money scenario", { types: "study" }),
  report: room("units ledger scenario", { types: "catalog market study deals capital size fly serve plan finance footprint published risk run" }),
  run: room(`${PURE} report`),
  /** The planner's solver, which a browser's worker opens too. */
  solver: room("", { types: "plan", packages: "highs" }),
  /** What an app beside the command asks, and what it is answered: plain records, in Node and in a browser alike. */
  service: room(`${PURE} report run`),
  io: room(`${PURE} elements report run solver service`, { packages: "@duckdb/node-api @fastify/static fastify hyparquet hyparquet-writer pg pg-boss yaml" }),
  cli: room(`${PURE} elements report run solver service io`, { packages: "commander" }),
  /** src/index.ts, the package's front door, which must also open in a browser. */
  "": room(`${PURE} report run`),
};

/** The table as ARCHITECTURE.md prints it. */
export const layersTable = (): string => {
  const names = (words: readonly string[]): string => words.join(", ");
  const rows = Object.entries(LAYERS).map(([name, { may, types, packages }]) => `| ${name === "" ? "`src/index.ts`" : `\`${name}\``} | ${names(may)} | ${names(types)} | ${names(packages)} |`);
  return ["| room | values of | types of | packages |", "| --- | --- | --- | --- |", ...rows].join("\n");
};

/** Rooms that may touch the machine: files, threads, the clock. */
export const NODE_ROOMS = ["io", "cli"] as const;

/** "physics" of "src/physics/orbit.ts"; "" for src/index.ts; undefined outside src. */
export const roomOf = (path: string): string | undefined => {
  if (!path.startsWith("src/")) return undefined;
  const parts = path.split("/");
  return parts.length === 2 ? "" : parts[1];
};

const isBuiltin = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);

export const layerFindings = (source: Source): readonly Finding[] =>
  source.imports.flatMap((item) => {
    const mend = layerMend(item);
    return mend === undefined ? [] : [{ path: source.path, line: item.line, mend }];
  });

const layerMend = (item: Import): string | undefined => {
  const from = roomOf(item.from);
  if (from === undefined) return undefined;
  const layer = LAYERS[from];
  if (layer === undefined) return `room "${from}" is not in the layer table: give it a row in test/tidy/layers.ts and ARCHITECTURE.md`;
  if (!item.relative) return packageMend(from, layer, item);
  const to = roomOf(item.to);
  if (to === undefined) return `imports ${item.to}, which is outside src`;
  if (to === from || layer.may.includes(to)) return undefined;
  if (layer.types.includes(to)) return item.typeOnly ? undefined : `${from} may import only types of ${to}: write "import type", or hand the value in`;
  return `${from} may not import ${to || "the front door"}: pass a record or a port instead, or argue a change of the layer table in design/`;
};

const packageMend = (from: string, layer: Room, item: Import): string | undefined => {
  if (isBuiltin(item.to)) {
    return NODE_ROOMS.some((name) => name === from) ? undefined : `${item.to} is for ${NODE_ROOMS.join(" and ")} only: take what it gives as a port`;
  }
  return layer.packages.includes(item.to) ? undefined : `${from} may not import the package ${item.to}: see the layer table`;
};

/** Another folder is entered through its index; no file reaches back to an index above or beside it. */
export const doorFindings = (source: Source): readonly Finding[] =>
  source.imports.flatMap((item) => {
    const mend = item.relative && roomOf(item.from) !== undefined && roomOf(item.to) !== undefined ? doorMend(item) : undefined;
    return mend === undefined ? [] : [{ path: source.path, line: item.line, mend }];
  });

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

const doorMend = ({ from, to }: Import): string | undefined => {
  const here = folderOf(from);
  const there = folderOf(to);
  const throughIndex = to.endsWith("/index.ts");
  if (here.startsWith(there)) {
    return throughIndex && from !== "src/index.ts" ? `imports the index of its own folder ${there}: import the file itself` : undefined;
  }
  return throughIndex ? undefined : `enters another folder by ${to}: go through its index.ts`;
};

/** Import cycles among files, types included: each is named once, by the file that comes first. */
export const cycleFindings = (sources: readonly Source[]): readonly Finding[] => {
  const graph = new Map(sources.map((source) => [source.path, source.imports.filter((item) => item.relative)]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    for (const item of graph.get(path) ?? []) {
      const at = trail.indexOf(item.to);
      if (at >= 0) findings.push({ path, line: item.line, mend: `closes the import cycle ${[...trail.slice(at), item.to].join(" -> ")}` });
      else if (!done.has(item.to)) visit(item.to, [...trail, item.to]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) if (!done.has(path)) visit(path, [path]);
  return findings;
};
