/** One self-contained page: its own style, no script, nothing that leaves it. */
import { pageStyle } from "./html-style.ts";
import { el, ownMarkup, type Markup } from "./markup.ts";

/** Nothing may load, run or be sent; only the page's own style applies. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const head = ({ title, style }: { readonly title: string; readonly style: string }): Markup =>
  el(
    "head",
    {},
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "color-scheme", content: "light dark" }),
    el("title", {}, title),
    el("style", {}, ownMarkup(pageStyle + style)),
  );

/** The text of an HTML file; `style` is added to that of every page. */
export const pageText = (about: { readonly title: string; readonly style: string }, body: readonly Markup[]): string =>
  `<!DOCTYPE html>\n${el("html", { lang: "en" }, head(about), el("body", {}, ...body)).markup}\n`;
