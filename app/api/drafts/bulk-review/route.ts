import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { AppError } from "#domain/app-error.ts";
import { bulkLimit } from "#domain/draft-queue.ts";
import { approveCluster } from "./approve-cluster.ts";

const id = z.string().min(1).max(100);
const body = z.object({
  pattern: z.string().min(1).max(300),
  drafts: z
    .array(z.object({ id, wordsHash: z.string().min(1).max(200) }))
    .min(1)
    .max(bulkLimit),
  sampled: z.array(id).max(bulkLimit),
});

export const POST = tenantRoute({ role: "marketer", body }, async ({ scope, actor, body, now }) => {
  if (actor.kind !== "member") throw new AppError("forbidden", "Only a person may approve a cluster");
  return { outcomes: await approveCluster(scope, { by: actor, ...body }, now) };
});
