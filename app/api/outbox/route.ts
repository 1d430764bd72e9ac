import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listMails } from "#db/message-views.ts";

const query = z.object({
  show: z.enum(["sent", "unsent"]).default("sent"),
  search: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
});

export const GET = tenantRoute({ query }, async ({ scope, query: { show, ...filter }, now }) => ({
  ...(await listMails(scope, { ...filter, left: show === "sent" })),
  now: now.toISOString(),
}));
