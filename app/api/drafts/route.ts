import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { countWaiting, listDrafts } from "#db/draft-views.ts";
import { draftTabs } from "#domain/rows.ts";

const query = z.object({ tab: z.enum(draftTabs).default("waiting"), after: z.string().max(200).optional() });

export const GET = tenantRoute({ query }, async ({ scope, query, now }) => ({
  ...(await listDrafts(scope, query)),
  waiting: await countWaiting(scope),
  now: now.toISOString(),
}));
