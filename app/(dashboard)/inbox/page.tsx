import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listConversations, listMailboxNames, readInboxHint } from "#db/inbox-views.ts";
import { getTenant } from "#db/tenants.ts";
import { intents } from "#domain/inbox.ts";
import { inboxShows } from "#domain/inbox-rows.ts";
import { includesRole } from "#domain/member.ts";
import { Inbox } from "./inbox.tsx";

export const metadata: Metadata = { title: "Inbox" };

type Props = {
  searchParams: Promise<{ show?: string; intent?: string; mailbox?: string; search?: string; conversation?: string }>;
};

export default async function InboxPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const choice = {
    show: inboxShows.find((known) => known === asked.show) ?? ("ours" as const),
    intent: intents.find((known) => known === asked.intent),
    mailbox: asked.mailbox?.slice(0, 64) || undefined,
    search: asked.search?.slice(0, 200) || undefined,
  };
  const first = await readAs(member, async (scope, now) => {
    // Before the rest: what comes in meanwhile is then news to the page, and not lost on it.
    const { version } = await readInboxHint(scope);
    const { rows, next } = await listConversations(scope, choice);
    const mailboxes = await listMailboxNames(scope);
    const zone = (await getTenant(scope)).timeZone;
    return { version, page: { data: rows, next }, mailboxes, zone, now: now.toISOString() };
  });
  return (
    <Inbox
      key={JSON.stringify(choice)}
      choice={choice}
      first={first.page}
      version={first.version}
      mailboxes={first.mailboxes}
      zone={first.zone}
      now={first.now}
      conversationId={asked.conversation ?? null}
      readerId={member.id}
      mayAct={includesRole(member.role, "marketer")}
    />
  );
}
