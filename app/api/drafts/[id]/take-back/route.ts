import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { release, takeBack } from "#inngest/act-on-draft.ts";

const params = z.object({ id: z.string() });
const needs = { role: "marketer", scope: "oversight", params } as const;

/** Keeps a message that is queued from leaving. */
export const POST = tenantRoute(needs, ({ actor, params, now }) =>
  takeBack(actor.tenantId, { draftId: params.id }, { kind: actor.kind, id: actor.id }, now),
);

/** Lets what was taken back leave after all, by what had cleared it before. */
export const DELETE = tenantRoute(needs, ({ actor, params, now }) =>
  release(actor.tenantId, { draftId: params.id }, { kind: actor.kind, id: actor.id }, now),
);
