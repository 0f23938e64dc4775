/** The text editor: YAML, what may be written, what it means, what is wrong with it. Loaded when its tab is first opened. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, syntaxTree } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, RangeSetBuilder } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers, ViewPlugin, type DecorationSet, type Tooltip } from "@codemirror/view";
import type { Language } from "dawndusk/service";
import { explainedAt, offersAt } from "./complete.ts";

export interface EditorProblem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface Editor {
  /** Puts in another text with the least change, so that the place stays. */
  readonly show: (text: string) => void;
  readonly mark: (problems: readonly EditorProblem[]) => void;
  readonly goTo: (line: number, column: number) => void;
  readonly end: () => void;
}

interface EditorPorts {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly language: () => Language | null;
  readonly onText: (text: string) => void;
}

/** Kinds of words of the YAML grammar, as the style sheet colours them. */
const KINDS: Readonly<Record<string, Decoration>> = { Key: Decoration.mark({ class: "yaml-key" }), QuotedLiteral: Decoration.mark({ class: "yaml-text" }), Comment: Decoration.mark({ class: "yaml-comment" }), Anchor: Decoration.mark({ class: "yaml-meta" }), Alias: Decoration.mark({ class: "yaml-meta" }), Tag: Decoration.mark({ class: "yaml-meta" }) };

const coloured = (view: EditorView): DecorationSet => {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from, to,
      enter: ({ name, from: start, to: end }) => {
        const kind = KINDS[name];
        if (kind !== undefined) marks.add(start, end, kind);
        return kind === undefined;
      },
    });
  }
  return marks.finish();
};

const colours = ViewPlugin.define((view) => ({
  marks: coloured(view),
  update(update) {
    if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.marks = coloured(update.view);
  },
}), { decorations: ({ marks }) => marks });

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "12.5px", border: "1px solid var(--edge)", borderRadius: "5px" },
  "&.cm-focused": { outline: "2px solid var(--link)" },
  ".cm-scroller": { fontFamily: "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--shade)", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--shade)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--mark)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "5px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
  ".cm-explained": { padding: ".4rem .6rem", maxWidth: "26rem", font: "13px/1.45 system-ui,sans-serif" },
  ".cm-explained dl": { margin: ".3rem 0 0", display: "grid", gridTemplateColumns: "max-content 1fr", gap: ".1rem .6rem" },
  ".cm-explained dt": { color: "var(--soft)" },
  ".cm-explained dd": { margin: "0" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--shade)", color: "var(--soft)", border: "1px solid var(--line)" },
});

const completions = (language: EditorPorts["language"]) => (context: CompletionContext): CompletionResult | null => {
  const told = language();
  if (told === null) return null;
  const offered = offersAt(told, context.state.doc.toString(), context.pos);
  if (offered === null || (!context.explicit && offered.from === context.pos && !/[\s{[]$/.test(context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos)))) return null;
  return { from: offered.from, validFor: /^[\w./%$-]*$/, options: offered.offers.map(({ label, insert, detail, info }) => ({ label, apply: insert, detail, info, type: insert.endsWith(": ") ? "property" : "constant" })) };
};

const element = (name: string, text: string): HTMLElement => Object.assign(document.createElement(name), { textContent: text });

const explanation = (language: EditorPorts["language"]) => (view: EditorView, place: number): Tooltip | null => {
  const told = language();
  const explained = told === null ? null : explainedAt(told, view.state.doc.toString(), place);
  if (explained === null) return null;
  const { field, from, to } = explained;
  return {
    pos: Math.min(from, to), end: to, above: true,
    create: () => {
      const dom = element("div", "");
      dom.className = "cm-explained";
      const facts = element("dl", "");
      for (const [name, value] of [["unit", field.unit], ["value", field.range], ["written as", field.forms.join(", ")], ["example", field.example], ["default", field.default], ["feeds", field.feeds.join(", ")]] as const) if (value !== "") facts.append(element("dt", name), element("dd", value));
      dom.append(element("strong", field.path), element("div", field.meaning), facts);
      return { dom };
    },
  };
};

/** Begins an editor. Undoing is the sitting's, not its own. */
export const beginEditor = ({ parent, text, language, onText }: EditorPorts): Editor => {
  let told = text;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), foldGutter(), codeFolding(), lintGutter(), drawSelection(), highlightActiveLine(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches(), search(), yaml(),
        colours, look, autocompletion({ override: [completions(language)] }), hoverTooltip(explanation(language)),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...foldKeymap, ...defaultKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": "Scenario as YAML", "data-editor": "yaml" }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const next = update.state.doc.toString();
          if (next === told) return;
          told = next;
          onText(next);
        }),
      ],
    }),
  });
  // It scrolls: keys must reach it too.
  view.scrollDOM.tabIndex = 0;
  return {
    show: (next) => {
      const now = view.state.doc.toString();
      if (now === next) return;
      told = next;
      view.dispatch({ changes: leastChange(now, next) });
    },
    mark: (problems) => {
      view.dispatch(setDiagnostics(view.state, problems.map((problem) => diagnosticOf(view.state, problem))));
      // The list of problems takes its room from the editor: the place that is written at stays in sight.
      requestAnimationFrame(() => view.hasFocus && view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) }));
    },
    goTo: (line, column) => {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(to, from + column - 1) }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    end: () => view.destroy(),
  };
};

const leastChange = (now: string, next: string): { readonly from: number; readonly to: number; readonly insert: string } => {
  let head = 0;
  while (head < now.length && head < next.length && now[head] === next[head]) head++;
  let tail = 0;
  while (tail < now.length - head && tail < next.length - head && now[now.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  return { from: head, to: now.length - tail, insert: next.slice(head, next.length - tail) };
};

/** From the column to the end of the word there. */
const diagnosticOf = ({ doc }: EditorState, { line, column, text }: EditorProblem): Diagnostic => {
  const { from, to, text: whole } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(to, from + column - 1);
  const word = /^[^\s,}\]]+/.exec(whole.slice(start - from))?.[0].length ?? 0;
  return { from: start, to: Math.min(to, start + Math.max(1, word)), severity: "error", message: text };
};
