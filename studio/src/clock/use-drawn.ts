/** A canvas kept drawn: at the width of its frame, in the theme's colours, at the clock's time, once a frame of the screen at most. */
import { useEffect, type RefObject } from "react";
import { coloursNow, onTheme, type Colours } from "./colours.ts";
import { useClock } from "./live-clock.ts";

export interface Drawing {
  readonly width: number;
  readonly now_s: number;
  readonly colours: Colours;
}

interface Places {
  readonly frame: RefObject<HTMLElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/** `draw` is called again whenever it is another function: memoise it on what it draws. */
export const useDrawn = ({ frame, canvas }: Places, draw: (canvas: HTMLCanvasElement, drawing: Drawing) => void): void => {
  const { now } = useClock();
  useEffect(() => {
    let waiting = 0;
    const element = frame.current!;
    // Taken here: a frame that was asked for may come when the page has already let go of it.
    const board = canvas.current!;
    const put = (): void => {
      waiting = 0;
      draw(board, { now_s: now.get(), width: element.clientWidth, colours: coloursNow() });
    };
    const soon = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(put);
    };
    put();
    const fit = new ResizeObserver(soon);
    fit.observe(element);
    const ends = [onTheme(soon), now.subscribe(soon)];
    return () => {
      cancelAnimationFrame(waiting);
      fit.disconnect();
      for (const end of ends) end();
    };
  }, [frame, canvas, draw, now]);
};
