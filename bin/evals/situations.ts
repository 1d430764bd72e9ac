import type { Brief } from "#domain/draft.ts";
import { calm, percent, shipping, withCode, withDeadline } from "../../domain/inspect/brief-cases.ts";

const returning = { ...calm.contact, returning: true, orders: 2 };

/** What the brief of a case holds beyond a calm one; the name is what the case's `facts` column says. */
export const situations: Record<string, Partial<Brief>> = {
  "-": {},
  percent: { incentive: percent },
  code: { incentive: withCode },
  deadline: { incentive: withDeadline },
  shipping: { incentive: shipping },
  returning: { contact: returning, loyaltyLine: true },
  nameless: { contact: { ...calm.contact, firstName: null } },
  stock: { stock: [{ lineId: "line.1", left: 2 }] },
  store: { store: { returns: "30 days, free of charge", shipping: "2 to 3 working days" } },
  empty: { total: null, lineCount: 1, lines: calm.lines.slice(0, 1) },
};

export function briefIn(name: string, language: string): Brief {
  return { ...calm, language, ...situations[name] };
}
