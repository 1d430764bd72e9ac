import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { workerSql } from "#db/connections.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

let people = 0;

/** A new contact of the tenant. */
async function contactBy(caller: Caller): Promise<{ id: string; address: string }> {
  const body = { email: `friend-${++people}@example.com`, firstName: "Friend" };
  const made = await caller.call(answerApi, { path: "/v1/contacts", body });
  return z.object({ id: z.string(), address: z.string() }).parse(made.json);
}

const ofContact =
  (asked: object = {}): Sampling =>
  async (_, caller) => ({ params: { id: (await contactBy(caller)).id }, ...asked });

type Table = "orders" | "enrollments" | "carts";
const one =
  (table: Table, which: string, asked: object = {}): Sampling =>
  async (tenantId) => {
    const [row] = await workerSql().unsafe<{ id: string }[]>(
      `select id from ${table} where tenant_id = $1 and ${which} order by id limit 1`,
      [tenantId],
    );
    return { params: { id: row?.id ?? "none" }, ...asked };
  };

/** A request of each operation on people and on what they are in. */
export const peopleSamples: Record<string, Sampling> = {
  search_contacts: () => ({ query: { limit: "3" } }),
  get_contact: ofContact(),
  add_contact: () => ({ body: { email: "grace@example.com", firstName: "Grace", tags: ["wholesale"] } }),
  tag_contact: ofContact({ body: { add: ["wholesale"], remove: ["retail"] } }),
  record_consent: ofContact({ body: { state: "granted", source: "Form at the fair" } }),
  delete_contact: ofContact(),
  list_suppressions: () => ({ query: { limit: "3" } }),
  check_suppression: () => ({ query: { address: "ada@example.com" } }),
  add_suppression: () => ({ body: { address: "nobody@example.com" } }),
  remove_suppression: async (_, caller) => {
    const { address } = await contactBy(caller);
    await caller.call(answerApi, { path: "/v1/suppressions", body: { address } });
    return { params: { address } };
  },
  list_enrollments: () => ({ query: { limit: "3" } }),
  start_enrollment: one("carts", "abandoned_at is not null", { body: {} }),
  stop_enrollment: one("enrollments", "closed_at is null"),
  list_orders: () => ({ query: { limit: "3" } }),
  get_order: one("orders", "true"),
  list_segments: () => ({}),
  create_coupon: async (tenantId, caller) => {
    const [shop] = await workerSql()<{ id: string }[]>`select id from shops where tenant_id = ${tenantId} limit 1`;
    const terms = { kind: "percent", percent: 8, code: "EIGHT8", validHours: 48 };
    const given = { name: "Eight", ...terms, budget: { kind: "unlimited" } };
    const made = await caller.call(answerApi, { path: "/v1/incentives", body: given });
    return { params: { id: z.object({ id: z.string() }).parse(made.json).id }, body: { shopId: shop?.id } };
  },
};
