// Builds the studio into dist/studio: the page, the presets beside it, and the answers that come with them. Does nothing where that is current.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Examples as cases, in order of their names. */
const presets = async () => {
  const { readCase } = await import("../dist/io/studio/index.js");
  const ids = readdirSync(join(root, "examples")).toSorted().filter((id) => existsSync(join(root, "examples", id, "scenario.yaml")));
  return Promise.all(ids.map(async (id) => {
    const read = await readCase(join(root, "examples", id, "scenario.yaml"));
    if (!read.ok) throw new Error(`examples/${id}: ${JSON.stringify(read.problems[0])}`);
    return { id, name: read.name, note: read.note, case: read.case };
  }));
};

/** The answer of a preset and what provisional answers come from; kept beside `dist/studio` for as long as model and example are the same. */
const answered = async (id, given) => {
  const kept = join(root, "dist/studio-answers", `${id}-with-base-${hashOf(["src", `examples/${id}`], [])}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const [{ provisionalBase, runCase }, { highsSolver }] = await Promise.all([import("../dist/service/index.js"), import("../dist/solver/index.js")]);
  const { answer } = await runCase(given, { solve: highsSolver() });
  const base = await provisionalBase(given, { solve: highsSolver() });
  rmSync(join(root, "dist/studio-answers"), { recursive: true, force: true });
  mkdirSync(join(root, "dist/studio-answers"), { recursive: true });
  writeFileSync(kept, JSON.stringify({ answer, base }));
  return { answer, base };
};

const build = async () => {
  const { build: bundle } = await import("vite");
  await bundle({ configFile: join(root, "studio/vite.config.ts"), logLevel: "warn" });
  const { STUDIO_POLICY } = await import("../dist/io/studio/index.js");
  const index = join(out, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<head>", `<head>\n    <meta http-equiv="content-security-policy" content="${STUDIO_POLICY}" />`));
  for (const folder of ["presets", "answers"]) mkdirSync(join(out, folder), { recursive: true });
  const { caseHash } = await import("../dist/service/index.js");
  const all = await Promise.all((await presets()).map(async (preset) => ({ ...preset, hash: await caseHash(preset.case) })));
  writeJson("presets/index.json", all.map(({ id, name, note, hash }) => ({ id, name, note, hash })));
  for (const { id, case: given } of all) writeJson(`presets/${id}.json`, given);
  const shipped = all.filter(({ id }) => ANSWERED.includes(id));
  for (const { id, case: given } of shipped) {
    const { answer, base } = await answered(id, given);
    writeJson(`answers/${id}.json`, answer);
    writeJson(`answers/${id}.base.json`, base);
  }
  writeJson("answers/index.json", Object.fromEntries(shipped.map(({ id, hash }) => [hash, `${id}.json`])));
  writeJson("answers/bases.json", Object.fromEntries(ANSWERED.map((id) => [id, `${id}.base.json`])));
};

const wanted = hashOf(["src", "studio", "examples"], ["package-lock.json", "scripts/build-studio.mjs"]);
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted || !existsSync(join(out, "index.html"))) {
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, wanted);
}
