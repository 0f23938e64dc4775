/** What happens before the first view: the list of presets, the view that the address asks for, and its case. */
import { pageModels } from "../model/model.ts";
import { presetCase, presetList } from "../state/presets.ts";
import { beginSession, presetText, type Session } from "../state/session.ts";

/** The preset that opens where the address names none. */
const FIRST_PRESET = "two-tier";

export const begin = async (): Promise<Session> => {
  const [presets, given] = await Promise.all([presetList(), presetCase(FIRST_PRESET)]);
  return beginSession({ presets, case: given, models: pageModels(), view: { page: "answer", preset: FIRST_PRESET, text: presetText(given), choices: {} } });
};
