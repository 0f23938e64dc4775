/** Suites that are measured, and those that docs/accuracy.md prints: a page that lacks one was not written anew. */
import { lineAt, type Finding } from "./source.ts";
import type { TextFile } from "./words.ts";

/** What a normal run does not run, the rules themselves, and the measuring itself. */
const LEFT_OUT = /^test\/(full|tidy|golden)\/|^test\/tidy\.test\.ts$/;
const NAMED = /\bmeasure\(\s*"([^"]+)"|\bconst SUITE = "([^"]+)"/g;
const MEASURES = /golden\/measure\.ts"/;
/** A suite under another name would not be seen here. */
const UNSEEN = /\bmeasure\(\s*(?!"|SUITE\b|suite\b)/g;

export const accuracyFindings = (files: readonly TextFile[], page: string): readonly Finding[] => {
  const printed = new Set([...page.matchAll(/^###? (.+)$/gm)].map(([, suite]) => suite));
  return files.filter(({ path, text }) => path.startsWith("test/") && path.endsWith(".ts") && !LEFT_OUT.test(path) && MEASURES.test(text)).flatMap(({ path, text }) => {
    const at = (offset: number, mend: string): Finding => ({ path, line: lineAt(text, offset), mend });
    const missing = [...text.matchAll(NAMED)].filter(([, literal, constant]) => !printed.has(literal ?? constant!)).map((match) => at(match.index, `measures "${match[1] ?? match[2]}", which docs/accuracy.md does not print: npm run accuracy writes it`));
    const unseen = [...text.matchAll(UNSEEN)].map((match) => at(match.index, "names its suite by neither a literal nor SUITE"));
    return [...new Map([...missing, ...unseen].map((finding) => [finding.mend, finding])).values()];
  });
};
