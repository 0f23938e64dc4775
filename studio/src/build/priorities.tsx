/** Who comes first: what the plan is to seek, what unserved work costs, who gets which launches. To change one is to plan again. */
import { useId, type ReactElement } from "react";
import { AssumptionRow, type Assumption } from "../scenario/assumption-list.tsx";
import { useLanguage } from "../scenario/language.ts";
import { useEdit } from "../scenario/use-edit.ts";
import { useSitting } from "../state/use-session.ts";

const PRIORITIES: readonly { readonly title: string; readonly says: string; readonly of: RegExp }[] = [
  { title: "What unserved work costs", says: "the dearest is served first", of: /^demand\.classes\.[^.]+\.shortfallPrice$/ },
  { title: "Shares of launch manifests", says: "the share of each vehicle's launches that this plan may have", of: /^launch\.vehicles\.[^.]+\.share$/ },
  { title: "Contracts and claims", says: "1 is served first", of: /^market\.(contracts|claims)\.[^.]+\.priority$/ },
  { title: "Money", says: "what the plan may spend", of: /^plan\.(cash|debtMax)$/ },
];

const OBJECTIVES = [{ id: "cost", name: "least cost" }, { id: "value", name: "greatest value" }] as const;
const OBJECTIVE = [{ kind: "key", name: "plan" }, { kind: "key", name: "objective" }] as const;

const Objective = (): ReactElement | null => {
  const edit = useEdit();
  const id = useId();
  // As it was read: it may stand in a file that the scenario extends.
  const objective = useSitting(({ read }) => (read !== null && read.inspection.ok ? read.inspection.objective : null));
  const now = OBJECTIVES.find((one) => one.id === objective);
  if (now === undefined) return null;
  return (
    <p className="objective">
      <label htmlFor={id}>The plan seeks </label>
      <select id={id} value={now.id} onChange={({ target }) => edit(OBJECTIVE, target.value)}>{OBJECTIVES.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
    </p>
  );
};

const NONE: readonly Assumption[] = [];

export const Priorities = (): ReactElement => {
  const read = useSitting((sitting) => sitting.read);
  const language = useLanguage();
  const assumptions = read !== null && read.inspection.ok ? read.inspection.assumptions : NONE;
  return (
    <section aria-labelledby="priorities-title" className="priorities">
      <h2 id="priorities-title">Priorities</h2>
      <Objective />
      {PRIORITIES.map(({ title, says, of }) => {
        const own = assumptions.filter(({ path }) => of.test(path));
        return own.length === 0 ? null : <fieldset key={title}><legend>{title}: {says}</legend><ul>{own.map((assumption) => <AssumptionRow key={assumption.path} assumption={assumption} language={language} disabled={!(read?.inspection.ok ?? false)} />)}</ul></fieldset>;
      })}
      <p className="note">A change is planned again at once; numbers that come out otherwise are marked below.</p>
    </section>
  );
};
