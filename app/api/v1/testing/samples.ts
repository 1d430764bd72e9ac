import { workerSql } from "#db/connections.ts";
import { answerApi } from "../answer-api.ts";
import { experimentSamples } from "./experiment-samples.ts";
import { inboxSamples } from "./inbox-samples.ts";
import { letterSamples } from "./letter-samples.ts";
import { mailboxSamples } from "./mailbox-samples.ts";
import { messageSamples } from "./message-samples.ts";
import { peopleSamples } from "./people-samples.ts";
import { rateSamples } from "./rate-samples.ts";
import type { Sampling } from "./sample.ts";
import { upgradeSamples } from "./upgrade-samples.ts";
import { webhookSamples } from "./webhook-samples.ts";
import { writingSamples } from "./writing-samples.ts";

/** A request of each operation that the demo's tenant can answer, by the operation's id. */
export const samples: Record<string, Sampling> = {
  list_carts: () => ({ query: { limit: "3" } }),
  list_abandoned_carts: () => ({ query: { limit: "3" } }),
  get_cart: async (tenantId) => ({ params: { id: await newest("carts", tenantId) } }),
  list_sequences: () => ({}),
  get_sequence: async (tenantId) => ({ params: { id: await newest("sequences", tenantId) } }),
  publish_sequence: async (tenantId) => ({ params: { id: await newest("sequences", tenantId) } }),
  pause_sequence: async (tenantId) => ({ params: { id: await newest("sequences", tenantId) } }),
  resume_sequence: async (tenantId, caller) => {
    const id = await newest("sequences", tenantId);
    await caller.call(answerApi, { path: `/v1/sequences/${id}/pause`, body: {} });
    return { params: { id } };
  },
  withdraw_sequence: async (tenantId) => ({ params: { id: await newest("sequences", tenantId) } }),
  list_drafts: () => ({ query: { tab: "sent", limit: "3" } }),
  list_pending: () => ({ query: { limit: "3" } }),
  get_draft: async (tenantId) => ({ params: { id: (await waiting(tenantId)).id } }),
  decide_draft: async (tenantId) => {
    const { id, hash } = await waiting(tenantId);
    return { params: { id }, body: { verdict: "rejected", reason: "Not like this", wordsHash: hash } };
  },
  undo_decision: async (tenantId, caller) => {
    const { id, hash } = await waiting(tenantId);
    const body = { verdict: "rejected", reason: "By mistake", wordsHash: hash };
    await caller.call(answerApi, { path: `/v1/drafts/${id}/review`, body });
    return { params: { id } };
  },
  ...letterSamples,
  ...mailboxSamples,
  ...inboxSamples,
  ...peopleSamples,
  ...upgradeSamples,
  ...writingSamples,
  ...messageSamples,
  ...webhookSamples,
  list_messages: () => ({ query: { limit: "3" } }),
  get_results: () => ({ query: { kind: "explore", by: "incentive,step" } }),
  get_attribution: () => ({ query: { period: "90d" } }),
  list_figure_rows: () => ({ query: { kind: "messages", measure: "sent", limit: "3" } }),
  list_conversions: () => ({ query: { limit: "3" } }),
  ...rateSamples,
  ...experimentSamples,
  list_incentives: () => ({}),
  create_incentive: () => {
    const budget = { kind: "limited", period: "month", coupons: 9, amounts: [{ amount: 70_000, currency: "EUR" }] };
    return { body: { name: "Seven", kind: "percent", percent: 7, code: null, validHours: 48, budget } };
  },
  archive_incentive: async (tenantId) => ({ params: { id: await unused(tenantId) } }),
  get_account: () => ({}),
  update_account: () => ({ body: { name: "Nordlicht" } }),
  get_usage: () => ({}),
  get_audit_log: () => ({ query: { limit: "3" } }),
  list_members: () => ({}),
  list_shops: () => ({}),
  list_api_keys: () => ({}),
  create_api_key: () => ({ body: { name: "Reports", scopes: ["read"] } }),
  revoke_api_key: async (tenantId) => ({ params: { id: await newest("api_keys", tenantId) } }),
};

async function newest(table: "carts" | "sequences" | "api_keys", tenantId: string): Promise<string> {
  const sql = workerSql();
  const [row] = await sql<{ id: string }[]>`
    select id from ${sql(table)} where tenant_id = ${tenantId} order by id desc limit 1`;
  return row?.id ?? "none";
}

async function waiting(tenantId: string): Promise<{ id: string; hash: string }> {
  const [row] = await workerSql()<{ id: string; hash: string }[]>`
    select id, words_hash as hash from drafts where tenant_id = ${tenantId} and place = 'waiting' order by id limit 1`;
  return row ?? { id: "none", hash: "none" };
}

async function unused(tenantId: string): Promise<string> {
  const [row] = await workerSql()<{ id: string }[]>`
    select id from incentives i where tenant_id = ${tenantId} and archived_at is null and name = 'Seven' limit 1`;
  return row?.id ?? "none";
}
