/** A span of time on a canvas, moved by wheel and keys. */
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import { panned, within, zoomed, type Span } from "./time-scale.ts";

export const PAN_FRAC = 0.25;
export const ZOOM = 0.5;

export interface Moving {
  readonly window: Span;
  readonly bounds: Span;
  readonly setWindow: (window: Span) => void;
}

/** A wheel zooms at the pointer where the canvas has the focus, or with Ctrl; sideways or with Shift it pans. It must be heard before the page scrolls, which React's own listener cannot. */
export const useSpanWheel = (canvas: RefObject<HTMLCanvasElement | null>, moving: Moving, timeAt: (x: number) => number): void => {
  const latest = useRef({ moving, timeAt });
  latest.current = { moving, timeAt };
  useEffect(() => {
    const element = canvas.current!;
    const hear = (event: WheelEvent): void => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!(event.ctrlKey || event.metaKey || sideways || document.activeElement === element)) return;
      event.preventDefault();
      const { moving: { window, bounds, setWindow }, timeAt: at } = latest.current;
      setWindow(sideways ? panned(window, (event.deltaX + event.deltaY) / 1000, bounds) : zoomed(window, { factor: Math.exp(event.deltaY / 400), at_s: at(event.offsetX) }, bounds));
    };
    element.addEventListener("wheel", hear, { passive: false });
    return () => element.removeEventListener("wheel", hear);
  }, [canvas]);
};

/** Arrows pan, plus and minus zoom, Home and End go to the ends, 0 shows all. */
export const spanKeys = ({ window, bounds, setWindow }: Moving) => (event: KeyboardEvent): void => {
  const middle = (window.start_s + window.end_s) / 2;
  const length = window.end_s - window.start_s;
  const nearer = (): void => setWindow(zoomed(window, { factor: ZOOM, at_s: middle }, bounds));
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => setWindow(panned(window, -PAN_FRAC, bounds)), ArrowRight: () => setWindow(panned(window, PAN_FRAC, bounds)),
    "+": nearer, "=": nearer, "-": () => setWindow(zoomed(window, { factor: 1 / ZOOM, at_s: middle }, bounds)),
    Home: () => setWindow(within({ start_s: bounds.start_s, end_s: bounds.start_s + length }, bounds)), End: () => setWindow(within({ start_s: bounds.end_s - length, end_s: bounds.end_s }, bounds)), "0": () => setWindow(bounds),
  };
  const act = acts[event.key];
  if (act === undefined || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
};
