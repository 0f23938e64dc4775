/** What the reader has chosen of the sky, kept in the view. */
import { useChoice } from "../state/use-session.ts";

const NONE: readonly number[] = [];
const FIRST: readonly number[] = [0];

/** Numbers of the satellites that are looked at, from 0. */
export const useSelected = (): readonly [readonly number[], (next: readonly number[]) => void] => useChoice<readonly number[]>("clock", "selected", FIRST);
export const useFollow = (): readonly [number | null, (next: number | null) => void] => useChoice<number | null>("clock", "follow", null);
export const usePlane = (): readonly [number | null, (next: number | null) => void] => useChoice<number | null>("clock", "plane", null);
export const useLinksShown = (): readonly [boolean, (next: boolean) => void] => useChoice<boolean>("clock", "links", true);
export const useLabelsShown = (): readonly [boolean, (next: boolean) => void] => useChoice<boolean>("clock", "labels", true);
export const useForm = (): readonly ["globe" | "map", (next: "globe" | "map") => void] => useChoice<"globe" | "map">("clock", "form", "globe");
/** Whether one stands among the stars and sees the Earth turn, or on the Earth. */
export const useTurning = (): readonly [boolean, (next: boolean) => void] => useChoice<boolean>("clock", "turning", true);

/** Those that this scenario has. */
export const present = (selected: readonly number[], satellites: number): readonly number[] => (selected.every((one) => one < satellites) ? selected : satellites === 0 ? NONE : FIRST);

/** So many are looked at at once. */
export const SELECTED_MOST = 8;
