import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { type ApiKey, listKeys, revokeKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { keyScopes } from "#domain/member.ts";
import { issueKey } from "../../keys/issue-key.ts";
import { newKey } from "../../keys/shapes.ts";
import { byId, id, instant } from "../shapes.ts";

const key = z
  .strictObject({
    id,
    name: z.string(),
    prefix: z.string().meta({ description: "The beginning of the key, by which people know it" }),
    scopes: z.array(z.enum(keyScopes)),
    createdBy: id.nullable(),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    expiresAt: instant.nullable(),
    allowedNetworks: z.array(z.string()),
    perMinute: z.int(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "ApiKey" });

export const listApiKeys = operation({
  id: "list_api_keys",
  method: "GET",
  path: "/keys",
  tag: "Keys",
  summary: "List the API keys, revoked ones too",
  scope: "admin",
  answer: z.strictObject({ data: z.array(key) }),
  run: async ({ scope }) => ({ data: (await listKeys(scope)).map(told) }),
});

export const createApiKey = operation({
  id: "create_api_key",
  method: "POST",
  path: "/keys",
  tag: "Keys",
  summary: "Make an API key",
  description: "The token is shown in this answer and never again.",
  scope: "admin",
  status: 201,
  loosens: "make another API key",
  body: newKey,
  answer: z.strictObject({ key, token: z.string() }),
  example: { body: { name: "Reports", scopes: ["read"] } },
  run: async ({ scope, actor, body, now }) => {
    const { key: made, token } = await issueKey(scope, { given: body, actor }, now);
    return { key: told(made), token };
  },
});

export const revokeApiKey = operation({
  id: "revoke_api_key",
  method: "DELETE",
  path: "/keys/{id}",
  tag: "Keys",
  summary: "End a key with its next request",
  scope: "admin",
  params: byId,
  answer: key,
  example: { params: { id: "key_01kh3…" } },
  run: async ({ scope, actor, params, now }) => {
    const revoked = await revokeKey(scope, params.id, now);
    const change = { name: revoked.name };
    await recordAudit(scope, { actor, action: "key.revoked", subjectId: revoked.id, change, now });
    return told(revoked);
  },
});

function told(one: ApiKey) {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  const times = { lastUsedAt: at(one.lastUsedAt), expiresAt: at(one.expiresAt), revokedAt: at(one.revokedAt) };
  return { ...one, createdAt: one.createdAt.toISOString(), ...times };
}
