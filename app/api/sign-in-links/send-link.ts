import { attemptCounter } from "#auth/attempts.ts";
import { linkMinutes, makeSignInToken } from "#auth/sign-in.ts";
import { acrossTenantsFindMembers } from "#db/across-tenants-doors.ts";
import { withScope } from "#db/scope.ts";
import { saveSystemMail } from "#db/system-mails.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { renderMagicLink } from "#emails/render.ts";
import { deliverSystemMail } from "#inngest/deliver-system-mail.ts";
import { signInLink } from "./sign-in-link.ts";

const perAddress = attemptCounter({ tries: 4, minutes: 10 });

/** Mails a sign-in link to a member's address. Says nothing about an address that belongs to nobody. */
export async function sendSignInLink(given: string, now: Date): Promise<void> {
  const email = normalizeAddress(given);
  if (!email) return;
  perAddress.count(email, Date.now());
  const [member] = await acrossTenantsFindMembers(email);
  if (!member) return;
  const mail = await withScope(member.tenantId, async (scope) => {
    const token = await makeSignInToken(scope, { email, minutes: linkMinutes, now });
    const rendered = await renderMagicLink({ url: signInLink(token), email, minutes: linkMinutes });
    return saveSystemMail(scope, { kind: "magic_link", toAddress: email, ...rendered, now });
  });
  await deliverSystemMail(member.tenantId, mail);
}
