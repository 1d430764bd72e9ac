import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { countWaiting, listDrafts } from "#db/draft-views.ts";
import type { QueuePage } from "#domain/draft-queue.ts";
import { filterShape } from "./filter.ts";

const query = z.object({
  ...filterShape,
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const GET = tenantRoute(
  { query },
  async ({ scope, actor, query, now }): Promise<QueuePage> => ({
    ...(await listDrafts(scope, { ...query, me: actor.id })),
    waiting: await countWaiting(scope),
    now: now.toISOString(),
  }),
);
