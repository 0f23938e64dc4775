/** Words and paths that no file of the project may carry, and papers that a folder must have. */
import type { Finding } from "./source.ts";

export type TextFile = { readonly path: string; readonly text: string };

type Banned = { readonly pattern: RegExp; readonly where: RegExp; readonly mend: string };

const BANNED: readonly Banned[] = [
  { pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, where: /^(?!test\/tidy|package-lock)/, mend: "is a note to oneself: do it, or say in the docs that it is not done" },
  { pattern: /to be sourced/i, where: /^src\//, mend: "is a number without a parent: give its source, or leave it out" },
  { pattern: /read_file|find_string|\bid \d{7,}/, where: /^(?!test\/(tidy|catalog)|package-lock)/, mend: "is a note of a search tool, not a source: name author, title, date and place" },
  { pattern: /(?<![\w.])\/(?:work|farm|root|home)\/|\.\.\/shared\b/, where: /^(?!package-lock)/, mend: "is a path of somebody's machine: copy what is needed, with its origin" },
];

export const wordFindings = ({ path, text }: TextFile): readonly Finding[] => {
  const rules = BANNED.filter((rule) => rule.where.test(path));
  return text.split("\n").flatMap((line, i) =>
    rules.flatMap(({ pattern, mend }) => {
      const found = pattern.exec(line)?.[0];
      return found === undefined ? [] : [{ path, line: i + 1, mend: `"${found}" ${mend}` }];
    }),
  );
};

const GOLDEN_PAPERS = ["origin", "date", "command|how", "licen[cs]e"] as const;

/** Every folder of test/golden says where its numbers are from. */
export const goldenFindings = (paths: readonly string[], read: (path: string) => string | undefined): readonly Finding[] =>
  foldersUnder(paths, "test/golden/").flatMap((folder) => {
    const path = `${folder}README.md`;
    const text = read(path);
    if (text === undefined) return [{ path, line: 1, mend: "is missing: origin, date, command and licence of the data beside it" }];
    const missing = GOLDEN_PAPERS.filter((word) => !new RegExp(`\\b(${word})\\b`, "i").test(text));
    return missing.length === 0 ? [] : [{ path, line: 1, mend: `does not say: ${missing.join(", ")}` }];
  });

/** Every folder of examples is named by a test. */
export const exampleFindings = (paths: readonly string[], tests: readonly TextFile[]): readonly Finding[] =>
  foldersUnder(paths, "examples/").flatMap((folder) => {
    const name = folder.split("/")[1] ?? folder;
    return tests.some(({ text }) => text.includes(name)) ? [] : [{ path: folder, line: 1, mend: `no test names ${name}: every example is a test` }];
  });

/** Tables beside a scenario say where they are from, as golden data does. */
export const exampleDataFindings = (paths: readonly string[], read: (path: string) => string | undefined): readonly Finding[] =>
  paths
    .filter((path) => /^examples\/.*\.(csv|parquet|json)$/.test(path))
    .flatMap((path) => {
      const readme = `${path.slice(0, path.lastIndexOf("/") + 1)}README.md`;
      const text = read(readme) ?? "";
      const named = text.includes(path.slice(path.lastIndexOf("/") + 1)) && /licen[cs]e/i.test(text);
      return named ? [] : [{ path: readme, line: 1, mend: `must name ${path} with its origin and licence` }];
    });

const foldersUnder = (paths: readonly string[], top: string): readonly string[] => {
  const inside = paths.filter((path) => path.startsWith(top)).map((path) => path.slice(top.length).split("/"));
  const folders = new Set(inside.filter((parts) => parts.length > 1).map((parts) => `${top}${parts[0]}/`));
  return [...folders].filter((folder) => !folder.startsWith(`${top}.`));
};

/** Exact versions, and no licence that would bind those who use the package. */
export const packageFindings = (manifest: string, lock: string): readonly Finding[] => {
  const loose = [...manifest.matchAll(/"([^"]+)": "([\^~][^"]*|\*|latest)"/g)];
  const copyleft = [...lock.matchAll(/"license": "([^"]*(?:GPL|SSPL|BUSL|EUPL)[^"]*)"/g)];
  const at = (text: string, match: RegExpExecArray): number => text.slice(0, match.index).split("\n").length;
  return [
    ...loose.map((m) => ({ path: "package.json", line: at(manifest, m), mend: `${m[1]} ${m[2]}: pin the exact version` })),
    ...copyleft.map((m) => ({ path: "package-lock.json", line: at(lock, m), mend: `licence ${m[1]}: choose another package` })),
  ];
};
