import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { workerSql } from "#db/connections.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

const madeKey = z.object({ key: z.object({ id: z.string() }) });
const asked = z.object({ id: z.string() });

/** The code in the newest mail to a tenant's admins. */
export async function mailedCode(tenantId: string): Promise<string> {
  const [mail] = await workerSql()<{ subject: string }[]>`
    select subject from system_mails where tenant_id = ${tenantId} and kind = 'one_time_code' order by id desc limit 1`;
  return /^\d{8}/.exec(mail?.subject ?? "")?.[0] ?? "";
}

async function wish(caller: Caller) {
  const made = await caller.call(answerApi, { path: "/v1/keys", body: { name: "Agent", scopes: ["read"] } });
  return { keyId: madeKey.parse(made.json).key.id, scopes: ["send"], reason: "It shall write letters" };
}

/** A request of each operation on upgrades. */
export const upgradeSamples: Record<string, Sampling> = {
  request_upgrade: async (_, caller) => ({ body: await wish(caller) }),
  apply_upgrade: async (tenantId, caller) => {
    const made = await caller.call(answerApi, { path: "/v1/upgrades", body: await wish(caller) });
    return { params: { id: asked.parse(made.json).id }, body: { code: await mailedCode(tenantId) } };
  },
};
