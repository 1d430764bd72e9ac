import { listMailPictures } from "#db/report-mails.ts";
import { withJobScope } from "#db/scope.ts";
import { blankSignInLink, recordSystemMail, type SystemMail } from "#db/system-mails.ts";
import { env } from "#env";
import { logFault } from "./log.ts";
import { configuredMailer } from "./outside.ts";

/** Hands a stored mail to the mailer and notes what became of it. Never throws: the row says it all. */
export async function deliverSystemMail(tenantId: string, mail: SystemMail): Promise<void> {
  try {
    const mailer = configuredMailer();
    const pictures = await withJobScope(tenantId, (scope) => listMailPictures(scope, mail.id));
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
        files: pictures.map(({ name, png }) => ({
          ...{ name: `${name}.png`, contentType: "image/png", content: png, contentId: name },
        })),
      },
    ]);
    const sent = result?.kind === "accepted";
    const reason = result && result.kind !== "accepted" ? result.reason : "no_answer";
    await withJobScope(tenantId, async (scope) => {
      await recordSystemMail(scope, mail.id, sent ? { status: "sent" } : { status: "failed", reason });
      // The outbox is the mailbox itself: there the link must stay readable.
      if (sent && mailer.name !== "outbox") await blankSignInLink(scope, mail.id);
    });
  } catch (error) {
    logFault("system mail not delivered", { tenantId, mailId: mail.id }, error);
  }
}
