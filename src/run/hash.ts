/** Content hash of a scenario: SHA-256 over its JSON with sorted keys, so that order and layout do not matter. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
};

/** Hex digest of any plain record. Web Crypto is in Node and in browsers alike. */
export const contentHash = async (record: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(record)));
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
