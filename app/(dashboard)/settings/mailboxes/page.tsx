import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listRefusedMail } from "#db/mail-arrivals.ts";
import { listMailboxes, mailboxRow } from "#db/mailboxes.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { env } from "#env";
import { Mailboxes } from "./mailboxes.tsx";

export const metadata: Metadata = { title: "Mailboxes" };

const shownRefused = 20;

export default async function MailboxesPage() {
  const member = await requireMember();
  const read = await readAs(member, async (scope, now) => ({
    first: (await listMailboxes(scope)).map(mailboxRow),
    shops: (await listShops(scope)).map(({ id, name }) => ({ id, name })),
    refused: await listRefusedMail(scope, shownRefused),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  const { APP_URL, RESEND_API_KEY, RESEND_WEBHOOK_SECRET, MAIL_IN_HOST, MAIL_IN_PORT } = env();
  const doors = {
    webhookUrl: `${APP_URL}/api/webhooks/email`,
    resend: Boolean(RESEND_API_KEY && RESEND_WEBHOOK_SECRET),
    smtp: MAIL_IN_PORT ? `${MAIL_IN_HOST}:${MAIL_IN_PORT}` : null,
  };
  return (
    <Mailboxes
      {...read}
      doors={doors}
      mayChange={includesRole(member.role, "admin")}
      mayBringIn={includesRole(member.role, "marketer")}
    />
  );
}
