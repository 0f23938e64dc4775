/** An option that may be repeated: its values in order. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
