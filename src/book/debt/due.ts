/** What falls due in a quarter: interest and principal by the terms, and what of it a DSCR covers. */
import type { ConvertibleTerms, DebtTerms, InstalmentTerms } from "../../capital/index.ts";
import { opening } from "./before.ts";
import { at, lineOf, placesOf, put, isDebtLike, isInstalment, ranked, over, type Pass } from "./lines.ts";

interface Due {
  readonly interest: (t: number) => string;
  readonly principal: (t: number) => string;
  /** Of it in one sum at the end, which no reserve or DSCR is kept for. */
  readonly balloon: ((t: number) => string) | null;
}

export const fallDue = (pass: Pass): void => {
  for (const i of placesOf(pass, (one) => isDebtLike(one) || isInstalment(one))) {
    const one = pass.stack.instruments[i]!;
    const { interest, principal, balloon } = one.kind === "debt" ? debtDue(pass, one, i) : one.kind === "convertible" ? noteDue(pass, one, i) : instalmentDue(pass, one as InstalmentTerms, i);
    put(pass, "dueInterest", interest, { i, label: "interest due" });
    put(pass, "duePrincipal", principal, { i, label: "repayment due" });
    put(pass, "cover", (t) => `${at(pass, t, "dueInterest", i)}+${at(pass, t, "duePrincipal", i)}${balloon === null ? "" : `-${balloon(t)}`}`, { i, label: "service that a DSCR counts" });
  }
  put(pass, "service", (t) => over(pass, t, "cover", ranked(pass, "senior")), { label: "senior service" });
};

const debtDue = (pass: Pass, one: DebtTerms, i: number): Due => {
  const { grid, names, business } = pass;
  const own = names.instruments[i]!;
  const place = (t: number): string => grid.place.at(t);
  const owed = (t: number): string => opening(pass, t, i);
  const service = (t: number): string => `IF(${at(pass, t, "allowedValue", i)}>0,${at(pass, t, "allowed", i)}*${owed(t)}/${at(pass, t, "allowedValue", i)},${at(pass, t, "interest", i)})`;
  const running = (t: number): string => `${place(t)}>=${own["repayFrom"]},${place(t)}<${own["maturity"]},${place(t)}>=${own["capitaliseUntil"]}`;
  const interest = (t: number): string => `IF(${place(t)}<${own["capitaliseUntil"]},0,${at(pass, t, "interest", i)})`;
  const left = (t: number): string => `(${own["maturity"]}-${place(t)}+1)`;
  const rate = (t: number): string => business.rate[i]!.at(t);
  const part = (t: number): string => {
    switch (one.repayment) {
      case "bullet": return "0";
      case "straight": return `${owed(t)}/${left(t)}`;
      case "level": return `IF(${rate(t)}=0,1/${left(t)},${rate(t)}/((1+${rate(t)})^${left(t)}-1))*${owed(t)}`;
      case "sculpted": return `MAX(0,${service(t)}-${at(pass, t, "interest", i)})`;
    }
  };
  const sculpted = one.repayment === "sculpted";
  const whole = (t: number): string => `AND(${place(t)}>=${own["maturity"]},${place(t)}>=${own["capitaliseUntil"]})`;
  return {
    interest: (t) => (owed(t) === "0" ? "0" : sculpted ? `IF(AND(${running(t)},${owed(t)}<>0),MIN(${at(pass, t, "interest", i)},${service(t)}),${interest(t)})` : interest(t)),
    principal: (t) => (owed(t) === "0" ? "0" : `IF(${whole(t)},${owed(t)},IF(AND(${running(t)},${owed(t)}<>0),${part(t)},0))`),
    balloon: one.repayment === "bullet" ? (t) => at(pass, t, "duePrincipal", i) : null,
  };
};

const noteDue = (pass: Pass, one: ConvertibleTerms, i: number): Due => {
  const own = pass.names.instruments[i]!;
  const atEnd = (t: number): string => `${pass.grid.place.at(t)}>=${own["maturity"]}`;
  const stays = (t: number, words: string): string => `IF(${at(pass, t, "converted", i)}<>0,0,${words})`;
  return {
    interest: (t) => stays(t, one.inKind ? `IF(${atEnd(t)},${at(pass, t, "interest", i)},0)` : at(pass, t, "interest", i)),
    principal: (t) => stays(t, `IF(${atEnd(t)},${opening(pass, t, i)},0)`),
    balloon: (t) => at(pass, t, "duePrincipal", i),
  };
};

const instalmentDue = (pass: Pass, one: InstalmentTerms, i: number): Due => {
  const { grid, names, business } = pass;
  const own = names.instruments[i]!;
  const [drawn, place] = [lineOf(pass, "drawn", i), grid.place];
  put(pass, "instalment", (t) => instalment(business.rate[i]!.at(t), { term: own["term"]!, residual: own["residual"]!, atStart: one.atStart }), { i, label: "instalment on a dollar", unit: "1", format: "index" });
  put(pass, "payment", (t) => {
    const last = `(${place.at(t)}-${one.atStart ? 0 : 1})`;
    const bought = `SUMIFS(${drawn.all},${place.all},">="&(${last}-${own["term"]}+1),${place.all},"<="&${last})`;
    const residual = `${own["residual"]}*SUMIFS(${drawn.all},${place.all},${place.at(t)}-${own["term"]})`;
    return `MIN(${at(pass, t, "instalment", i)}*${bought}+${residual}+${at(pass, t - 1, "overdue", i)},${opening(pass, t, i)}+${drawn.at(t)}+${at(pass, t, "interest", i)})`;
  }, { i, label: "payment due" });
  return {
    interest: (t) => `MIN(${at(pass, t, "interest", i)},${at(pass, t, "payment", i)})`,
    principal: (t) => `${at(pass, t, "payment", i)}-${at(pass, t, "dueInterest", i)}`,
    balloon: null,
  };
};

const instalment = (rate: string, { term, residual, atStart }: { readonly term: string; readonly residual: string; readonly atStart: boolean }): string => {
  const lost = `(1-(1+${rate})^(-${term}))`;
  return `IF(${rate}=0,(1-${residual})/${term},(1-${residual}*(1-${lost}))*${rate}/(${lost}${atStart ? `*(1+${rate})` : ""}))`;
};
