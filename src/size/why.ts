/** Reasons why a platform does not close, each with its numbers. */
import { solarFlux_W_per_m2 } from "../physics/index.ts";
import { formatNumber } from "../units/index.ts";
import type { Closed, Design } from "./closure.ts";
import type { Orbit } from "./load.ts";
import { panelIsOneLoop, panelLeft_frac, type LoopHoles } from "./radiator-holes.ts";
import type { HeatChain } from "./sizing.ts";

const RESIDUAL_LIMIT = 1e-9;

/** What stops the platform before any mass is known. */
export const reasonsBeforeClosure = (orbit: Orbit, { environment: { season }, radiator, array, battery, load, coolant, structure_frac }: Omit<Design, "eclipse">): readonly string[] => [
  ...(radiator.netFlux_W_per_m2 > 0 ? [] : [
    `the radiator rejects nothing at ${formatNumber(radiator.temperature_K)} K: it takes in ${formatNumber(radiator.absorbedHot_W_per_m2)} W/m2 from Earth and Sun and emits ${formatNumber(radiator.netFlux_W_per_m2 + radiator.absorbedHot_W_per_m2)} W/m2; raise orbit.platform.radiatorTemperature`,
  ]),
  ...holeReasons(orbit, radiator, (load.itPeak_W / orbit.platform.conversion_frac) / radiator.netFlux_W_per_m2),
  ...(array.cellHottest_K <= orbit.platform.cellTemperatureMax_K ? [] : [
    `the array's cells run at ${formatNumber(array.cellHottest_K)} K, above their limit of ${formatNumber(orbit.platform.cellTemperatureMax_K)} K: ${formatNumber(solarFlux_W_per_m2(season.nearest_au))} W/m2 of sunlight at ${formatNumber(season.nearest_au)} au; move away from the Sun, tilt the array (orbit.platform.pointing) or write what its cells bear (orbit.platform.cellTemperatureMax)`,
  ]),
  ...(orbit.platform.arrayWear === "dose" && array.wear.notByDose !== null ? [`the array's wear cannot be computed from dose: ${array.wear.notByDose}; write orbit.platform.arrayWear: yearly`] : []),
  ...(array.worst_W_per_m2 > 0 ? [] : [`the array gives no power at the end of ${orbit.life_yr} yr: ${formatNumber(array.worst_W_per_m2)} W/m2`]),
  ...(battery.depthOfDischarge_frac > 0 ? [] : ["the battery has no usable depth of discharge"]),
  ...(battery.left_frac > 0 ? [] : [...depthReasons({ battery }), `the battery has no capacity left at the end of ${orbit.life_yr} yr: ${formatNumber(100 * battery.left_frac)} % of new after ${formatNumber(battery.shadows)} shadows; discharge it less (orbit.platform.depthOfDischarge) or shorten the life`]),
  ...(orbit.platform.radiatorTemperatureBy === "written" || coolant !== null ? [] : [`no panel temperature is between the ${formatNumber(radiator.lowest_K)} K that the coolant needs and what junction and coolant inlet allow`]),
  ...(load.itNameplate_W > 0 ? [] : ["the servers draw no power"]),
  ...(structure_frac * (1 + orbit.platform.massMargin_frac) < 1 ? [] : [
    `mass and heat do not close: structure is ${formatNumber(100 * structure_frac)} % of dry mass, with a margin of ${formatNumber(100 * orbit.platform.massMargin_frac)} % on it ${formatNumber(100 * structure_frac * (1 + orbit.platform.massMargin_frac))} %, which leaves no payload; lower orbit.platform.massMargin or choose another orbit.platform.bus`,
  ]),
];

/** What the closed design breaks. */
export const reasonsAfterClosure = (design: Design, closed: Closed, chain: HeatChain): readonly string[] => [
  ...(closed.residual_frac <= RESIDUAL_LIMIT && closed.mass.dry_kg > 0 ? [] : [
    `mass and heat do not close: after ${closed.iterations} rounds they still move by ${closed.residual_frac.toExponential(1)} a round`,
  ]),
  ...(chain.junction_K <= chain.junctionMax_K ? [] : [
    `the junction runs at ${formatNumber(chain.junction_K)} K, above its limit of ${formatNumber(chain.junctionMax_K)} K: panel ${formatNumber(chain.panel_K)} K, ${formatNumber(chain.coolant_K - chain.panel_K)} K of loop and ${formatNumber(chain.junction_K - chain.coolant_K)} K of chip above it; lower orbit.platform.radiatorTemperature by ${formatNumber(chain.junction_K - chain.junctionMax_K)} K`,
  ]),
  ...heaterReasons(design, closed),
  ...coolantReasons(chain),
  ...depthReasons(design),
  ...cycleReasons(design),
];

/** Below it a panel made larger by what is lost is no design: it would be sized by the tail of an exponential. Nor is one loop that is less often whole. */
const LEFT_LEAST_FRAC = 0.3;

const holeReasons = ({ life_yr }: Orbit, holes: LoopHoles, need_m2: number): readonly string[] => {
  const left_frac = panelLeft_frac(holes, { need_m2, life_yr });
  if (left_frac >= LEFT_LEAST_FRAC) return [];
  const least = 100 * LEFT_LEAST_FRAC;
  const what = panelIsOneLoop(holes, need_m2)
    ? `meteoroids leave the radiator's one loop whole with ${formatNumber(100 * left_frac)} % chance after ${life_yr} yr, below ${least} %`
    : `meteoroids leave ${formatNumber(100 * left_frac)} % of the radiator's loops after ${life_yr} yr, below the ${least} % for which a panel is made larger`;
  return [`${what}: ${formatNumber(1000 * holes.hole_m)} mm pierce its walls, ${formatNumber(holes.holes_per_m2_yr * Math.min(holes.loop_m2, need_m2))} times a year and loop; thicken orbit.platform.radiatorWall, lower radiatorExposed or feed less panel by one loop (radiatorLoop)`];
};

/** Safe mode has the servers' power for its heater, and no more. */
const heaterReasons = ({ load, radiator }: Design, { heater: { heater_W } }: Closed): readonly string[] =>
  heater_W <= load.itPeak_W ? [] : [
    `in safe mode the panel needs ${formatNumber(heater_W)} W of heater to stay at ${formatNumber(radiator.lowest_K)} K, above the freezing point of its ${radiator.coolant}, more than the ${formatNumber(load.itPeak_W)} W of its servers; choose another orbit.platform.coolant or feed less of the panel (orbit.platform.coldFed)`,
  ];

const coolantReasons = ({ coolant_K, coolantMax_K, panel_K }: HeatChain): readonly string[] =>
  coolantMax_K === null || coolant_K <= coolantMax_K ? [] : [
    `the coolant reaches the servers at ${formatNumber(coolant_K)} K, above the ${formatNumber(coolantMax_K)} K that they take in; lower orbit.platform.radiatorTemperature (${formatNumber(panel_K)} K) by ${formatNumber(coolant_K - coolantMax_K)} K`,
  ];

/** A hair of rounding is no deeper discharge. */
const ROUNDING = 1e-9;

const depthReasons = ({ battery }: Pick<Design, "battery">): readonly string[] =>
  battery.depthOfDischarge_frac <= battery.allowedDepth_frac + ROUNDING ? [] : [
    `the battery is discharged to ${formatNumber(100 * battery.depthOfDischarge_frac)} %, deeper than the ${formatNumber(100 * battery.allowedDepth_frac)} % that its cells last for ${formatNumber(battery.shadows)} shadows; leave orbit.platform.depthOfDischarge out, or shorten the life`,
  ];

const cycleReasons = ({ battery, environment: { season } }: Design): readonly string[] =>
  battery.depthOfDischarge_frac <= 1 && season.shadowMax_s < season.period_s ? [] : [`no sunlight is left to recharge in: ${formatNumber(season.shadowMax_s)} s of shadow in an orbit of ${formatNumber(season.period_s)} s`];
