import type { ReactElement } from "react";
import { PAGE_SECTIONS } from "../shell/page-sections.ts";
import { Sections } from "../shell/sections.tsx";
import { Workbook } from "./workbook.tsx";

/** Cash, who pays, who owns. */
export const MoneyPage = (): ReactElement => (
  <>
    <h1>Money</h1>
    <Workbook />
    <Sections ids={PAGE_SECTIONS.money} empty="The scenario has no money." />
  </>
);
