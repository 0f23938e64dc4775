/** How sure the answer is: a campaign over what the scenario leaves uncertain, begun, followed and cancelled here. */
import type { DesignKind } from "dawndusk/risk";
import type { ReactElement } from "react";
import { OriginContext } from "../figure/origin.ts";
import { ErrandState, useErrand } from "../shell/errand-state.tsx";
import { caseOf } from "../state/session.ts";
import { useChoice, useSession } from "../state/use-session.ts";
import { Found } from "./found.tsx";
import { FrontierOver } from "./frontier.tsx";
import "./risk.css";

/** What each design is good for, in the order of the list. */
const DESIGNS: readonly { readonly id: DesignKind; readonly name: string }[] = [
  { id: "saltelli", name: "Saltelli: what decides it (Sobol indices)" },
  { id: "sobol", name: "Sobol: how it is distributed" },
  { id: "latin", name: "Latin hypercube" },
  { id: "random", name: "random draws" },
  { id: "morris", name: "Morris: a quick screening" },
];
const SIZES: readonly number[] = [1_000, 4_000, 16_000, 64_000];

export const RiskPage = (): ReactElement => {
  const { sitting, view } = useSession();
  const [design, chooseDesign] = useChoice<DesignKind>("risk", "design", "saltelli");
  const [evaluations, chooseSize] = useChoice("risk", "evaluations", SIZES[1]!);
  const { state, send } = useErrand("risk");
  const start = (): void => {
    const of = caseOf(sitting.get().case, view.get().text);
    void send({ case: of, design, evaluations }, of);
  };
  return (
    <>
      <h1>Risk</h1>
      <p>What the scenario writes as a distribution is drawn; where it writes none, the numbers whose range is known and that move costs most. The plan of the centre is held, flights are interpolated.</p>
      <div className="campaign">
        <label><span>Design</span><select value={design} onChange={({ target }) => chooseDesign(DESIGNS.find(({ id }) => id === target.value)!.id)}>{DESIGNS.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
        <label><span>Evaluations</span><select value={evaluations} onChange={({ target }) => chooseSize(Number(target.value))}>{SIZES.map((one) => <option key={one} value={one}>{one.toLocaleString("en")}</option>)}</select></label>
        {state.kind === "running" ? null : <button type="button" onClick={start}>Run campaign</button>}
      </div>
      <ErrandState name="risk" />
      {state.kind !== "done" ? null : (
        <>
          <OriginContext value={{ call: "risk", asked: state.asked }}><Found found={state.found} /></OriginContext>
          {state.found.ok ? <FrontierOver of={state.asked.case} paths={state.found.paths} /> : null}
        </>
      )}
    </>
  );
};
