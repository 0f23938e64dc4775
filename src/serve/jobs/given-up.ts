/** What became of jobs that never ran to their end, in words: why they failed, and what those that never could begin wait for. */
import type { Entry } from "../../schedule/index.ts";
import type { ClassTally } from "./tally.ts";

export interface GivenUpAsked {
  readonly entries: readonly { readonly job: Pick<Entry["job"], "class" | "after">; readonly state: Entry["state"] }[];
  readonly byId: ReadonlyMap<string, unknown>;
  readonly classes: ReadonlyMap<string, Pick<ClassTally, "failures">>;
}

const NAMED_MOST = 8;

/** A note for each class and reason that failed jobs, and one for jobs behind others that are not among those of the days. */
export const givenUpNotes = ({ entries, byId, classes }: GivenUpAsked): readonly string[] => {
  const failed = [...classes].flatMap(([id, { failures }]) => Object.entries(failures).map(([reason, count]) => `${count} jobs of class ${id} failed: ${reason}.`));
  const behind = entries.filter(({ job: { after }, state }) => state === "submitted" && after.some((id) => !byId.has(id)));
  const wanted = [...new Set(behind.flatMap(({ job: { after } }) => after.filter((id) => !byId.has(id))))];
  const more = wanted.length > NAMED_MOST ? ` and ${wanted.length - NAMED_MOST} more` : "";
  return [...failed, ...(behind.length === 0 ? [] : [`${behind.length} jobs wait for others that are not among those of the days, and never begin: ${wanted.slice(0, NAMED_MOST).join(", ")}${more}.`])];
};
