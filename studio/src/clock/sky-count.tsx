import type { Sky } from "dawndusk/service";
import { useEffect, useState, type ReactElement } from "react";
import type { Drawn } from "./drawing.ts";
import { DRAWN_MOST } from "./drawing.ts";

const EVERY_MS = 300;

/** How many are in light as it is drawn. */
export const SkyCount = ({ sky, drawnOf }: { readonly sky: Sky; readonly drawnOf: () => Drawn | null }): ReactElement | null => {
  const [drawn, set] = useState<Drawn | null>(null);
  useEffect(() => {
    const timer = setInterval(() => set(drawnOf()), EVERY_MS);
    return () => clearInterval(timer);
  });
  if (drawn === null || sky.satellites === 0) return null;
  const number = (n: number): string => n.toLocaleString("en-US");
  const every = Math.ceil(sky.satellites / DRAWN_MOST);
  return (
    <p className="sky-count" data-lit={drawn.lit} data-time={drawn.t_s}>
      {sky.satellites === 1 ? (drawn.lit === 1 ? "in light" : "in eclipse") : `${number(drawn.lit)} of ${number(sky.satellites)} in light`}
      {every > 1 ? `; every ${every}th is drawn` : ""}
      {drawn.links.length > 0 ? `; ${number(drawn.links.length / 2)} links` : ""}
      {drawn.sights.length > 0 ? `; ${number(drawn.sights.length / 2)} in view of stations` : ""}
    </p>
  );
};
