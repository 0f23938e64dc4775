/** Sliders of what decides, and every other number that goes in. */
import type { Control, Inspection, Tick } from "dawndusk/service";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useSitting, useView } from "../state/use-session.ts";
import { AssumptionList } from "./assumption-list.tsx";
import { Slider } from "./slider.tsx";
import { useEdit } from "./use-edit.ts";
import { sourcedText, valueText } from "./value-text.ts";
import { stepsOf } from "./yaml-tree.ts";

/** Lists that sliders lie in. */
const LISTS = new Set(["launch.vehicles", "ground.sites"]);

type Good = Extract<Inspection, { readonly ok: true }>;

/** The last text that could be read: its sliders stay while one is being mended. */
const useGood = (): Good | null => {
  const inspection = useSitting(({ read }) => read?.inspection ?? null);
  const [good, put] = useState<Good | null>(null);
  useEffect(() => {
    if (inspection?.ok === true) put(inspection);
  }, [inspection]);
  return inspection?.ok === true ? inspection : good;
};

const Readiness = ({ fingerprint }: { readonly fingerprint: string }): ReactElement | null => {
  const readiness = useSitting((sitting) => sitting.readiness);
  switch (readiness.kind) {
    case "none": return null;
    case "preparing": return <p className="note" data-readiness="preparing">Making ready to answer at once: flight {readiness.flights + 1}</p>;
    case "ready": return readiness.fingerprint === fingerprint
      ? <p className="note" data-readiness="ready">A moved slider is answered at once, provisionally; the exact run follows.</p>
      : <p className="note" data-readiness="another">The text has changed in more than its sliders: after its exact answer they are made ready again.</p>;
    case "impossible": return <p className="note" data-readiness="impossible">A moved slider waits for the exact run: {readiness.why}</p>;
  }
};

const groupsOf = (controls: readonly Control[]): readonly (readonly [string, readonly Control[]])[] => [...new Set(controls.map(({ group }) => group))].map((group) => [group, controls.filter((one) => one.group === group)]);

export const ControlsTab = (): ReactElement => {
  const good = useGood();
  const text = useView((view) => view.text);
  const readText = useSitting(({ read }) => read?.text);
  const broken = useSitting(({ read }) => read !== null && !read.inspection.ok) && readText === text;
  // Sliders that were moved since the text was read last; sliders drawn before must know of them too.
  const moved = useRef<Readonly<Record<string, number>>>({});
  const edit = useEdit();
  useEffect(() => {
    if (readText === text) moved.current = {};
  }, [readText, text]);
  if (good === null) return <p className="wait">{broken ? "The text cannot be read yet: its problems stand below." : "Reading the scenario"}</p>;
  const move = ({ path }: Control, value: number, written: string): void => {
    const before = moved.current;
    // Known before the text is another, for all of this is drawn again by that.
    moved.current = { ...before, [path]: value };
    if (!edit(stepsOf(path, LISTS), written, moved.current)) moved.current = before;
  };
  const onTick = (control: Control, tick: Tick): void => {
    const note = tick.note === "" ? tick.source : `${tick.source}; ${tick.note}`;
    move(control, tick.value, sourcedText(valueText(tick.value, control), { ...tick, source: `${tick.name}: ${note}` }));
  };
  return (
    <div className="controls">
      <p className="note marks-legend"><span className="demonstrated" /> demonstrated <span className="listed" /> listed or estimated <span className="claimed" /> claimed or aimed at</p>
      {broken ? <p className="note">The sliders wait until the text can be read again.</p> : null}
      {groupsOf(good.controls).map(([group, controls]) => (
        <fieldset key={group} data-group={group}>
          <legend>{group}</legend>
          {controls.map((control) => <Slider key={control.path} control={control} disabled={broken} value={(readText === text ? undefined : moved.current[control.path]) ?? control.value} onValue={(value) => move(control, value, valueText(value, control))} onTick={(tick) => onTick(control, tick)} />)}
        </fieldset>
      ))}
      <Readiness fingerprint={good.fingerprint} />
      <AssumptionList assumptions={good.assumptions} disabled={broken} />
    </div>
  );
};
