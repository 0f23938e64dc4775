import type { ReactElement } from "react";
import { Sections } from "../shell/sections.tsx";

/** What is built and launched when, and by what it is bound. */
export const BuildPage = (): ReactElement => (
  <>
    <h1>Build-out</h1>
    <Sections ids={["plan", "platform", "sites", "market"]} empty="The scenario builds nothing." />
  </>
);
