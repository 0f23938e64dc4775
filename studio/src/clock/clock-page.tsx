/** What happens when: one clock for the sky, the timeline, the series and the jobs. */
import type { Sky } from "dawndusk/service";
import { useEffect, useMemo, type ReactElement } from "react";
import { Contents } from "../shell/contents.tsx";
import { PAGE_SECTIONS } from "../shell/page-sections.ts";
import { Sections } from "../shell/sections.tsx";
import { useChoice, useSession, useSitting } from "../state/use-session.ts";
import { ClockBar } from "./clock-bar.tsx";
import { clockModels } from "./clock-models.ts";
import "./clock.css";
import { EventList } from "./event-list.tsx";
import { GanttView } from "./gantt-view.tsx";
import { boundsOf, eventLanes, jobLanes, manifestLanes, nextStart, startBefore, type Bar, type Lane } from "./lanes.ts";
import { useClock, useOwnChoices, useRunning } from "./live-clock.ts";
import { Satellites } from "./satellites.tsx";
import { present, SELECTED_MOST, useSelected } from "./sky-choices.ts";
import { SkyView } from "./sky-view.tsx";
import { DAY_S, showing, within, type Span } from "./time-scale.ts";
import { TimelineView } from "./timeline-view.tsx";
import { TracesView } from "./traces-view.tsx";
import { LATER_MS, useAsked, useCase } from "./use-asked.ts";

const CONTENTS = PAGE_SECTIONS.clock.map((id) => ({ id }));
const NO_SECTIONS: readonly never[] = [];
const NO_LANES: readonly Lane[] = [];
/** Satellites times days whose events are asked for at once; of more, those about the window. */
const SATELLITE_DAYS = 400;

/** The part of the flown period whose events are looked for. */
const eventSpan = (flown: Span, window: Span, satellites: number): Span => {
  const most_s = (SATELLITE_DAYS / Math.max(1, satellites)) * DAY_S;
  if (flown.end_s - flown.start_s <= most_s) return flown;
  const middle = Math.round((window.start_s + window.end_s) / 2 / DAY_S) * DAY_S;
  return within({ start_s: middle - most_s / 2, end_s: middle + most_s / 2 }, flown);
};

const useWindow = (flown: Span): readonly [Span, (next: Span) => void] => {
  const [chosen, choose] = useChoice<Span | null>("clock", "window", null);
  const first = within({ start_s: flown.start_s, end_s: flown.start_s + DAY_S }, flown);
  return [chosen === null ? first : chosen, choose];
};

/** The days of jobs, where the scenario asks for any. */
const useJobs = () => {
  const given = useCase();
  const key = useMemo(() => JSON.stringify(given), [given]);
  const asks = useMemo(() => Object.values(given.files).some((text) => /^\s*"?serve"?\s*:/m.test(text)), [given]);
  return useAsked(asks ? key : null, async (signal) => {
    const asked = await clockModels.jobs.call("jobDays", given, { signal });
    return asked.ok ? { ok: true, answer: asked.answer === null ? null : { days: asked.answer, of: given } } : asked;
  }, LATER_MS);
};

const useEvents = (sky: Sky, selected: readonly number[], span: Span) => {
  const { models } = useSession();
  const given = useCase();
  const asked = { satellites: selected, ...span };
  const key = useMemo(() => JSON.stringify(given), [given]);
  return useAsked(sky.kind === "nothing" ? null : `${key}${JSON.stringify(asked)}`, () => models.quick.call("happenings", { case: given, ...asked }), 0);
};

const Clocked = ({ sky }: { readonly sky: Sky }): ReactElement => {
  const flown = useMemo(() => ({ start_s: sky.epoch_s, end_s: sky.end_s }), [sky]);
  const { jump } = useClock();
  useOwnChoices(sky);
  useRunning(sky.end_s);
  const [chosen, select] = useSelected();
  const selected = present(chosen, sky.satellites);
  const [asWindow, setWindow] = useWindow(flown);
  const events = useEvents(sky, selected, eventSpan(flown, asWindow, selected.length));
  const jobs = useJobs();
  const sections = useSitting(({ shown }) => shown?.answer.sections ?? NO_SECTIONS);
  const manifest = useMemo(() => manifestLanes(sections), [sections]);
  const own = useMemo(() => (events.answer === null ? NO_LANES : eventLanes(sky, events.answer)), [sky, events.answer]);
  const days = jobs.answer?.days ?? null;
  const lanes = useMemo(() => [...own, ...(days === null ? NO_LANES : jobLanes(days)), ...manifest], [own, days, manifest]);
  const bounds = useMemo(() => boundsOf(flown, lanes), [flown, lanes]);
  const window = within(asWindow, bounds);
  const go = ({ start_s, satellite }: Bar): void => {
    jump(start_s);
    setWindow(showing(window, start_s, bounds));
    if (satellite !== null) select([satellite, ...selected.filter((one) => one !== satellite)].slice(0, SELECTED_MOST));
  };
  return (
    <>
      <ClockBar flown={flown} step_s={sky.step_s} before={(t_s) => startBefore(own.length === 0 ? lanes : own, t_s)} after={(t_s) => nextStart(own.length === 0 ? lanes : own, t_s)} />
      <div className="sky-and-satellites">
        <SkyView sky={sky} />
        {sky.satellites === 0 ? null : <Satellites sky={sky} />}
      </div>
      <TimelineView lanes={lanes} window={window} bounds={bounds} setWindow={setWindow} onBar={go} />
      <p className="note" role="status">{[events.asking ? "looking for eclipses and passes" : events.failed, ...(events.answer?.told ?? []), jobs.asking ? "running the days of jobs" : jobs.failed].filter((one) => one !== "").join("; ")}</p>
      <EventList lanes={lanes} onBar={go} />
      {sky.planes.length === 0 && sky.told[0]?.startsWith("Nothing flies") ? null : <TracesView sky={sky} window={window} satellite={selected[0] ?? 0} />}
      {jobs.answer === null ? null : <GanttView days={jobs.answer.days} of={jobs.answer.of} />}
    </>
  );
};

export const ClockPage = (): ReactElement => {
  const { models } = useSession();
  const given = useCase();
  const key = useMemo(() => JSON.stringify(given), [given]);
  const { answer, asking, failed } = useAsked(key, () => models.quick.call("sky", given), 0);
  useEffect(() => void import("./globe.ts"), []);
  return (
    <div className="clock" aria-busy={asking}>
      <h1>One clock</h1>
      <Contents of={CONTENTS} />
      {failed === "" ? null : <p className="note" role="status">{failed}</p>}
      {answer === null ? <p className="wait">{asking ? "The sky is being worked out." : ""}</p> : <Clocked key={answer.name} sky={answer} />}
      <Sections ids={PAGE_SECTIONS.clock} empty="Nothing flies in this scenario." />
    </div>
  );
};
