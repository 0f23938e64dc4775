/** The studio's content policy, as the page carries it (scripts/build-studio.mjs) and as the local process sends it. */
export const STUDIO_POLICY = [
  "default-src 'self'",
  // The solver and the fleet's kernel are WebAssembly; no text becomes a program.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // Charts and the editor write styles on what they draw.
  "style-src 'self' 'unsafe-inline'",
  // The editor's marks are pictures in its own styles.
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
