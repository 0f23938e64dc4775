/** Measurements of the tests as Markdown. */

export type Measured = {
  readonly suite: string;
  readonly case: string;
  readonly got: number;
  readonly expected: number;
  readonly error: number;
  readonly tolerance: number;
  readonly unit: string;
  readonly source: string;
};

const relative = ({ error, expected }: Measured): number => Math.abs(error / expected);

/** Zero in either place says that the error is below what the number can hold. */
const share = ({ error, tolerance }: Measured): number => (error === 0 ? 0 : Math.abs(error) / tolerance);

const digits = (value: number, count: number): string => (value === 0 ? "0" : String(Number(value.toPrecision(count))));

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const bySuite = (rows: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> => {
  const suites = new Map<string, Measured[]>();
  for (const row of rows) suites.set(row.suite, [...(suites.get(row.suite) ?? []), row]);
  return new Map([...suites].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const worst = (rows: readonly Measured[]): Measured => {
  const found = rows.toSorted((a, b) => share(b) - share(a))[0];
  if (found === undefined) throw new Error("a suite without cases");
  return found;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Suites whose oracle is slower or plainer code of this project. */
const HOUSE_SUITES: readonly string[] = ["fleet-flight", "fleet-power"];
/** Sources that are this project: its program, its files, its own reckoning. Others' files may be in a src/ too, after their repository's name. */
const HOUSE_SOURCE = /\bour\b|\bown (program|code|model)\b|\b(project physics notes|this project)\b|^src\/|^fly:/i;

/** Whether a row compares this project with itself: agreement, not accuracy. */
export const withinTheHouse = ({ suite, source }: Measured): boolean => HOUSE_SUITES.includes(suite) || HOUSE_SOURCE.test(source);

const HOUSE_HEADING = "agreement within the house";
const HOUSE_TEXT = "one part of this project against another, or against its own notes: not accuracy, and not in the count above";

/** One line a suite: cases, median and largest error relative to the expected value, and the case that comes nearest to its tolerance. */
export const accuracySummary = (rows: readonly Measured[]): string => {
  const house = rows.filter(withinTheHouse);
  const others = rows.filter((row) => !withinTheHouse(row));
  const count = `${others.length} comparisons with published values, other programs, closed forms and direct integrations; each is listed in [docs/accuracy.md](docs/accuracy.md).`;
  const inside = house.length === 0 ? [] : [`${heading(HOUSE_HEADING)} (${house.length} cases; ${HOUSE_TEXT}):`, summaryTable(house)];
  return [summaryTable(others), count, ...inside].join("\n\n");
};

const heading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const summaryTable = (rows: readonly Measured[]): string => {
  const lines = [...bySuite(rows)].map(([suite, cases]) => {
    const errors = cases.filter(({ expected }) => expected !== 0).map(relative);
    const near = worst(cases);
    const largest = errors.length === 0 ? "" : digits(Math.max(...errors), 2);
    return [suite, String(cases.length), errors.length === 0 ? "" : digits(median(errors), 2), largest, near.case, `${digits(100 * share(near), 2)} %`, near.source];
  });
  return table(["suite", "cases", "median relative error", "largest", "nearest to its tolerance", "of it used", "against"], lines);
};

/** Every case, suite by suite; those within the house under a heading of their own. */
export const accuracyPage = (rows: readonly Measured[]): string => {
  const house = rows.filter(withinTheHouse);
  const inside = house.length === 0 ? [] : [`## ${heading(HOUSE_HEADING)}\nHere is ${HOUSE_TEXT}.\n`, ...suiteSections(house, "###")];
  const sections = [...suiteSections(rows.filter((row) => !withinTheHouse(row)), "##"), ...inside];
  return `# Accuracy\nWritten by \`npm run accuracy\` from the tests: each row is an assertion of one of them.\n\n${sections.join("\n")}`;
};

const suiteSections = (rows: readonly Measured[], level: "##" | "###"): readonly string[] =>
  [...bySuite(rows)].map(([suite, cases]) => {
    const lines = cases.map((row) => [
      row.case,
      `${digits(row.got, 8)} ${row.unit}`,
      digits(row.expected, 8),
      digits(row.error, 2),
      digits(row.tolerance, 2),
      row.source,
    ]);
    return `${level} ${suite}\n${table(["case", "this project", "expected", "error", "tolerance", "source"], lines)}\n`;
  });

/** Replaces what stands between "<!-- name -->" and "<!-- /name -->". Throws when a marker is missing. */
export const betweenMarkers = (text: string, name: string, content: string): string => {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
};
