/** Cap tables in Open Cap Format: written of a scenario's deals into a folder, and read from one into a scenario's text. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { enactDeals, ocfManifest, ocfScenario, OcfError, readOcf, writeOcf, type OcfObject, type ReadOcf } from "../deals/index.ts";
import { gateOutcomes } from "../market/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import { readScenario } from "./read-scenario.ts";
import type { Terminal } from "./terminal.ts";

const MANIFEST = "Manifest.ocf.json";

/** `export --format ocf --out folder`. */
export const exportOcf = async (source: string, { out, set }: { readonly out?: string; readonly set?: readonly string[] }, terminal: Terminal): Promise<ExitCode> => {
  if (out === undefined) throw new UsageError("--format ocf without --out", "several files are written: name a folder");
  const scenario = await readScenario({ source, set: set ?? [] }, terminal);
  const done = enactDeals(scenario, gateOutcomes(scenario));
  if (done === null) throw new UsageError("the scenario has no deals", "dawndusk explain deals tells what they are");
  const { agreement, history } = done;
  const files = writeOcf({ name: agreement.company, country: agreement.country, holders: agreement.holders, log: history.log });
  const texts = Object.fromEntries(files.files.map(({ name, content }) => [name, jsonText(content)]));
  const manifest = jsonText(ocfManifest(files, (name) => createHash("md5").update(texts[name]!).digest("hex")));
  const folder = outFolder(out);
  writeInto(folder, { ...texts, [MANIFEST]: manifest });
  terminal.write(`${[MANIFEST, ...Object.keys(texts)].map((name) => `${folder}/${name}`).join("\n")}\n`);
  if (history.problem === null) return EXIT.done;
  terminal.tell(`${history.problem.path}: found ${history.problem.found}, expected ${history.problem.expected}\n    what stands before it is written\n`);
  return EXIT.infeasible;
};

/** `init --ocf folder`: the text of a `deals` section. */
export const initOcf = (folder: string): { readonly text: string; readonly read: ReadOcf } => {
  const manifest = objectIn(join(folder, MANIFEST));
  const issuer = manifest["issuer"];
  if (typeof issuer !== "object" || issuer === null) throw new UsageError(`${join(folder, MANIFEST)} has no issuer`, "is it the manifest of Open Cap Format?");
  const objects = Object.entries(manifest).filter(([name]) => name.endsWith("_files")).flatMap(([, list]) => (Array.isArray(list) ? (list as readonly unknown[]) : [])).flatMap((file) => itemsOf(folder, file));
  try {
    const read = readOcf(issuer as OcfObject, objects);
    return { text: ocfScenario(read), read };
  } catch (error) {
    if (error instanceof OcfError || error instanceof RangeError) throw new UsageError(`${folder}: ${error.message}`, "the files do not hold to Open Cap Format");
    throw error;
  }
};

const itemsOf = (folder: string, file: unknown): readonly OcfObject[] => {
  const name = typeof file === "object" && file !== null && "filepath" in file ? file.filepath : undefined;
  if (typeof name !== "string") throw new UsageError(`${join(folder, MANIFEST)} names a file without a path`, "each has filepath and md5");
  const path = resolve(folder, name);
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) throw new UsageError(`${join(folder, MANIFEST)} names ${name}, outside its folder`, "files stand in the folder of the manifest");
  const items = objectIn(path)["items"];
  if (!Array.isArray(items)) throw new UsageError(`${path} has no items`, "is it a file of Open Cap Format?");
  return items as readonly OcfObject[];
};

const objectIn = (path: string): OcfObject => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as OcfObject;
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, `${dirname(path)} is a folder with ${MANIFEST} of Open Cap Format`);
  }
  throw new UsageError(`${path} is no JSON object`, "is it a file of Open Cap Format?");
};
