/** A fleet about the Sun: what it collects, and how far that is from all of its light. */
import type { SwarmSizing } from "../../size/index.ts";
import { formatFigure, formatScaled } from "../format.ts";
import { factTable, type Fact, type Table } from "../table.ts";

/** The swarm as a fact sheet, all platforms new and at full load. */
export const swarmTable = (swarm: SwarmSizing): Table =>
  factTable({
    id: "swarm",
    title: "The swarm",
    note: "All platforms of orbit.target (of orbit.fleetMax without one), new and at full load, none behind another. Kardashev's number is (log10 W - 6)/10: mankind 0.73, the Sun 2.06.",
    facts: [
      ["platforms", formatFigure(swarm.satellites), `${formatFigure(swarm.mass_kg / 1000)} t at launch; neighbours of one ring ${formatFigure(swarm.spacing_km)} km apart`],
      ["array", `${formatFigure(swarm.array_m2 / 1e6)} km2`, `${formatScaled(swarm.met_W, "W")} of sunlight met`],
      ["electric power", formatScaled(swarm.electric_W, "W"), `${formatScaled(swarm.it_W, "W")} of it can reach IT`],
      ["share of the Sun", swarm.sunShare_frac.toExponential(2), `of all its light; ${swarm.satellitesToSphere.toExponential(2)} platforms would take it all`],
      ...growthFacts(swarm),
      ["Kardashev number", swarm.kardashev.toFixed(2), "of the electric power"],
    ],
  });

const growthFacts = ({ growth }: SwarmSizing): readonly Fact[] =>
  growth === null
    ? []
    : [
        ["the rest of the sphere", `${growth.atThatRate_yr.toExponential(2)} yr`, `at ${formatFigure(growth.rate_per_yr)} platforms a year`],
        ...(growth.doublingOn_yr === null || growth.doubling_yr === null ? [] : [["were the factory to go on doubling", `${formatFigure(growth.doublingOn_yr)} yr`, `every ${formatFigure(growth.doubling_yr)} yr, as within the horizon`] as const]),
      ];
