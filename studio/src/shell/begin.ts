/** What happens before the first view: the list of presets, the view that the address asks for, and its case. */
import { localPreset } from "../model/local.ts";
import { pageModels } from "../model/page-models.ts";
import { isEmbedded } from "../share/embed.ts";
import { openedLink } from "../share/opened-link.ts";
import { presetCase, presetList, type PresetEntry } from "../state/presets.ts";
import { beginSession, presetText, type Opened, type Session } from "../state/session.ts";

/** The preset that opens where the address names none. */
const FIRST_PRESET = localPreset() || "two-tier";

/** The first preset, with a word on why it is shown. */
const firstView = async (notice: string): Promise<Omit<Opened, "shown">> => {
  const given = await presetCase(FIRST_PRESET);
  return { view: { page: "answer", preset: FIRST_PRESET, text: presetText(given), choices: {} }, case: given, notice };
};

/** The view that an address means; the first preset, with a word on why, where it cannot be opened. */
const viewOfAddress = async (fragment: string, presets: readonly PresetEntry[]): Promise<Omit<Opened, "shown">> => {
  if (fragment === "" || fragment === "#") return firstView("");
  const read = await openedLink(fragment, presets);
  return read.ok ? read.opened : firstView(`The link could not be opened: ${read.why}. The first preset is shown instead.`);
};

export const begin = async (): Promise<Session> => {
  const presets = await presetList();
  return beginSession({ presets, models: pageModels(), sliders: !isEmbedded(), ...(await viewOfAddress(location.hash, presets)) });
};
