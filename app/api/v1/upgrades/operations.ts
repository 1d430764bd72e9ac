import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { operation } from "#auth/operation.ts";
import { type ApiKey, findKey, widenKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { takeOneTimeCode } from "#db/one-time-codes.ts";
import type { Scope } from "#db/scope.ts";
import { getPolicy, lockPolicy } from "#db/tenants.ts";
import { closeUpgradeRequest, lockUpgradeRequest, saveUpgradeRequest } from "#db/upgrade-requests.ts";
import { AppError } from "#domain/app-error.ts";
import { includesRole, keyScopes } from "#domain/member.ts";
import { oversightModes } from "#domain/sequence.ts";
import { loosensOversight, type Upgrade, type UpgradeRefusal, upgradeOf } from "#domain/upgrade.ts";
import { plainText } from "../../drafts/plain-text.ts";
import { changePolicy, modeChange } from "../../policy/change-policy.ts";
import { deliverCodes, writeCodes } from "../mail-codes.ts";
import { id, instant } from "../shapes.ts";

const codeMinutes = 30;
const applying = "apply_upgrade";
const scopes = z.array(z.enum(keyScopes)).max(keyScopes.length);
const mode = z.enum(oversightModes);

const refusals: Record<UpgradeRefusal, string> = {
  nothing_more: "This is no more than the key and the tenant have already",
  send_and_oversee: "One key cannot both send and oversee what is sent",
};

export const requestUpgrade = operation({
  id: "request_upgrade",
  method: "POST",
  path: "/upgrades",
  tag: "Account",
  summary: "Ask a person for further scopes, or for a looser oversight mode",
  description:
    "The admins are mailed what is asked, why, and a one-time code for `apply_upgrade`. A key asks for itself; an admin names the key. Tightening needs no request: `update_account` does it.",
  scope: "read",
  status: 202,
  body: z.strictObject({
    scopes: scopes.default([]).meta({ description: "What the key shall hold beside what it holds" }),
    oversightMode: mode.optional().meta({ description: "What the tenant shall be overseen by" }),
    reason: plainText(300).pipe(z.string().min(1, "Say why")),
    keyId: id.optional().meta({ description: "The key, where a person asks" }),
  }),
  answer: z.strictObject({ id, scopes, oversightMode: mode.nullable(), expiresAt: instant }),
  example: { body: { oversightMode: "monitored", reason: "Forty drafts in a row were approved as they were" } },
  run: async ({ scope, actor, body, now, afterCommit }) => {
    const key = await keyOf(scope, actor, body.keyId);
    const { oversightMode } = await getPolicy(scope);
    const asked = { scopes: body.scopes, oversightMode: body.oversightMode ?? null };
    const more = upgradeOf(asked, { scopes: key.scopes, oversightMode });
    if (more.kind === "refused") throw new AppError("conflict", refusals[more.reason], "scopes");
    const { wants } = more;
    const upgrade = { keyId: key.id, askedBy: actor.id, wants, reason: body.reason };
    const id = await saveUpgradeRequest(scope, upgrade, now);
    const code = { keyId: actor.id, operation: applying, requestHash: id };
    const mails = await writeCodes(scope, { asked: code, asks: asksOf(key, wants, body.reason) }, now);
    await recordAudit(scope, { actor, action: "upgrade.asked", subjectId: key.id, change: wants, now });
    afterCommit(() => deliverCodes(scope.tenantId, mails));
    return { id, ...wants, expiresAt: new Date(now.getTime() + codeMinutes * 60_000).toISOString() };
  },
});

/** A key is its own; a person who looks after keys names one. */
async function keyOf(scope: Scope, actor: Actor, named: string | undefined): Promise<ApiKey> {
  if (actor.kind === "member" && !includesRole(actor.role, "admin"))
    throw new AppError("forbidden", "This needs the role admin");
  if (actor.kind === "member" && !named) throw new AppError("invalid", "Say which key", "keyId");
  const key = await findKey(scope, named ?? actor.id);
  if (!key || key.revokedAt || (actor.kind === "key" && key.id !== actor.id))
    throw new AppError("not_found", "There is no such key");
  return key;
}

function asksOf({ name }: ApiKey, { scopes: more, oversightMode }: Upgrade, reason: string): string[] {
  const forScopes = more.length > 0 ? `the ${more.length > 1 ? "scopes" : "scope"} ${more.join(", ")}` : null;
  const forMode = oversightMode ? `the oversight mode “${oversightMode}” for the whole tenant` : null;
  const wanted = [forScopes, forMode].filter(Boolean).join(" and ");
  return [`The API key “${name}” asks for ${wanted}, from then on.`, `It says why: “${reason}”`];
}

export const applyUpgrade = operation({
  id: applying,
  method: "POST",
  path: "/upgrades/{id}/application",
  tag: "Account",
  summary: "Apply an upgrade with the code that a person was mailed",
  description: "Only whoever asked can, within half an hour and with few wrong tries.",
  scope: "read",
  params: z.strictObject({ id }),
  body: z.strictObject({ code: z.string().min(1).max(40) }),
  answer: z.strictObject({ keyId: id, scopes, oversightMode: mode }),
  example: { params: { id: "upg_01kh3…" }, body: { code: "12345678" } },
  run: async ({ scope, actor, params, body, now }) => {
    const request = await lockUpgradeRequest(scope, params.id);
    if (!request || request.askedBy !== actor.id) throw new AppError("not_found", "There is no such request");
    if (request.appliedAt) throw new AppError("conflict", "This upgrade was applied already");
    const code = { keyId: actor.id, operation: applying, requestHash: params.id };
    const isRight = await takeOneTimeCode(scope, code, body.code, now);
    // Thrown when the transaction has ended, so that the wrong try counts.
    if (!isRight)
      return () =>
        Promise.reject(new AppError("forbidden", "This code is not right, or was used or is too old", "code"));
    const { keyId, wants } = request;
    const key = await widenKey(scope, keyId, wants.scopes);
    const policy = await lockPolicy(scope);
    const loosened =
      wants.oversightMode && loosensOversight(policy.oversightMode, wants.oversightMode)
        ? await changePolicy(scope, { change: modeChange(policy, wants.oversightMode), actor }, now)
        : policy;
    await closeUpgradeRequest(scope, params.id, now);
    await recordAudit(scope, { actor, action: "upgrade.applied", subjectId: keyId, change: wants, now });
    return { keyId, scopes: key.scopes, oversightMode: loosened.oversightMode };
  },
});
