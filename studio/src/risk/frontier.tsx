/** Where the two tiers break even, over two of the numbers that a campaign varied. */
import type { Case } from "dawndusk/service";
import type { ReactElement } from "react";
import { OriginContext } from "../figure/origin.ts";
import { SectionView } from "../shell/sections.tsx";
import { ErrandState, useErrand } from "../shell/errand-state.tsx";
import { useChoice } from "../state/use-session.ts";
import { NotFound } from "./found.tsx";

/** Of one campaign's case, over the fields that it varied. */
export const FrontierOver = ({ of, paths }: { readonly of: Case; readonly paths: readonly string[] }): ReactElement | null => {
  const [chosen, choose] = useChoice<readonly [string, string] | null>("risk", "frontier", null);
  const { state, send } = useErrand("frontier");
  if (paths.length < 2) return null;
  const known = (path: string | undefined, other: string): string => (path !== undefined && paths.includes(path) ? path : other);
  const first = known(chosen?.[0], paths[0]!);
  const second = known(chosen?.[1], paths.find((path) => path !== first)!);
  const pick = (name: string, value: string, others: string, put: (path: string) => void): ReactElement => (
    <label><span>{name}</span><select value={value} onChange={({ target }) => put(target.value)}>{paths.filter((path) => path !== others).map((path) => <option key={path}>{path}</option>)}</select></label>
  );
  return (
    <section aria-labelledby="frontier-over-title" className="frontier">
      <h2 id="frontier-over-title">Break-even over two numbers</h2>
      <p>For each value of the first, the value of the second at which orbit costs what ground does, with bands over all else that is uncertain.</p>
      <div className="campaign">
        {pick("For each", first, second, (path) => choose([path, second]))}
        {pick("Break-even value of", second, first, (path) => choose([first, path]))}
        {state.kind === "running" ? null : <button type="button" onClick={() => void send({ case: of, drivers: [first, second] }, of)}>Find the frontier</button>}
      </div>
      <ErrandState name="frontier" />
      {state.kind !== "done" ? null : state.found.ok ? <OriginContext value={{ call: "frontier", asked: state.asked }}><SectionView section={state.found.section} /></OriginContext> : <NotFound what="No frontier of these two" found={state.found} />}
    </section>
  );
};
