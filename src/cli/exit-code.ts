/** What the process answers to its caller. */
export const EXIT = { done: 0, internal: 1, invalid: 2, infeasible: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
