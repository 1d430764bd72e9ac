import { listMembers } from "#db/members.ts";
import { type CodeRequest, makeOneTimeCode } from "#db/one-time-codes.ts";
import type { Scope } from "#db/scope.ts";
import { type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { includesRole } from "#domain/member.ts";
import { renderAlert } from "#emails/render.ts";
import { env } from "#env";
import { deliverSystemMail } from "#inngest/deliver-system-mail.ts";

/** What a code shall let through, and the lines by which a person understands it. */
export type CodeWanted = { asked: CodeRequest; asks: string[] };

/** Makes a one-time code and writes it to the tenant's admins; `limited` while too many of a key's wait. */
export async function writeCodes(scope: Scope, { asked, asks }: CodeWanted, now: Date): Promise<SystemMail[]> {
  const made = await makeOneTimeCode(scope, asked, now);
  if (!made) throw new AppError("limited", "Too many of this key's requests wait for a person");
  const tenant = await getTenant(scope);
  const admins = (await listMembers(scope)).filter(({ role }) => includesRole(role, "admin"));
  const mail = await renderAlert({
    tenantName: tenant.name,
    title: `${made.code} is the code for an API key`,
    happened: [...asks, "The code is good for half an hour."],
    steps: [
      `If you want this, pass on the code ${made.code}.`,
      "If you do not, do nothing, and think of revoking the key.",
    ],
    link: { label: "Look at the keys", url: `${env().APP_URL}/settings/keys` },
    noticedAt: now.toISOString(),
  });
  return Promise.all(
    admins.map(({ email }) => saveSystemMail(scope, { kind: "one_time_code", toAddress: email, ...mail, now })),
  );
}

/** Hands the mails over once their rows stand. */
export async function deliverCodes(tenantId: string, mails: SystemMail[]): Promise<void> {
  for (const mail of mails) await deliverSystemMail(tenantId, mail);
}
