/** The pages, each loaded when it is first opened. */
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { PageId } from "../state/view.ts";
import { AnswerPage } from "../answer/answer-page.tsx";

interface Page {
  readonly id: PageId;
  readonly title: string;
  readonly show: ComponentType | LazyExoticComponent<ComponentType>;
}

export const PAGE_LIST: readonly Page[] = [
  { id: "answer", title: "Answer", show: AnswerPage },
  { id: "clock", title: "Clock", show: lazy(async () => ({ default: (await import("../clock/clock-page.tsx")).ClockPage })) },
  { id: "build", title: "Build-out", show: lazy(async () => ({ default: (await import("../build/build-page.tsx")).BuildPage })) },
  { id: "money", title: "Money", show: lazy(async () => ({ default: (await import("../money/money-page.tsx")).MoneyPage })) },
  { id: "risk", title: "Risk", show: lazy(async () => ({ default: (await import("../risk/risk-page.tsx")).RiskPage })) },
  { id: "compare", title: "Compare", show: lazy(async () => ({ default: (await import("../compare/compare-page.tsx")).ComparePage })) },
];
