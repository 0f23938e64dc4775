import type { ReactElement } from "react";
import { Priorities } from "./priorities.tsx";
import { YearPlayer } from "./year-player.tsx";
import { PAGE_SECTIONS } from "../shell/page-sections.ts";
import { Sections } from "../shell/sections.tsx";

/** What is built and launched when, and by what it is bound. */
export const BuildPage = (): ReactElement => (
  <>
    <h1>Build-out</h1>
    <YearPlayer />
    <Priorities />
    <Sections ids={PAGE_SECTIONS.build} empty="The scenario builds nothing." />
  </>
);
