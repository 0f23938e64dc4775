import type { ReactElement } from "react";
import { Sections } from "../shell/sections.tsx";

/** What happens when. */
export const ClockPage = (): ReactElement => (
  <>
    <h1>One clock</h1>
    <Sections ids={["flight", "fleet", "site-years", "service"]} empty="Nothing flies in this scenario." />
  </>
);
