import { invitationHours, makeSignInToken } from "#auth/sign-in.ts";
import type { Member } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { renderInvitation } from "#emails/render.ts";
import { signInLink } from "../sign-in-links/sign-in-link.ts";

/** Stores the mail that lets a new member in; it is for the caller to deliver after the commit. */
export async function writeInvitation(
  scope: Scope,
  given: { member: Member; inviterName: string; now: Date },
): Promise<SystemMail> {
  const { member, inviterName, now } = given;
  const { name: tenantName } = await getTenant(scope);
  const token = await makeSignInToken(scope, { email: member.email, minutes: invitationHours * 60, now });
  const days = invitationHours / 24;
  const rendered = await renderInvitation({ url: signInLink(token), tenantName, inviterName, role: member.role, days });
  return saveSystemMail(scope, { kind: "invitation", toAddress: member.email, ...rendered, now });
}
