import type { ReactElement } from "react";
import { Sections } from "../shell/sections.tsx";
import { Workbook } from "./workbook.tsx";

/** Cash, who pays, who owns. */
export const MoneyPage = (): ReactElement => (
  <>
    <h1>Money</h1>
    <Workbook />
    <Sections ids={["money", "capital", "deals", "options"]} empty="The scenario has no money." />
  </>
);
