// Builds the studio into dist/studio: the page, the presets beside it, and the answers that come with them. Does nothing where that is current.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const out = join(root, "dist/studio");
const stamp = join(root, "dist/studio.stamp");

/** Presets whose answer comes with the page: the one that it opens with. The others are run when they are chosen. */
const ANSWERED = ["two-tier"];

const filesUnder = (folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)).filter((path) => statSync(join(root, path)).isFile()).toSorted();

const hashOf = (folders, more) => {
  const hash = createHash("sha256");
  for (const path of [...folders.flatMap(filesUnder), ...more]) hash.update(path).update("\0").update(readFileSync(join(root, path))).update("\0");
  return hash.digest("hex");
};

const writeJson = (path, value) => writeFileSync(join(out, path), `${JSON.stringify(value)}\n`);

/** An example as a case: every file that its scenario reads, tables as text. */
const caseOf = async (id, { nodeFiles, withTables }, { loadScenario }) => {
  const folder = join(root, "examples", id);
  const files = nodeFiles(join(folder, "scenario.yaml"));
  const texts = {};
  const read = (path) => {
    const text = files.read(path);
    if (text !== undefined) texts[relative(folder, path)] = text;
    return text;
  };
  const loaded = await withTables(files, () => loadScenario({ path: join(folder, "scenario.yaml"), files: { ...files, read } }));
  if (!loaded.ok) throw new Error(`examples/${id}: ${JSON.stringify(loaded.problems[0])}`);
  const workload = loaded.scenario.serve?.workload ?? "";
  if (workload !== "") read(join(folder, workload));
  return { id, name: loaded.scenario.name, note: loaded.scenario.note, case: { scenario: "scenario.yaml", files: texts, set: [] } };
};

const presets = async () => {
  const [io, scenario] = await Promise.all([import("../dist/io/index.js"), import("../dist/scenario/index.js")]);
  const ids = readdirSync(join(root, "examples")).toSorted().filter((id) => existsSync(join(root, "examples", id, "scenario.yaml")));
  return Promise.all(ids.map((id) => caseOf(id, io, scenario)));
};

/** The answer of a preset; kept beside `dist/studio` for as long as model and example are the same. */
const answered = async (id, given) => {
  const kept = join(root, "dist/studio-answers", `${id}-${hashOf(["src", `examples/${id}`], [])}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const [{ runCase }, { highsSolver }] = await Promise.all([import("../dist/service/index.js"), import("../dist/solver/index.js")]);
  const { answer } = await runCase(given, { solve: highsSolver() });
  rmSync(join(root, "dist/studio-answers"), { recursive: true, force: true });
  mkdirSync(join(root, "dist/studio-answers"), { recursive: true });
  writeFileSync(kept, JSON.stringify(answer));
  return answer;
};

const build = async () => {
  const { build: bundle } = await import("vite");
  await bundle({ configFile: join(root, "studio/vite.config.ts"), logLevel: "warn" });
  for (const folder of ["presets", "answers"]) mkdirSync(join(out, folder), { recursive: true });
  const all = await presets();
  writeJson("presets/index.json", all.map(({ id, name, note }) => ({ id, name, note })));
  for (const { id, case: given } of all) writeJson(`presets/${id}.json`, given);
  for (const { id, case: given } of all.filter((preset) => ANSWERED.includes(preset.id))) writeJson(`answers/${id}.json`, await answered(id, given));
  writeJson("answers/index.json", Object.fromEntries(ANSWERED.map((id) => [id, `${id}.json`])));
};

const wanted = hashOf(["src", "studio", "examples"], ["package-lock.json", "scripts/build-studio.mjs"]);
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted || !existsSync(join(out, "index.html"))) {
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, wanted);
}
