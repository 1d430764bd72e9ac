import { tenantRoute } from "#auth/tenant-route.ts";
import { countWaiting } from "#db/draft-views.ts";
import { countInbox } from "#db/inbox-views.ts";
import { countPendingLetters } from "#db/letter-views.ts";

export const GET = tenantRoute({}, async ({ scope }) => ({
  ...(await countWaiting(scope)),
  letters: (await countPendingLetters(scope)).count,
  conversations: (await countInbox(scope)).ours,
}));
