import { armContacts } from "../arm-views.ts";
import { listFigureRows } from "../figure-rows.ts";
import { listReportCurrencies, readFigures, readIncremental } from "../overview-figures.ts";
import { readPulse } from "../overview-views.ts";
import {
  listMailPictures,
  listReportReaders,
  mailOfOccasion,
  reportRhythmOf,
  saveMailPictures,
  saveReportRhythm,
} from "../report-mails.ts";
import { readReport } from "../reports.ts";
import { namesOfValues } from "../value-names.ts";
import type { Call } from "./foreign-reads.ts";

const days = { from: "2026-01-01", to: "2026-12-31" };
const figure = { ...days, currency: "EUR" };

/** What reports say, and the rows behind it. */
export const reportReads: Record<string, Call> = {
  armContacts: async (b) => [...(await b.db.execute(await armContacts(b, { ...figure, timeZone: "Europe/Berlin" })))],
  listFigureRows: async (b) => [
    await listFigureRows(b, { ...figure, kind: "messages", measure: "sent", basis: "sent_day", filters: {} }, {}),
    await listFigureRows(b, { ...figure, kind: "enrollments", stage: "enrolled", arm: "both", sequence: null }, {}),
    await listFigureRows(b, { ...figure, kind: "orders" }, {}),
    await listFigureRows(b, { ...figure, kind: "drafts" }, {}),
    await listFigureRows(b, { ...figure, kind: "arms" }, {}),
  ],
  listReportCurrencies: (b) => listReportCurrencies(b, days, "PLN"),
  namesOfValues: (b, a) => namesOfValues(b, [{ dimension: "sequence", values: [a.sequence] }]),
  readFigures: (b) => readFigures(b, { span: days, currency: "EUR" }),
  readIncremental: (b) => readIncremental(b, { span: days, currency: "EUR" }),
  readPulse: (b, _, now) => readPulse(b, now),
  listMailPictures: (b, a) => listMailPictures(b, a.systemMail),
  listReportReaders: (b) => listReportReaders(b),
  mailOfOccasion: (b, a) => mailOfOccasion(b, a.member, "2026-03-05"),
  reportRhythmOf: (b, a) => reportRhythmOf(b, a.member),
  readReport: (b, _, now) => readReport(b, "days", { span: { ...days, period: null } }, now),
};

export const reportWrites: Record<string, Call> = {
  saveMailPictures: (b, a) => saveMailPictures(b, a.systemMail, [{ name: "chart", png: Buffer.from("theirs") }]),
  saveReportRhythm: (b, a) => saveReportRhythm(b, a.member, "off"),
};
