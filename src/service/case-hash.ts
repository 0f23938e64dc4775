/** What a case is known by: every file of it, and what is laid over it. */
import { contentHash } from "../run/index.ts";
import type { Case } from "./case.ts";

/** SHA-256 in hexadecimal; the order of files says nothing. */
export const caseHash = ({ scenario, files, set }: Case): Promise<string> => contentHash({ scenario, files, set });
