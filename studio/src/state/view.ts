/** All that a reader has chosen: a link, an undo and a screenshot are of this record, and of nothing else. */

export const PAGES = ["answer", "clock", "build", "money", "risk", "compare"] as const;
export type PageId = (typeof PAGES)[number];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface View {
  readonly page: PageId;
  /** Preset that the text started from. */
  readonly preset: string;
  /** The scenario as it is written now. */
  readonly text: string;
  /** What pages let one choose, by page, as plain data: each page reads its own. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
