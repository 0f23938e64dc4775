/** The studio's local process. */
export { readCase, type ReadCase } from "./case-files.ts";
export { STUDIO_POLICY } from "./policy.ts";
export { serveStudio, STUDIO_FOLDER, type StudioAsked, type StudioServer } from "./serve-studio.ts";
