import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Failure } from "./shell/failure.tsx";
import { Studio } from "./shell/studio.tsx";
import { begin } from "./shell/begin.ts";
import { SessionContext } from "./state/use-session.ts";
import "./shell/studio.css";

const root = createRoot(document.getElementById("studio")!);

begin().then(
  (session) => root.render(<StrictMode><SessionContext value={session}><Studio /></SessionContext></StrictMode>),
  (error: unknown) => root.render(<Failure message={error instanceof Error ? error.message : String(error)} />),
);
