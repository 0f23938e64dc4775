/** What happens before the first view: the list of presets, the view that the address asks for, and its case. */
import { localPreset } from "../model/local.ts";
import { pageModels } from "../model/page-models.ts";
import { isEmbedded } from "../share/embed.ts";
import { linkedText, readFragment } from "../share/link.ts";
import { presetCase, presetList, type PresetEntry } from "../state/presets.ts";
import { beginSession, presetText, type Opened, type Session } from "../state/session.ts";

/** The preset that opens where the address names none. */
const FIRST_PRESET = localPreset() || "two-tier";

/** The view that an address means; the first preset, with a word on why, where it cannot be opened. */
export const viewOfAddress = async (fragment: string, presets: readonly PresetEntry[]): Promise<Omit<Opened, "shown">> => {
  const plain = async (notice: string): Promise<Omit<Opened, "shown">> => {
    const given = await presetCase(FIRST_PRESET);
    return { view: { page: "answer", preset: FIRST_PRESET, text: presetText(given), choices: {} }, case: given, notice };
  };
  if (fragment === "" || fragment === "#") return plain("");
  const read = await readFragment(fragment);
  if (!read.ok) return plain(`The link could not be opened: ${read.why}. The first preset is shown instead.`);
  const { link: { preset, page, choices }, link } = read;
  if (!presets.some(({ id }) => id === preset)) return plain(`The link could not be opened: there is no preset "${preset}". The first preset is shown instead.`);
  const given = await presetCase(preset);
  try {
    return { view: { page, preset, choices, text: linkedText(link, presetText(given)) }, case: given, notice: "" };
  } catch (error) {
    return { view: { page, preset, choices, text: presetText(given) }, case: given, notice: `The link's changes could not be made: ${error instanceof Error ? error.message : String(error)}. The preset is shown as it is.` };
  }
};

export const begin = async (): Promise<Session> => {
  const presets = await presetList();
  return beginSession({ presets, models: pageModels(), sliders: !isEmbedded(), ...(await viewOfAddress(location.hash, presets)) });
};
