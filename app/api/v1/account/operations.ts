import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listAudit, recordAudit } from "#db/audit.ts";
import { listMembers as listAll } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { listShops as listAllShops } from "#db/shops.ts";
import { getPolicy, getTenant, lockPolicy, lockTenant, type Policy, saveTenant, type Tenant } from "#db/tenants.ts";
import { readWriterUsage, startOfMonth } from "#db/writer-usage.ts";
import { AppError } from "#domain/app-error.ts";
import { roles } from "#domain/member.ts";
import { type OversightMode, oversightModes } from "#domain/sequence.ts";
import { platformNames } from "#domain/shop-event.ts";
import { loosensOversight } from "#domain/upgrade.ts";
import { changePolicy, modeChange } from "../../policy/change-policy.ts";
import { policyChange } from "../../policy/shapes.ts";
import { tenantShape } from "../../tenant/shapes.ts";
import { currency, id, instant, paging } from "../shapes.ts";

const account = z
  .strictObject({
    id,
    name: z.string(),
    currency,
    language: z.string(),
    timeZone: z.string(),
    reportingCurrency: currency.nullable().meta({ description: "What amounts of all currencies are also told in" }),
    oversightMode: z.enum(oversightModes),
    pausedAt: instant.nullable().meta({ description: "Since when nothing is sent at all" }),
  })
  .meta({ id: "Account" });

export const getAccount = operation({
  id: "get_account",
  method: "GET",
  path: "/account",
  tag: "Account",
  summary: "Read the tenant",
  scope: "read",
  answer: account,
  run: async ({ scope }) => told(scope.tenantId, await getTenant(scope), await getPolicy(scope)),
});

export const updateAccount = operation({
  id: "update_account",
  method: "PATCH",
  path: "/account",
  tag: "Account",
  summary: "Change the tenant, its oversight mode, or pause all sending",
  description:
    "Pausing and a stricter mode are anybody's with this scope; resuming and a looser mode need a person's one-time code. In `gated` mode a draft whose deadline passes is dropped where the clock would have sent it.",
  scope: "admin",
  loosens: "send again, or to be overseen less",
  body: z
    .strictObject({ ...tenantShape, ...policyChange.pick({ oversightMode: true, reportingCurrency: true }).shape })
    .extend({ paused: z.boolean() })
    .partial(),
  answer: account,
  example: { body: { paused: true } },
  loosensWhen: async ({ scope, body }) => (await looserIn(scope, body)) !== null,
  run: async ({ scope, actor, allowed, body, now }) => {
    const { paused, oversightMode, reportingCurrency, ...change } = body;
    const before = await lockTenant(scope);
    const policy = await lockPolicy(scope);
    const looser = allowed ? null : await looserIn(scope, body);
    if (looser) throw new AppError("conflict", "This loosens control by now: ask again", looser);
    const pausedAt = paused ? (before.pausedAt ?? now) : null;
    const after = await saveTenant(scope, paused === undefined ? change : { ...change, pausedAt });
    const action = paused === undefined ? "tenant.changed" : paused ? "tenant.paused" : "tenant.resumed";
    await recordAudit(scope, { actor, action, change, now });
    const moved = oversightMode && oversightMode !== policy.oversightMode ? modeChange(policy, oversightMode) : {};
    const ruled = { ...moved, ...(reportingCurrency === undefined ? {} : { reportingCurrency }) };
    const isRuled = Object.keys(ruled).length > 0;
    return told(scope.tenantId, after, isRuled ? await changePolicy(scope, { change: ruled, actor }, now) : policy);
  },
});

type Loosening = { paused?: boolean | undefined; oversightMode?: OversightMode | undefined };

/** Which field would loosen control as things stand. */
async function looserIn(scope: Scope, { paused, oversightMode }: Loosening): Promise<keyof Loosening | null> {
  if (paused === false && (await getTenant(scope)).pausedAt) return "paused";
  if (oversightMode && loosensOversight((await getPolicy(scope)).oversightMode, oversightMode)) return "oversightMode";
  return null;
}

export const getUsage = operation({
  id: "get_usage",
  method: "GET",
  path: "/usage",
  tag: "Account",
  summary: "Read what this month's writing has cost",
  scope: "read",
  answer: z.strictObject({
    since: instant,
    tokens: z.int(),
    costs: z.array(z.strictObject({ currency, micros: z.int().meta({ description: "Millionths of the currency" }) })),
    unpricedTokens: z.int().meta({ description: "Tokens of models without a known price" }),
  }),
  run: async ({ scope, now }) => {
    const since = await startOfMonth(scope, now);
    return { since: since.toISOString(), ...(await readWriterUsage(scope, since)) };
  },
});

export const getAuditLog = operation({
  id: "get_audit_log",
  method: "GET",
  path: "/audit",
  tag: "Account",
  summary: "List what people and keys did, newest first",
  scope: "admin",
  query: z.strictObject({ ...paging }),
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        id,
        actorKind: z.string(),
        actorId: z.string().nullable(),
        action: z.string(),
        subjectId: z.string().nullable(),
        change: z.record(z.string(), z.unknown()),
        at: instant,
      }),
    ),
    next: z.string().nullable(),
  }),
  run: async ({ scope, query: { cursor, limit } }) => {
    const rows = await listAudit(scope, { ...(cursor ? { before: cursor } : {}), limit: limit + 1 });
    const data = rows.slice(0, limit).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
    return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
  },
});

export const listMembers = operation({
  id: "list_members",
  method: "GET",
  path: "/members",
  tag: "Account",
  summary: "List the tenant's people",
  scope: "admin",
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        ...{ id, email: z.string(), name: z.string(), role: z.enum(roles) },
        ...{ createdAt: instant, lastSignInAt: instant.nullable() },
      }),
    ),
  }),
  run: async ({ scope }) => ({
    data: (await listAll(scope)).map(({ createdAt, lastSignInAt, ...member }) => ({
      ...member,
      ...{ createdAt: createdAt.toISOString(), lastSignInAt: lastSignInAt?.toISOString() ?? null },
    })),
  }),
});

export const listShops = operation({
  id: "list_shops",
  method: "GET",
  path: "/shops",
  tag: "Account",
  summary: "List the connected shops",
  scope: "read",
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        ...{ id, platform: z.enum(platformNames), name: z.string(), url: z.string(), hosts: z.array(z.string()) },
        ...{ currency, createdAt: instant, disabledAt: instant.nullable() },
      }),
    ),
  }),
  run: async ({ scope }) => ({
    data: (await listAllShops(scope)).map(({ id, platform, name, url, hosts, currency, createdAt, disabledAt }) => ({
      ...{ id, platform, name, url, hosts, currency },
      ...{ createdAt: createdAt.toISOString(), disabledAt: disabledAt?.toISOString() ?? null },
    })),
  }),
});

function told(id: string, tenant: Tenant, { oversightMode, reportingCurrency }: Policy) {
  const { name, currency, language, timeZone } = tenant;
  const pausedAt = tenant.pausedAt?.toISOString() ?? null;
  return { id, name, currency, reportingCurrency, language, timeZone, oversightMode, pausedAt };
}
