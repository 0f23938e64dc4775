/** How sure the answer is: a campaign over what the scenario leaves uncertain, begun, followed and cancelled here. */
import type { CaseRisk } from "dawndusk/service";
import type { DesignKind } from "dawndusk/risk";
import { useRef, useState, type ReactElement } from "react";
import { showField } from "../scenario/show-field.ts";
import { SectionView } from "../shell/sections.tsx";
import { caseOf } from "../state/session.ts";
import { useChoice, useSession, useView } from "../state/use-session.ts";
import "./risk.css";

type State =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly what: string; readonly frac: number | null }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done"; readonly found: CaseRisk; readonly text: string };

/** What each design is good for, in the order of the list. */
const DESIGNS: readonly { readonly id: DesignKind; readonly name: string }[] = [
  { id: "saltelli", name: "Saltelli: what decides it (Sobol indices)" },
  { id: "sobol", name: "Sobol: how it is distributed" },
  { id: "latin", name: "Latin hypercube" },
  { id: "random", name: "random draws" },
  { id: "morris", name: "Morris: a quick screening" },
];
const SIZES: readonly number[] = [1_000, 4_000, 16_000, 64_000];

const useCampaign = (design: DesignKind, evaluations: number): { readonly state: State; readonly start: () => void; readonly cancel: () => void } => {
  const { models, sitting, view } = useSession();
  const [state, put] = useState<State>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  const work = async (): Promise<void> => {
    const ended = new AbortController();
    running.current = ended;
    const { text } = view.get();
    put({ kind: "running", what: "preparing: the central plan and flights about it", frac: null });
    try {
      const found = await models.campaign.call("risk", { case: caseOf(sitting.get().case, text), design, evaluations }, {
        signal: ended.signal,
        onTold: (told) => put("flights" in told ? { kind: "running", what: `flown ${told.flights + 1} times about the centre`, frac: null } : { kind: "running", what: `${told.done} of ${told.of} evaluations`, frac: told.done / told.of }),
      });
      put({ kind: "done", found, text });
    } catch (error) {
      put(ended.signal.aborted ? { kind: "cancelled" } : { kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  return { state, start: () => void work(), cancel: () => running.current?.abort(new Error("cancelled")) };
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

const Found = ({ found }: { readonly found: CaseRisk }): ReactElement => {
  if (!found.ok) {
    const why = "why" in found ? [found.why] : found.problems.map(({ line, path, found: has, expected }) => `line ${line}, ${path}: found ${has}, expected ${expected}`);
    return <div role="alert" className="verdict no"><p className="say">No campaign of this scenario</p><ul>{why.map((one) => <li key={one}>{one}</li>)}</ul></div>;
  }
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

export const RiskPage = (): ReactElement => {
  const [design, chooseDesign] = useChoice<DesignKind>("risk", "design", "saltelli");
  const [size, chooseSize] = useChoice("risk", "evaluations", SIZES[1]!);
  const { state, start, cancel } = useCampaign(design, size);
  const text = useView((view) => view.text);
  return (
    <>
      <h1>Risk</h1>
      <p>What the scenario writes as a distribution is drawn; where it writes none, the numbers whose range is known and that move costs most. The plan of the centre is held, flights are interpolated.</p>
      <div className="campaign">
        <label><span>Design</span><select value={design} onChange={({ target }) => chooseDesign(DESIGNS.find(({ id }) => id === target.value)!.id)}>{DESIGNS.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
        <label><span>Evaluations</span><select value={size} onChange={({ target }) => chooseSize(Number(target.value))}>{SIZES.map((one) => <option key={one} value={one}>{one.toLocaleString("en")}</option>)}</select></label>
        {state.kind === "running" ? <button type="button" onClick={cancel}>Cancel</button> : <button type="button" onClick={start}>Run campaign</button>}
      </div>
      {state.kind === "running" ? <div className="progress"><progress aria-label="Campaign" {...(state.frac === null ? {} : { value: state.frac, max: 1 })} /><p role="status">{state.what}</p></div> : null}
      {state.kind === "cancelled" ? <p role="status">Cancelled: nothing of it is kept.</p> : null}
      {state.kind === "failed" ? <p role="alert">{state.message}</p> : null}
      {state.kind === "done" && state.text !== text ? <p className="note" role="status">The scenario has changed since: this is of the text as it was.</p> : null}
      {state.kind === "done" ? <Found found={state.found} /> : null}
    </>
  );
};
