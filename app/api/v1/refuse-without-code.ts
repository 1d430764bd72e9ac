import type { Actor } from "#auth/actor.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import type { Operation } from "#auth/operation.ts";
import { hashToken } from "#db/api-keys.ts";
import { listMembers } from "#db/members.ts";
import { type CodeRequest, makeOneTimeCode, takeOneTimeCode, waitingCode } from "#db/one-time-codes.ts";
import { type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { includesRole } from "#domain/member.ts";
import { renderAlert } from "#emails/render.ts";
import { env } from "#env";
import { deliverSystemMail } from "#inngest/deliver-system-mail.ts";
import type { Performing } from "./performing.ts";

/**
 * What loosens control is a person's to allow: a key that asks without a code is refused, and the tenant's admins are
 * mailed one that lets exactly this request through once. Members need none: they are the persons.
 */
export async function refuseWithoutCode(operation: Operation, request: string, by: Performing): Promise<void> {
  const { actor, now, code } = by;
  if (!operation.loosens || actor.kind === "member") return;
  const asked = { keyId: actor.id, operation: operation.id, requestHash: hashToken(request) };
  if (code !== null) {
    if (await inTransaction(actor, ({ scope }) => takeOneTimeCode(scope, asked, code, now))) return;
    throw new AppError("forbidden", "This code is not right for this request, or was used or is too old", "code");
  }
  await mailCode(actor, { asked, loosens: operation.loosens, keyName: actor.name }, now);
  throw new AppError(
    "forbidden",
    "A person must allow this. A one-time code was mailed to the admins: send the same request again with it",
    "code",
  );
}

type Wanted = { asked: CodeRequest; loosens: string; keyName: string };

/** Mails a code unless one for the same request waits already. */
async function mailCode(actor: Actor, { asked, loosens, keyName }: Wanted, now: Date): Promise<void> {
  const mails = await inTransaction(actor, async ({ scope }): Promise<SystemMail[]> => {
    if (await waitingCode(scope, asked, now)) return [];
    const made = await makeOneTimeCode(scope, asked, now);
    if (!made) throw new AppError("limited", "Too many of this key's requests wait for a person");
    const tenant = await getTenant(scope);
    const admins = (await listMembers(scope)).filter(({ role }) => includesRole(role, "admin"));
    const mail = await renderAlert({
      tenantName: tenant.name,
      title: `${made.code} is the code for an API key`,
      happened: [
        `The API key “${keyName}” asks to ${loosens}. Only this one request is let through, until half an hour from now.`,
      ],
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
  });
  for (const mail of mails) await deliverSystemMail(actor.tenantId, mail);
}
