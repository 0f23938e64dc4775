/** Takes up a preset: its files are fetched, and what was opened or written meanwhile is not overwritten. */
import type { Case } from "dawndusk/service";
import { presetCase } from "./presets.ts";

interface Ports {
  /** Raised by whatever opens something. */
  readonly opened: () => number;
  readonly text: () => string;
  readonly open: (id: string, taken: Case) => void;
  readonly say: (notice: string) => void;
}

export const presetTaker = ({ opened, text, open, say }: Ports): ((id: string) => Promise<void>) => {
  let asked = 0;
  return async (id) => {
    const own = ++asked;
    const [before, words] = [opened(), text()];
    const isLate = (): boolean => own !== asked || opened() !== before || text() !== words;
    try {
      const taken = await presetCase(id);
      if (!isLate()) open(id, taken);
    } catch (error) {
      if (!isLate()) say(`The preset could not be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };
};
