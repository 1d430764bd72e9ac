import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { saveTestEvent } from "#db/webhook-log.ts";
import { tellRunner } from "../../../webhooks/answers.ts";

const params = z.object({ id: z.string() });

/** Sends an event that means nothing through the house; health and webhook log show how it fares. */
export const POST = tenantRoute(
  { role: "marketer", params },
  async ({ scope, now, params: { id: shopId }, afterCommit }) => {
    const id = await saveTestEvent(scope, shopId, now);
    afterCommit(() => tellRunner([{ tenantId: scope.tenantId, id }]));
    return created({ webhookEventId: id });
  },
);
