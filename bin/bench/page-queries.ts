import { readAttribution } from "#db/attribution-results.ts";
import { listCarts } from "#db/cart-views.ts";
import { listApiContacts } from "#db/contact-views.ts";
import { listDrafts } from "#db/draft-views.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { listExperimentRows } from "#db/experiment-views.ts";
import { listFigureRows } from "#db/figure-rows.ts";
import { listMails } from "#db/message-views.ts";
import { readPulse } from "#db/overview-views.ts";
import { readReport } from "#db/reports.ts";
import { readResults } from "#db/result-views.ts";
import { readCohorts, readCosts, readCredits, readDays, readFunnel, readSurvival } from "#db/rollup-day-views.ts";
import { rowsBehind } from "#db/rollup-rows.ts";
import { readCube } from "#db/rollup-views.ts";
import type { Scope } from "#db/scope.ts";
import { listSequences, readSequence } from "#db/sequence-views.ts";
import { readStepFigures } from "#db/step-figures.ts";
import { cartStates } from "#domain/cart.ts";
import { plusDays } from "#domain/day-span.ts";
import type { Dimension } from "#domain/explore.ts";

type Query = (scope: Scope) => Promise<unknown>;
export type Asked = { now: Date; sequenceId: string; versionId: string; experimentId: string };

/** What the pages of results, lists and sequences ask of a tenant, over a year where they may, by a name for the table. */
export function pageQueries(asked: Asked): Record<string, Query> {
  return { ...exploreQueries(asked), ...resultQueries(asked), ...listQueries(asked) };
}

const yearOf = (now: Date) => {
  const to = now.toISOString().slice(0, 10);
  return { from: plusDays(to, -364), to, currency: "EUR" };
};

function exploreQueries({ now }: Asked): Record<string, Query> {
  const span = yearOf(now);
  const cube =
    (...by: Dimension[]): Query =>
    (scope) =>
      readCube(scope, { ...span, by });
  return {
    "totals of a year": cube(),
    "hour by weekday": cube("hour", "weekday"),
    "country by hour": cube("country", "hour"),
    "incentive by depth": cube("incentive", "depth"),
    "twenty subjects": cube("subject"),
    "twenty products": cube("product"),
    "twenty products by hour": cube("product", "hour"),
    "step, of phones": (scope) => readCube(scope, { ...span, by: ["step"], filters: { device: ["phone"] } }),
    days: (scope) => readDays(scope, span),
    credits: (scope) => readCredits(scope, span),
    costs: (scope) => readCosts(scope, { from: span.from, to: span.to }),
    funnel: (scope) => readFunnel(scope, span),
    survival: (scope) => readSurvival(scope, { ...span, event: "ordered", armKind: "variant" }, now),
    cohorts: (scope) => readCohorts(scope, span),
    "rows behind clicks": (scope) => rowsBehind(scope, { ...span, measure: "clicked", basis: "own_day" }),
    "enrollments behind the funnel": (scope) =>
      listFigureRows(scope, { kind: "enrollments", stage: "recovered", arm: "both", sequence: null, ...span }, {}),
    "orders behind the revenue": (scope) => listFigureRows(scope, { kind: "orders", ...span }, {}),
  };
}

function resultQueries({ now }: Asked): Record<string, Query> {
  const { from, to } = yearOf(now);
  const report = (kind: "overview" | "incremental", days: number): Query => {
    const span = { from: plusDays(to, 1 - days), to, period: null };
    return (scope) => readReport(scope, kind, { span: days === 365 ? { ...span, from } : span, currency: "EUR" }, now);
  };
  return {
    "overview, a year and the one before": report("overview", 365),
    "overview, 30 days": report("overview", 30),
    "overview, what waits and happened last": (scope) => readPulse(scope, now),
    "both arms of a year": report("incremental", 365),
    "both arms of 90 days": report("incremental", 90),
    "results of a year": (scope) => readResults(scope, { period: "365d", currency: "EUR" }, now),
    "results of 30 days": (scope) => readResults(scope, { period: "30d", currency: "EUR" }, now),
    "every model's credit of a year": (scope) => readAttribution(scope, { period: "365d", currency: "EUR" }, now),
  };
}

function listQueries({ now, sequenceId, versionId, experimentId }: Asked): Record<string, Query> {
  const carts = cartStates.map((state): [string, Query] => [`carts, ${state}`, (scope) => listCarts(scope, { state })]);
  return {
    "list of experiments": (scope) => listExperimentRows(scope, {}),
    "an experiment as last looked at": (scope) => readAnalysis(scope, experimentId, { fresh: false, now }),
    "list of sequences": listSequences,
    "a sequence": (scope) => readSequence(scope, sequenceId),
    "figures of its steps": (scope) => readStepFigures(scope, versionId),
    carts: (scope) => listCarts(scope, {}),
    ...Object.fromEntries(carts),
    ...searchQueries(),
    "carts of an address": (scope) => listCarts(scope, { search: "1234@generated.example" }),
    "mail that left": (scope) => listMails(scope, { left: true }),
    "mail that did not": (scope) => listMails(scope, { left: false }),
    "mail to an address": (scope) => listMails(scope, { left: true, search: "1234@generated.example" }),
  };
}

/** Parts of a name, from one that a few have to one that all have. */
function searchQueries(): Record<string, Query> {
  const parts = ["shopper 12345", "1234", "123", "12", "shopper"];
  const each = (list: string, search: (scope: Scope, part: string) => Promise<unknown>) =>
    parts.map((part): [string, Query] => [`${list} of “${part}”`, (scope) => search(scope, part)]);
  return Object.fromEntries([
    ...each("carts", (scope, search) => listCarts(scope, { search })),
    ...each("mail", (scope, search) => listMails(scope, { left: true, search })),
    ...each("contacts", (scope, search) => listApiContacts(scope, { search })),
    ...each("drafts that were sent", (scope, search) => listDrafts(scope, { tab: "sent", search })),
  ]);
}
