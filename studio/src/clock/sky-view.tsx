/** The sky at the clock's time: a globe, or a map. */
import { satelliteName, type Sky } from "dawndusk/service";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import { coloursNow, onTheme } from "./colours.ts";
import type { Drawn } from "./drawing.ts";
import { useClock, usePlaying } from "./live-clock.ts";
import { globeScene, mapScene, type Label, type Scene, type SceneShown } from "./scene.ts";
import { present, useFollow, useForm, useLabelsShown, useLinksShown, usePlane, useSelected, useTurning } from "./sky-choices.ts";
import { PngButton } from "./picture-buttons.tsx";
import { SkyCount } from "./sky-count.tsx";

const TURN_RAD = 0.12;
const NEARER = 0.85;

/** How wide a name is, about: one that would run out of the picture stands before its place. */
const [LETTER_PX, LONGEST_PX] = [7, 256];
const runsOut = ({ text, x }: Label, width_px: number): boolean => x + Math.min(LONGEST_PX, 10 + text.length * LETTER_PX) > width_px;

/** By key, while the canvas has the focus. */
const TURNS: Readonly<Record<string, Parameters<Scene["turn"]>[0]>> = {
  ArrowLeft: { across: -TURN_RAD }, ArrowRight: { across: TURN_RAD }, ArrowUp: { up: TURN_RAD }, ArrowDown: { up: -TURN_RAD }, "+": { nearer: NEARER }, "=": { nearer: NEARER }, "-": { nearer: 1 / NEARER },
};

interface Canvas {
  readonly sky: Sky;
  readonly form: "globe" | "map";
  readonly shown: SceneShown;
  readonly labelled: boolean;
  readonly onPick: (satellite: number) => void;
  readonly onMissing: (why: string) => void;
}

const SkyCanvas = ({ sky, form, shown, labelled, onPick, onMissing }: Canvas): ReactElement => {
  const { now } = useClock();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<Scene | null>(null);
  const drawn = useRef<Drawn | null>(null);
  const asked = useRef({ shown, labelled });
  asked.current = { shown, labelled };
  const again = useRef<() => void>(() => undefined);
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    let ended = false;
    let waiting = 0;
    const ends: (() => void)[] = [];
    const element = frame.current!;
    const label = (): void => {
      const named = asked.current.shown.selected.filter((number) => number < sky.satellites).map((number) => ({ number, name: satelliteName(sky, number) }));
      if (!ended && drawn.current !== null) setLabels(asked.current.labelled ? scene.current!.labels(drawn.current, named) : []);
    };
    const draw = (): void => {
      waiting = 0;
      if (ended || scene.current === null) return;
      drawn.current = scene.current.draw(now.get(), asked.current.shown);
      label();
      setReady(true);
    };
    const soon = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(draw);
    };
    const begin = (begun: Scene): void => {
      if (ended) return begun.end();
      scene.current = begun;
      begun.colour(coloursNow());
      const fit = new ResizeObserver(() => {
        begun.resize(element.clientWidth, element.clientHeight);
        soon();
      });
      fit.observe(element);
      ends.push(() => fit.disconnect(), onTheme(() => {
        begun.colour(coloursNow());
        soon();
      }), now.subscribe(soon), () => begun.end());
      again.current = soon;
    };
    if (form === "map") begin(mapScene(canvas.current!, sky));
    else void globeScene(canvas.current!, sky, label).then(begin, (error: unknown) => ended || onMissing(error instanceof Error ? error.message : String(error)));
    return () => {
      ended = true;
      cancelAnimationFrame(waiting);
      for (const end of ends) end();
      scene.current = null;
      drawn.current = null;
      setReady(false);
    };
    // eslint-disable-next-line -- `onMissing` is called once
  }, [sky, form, now]);
  const wanted = JSON.stringify([shown, labelled]);
  useEffect(() => again.current(), [wanted]);

  const key = (event: KeyboardEvent): void => {
    const by = TURNS[event.key];
    if (by === undefined || form === "map") return;
    event.preventDefault();
    event.stopPropagation();
    scene.current?.turn(by);
  };
  const pick = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent): void => {
    const found = drawn.current === null ? null : (scene.current?.at(drawn.current, offsetX, offsetY) ?? null);
    if (found !== null) onPick(found);
  };
  const says = `${form === "globe" ? "Globe" : "Map"} with ${sky.satellites.toLocaleString("en-US")} satellites, ${sky.stations.length} stations and ${sky.sites.length} sites. The table of satellites beside it has latitude, longitude, altitude and light.`;
  return (
    <div ref={frame} className="sky-frame" data-sky={form} data-ready={ready ? "yes" : "no"}>
      <canvas key={form} ref={canvas} role="img" tabIndex={0} aria-label={says} onKeyDown={key} onClick={pick} />
      <div className="sky-labels" aria-hidden="true">{labels.map((label, i) => <span key={i} className={runsOut(label, frame.current?.clientWidth ?? Infinity) ? `${label.kind} before` : label.kind} style={{ transform: `translate(${label.x}px, ${label.y}px)` }}>{label.text}</span>)}</div>
      <SkyCount drawnOf={() => drawn.current} sky={sky} />
      <PngButton name="sky" what="the sky" canvasOf={() => {
        scene.current?.draw(now.get(), shown);
        return canvas.current;
      }} />
    </div>
  );
};

const Switch = ({ label, on, set }: { readonly label: string; readonly on: boolean; readonly set: (on: boolean) => void }): ReactElement => (
  <label className="switch"><input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />{label}</label>
);

export const SkyView = ({ sky }: { readonly sky: Sky }): ReactElement => {
  const id = useId();
  const [form, setForm] = useForm();
  const [missing, setMissing] = useState("");
  const [selected, select] = useSelected();
  const [follow, setFollow] = useFollow();
  const [plane] = usePlane();
  const [links, setLinks] = useLinksShown();
  const [labelled, setLabelled] = useLabelsShown();
  const [turning, setTurning] = useTurning();
  const [playing] = usePlaying();
  const own = missing === "" ? form : "map";
  const shown = { links, plane: plane !== null && plane < sky.planes.length ? plane : null, selected: present(selected, sky.satellites), follow: follow !== null && follow < sky.satellites ? follow : null, turning };
  return (
    <figure className="figure sky" data-playing={playing ? "yes" : "no"} aria-labelledby={id}>
      <figcaption id={id}>Sky</figcaption>
      <div className="choices" role="group" aria-label="How the sky is shown">
        <label><span>As</span><select value={own} disabled={missing !== ""} onChange={({ target }) => setForm(target.value === "map" ? "map" : "globe")}><option value="globe">globe</option><option value="map">map</option></select></label>
        <Switch label="Links" on={links} set={setLinks} />
        <Switch label="Labels" on={labelled} set={setLabelled} />
        {own === "globe" ? <Switch label="Stand on the Earth" on={!turning} set={(on) => setTurning(!on)} /> : null}
        {shown.follow === null ? null : <button type="button" onClick={() => setFollow(null)}>Stop following</button>}
      </div>
      <SkyCanvas sky={sky} form={own} shown={shown} labelled={labelled} onMissing={(why) => setMissing(why === "" ? "no WebGL" : why)} onPick={(satellite) => select([satellite, ...shown.selected.filter((one) => one !== satellite)].slice(0, 8))} />
      <ul className="key" aria-label="Colours">
        <li className="lit">in light</li><li className="dark">in eclipse</li><li className="station">station</li><li className="site">site</li><li className="link">link</li><li className="sight">in view of a station</li>
      </ul>
      {missing === "" ? null : <p className="note">This browser draws no globe, for {missing}: a map stands in for it.</p>}
      {sky.told.map((one) => <p key={one} className="note">{one}</p>)}
    </figure>
  );
};
