import type { ReactElement } from "react";

/** When nothing can be shown at all. */
export const Failure = ({ message }: { readonly message: string }): ReactElement => (
  <main className="failure" role="alert">
    <h1>The studio could not begin</h1>
    <p>{message}</p>
    <p>It reads its presets from beside this page: serve the whole folder, or start it with <code>npx dawndusk studio</code>.</p>
  </main>
);
