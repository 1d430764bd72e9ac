import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listMails } from "#db/message-views.ts";
import { getTenant } from "#db/tenants.ts";
import { Outbox } from "./outbox.tsx";

export const metadata: Metadata = { title: "Outbox" };

type Props = { searchParams: Promise<{ show?: string; search?: string; mail?: string }> };

export default async function OutboxPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const show = asked.show === "unsent" ? "unsent" : "sent";
  const search = asked.search?.slice(0, 200) ?? "";
  const first = await readAs(member, async (scope, now) => ({
    mails: { ...(await listMails(scope, { left: show === "sent", search })), now: now.toISOString() },
    zone: (await getTenant(scope)).timeZone,
  }));
  return <Outbox filters={{ show, search }} first={first.mails} zone={first.zone} mailId={asked.mail ?? null} />;
}
