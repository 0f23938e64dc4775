/** The few numbers of a run that stand above all others. */
import type { Flight } from "../fly/index.ts";
import type { Run } from "../run/index.ts";
import { formatFigure, formatPercent, formatScaled } from "./format.ts";
import { planHolds } from "./verdict.ts";

/** A number that matters at first sight. */
export interface Tile {
  readonly what: string;
  readonly much: string;
  readonly more: string;
}

const tile = (what: string, much: string, more: string): Tile => ({ what, much, more });

const moneyTiles = (run: Run): readonly Tile[] => {
  const { finance } = run;
  if (!finance) return [];
  const breakEven = finance.verdict.breakEvenLaunch_usd_per_kg;
  return [
    ...(finance.ground ? [tile("Ground", `${formatFigure(finance.ground.usd_per_GPU_h)} $/GPU-h`, `${formatFigure(finance.ground.usd_per_kW_yr)} $/kW-yr, ${finance.ground.option}`)] : []),
    ...(finance.orbit ? [tile("Orbit", `${formatFigure(finance.orbit.usd_per_GPU_h)} $/GPU-h`, `${formatFigure(finance.orbit.usd_per_kW_yr)} $/kW-yr, ${finance.orbit.option}`)] : []),
    ...(finance.ground && finance.orbit ? [tile("Break-even launch", breakEven === null ? "none" : `${formatFigure(breakEven)} $/kg`, breakEven === null ? "no launch price makes the two equal" : "all else as it is")] : []),
    ...(planHolds(run) ? [tile("Net present value", formatScaled(finance.cash.npv_usd, "$"), `real ${finance.priceYear} dollars`)] : []),
  ];
};

const deliveredTile = ({ summary, fleet, delivered }: Flight): readonly Tile[] => {
  if (!summary || !delivered) return [];
  const more = fleet && delivered.origin === "fleet" ? `by the fleet, at least ${formatPercent(fleet.leastDelivered_frac)} at any minute` : `${formatPercent(summary.worstDayDelivered_frac)} on the worst day`;
  return [tile("Delivered in flight", formatPercent(delivered.delivered_frac), more)];
};

const machineTiles = ({ sizing, flight }: Run): readonly Tile[] => [
  ...(sizing?.platform ? [tile("One platform", formatScaled(sizing.platform.mass.wet_kg, "kg"), `${formatFigure(sizing.platform.itMass_kg_per_kW)} kg per kW of IT`)] : []),
  ...(flight ? deliveredTile(flight) : []),
];

/** Cost of both tiers, break-even launch price and value, delivery and mass, as far as there are such. */
export const runTiles = (run: Run): readonly Tile[] => [...moneyTiles(run), ...machineTiles(run)];
