import { z } from "zod";
import { attemptCounter } from "#auth/attempts.ts";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { recordSystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getBrand } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { withTestBanner } from "#emails/render.ts";
import { env } from "#env";
import { configuredMailer } from "#inngest/outside.ts";
import { editedSchema, exampleSchema, previewEdited, previewExample } from "../choose-example.ts";

const to = { to: z.string().trim().toLowerCase().max(254).optional() };
const body = z.union([editedSchema.extend(to), exampleSchema.extend(to)]);
const tests = attemptCounter({ tries: 20, minutes: 10 });

/** Sends an example to the member who asks or to another member of the tenant, and to nobody else. */
export const POST = tenantRoute({ role: "marketer", body }, async ({ scope, actor, now, body: { to, ...example } }) => {
  if (actor.kind !== "member") throw new AppError("forbidden", "A test goes to a member's own address");
  tests.count(actor.id, now.getTime());
  const toAddress = await memberAddress(scope, to ?? actor.email);
  const preview = await ("document" in example
    ? previewEdited(scope, example, now)
    : previewExample(scope, example, now));
  const rendered = await withTestBanner(preview, `Test sent by ${actor.name}`);
  const subject = `[Test] ${preview.subject}`;
  const mail = await saveSystemMail(scope, { kind: "test_send", toAddress, subject, ...rendered, now });
  const brand = await getBrand(scope);
  const [result] = await configuredMailer().send([
    {
      id: mail.id,
      to: toAddress,
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
  return created({ id: mail.id, to: toAddress, status: reason === null ? "sent" : "failed", reason });
});

async function memberAddress(scope: Scope, address: string): Promise<string> {
  const members = await listMembers(scope);
  const member = members.find(({ email }) => email.toLowerCase() === address.toLowerCase());
  if (!member) throw new AppError("invalid", "A test goes to members only: invite this person first", "to");
  return member.email;
}
