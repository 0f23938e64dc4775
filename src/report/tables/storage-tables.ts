/** The drives on board beside the data that they hold. */
import type { PlatformSizing, StorageSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, type Fact, type Table } from "../table.ts";

const LIMIT = { room: "by the room that the data take", endurance: "by the bytes written against their endurance" } as const;

const doseFact = ({ dose, dose_rad }: StorageSizing): Fact => ["dose", dose_rad === null ? "not known" : `${formatFigure(dose_rad)} rad`, dose === "no published limit" ? "over the life, behind the chips' shielding; nobody published what a drive stands" : dose];

/** How many drives fly and are needed, and how long they last; no table where the scenario says nothing of the data. */
export const storageTables = ({ storage }: PlatformSizing): readonly Table[] => (storage === null ? [] : [storageTable(storage)]);

const storageTable = (s: StorageSizing): Table =>
  factTable({
    id: "storage",
    title: "Storage on board",
    note: "Drives fail alone here; a controller, a firmware or a solar storm takes several at once. The bound compares designs, it foretells nothing.",
    facts: [
      ["drives", formatFigure(s.drives), s.needed === null ? "no number of spares keeps the data" : `${formatFigure(s.needed)} needed, ${LIMIT[s.limit]}`],
      ["groups", formatFigure(s.groups), `${formatFigure(s.sparesPerGroup)} spares each`],
      ["mass and power", formatScaled(s.mass_kg, "kg"), `${formatScaled(s.power_W, "W")} on average, a drive at work ${formatPercent(s.active_frac)} of the time`],
      ["wear", formatPercent(s.wear_frac), "of the endurance over the life"],
      ["chance of losing data", s.lossBound_frac === null ? "-" : formatPercent(s.lossBound_frac), "at most, over the life"],
      ["retention", s.retention_yr === null ? "-" : `${formatFigure(s.retention_yr)} yr`, "at least, without power, when worn"],
      doseFact(s),
    ],
  });
