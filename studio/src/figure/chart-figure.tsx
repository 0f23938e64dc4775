/** A chart of `report` with the table that it is drawn from. */
import type { Chart } from "dawndusk/report";
import type { ReactElement } from "react";
import { TableFigure } from "./table-figure.tsx";

export const ChartFigure = ({ chart }: { readonly chart: Chart }): ReactElement => <TableFigure table={chart.table} folded={false} />;
