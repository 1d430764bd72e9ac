import { setConversationStatus } from "#db/conversations.ts";
import { lockConversation } from "#db/inbox.ts";
import { holdBack, letGo } from "#db/reply-holds.ts";
import type { Scope } from "#db/scope.ts";
import { askAgainAt } from "#domain/decision.ts";
import type { ConversationStatus } from "#domain/inbox.ts";
import { type Announcement, freedAnnouncements } from "./events.ts";

/**
 * Closes a conversation, which lets the contact's sequences go on, or opens it again, which holds them back. `changed` is
 * false when it stood so already.
 */
export async function turnConversation(
  scope: Scope,
  { id, status }: { id: string; status: ConversationStatus },
  now: Date,
): Promise<{ changed: boolean; later: Announcement[] }> {
  const { contactId, pausesSince } = await lockConversation(scope, id);
  const changed = await setConversationStatus(scope, id, status, now);
  if (!changed || !contactId || !pausesSince) return { changed, later: [] };
  if (status === "open") {
    await holdBack(scope, contactId, askAgainAt(now), now);
    return { changed, later: [] };
  }
  return { changed, later: freedAnnouncements(scope.tenantId, await letGo(scope, contactId, now)) };
}
