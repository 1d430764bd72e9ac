import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordSystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getBrand } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { withTestBanner } from "#emails/render.ts";
import { env } from "#env";
import { configuredMailer } from "#inngest/outside.ts";
import { exampleSchema, previewExample } from "../choose-example.ts";

/** Sends an example to the member who asks, and to nobody else. */
export const POST = tenantRoute({ role: "marketer", body: exampleSchema }, async ({ scope, actor, now, body }) => {
  if (actor.kind !== "member") throw new AppError("forbidden", "A test goes to a member's own address");
  const preview = await previewExample(scope, body, now);
  const rendered = await withTestBanner(preview, `Test sent by ${actor.name}`);
  const subject = `[Test] ${preview.subject}`;
  const mail = await saveSystemMail(scope, { kind: "test_send", toAddress: actor.email, subject, ...rendered, now });
  const brand = await getBrand(scope);
  const [result] = await configuredMailer().send([
    {
      id: mail.id,
      to: actor.email,
      from: brand.senderAddress
        ? `${brand.senderName.replace(/["<>]/g, " ")} <${brand.senderAddress}>`
        : env().MAIL_FROM,
      replyTo: brand.replyTo,
      subject,
      ...rendered,
      headers: {},
      tags: {},
    },
  ]);
  const reason = result?.kind === "accepted" ? null : (result?.reason ?? "no answer");
  await recordSystemMail(scope, mail.id, reason === null ? { status: "sent" } : { status: "failed", reason });
  return created({ id: mail.id, to: actor.email, status: reason === null ? "sent" : "failed", reason });
});
