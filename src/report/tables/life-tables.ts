/** How long a platform's orbit lasts and what holding and leaving it takes; the close cluster it flies in. */
import type { Fall, FormationSizing, LifeSizing, PlatformSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, type Fact, type Table } from "../table.ts";

const PURPOSE: Readonly<Record<string, string>> = {
  insertion: "insertion", stationKeeping: "station keeping", avoidance: "avoidance", formation: "formation keeping", disposal: "disposal", asWritten: "as written",
};

const speed = (m_per_s: number): string => `${formatFigure(m_per_s)} m/s`;

/** Nothing where there is no air at all; where it is thin and not computed, the bound. */
const dragFacts = (life: LifeSizing): readonly Fact[] =>
  life.f107_sfu === null || life.ballistic_kg_per_m2 === null || life.arrayRam_frac === null || life.radiatorRam_frac === null
    ? life.dragBound_m_per_s_per_yr === null ? [] : [["drag", "not computed", `above 1,000 km; there it would be ${formatFigure(life.dragBound_m_per_s_per_yr)} m/s a year`]]
    : [
        ["drag area", `${formatFigure(life.dragArea_m2)} m2`, `${formatPercent(life.arrayRam_frac)} of the array, ${formatPercent(life.radiatorRam_frac)} of the radiator, and the body; ${formatFigure(life.tumblingArea_m2)} m2 tumbling`],
        ["ballistic coefficient", `${formatFigure(life.ballistic_kg_per_m2)} kg/m2`, "dry mass over drag coefficient and drag area"],
        ["drag make-up", `${speed(life.dragMakeup_m_per_s_per_yr)} a year`, `mean from ${life.launch_utc.slice(0, 10)} on, F10.7 ${formatFigure(life.f107_sfu)}; ${formatFigure(life.worstDragMakeup_m_per_s_per_yr)} in the hardest year, ${formatFigure(1000 * life.worstDrag_N)} mN against ${formatScaled(life.worstJet_W, "W")} of jet`],
      ];

const deltaVFacts = (life: LifeSizing): readonly Fact[] => {
  const { deltaV, propellant_kg } = life;
  const { insertion_m_per_s, stationKeeping_m_per_s, avoidance_m_per_s, formation_m_per_s, disposal_m_per_s } = deltaV.byPurpose;
  const parts = [["station keeping", stationKeeping_m_per_s], ["avoidance", avoidance_m_per_s], ["formation keeping", formation_m_per_s], ["disposal", disposal_m_per_s]] as const;
  const shown = parts.filter(([, v]) => v > 0).map(([name, v]) => `${name} ${formatFigure(v)}`).join(", ");
  const carried = Object.entries(propellant_kg).filter(([, kg]) => kg > 0).map(([purpose, kg]) => `${PURPOSE[purpose]} ${formatFigure(kg)}`).join(", ");
  return [
    ...(insertion_m_per_s === 0 ? [] : [["insertion", speed(insertion_m_per_s), "the platform's own burn into its orbit, beside the speed over the life"] satisfies Fact]),
    ["speed over the life", speed(deltaV.carried_m_per_s), `${deltaV.written_m_per_s === null ? "computed" : `as written; computed ${formatFigure(deltaV.needed_m_per_s)}`}: ${shown === "" ? "nothing holds it, nothing disposes of it" : shown}`],
    ["propellant by purpose", `${formatFigure(Object.values(propellant_kg).reduce((sum, kg) => sum + kg, 0))} kg`, carried],
    ...hardestFacts(life),
  ];
};

/** Launches differ by the Sun that the air follows. */
const hardestFacts = ({ f107_sfu, hardestLaunch }: LifeSizing): readonly Fact[] =>
  f107_sfu === null ? [] : [["hardest launch", speed(hardestLaunch.needed_m_per_s), `computed for ${hardestLaunch.launch_utc.slice(0, 7)}, the launch within the horizon with most drag`]];

const fallText = (fall: Fall): string => (fall.kind === "decays" ? `${formatFigure(fall.life_yr)} yr` : `over ${formatFigure(fall.within_yr)} yr`);
const fallNote = (fall: Fall): string => (fall.kind === "decays" ? `down on ${fall.end_utc.slice(0, 10)}` : `then still at ${formatFigure(fall.altitude_km)} km`);

const fallFacts = ({ fallFromLaunch, fallFromEnd }: LifeSizing): readonly Fact[] => [
  ...(fallFromLaunch === null ? [] : [["fall, nobody holding it", fallText(fallFromLaunch), `from the launch, tumbling: ${fallNote(fallFromLaunch)}`] satisfies Fact]),
  ...(fallFromEnd === null ? [] : [["fall after its life", fallText(fallFromEnd), `without propellant, tumbling: ${fallNote(fallFromEnd)}`] satisfies Fact]),
];

const disposalFacts = ({ disposal }: LifeSizing): readonly Fact[] => [
  ["disposal", disposal.way, disposal.to_km === null ? speed(disposal.speed_m_per_s) : `${speed(disposal.speed_m_per_s)}, to ${formatFigure(disposal.to_km)} km`],
  ...(disposal.ruleMet === null ? [] : [[
    `gone within ${formatFigure(disposal.within_yr)} yr`, disposal.ruleMet ? "yes" : "no",
    `${disposal.passive === true ? "by drag alone too" : "not by drag alone"}${disposal.passiveCeiling_km === null ? "" : `, which is in time from ${formatFigure(disposal.passiveCeiling_km)} km`} (47 CFR 25.283(e))`,
  ] satisfies Fact]),
];

/** Drag, speed, propellant, fall and disposal of one platform. */
export const lifeTable = ({ life }: PlatformSizing): Table =>
  factTable({
    id: "life", title: "Orbit and life",
    note: life.f107_sfu === null ? "Speed is computed without margin." : "Speed is computed for the first launch, without margin. The forecast of the Sun is the largest doubt: it moves a fall sixfold.",
    facts: [...dragFacts(life), ...deltaVFacts(life), ...fallFacts(life), ...disposalFacts(life)],
  });

/** The close cluster that the platform flies in. */
export const formationTable = (f: FormationSizing): Table =>
  factTable({
    id: "formation", title: "The cluster",
    note: "One orbital plane. Not in it: noise of navigation and thrusters, shadows of neighbours, building it up.",
    facts: [
      ["platforms", formatFigure(f.satellites), `${formatFigure(f.slots)} fit: ${f.lattice} lattice within ${formatScaled(f.radius_m, "m")}`],
      ["neighbours", `${formatFigure(f.least_m)}-${formatFigure(f.most_m)} m`, `over an orbit; relative ellipse ${f.axisRatio.toFixed(4)} : 1 with J2`],
      ["left between two", `${formatFigure(f.clear_m)} m`, `keep-out ${formatFigure(f.keepOut_m)} m; each may be ${formatFigure(f.error_m)} m off its slot, ${formatFigure(f.dragDrift_m)} m of it by a difference in drag`],
      ["drift under J2", `${formatFigure(f.matchedDrift_m_per_d)} m a day`, `outermost slot, energies matched; ${formatFigure(f.unmatchedDrift_m_per_d)} m without`],
      ["keeping", `${formatFigure(f.keeping_m_per_s_per_yr)} m/s a year`, `difference in drag, and J2 ${formatFigure(f.matched_m_per_s_per_yr)} m/s (${formatFigure(f.unmatched_m_per_s_per_yr)} unmatched)`],
    ],
  });
