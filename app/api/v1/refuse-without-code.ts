import type { Actor } from "#auth/actor.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import type { Asked, Operation } from "#auth/operation.ts";
import { hashToken } from "#db/api-keys.ts";
import { takeOneTimeCode, waitingCode } from "#db/one-time-codes.ts";
import { AppError } from "#domain/app-error.ts";
import { type CodeWanted, deliverCodes, writeCodes } from "./mail-codes.ts";
import type { Performing } from "./performing.ts";

/**
 * What loosens control is a person's to allow: a key that asks without a code is refused, and the tenant's admins are
 * mailed one that lets exactly this request through once. Members need none: they are the persons. Returns whether a person
 * stands behind the request.
 */
export async function refuseWithoutCode(
  operation: Operation,
  { asked, request }: { asked: Asked; request: string },
  by: Performing,
): Promise<boolean> {
  const { actor, now, code } = by;
  if (actor.kind === "member") return true;
  const { loosens } = operation;
  if (!loosens || !(await inTransaction(actor, ({ scope }) => operation.loosensNow(asked, scope)))) return false;
  const wanted = { keyId: actor.id, operation: operation.id, requestHash: hashToken(request) };
  if (code !== null) {
    if (await inTransaction(actor, ({ scope }) => takeOneTimeCode(scope, wanted, code, now))) return true;
    throw new AppError("forbidden", "This code is not right for this request, or was used or is too old", "code");
  }
  const asks = [`The API key “${actor.name}” asks to ${loosens}. Only this one request is let through.`];
  await mailCode(actor, { asked: wanted, asks }, now);
  throw new AppError(
    "forbidden",
    "A person must allow this. A one-time code was mailed to the admins: send the same request again with it",
    "code",
  );
}

/** Mails a code unless one for the same request waits already. */
async function mailCode(actor: Actor, wanted: CodeWanted, now: Date): Promise<void> {
  const mails = await inTransaction(actor, async ({ scope }) =>
    (await waitingCode(scope, wanted.asked, now)) ? [] : writeCodes(scope, wanted, now),
  );
  await deliverCodes(actor.tenantId, mails);
}
