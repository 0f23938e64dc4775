/** What a campaign found, and where to go from it. */
import type { CaseRisk } from "dawndusk/service";
import type { ReactElement } from "react";
import { showField } from "../scenario/show-field.ts";
import { SectionView } from "../shell/sections.tsx";
import { useSession } from "../state/use-session.ts";

type Fault = Extract<CaseRisk, { readonly ok: false }>;

/** Why there is nothing to show. */
export const NotFound = ({ what, found }: { readonly what: string; readonly found: Fault }): ReactElement => {
  const why = "why" in found ? [found.why] : found.problems.map(({ line, path, found: has, expected }) => `line ${line}, ${path}: found ${has}, expected ${expected}`);
  return <div role="alert" className="verdict no"><p className="say">{what}</p><ul>{why.map((one) => <li key={one}>{one}</li>)}</ul></div>;
};

/** From what decides the answer to the number in the scenario. */
const Varied = ({ paths }: { readonly paths: readonly string[] }): ReactElement => {
  const session = useSession();
  return (
    <section aria-labelledby="varied-title">
      <h2 id="varied-title">What was varied, in the scenario</h2>
      <ul className="varied">{paths.map((path) => <li key={path}><button type="button" onClick={() => void showField(session, path)}>{path}</button></li>)}</ul>
    </section>
  );
};

export const Found = ({ found }: { readonly found: CaseRisk }): ReactElement => {
  if (!found.ok) return <NotFound what="No campaign of this scenario" found={found} />;
  return (
    <>
      <div className={found.faults.length === 0 ? "verdict" : "verdict no"}>
        {found.says.map((text, i) => <p key={text} className={i === 0 ? undefined : "say"}>{text}</p>)}
        {found.faults.length === 0 ? null : <ul>{found.faults.map((fault) => <li key={fault}>{fault}</li>)}</ul>}
      </div>
      <Varied paths={found.paths} />
      {found.sections.map((section) => <SectionView key={section.id} section={section} />)}
    </>
  );
};
