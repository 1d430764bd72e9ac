import { and, eq } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type ConversationFacts, type Turn, untouched } from "#domain/inbound/conversation-state.ts";
import { newId } from "./ids.ts";
import { conversations } from "./schema/inbox.ts";
import type { Scope } from "./scope.ts";

export type Conversation = Omit<typeof conversations.$inferSelect, "tenantId">;

const byId = (scope: Scope, id: string) => and(eq(conversations.tenantId, scope.tenantId), eq(conversations.id, id));

/** Begins a conversation that no mail stands in yet. Returns its id. */
export async function beginConversation(
  scope: Scope,
  { mailboxId, withAddress }: { mailboxId: string; withAddress: string | null },
  now: Date,
): Promise<string> {
  const id = newId("conversation", now);
  await scope.db.insert(conversations).values({
    ...{ tenantId: scope.tenantId, id, mailboxId, withAddress, subject: "", subjectKey: "" },
    ...{ ...untouched, lastAt: now, createdAt: now },
  });
  return id;
}

/** One conversation, held until the transaction ends. */
export async function lockConversation(scope: Scope, id: string): Promise<Conversation> {
  const [row] = await scope.db.select().from(conversations).where(byId(scope, id)).for("update");
  if (!row) throw new AppError("not_found", "There is no such conversation");
  return row;
}

/** Keeps what a conversation is by its mails, and whose turn it is. */
export async function saveConversation(
  scope: Scope,
  id: string,
  facts: ConversationFacts & Turn & { lastAt: Date },
): Promise<void> {
  await scope.db.update(conversations).set(facts).where(byId(scope, id));
}
