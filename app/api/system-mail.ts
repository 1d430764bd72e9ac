import { faultFacts, log } from "#auth/log.ts";
import { withScope } from "#db/scope.ts";
import { blankSignInLink, recordSystemMail, type SystemMail } from "#db/system-mails.ts";
import { env } from "#env";
import { configuredMailer } from "#inngest/outside.ts";

/** Hands a stored mail to the mailer and notes what became of it. Never throws: the row says it all. */
export async function deliverSystemMail(tenantId: string, mail: SystemMail): Promise<void> {
  try {
    const mailer = configuredMailer();
    const [result] = await mailer.send([
      {
        id: mail.id,
        to: mail.toAddress,
        from: env().MAIL_FROM,
        replyTo: null,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: {},
        tags: { kind: mail.kind },
      },
    ]);
    const sent = result?.kind === "accepted";
    const reason = result && result.kind !== "accepted" ? result.reason : "no_answer";
    await withScope(tenantId, async (scope) => {
      await recordSystemMail(scope, mail.id, sent ? { status: "sent" } : { status: "failed", reason });
      // The outbox is the mailbox itself: there the link must stay readable.
      if (sent && mailer.name !== "outbox") await blankSignInLink(scope, mail.id);
    });
  } catch (error) {
    log().error({ tenantId, mailId: mail.id, fault: faultFacts(error) }, "system mail not delivered");
  }
}

/** Where a one-time link leads. The token stands behind #, so that no server and no referrer ever sees it. */
export function signInLink(token: string): string {
  return `${env().APP_URL}/sign-in/link#${token}`;
}
