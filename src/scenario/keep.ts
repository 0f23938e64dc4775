/** Who runs a part of a stage, so that a loop over scenarios can keep what comes out the same. */

/**
 * Runs a part, or hands out what it gave for arguments that are the same as far as it reads them. A part is a pure function of its arguments,
 * called once by its name in one run of the stage.
 */
export type Keep = <A extends readonly unknown[], T>(part: string, of: (...args: A) => T, ...args: A) => T;

/** Keeps nothing. */
export const runAll: Keep = (_, of, ...args) => of(...args);

const NAMES = new Map<string, Map<string, string>>();

/** "class chat": put together once, where a loop would put it together thousands of times a second. */
export const partOf = (kind: string, id: string): string => {
  let names = NAMES.get(kind);
  if (names === undefined) NAMES.set(kind, (names = new Map()));
  let name = names.get(id);
  if (name === undefined) names.set(id, (name = `${kind} ${id}`));
  return name;
};
