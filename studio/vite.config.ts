/** The studio as static files: `dist/studio`. Its own model is imported by name, from source, so that nothing needs to be compiled before. */
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig, type Rolldown } from "vite";

const conditions = ["dawndusk-source", "module", "browser", "development|production"];

/** The solver asks for node:module in Node alone. */
const quietly = (level: Rolldown.LogLevel, log: Rolldown.RolldownLog, pass: Rolldown.LogOrStringHandler): void => (/Module "node:module" has been externalized/.test(log.message) ? undefined : pass(level, log));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Served from any folder of any host.
  base: "./",
  plugins: [react()],
  resolve: { conditions },
  worker: { format: "es", rolldownOptions: { onLog: quietly } },
  build: {
    outDir: fileURLToPath(new URL("../dist/studio", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    // No file becomes a data: URL: a strict content policy serves them all.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    modulePreload: { polyfill: false },
    rolldownOptions: { onLog: quietly },
  },
});
