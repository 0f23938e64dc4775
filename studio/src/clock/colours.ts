/** Colours of the page's canvases, from the style sheet as it stands now; and a call whenever that changes. */

const NAMES = ["ink", "soft", "line", "edge", "paper", "shade", "link", "bad", "hue-one", "hue-two", "hue-three", "hue-four", "hue-five", "hue-six", "hue-seven", "hue-rest", "hue-orbit", "hue-ground", "sky-space", "sky-sea", "sky-land", "sky-coast", "sky-grid", "sky-lit", "sky-dark", "sky-link", "sky-sight", "sky-station", "sky-site", "sky-chosen", "sky-night"] as const;

export type Colours = Readonly<Record<(typeof NAMES)[number], string>>;

export const coloursNow = (): Colours => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colours;
};

/** Calls `changed` when the theme does; answers how to end it. */
export const onTheme = (changed: () => void): (() => void) => {
  const theme = new MutationObserver(changed);
  const system = matchMedia("(prefers-color-scheme: dark)");
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", changed);
  return () => {
    theme.disconnect();
    system.removeEventListener("change", changed);
  };
};
