import { z } from "zod";
import { POST as createTemplate } from "#app/api/templates/route.ts";
import { workerSql } from "#db/connections.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

const idIn = (json: unknown) => z.object({ id: z.string() }).parse(json).id;

async function one(tenantId: string, from: string): Promise<string> {
  const [row] = await workerSql().unsafe<{ id: string }[]>(
    `select id from ${from} and tenant_id = $1 order by id desc limit 1`,
    [tenantId],
  );
  return row?.id ?? "none";
}

const aCart = (tenantId: string) =>
  one(tenantId, "carts where contact_id is not null and jsonb_array_length(lines) > 0");
const aSequence = (tenantId: string) =>
  one(
    tenantId,
    "sequences where archived_at is null and id in (select sequence_id from publications where version_id is not null)",
  );

/** A request of each operation that writes, renders or tries without sending. */
export const writingSamples: Record<string, Sampling> = {
  explain_cart: async (tenantId) => ({ params: { id: await aCart(tenantId) } }),
  dry_run_sequence: async (tenantId) => ({ params: { id: await aSequence(tenantId) }, body: {} }),
  get_dry_run: async (tenantId, caller) => {
    const path = `/v1/sequences/${await aSequence(tenantId)}/dry-runs`;
    return { params: { id: idIn((await caller.call(answerApi, { path, body: {} })).json) } };
  },
  list_templates: () => ({}),
  get_template: async (_, caller) => {
    const made = await caller.call(createTemplate, { body: { name: "Ours", from: "reminder" } });
    return { params: { id: idIn(made.json) } };
  },
  render_template: async (tenantId) => ({
    params: { id: "percent-off" },
    query: { language: "de", cartId: await aCart(tenantId) },
  }),
  draft_recovery_email: async (tenantId) => ({ params: { id: await aCart(tenantId) }, body: { purpose: "help" } }),
  list_reviews: () => ({ query: { limit: "3" } }),
  list_coupons: () => ({ query: { limit: "3" } }),
};
