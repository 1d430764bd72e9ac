import { listCompliance, readExport } from "../compliance-views.ts";
import { credentialNames, credentialsOf, openShop, saveCredentials } from "../credentials.ts";
import {
  countOutcomes,
  getReconciliation,
  latestTest,
  listSignatureFailures,
  readRhythm,
  saveReconciliation,
} from "../shop-health.ts";
import { listWebhookLog, readWebhookLogEntry, replayFailed, replayWebhook, saveTestEvent } from "../webhook-log.ts";
import type { Call } from "./foreign-reads.ts";

/** Within a week of all that the story tells. */
const told = new Date("2026-03-03T00:00:00Z");

/** What can be read of a shop's intake, asked for what is another tenant's. */
export const shopReads: Record<string, Call> = {
  countOutcomes: (b, a) => countOutcomes(b, a.shop, told),
  credentialNames: (b, a) => credentialNames(b, a.shop),
  credentialsOf: (b, a) => credentialsOf(b, a.shop),
  getReconciliation: (b, a) => getReconciliation(b, a.shop),
  latestTest: (b, a) => latestTest(b, a.shop),
  listCompliance: (b) => listCompliance(b, {}),
  listSignatureFailures: (b, a) => listSignatureFailures(b, a.shop),
  listWebhookLog: (b) => listWebhookLog(b, {}),
  openShop: (b, a) => openShop(b, a.shop),
  readExport: (b, a) => readExport(b, a.compliance),
  readRhythm: (b, a) => readRhythm(b, a.shop, told),
  readWebhookLogEntry: (b, a) => readWebhookLogEntry(b, a.webhook),
};

/** What can be changed of it, told to change what is another tenant's. */
export const shopWrites: Record<string, Call> = {
  replayFailed: (b, a) => replayFailed(b, { shop: a.shop, limit: 10 }),
  replayWebhook: (b, a) => replayWebhook(b, a.failed),
  saveCredentials: (b, a, now) => saveCredentials(b, a.shop, { token: "theirs" }, now),
  saveReconciliation: (b, a, now) => saveReconciliation(b, a.shop, { cursor: "theirs", found: 1 }, now),
  saveTestEvent: (b, a, now) => saveTestEvent(b, a.shop, now),
};
