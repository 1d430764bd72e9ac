import { z } from "zod";
import { isNetwork } from "#auth/allowed-networks.ts";
import { operation } from "#auth/operation.ts";
import { type ApiKey, createKey, listKeys, revokeKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { AppError } from "#domain/app-error.ts";
import { keyModes, keyScopes } from "#domain/member.ts";
import { env } from "#env";
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

export const newKey = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(80),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1, "Choose at least one scope")
    .max(keyScopes.length)
    .meta({ description: "One key cannot both send and oversee what is sent" }),
  mode: z.enum(keyModes).optional().meta({ description: "What a test key sends stays in the outbox" }),
  expiresAt: z.iso.datetime().nullable().optional(),
  allowedNetworks: z
    .array(z.string().refine(isNetwork, "This is no address and no network like 203.0.113.0/24"))
    .max(50)
    .optional(),
  perMinute: z.int().min(1).max(60_000).optional(),
});

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
    // Keys make no keys that could do more than they: two made by a third could send and oversee together.
    const more = actor.kind === "key" ? body.scopes.find((one) => !actor.scopes.includes(one)) : undefined;
    if (more) throw new AppError("forbidden", `A key cannot give the scope ${more}, which it lacks`, "scopes");
    const mode = body.mode ?? (env().APP_MODE === "production" ? "live" : "test");
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    const made = await createKey(scope, { ...body, mode, expiresAt, createdBy: actor.id, now });
    const change = { name: made.key.name, scopes: made.key.scopes };
    await recordAudit(scope, { actor, action: "key.created", subjectId: made.key.id, change, now });
    return { key: told(made.key), token: made.token };
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
