import type { Sitting } from "../state/session.ts";

/** One problem in a sentence. */
export const problemText = ({ path, found, expected, hint }: Sitting["problems"][number]): string => `${path === "" ? "" : `${path}: `}found ${found}, expected ${expected}. ${hint}`;
