/** One decisive number: a slider, what stands along it, and a box to type in. */
import type { Control, Tick } from "dawndusk/service";
import { memo, useId, useState, type ReactElement } from "react";
import { SLIDER_STEPS, shownText, stepOf, typedValue, valueAt } from "./value-text.ts";

interface SliderProps {
  readonly control: Control;
  readonly value: number;
  readonly disabled: boolean;
  /** Of the box it is not held to the slider's range. */
  readonly onValue: (value: number) => void;
  readonly onTick: (tick: Tick) => void;
}

const EVIDENCE: Readonly<Record<Tick["evidence"], string>> = { demonstrated: "demonstrated", listed: "listed", claimed: "claimed", estimate: "estimated", target: "aimed at" };

const isAt = (tick: Tick, value: number): boolean => Math.abs(tick.value - value) <= 0.005 * Math.abs(tick.value);

const Ticks = ({ control, value, disabled, onTick }: Omit<SliderProps, "onValue">): ReactElement | null => {
  if (control.ticks.length === 0) return null;
  const here = control.ticks.filter((tick) => isAt(tick, value));
  return (
    <details className="ticks">
      <summary>{here.length === 0 ? `${control.ticks.length} known values` : `as ${here[0]!.name}${here.length > 1 ? ` and ${here.length - 1} more` : ""}`}</summary>
      <ul aria-label={`Known values of ${control.label}`}>
        {control.ticks.map((tick) => (
          <li key={`${tick.name} ${tick.value}`}>
            <button type="button" disabled={disabled} data-tick={tick.name} data-evidence={tick.evidence} aria-pressed={isAt(tick, value)} onClick={() => onTick(tick)}>
              <span className="name">{tick.name}</span> <span className="much">{shownText(tick.value, control)}</span> <span className="evidence">{EVIDENCE[tick.evidence]}, {tick.asOf}</span>
            </button>
            <p className="source">{tick.source}{tick.note === "" ? "" : `. ${tick.note}`}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What is typed is taken at Enter and when the box is left. */
const ValueBox = ({ control, value, disabled, onValue }: Omit<SliderProps, "onTick">): ReactElement => {
  const [typed, put] = useState<string | null>(null);
  const read = typed === null ? null : typedValue(typed, control);
  const wrong = typed !== null && typed.trim() !== "" && read === null;
  /** What cannot be read stays in the box, marked. */
  const take = (): void => {
    if (read !== null && typed !== shownText(value, control)) onValue(control.whole ? Math.round(read) : read);
    if (!wrong) put(null);
  };
  return (
    <input
      type="text" inputMode="decimal" className="value" disabled={disabled} aria-invalid={wrong} title={wrong ? `a number${control.shown.unit === "" ? "" : ` in ${control.shown.unit}`}` : undefined} aria-label={`${control.label}, ${control.shown.unit === "" ? "value" : control.shown.unit}`} value={typed ?? shownText(value, control)}
      onChange={({ target }) => put(target.value)} onBlur={take}
      onKeyDown={(event) => (event.key === "Enter" ? take() : event.key === "Escape" ? put(null) : undefined)}
    />
  );
};

/** `onValue` and the others must do the same for as long as control and value are the same. */
export const Slider = memo(({ control, value, disabled, onValue, onTick }: SliderProps): ReactElement => {
  const id = useId();
  return (
    <div className="slider" data-control={control.path} data-value={value}>
      <label htmlFor={id} title={control.meaning}>{control.label}</label>
      <ValueBox control={control} value={value} disabled={disabled} onValue={onValue} />
      <div className="track">
        <input
          id={id} type="range" min={0} max={SLIDER_STEPS} step={1} disabled={disabled} value={stepOf(value, control)} aria-valuetext={shownText(value, control)}
          onChange={({ target }) => onValue(valueAt(Number(target.value), control))}
        />
        <svg className="marks" viewBox={`0 0 ${SLIDER_STEPS} 8`} preserveAspectRatio="none" aria-hidden="true">
          {control.ticks.map((tick) => <line key={`${tick.name} ${tick.value}`} x1={stepOf(tick.value, control)} x2={stepOf(tick.value, control)} y1={0} y2={8} className={tick.evidence}><title>{tick.name}</title></line>)}
        </svg>
      </div>
      <Ticks control={control} value={value} disabled={disabled} onTick={onTick} />
    </div>
  );
}, (before, now) => before.control === now.control && before.value === now.value && before.disabled === now.disabled);
