/** Numbers in [0, 1), the same for the same seed (Numerical Recipes' generator). */
export const uniforms = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};
