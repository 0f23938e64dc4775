/** Where the points of a campaign lie in the unit cube. */
export { designOf } from "./design.ts";
export { mixedWord } from "./mixed-word.ts";
export { drawsOf, type Draws } from "./draws.ts";
export { permutationOf } from "./permutation.ts";
export { saltelliBlock } from "./saltelli.ts";
export { owenScrambled, SOBOL_DIMENSIONS, sobolSequence, type SobolPoint } from "./sobol.ts";
