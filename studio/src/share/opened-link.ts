/** What a link opens: its own files, or the preset of this host that it was made from. */
import { caseHash, type Case } from "dawndusk/service";
import { presetCase, type PresetEntry } from "../state/presets.ts";
import { presetText, type Opened } from "../state/sitting.ts";
import { linkedText, OPENED, readFragment, type Link } from "./link.ts";

export type OpenedLink = { readonly ok: true; readonly opened: Omit<Opened, "shown"> } | { readonly ok: false; readonly why: string };

/** Never throws: what cannot be opened says why. */
export const openedLink = async (fragment: string, presets: readonly PresetEntry[]): Promise<OpenedLink> => {
  try {
    const read = await readFragment(fragment);
    return read.ok ? await openedOf(read.link, presets) : read;
  } catch (error) {
    return { ok: false, why: wordsOf(error) };
  }
};

/** What the local process was named is called so by each: which scenario a link of before meant, it did not tell. */
const LOCAL = "local";
const UNTOLD = "The link was made by an older studio and does not tell which scenario it is of: the one that is open here may be another.";

const openedOf = async (link: Link, presets: readonly PresetEntry[]): Promise<OpenedLink> => {
  const { preset, page, choices } = link;
  if (link.case === null && !presets.some(({ id }) => id === preset)) return { ok: false, why: preset === LOCAL || preset === OPENED ? "it is of a scenario that is not among the presets, and does not hold it: a snapshot does" : `there is no preset "${preset}"` };
  const given = link.case ?? (await presetCase(preset));
  const named = link.case === null ? preset : await nameHere(preset, given, presets);
  const untold = preset === LOCAL && link.case === null && (link.text.kind === "whole" || link.text.of === null);
  try {
    const { text, notice } = await linkedText(link, given);
    return { ok: true, opened: { view: { page, preset: named, choices, text }, case: given, notice: untold ? UNTOLD : notice } };
  } catch (error) {
    if (link.case !== null) return { ok: false, why: "it is broken: its changes do not fit its own text" };
    return { ok: true, opened: { view: { page, preset: named, choices, text: presetText(given) }, case: given, notice: `The link's changes could not be made: ${wordsOf(error)}. The preset is shown as it is.` } };
  }
};

/** The preset that a case is here, or the word for one that is none. */
export const nameHere = async (id: string, given: Case, presets: readonly PresetEntry[]): Promise<string> => {
  const known = presets.find((one) => one.id === id);
  if (known === undefined) return OPENED;
  const hash = known.hash ?? (await presetCase(id).then(caseHash, () => null));
  return hash === (await caseHash(given)) ? id : OPENED;
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
