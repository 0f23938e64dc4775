/** What an hour of work that is down, or may still come, costs each class on each tier, all told. */
import type { Finance } from "../../finance/index.ts";
import { formatPercent } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

/** None without days of jobs. */
export const workedTables = (finance: Finance | null): readonly Table[] => (finance === null || finance.worked.length === 0 ? [] : [workedTable(finance)]);

const workedTable = ({ worked }: Finance): Table => {
  const tokens = worked.some((one) => one.effective_usd_per_Mtoken !== null);
  const credits = worked.some((one) => one.credit_usd_per_GPU_h !== null);
  const usd = (name: string) => numberColumn(name, "$/GPU-h");
  return {
    id: "worked", title: "What work costs that is kept",
    columns: [
      wordColumn("class"), wordColumn("tier"), usd("levelised"), numberColumn("useful", ""), usd("standing"), usd("energy"), usd("data"), usd("late"), ...(credits ? [usd("credits")] : []), usd("effective"), numberColumn("on time", ""), usd("of that"),
      ...(tokens ? [numberColumn("effective", "$/Mtoken")] : []),
    ],
    rows: worked.map((one) => [
      one.class, one.tier, one.levelised_usd_per_GPU_h, formatPercent(one.useful_frac), one.standing_usd_per_GPU_h, one.energy_usd_per_GPU_h, one.data_usd_per_GPU_h, one.late_usd_per_GPU_h, ...(credits ? [one.credit_usd_per_GPU_h] : []), one.effective_usd_per_GPU_h,
      one.slo_frac === null ? "-" : formatPercent(one.slo_frac), one.onTime_usd_per_GPU_h, ...(tokens ? [one.effective_usd_per_Mtoken] : []),
    ]),
    note: "By the days of jobs, for the tier's best option and servers that are never idle. Standing: levelised without its energy, over the share of work that is useful and does not wait for its link at the end; energy of the hours in which the jobs ran; data between orbit and the ground; lateness by shortfallPrice. Effective is their sum, of a class with credits those in place of lateness; of that on time: over the share of jobs that were. Rent is not in it, and work shed or not done stands in dollars with `serve`.",
  };
};
