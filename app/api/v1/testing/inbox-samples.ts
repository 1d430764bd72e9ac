import { withScope } from "#db/scope.ts";
import { tellConversation, tellFiles, tellMailbox } from "#db/testing/mails.ts";
import type { Sampling } from "./sample.ts";

const asked = { from: "grace@example.com", text: "How much is delivery?", intent: "question" as const };

/** Somebody wrote, with a file; gives the ids of what that left. */
function written(tenantId: string): Promise<{ conversationId: string; mailId: string }> {
  const at = new Date();
  return withScope(tenantId, async (scope) => {
    const mailbox = await tellMailbox(scope, at);
    const told = await tellConversation(scope, asked, { mailboxId: mailbox.id }, at);
    const content = Buffer.from("A picture of it");
    await tellFiles(scope, told.mailId, [{ name: "a.txt", contentType: "text/plain", content, refusedBecause: null }]);
    return told;
  });
}

const ofMail =
  (more: { params?: Record<string, string>; body?: unknown } = {}): Sampling =>
  async (tenantId) => {
    const { params, ...rest } = more;
    return { params: { id: (await written(tenantId)).mailId, ...params }, ...rest };
  };

/** A request of each operation on the inbox. */
export const inboxSamples: Record<string, Sampling> = {
  check_inbox: () => ({ query: { show: "ours", limit: "3" } }),
  get_thread: async (tenantId) => ({ params: { id: (await written(tenantId)).conversationId } }),
  set_conversation_status: async (tenantId) => ({
    params: { id: (await written(tenantId)).conversationId },
    body: { status: "closed" },
  }),
  read_email: ofMail(),
  reply_email: ofMail({ body: { text_body: "Hello Grace, it is free." } }),
  wait_for_email: () => ({ query: { timeout_seconds: "0" } }),
  download_attachment: ofMail({ params: { position: "0" } }),
};
