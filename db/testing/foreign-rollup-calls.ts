import { type SQL, sql } from "drizzle-orm";
import { armContacts } from "../arm-views.ts";
import { listExchangeRates, removeExchangeRate, saveExchangeRates } from "../exchange-rates.ts";
import { listFigureRows } from "../figure-rows.ts";
import { nameTimes, placeMessages, recordMessageFacts } from "../message-facts.ts";
import { listReportCurrencies, readFigures, readIncremental } from "../overview-figures.ts";
import { readPulse } from "../overview-views.ts";
import { readReport } from "../reports.ts";
import {
  armSums,
  creditedDays,
  creditStepSums,
  currencySums,
  historySums,
  incentiveSums,
  stepSums,
  sumsSpeak,
  valueSums,
} from "../result-sums.ts";
import { addCells, settleOldestDay } from "../rollup-cells.ts";
import {
  readCohorts,
  readCosts,
  readCredits,
  readDays,
  readFunnel,
  readReported,
  readRollupState,
  readSurvival,
} from "../rollup-day-views.ts";
import { foldCosts, foldCredits, sumCosts, sumCredits } from "../rollup-days.ts";
import { foldEnrollments, sumEnrollments, tellEnrollments } from "../rollup-enrollments.ts";
import { foldMessages, sumMessages, tellMessages } from "../rollup-messages.ts";
import { rowsBehind } from "../rollup-rows.ts";
import { advanceRollups, beginRollups, finishRollups, lockRollups, readState } from "../rollup-states.ts";
import { codesOf, readCube } from "../rollup-views.ts";
import { foldMarks, preferIndexes, settleSome } from "../rollups.ts";
import { type Scope, withScope } from "../scope.ts";
import { sequenceSums, versionPlaceSums, versionSums } from "../sequence-sums.ts";
import { namesOfValues } from "../value-names.ts";
import type { Call } from "./foreign-reads.ts";
import { reportReads, reportWrites } from "./foreign-report-calls.ts";

const zone = "Europe/Berlin";
const cut = { timeZone: zone, watchDays: 12 };
const days = { from: "2020-01-01", to: "2026-12-31", currency: "EUR" };

/** Everything that happened to a tenant counted: in cells, in a delta that is not settled, and a mark that is not taken. */
export async function tellRollups(tenantId: string, name: string, at: Date): Promise<void> {
  await withScope(tenantId, async (scope) => {
    await beginRollups(scope, at);
    await finishRollups(scope, at);
    await foldMarks(scope, 10_000);
    await foldCosts(scope, zone, [at.toISOString()]);
    await settleOldestDay(scope);
    const rate = { currency: "PLN", reportingCurrency: "EUR", day: "2026-01-01" };
    await saveExchangeRates(scope, [{ ...rate, rate: 4_000 + name.length }]);
    const counts = { day: "2026-03-01", currency: "EUR" };
    await scope.db.execute(
      sql`insert into rollup_deltas (tenant_id, day, currency, sent) values (${tenantId}, ${counts.day}, 'EUR', 0)`,
    );
    await scope.db.execute(
      sql`insert into rollup_marks (tenant_id, kind, subject_id) values (${tenantId}, 'message', ${`msg_${name}1`})`,
    );
  });
}

const since = { from: "2020-01-01", currency: "EUR" };
const told = async (b: Scope, statement: SQL) => [...(await b.db.execute(statement))];

/** Results as they are read from the sums. */
const resultSums: Record<string, Call> = {
  armSums: async (b) => [...(await armSums(b, since))],
  creditedDays: (b) => told(b, creditedDays(b, since)),
  creditStepSums: (b) => told(b, creditStepSums(b, since)),
  currencySums: (b) => told(b, currencySums(b, since.from)),
  historySums: (b) => told(b, historySums(b, since)),
  incentiveSums: (b) => told(b, incentiveSums(b, since)),
  sequenceSums: (b) => told(b, sequenceSums(b)),
  stepSums: (b) => told(b, stepSums(b, since)),
  sumsSpeak: (b) => sumsSpeak(b),
  valueSums: (b) => told(b, valueSums(b, since, [5_000])),
  versionPlaceSums: (b, a) => told(b, versionPlaceSums(b, a.sequence)),
  versionSums: (b, a) => told(b, versionSums(b, a.sequence)),
};

export const rollupReads: Record<string, Call> = {
  ...resultSums,
  armContacts: async (b) => [...(await b.db.execute(await armContacts(b, { ...days, timeZone: zone })))],
  ...reportReads,
  codesOf: (b, a) => codesOf(b, { sequence: [a.sequence] }),
  listFigureRows: async (b, a) => [
    await listFigureRows(b, { kind: "messages", measure: "sent", basis: "sent_day", filters: {}, ...days }, {}),
    await listFigureRows(b, { kind: "enrollments", stage: "enrolled", arm: "both", sequence: a.sequence, ...days }, {}),
    await listFigureRows(b, { kind: "orders", ...days }, {}),
    await listFigureRows(b, { kind: "drafts", ...days }, {}),
    await listFigureRows(b, { kind: "arms", ...days }, {}),
  ],
  listReportCurrencies: (b) => listReportCurrencies(b, days, "EUR"),
  namesOfValues: (b, a) => namesOfValues(b, [{ dimension: "sequence", values: [a.sequence] }]),
  readCohorts: (b) => readCohorts(b, days),
  readCosts: (b) => readCosts(b, days),
  readCredits: (b) => readCredits(b, days),
  readCube: (b) => readCube(b, { ...days, by: ["sequence", "country"] }),
  readDays: (b) => readDays(b, days),
  readFigures: (b) => readFigures(b, { span: days }),
  readFunnel: (b) => readFunnel(b, days),
  readIncremental: (b) => readIncremental(b, { span: days, currency: "EUR" }),
  readPulse: (b, _, now) => readPulse(b, now),
  readReport: (b, _, now) => readReport(b, "explore", { span: { ...days, period: null }, by: ["sequence"] }, now),
  listExchangeRates: (b) => listExchangeRates(b, "EUR"),
  readReported: (b) => readReported(b, { ...days, model: "last_click", reporting: "EUR" }),
  readRollupState: (b) => readRollupState(b),
  readState: (b) => readState(b),
  readSurvival: (b, _, now) => readSurvival(b, { ...days, event: "ordered", armKind: "variant" }, now),
  rowsBehind: (b) => rowsBehind(b, { ...days, measure: "sent", basis: "sent_day" }),
};

/** Verbs that read no row that differs between tenants. */
export const rollupPlain = [
  "sumsSpeak",
  "currencySums",
  "readRollupState",
  "readState",
  "readSurvival",
  "listReportCurrencies",
];

/** Verbs that count again what stands, or only prepare: their owner's rows stay as they are. */
export const rollupRepeats = [
  ...["foldCosts", "foldCredits", "sumCosts", "sumCredits", "tellEnrollments", "tellMessages"],
  ...["lockRollups", "preferIndexes", "nameTimes", "settleSome", "placeMessages"],
];

const forget = (scope: Scope, statement: string) => scope.db.execute(sql.raw(statement));

export const rollupWrites: Record<string, Call> = {
  ...reportWrites,
  addCells: (b) => addCells(b, "day", "2026-03-01 EUR", [{ pair: 0, a: 0, b: 0, counts: Array(12).fill(1) }]),
  advanceRollups: (b) => advanceRollups(b, "enrollments", "enr_9"),
  beginRollups: (b, _, now) => beginRollups(b, now),
  finishRollups: (b, _, now) => finishRollups(b, now),
  foldCosts: (b, _, now) => foldCosts(b, zone, [now.toISOString()]),
  foldCredits: (b, _, now) => foldCredits(b, zone, [now.toISOString()]),
  foldEnrollments: async (b, a) => {
    await forget(b, "update enrollment_facts set clicked = false");
    await foldEnrollments(b, cut, { alone: [a.enrollment], withContact: [] });
  },
  foldMarks: (b) => foldMarks(b, 100),
  foldMessages: async (b, a) => {
    await forget(b, "update message_facts set clicked_on = null");
    await foldMessages(b, zone, [a.message]);
  },
  lockRollups: (b) => lockRollups(b),
  nameTimes: (b) => nameTimes(b),
  placeMessages: (b, a) => placeMessages(b, [a.message]),
  preferIndexes: (b) => preferIndexes(b),
  recordMessageFacts: (b, a) => recordMessageFacts(b, [a.sending]),
  removeExchangeRate: (b) => removeExchangeRate(b, { currency: "PLN", reportingCurrency: "EUR", day: "2026-01-01" }),
  saveExchangeRates: (b) =>
    saveExchangeRates(b, [{ currency: "PLN", reportingCurrency: "EUR", day: "2026-01-01", rate: 5 }]),
  settleOldestDay: (b) => settleOldestDay(b),
  settleSome: (b) => settleSome(b),
  sumCosts: (b) => sumCosts(b, zone, days.from, days.to),
  sumCredits: (b) => sumCredits(b, zone, days.from, days.to),
  sumMessages: (b) => sumMessages(b, days.from, days.to),
  sumEnrollments: (b) => sumEnrollments(b, days.from, days.to),
  tellEnrollments: (b, a) => tellEnrollments(b, cut, [a.enrollment]),
  tellMessages: (b, a) => tellMessages(b, zone, [a.message]),
};
