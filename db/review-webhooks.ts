import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { decrypt, encrypt } from "./encryption.ts";
import { reviewWebhooks } from "./schema/notices.ts";
import type { Scope } from "./scope.ts";

/** What a page may show of the webhook: all but its secret. */
export type ReviewWebhook = { url: string; toldCount: number; toldAt: Date | null; outcome: string | null };

export const reviewWebhookContext = (tenantId: string) => `review webhook ${tenantId}`;

export async function getReviewWebhook(scope: Scope): Promise<ReviewWebhook | null> {
  const { url, toldCount, toldAt, outcome } = reviewWebhooks;
  const [row] = await scope.db
    .select({ url, toldCount, toldAt, outcome })
    .from(reviewWebhooks)
    .where(eq(reviewWebhooks.tenantId, scope.tenantId));
  return row ?? null;
}

/** The secret that signs, in the standard's own form; null when there is no webhook. */
export async function reviewWebhookSecret(scope: Scope): Promise<string | null> {
  const [row] = await scope.db
    .select({ sealed: reviewWebhooks.secretEncrypted })
    .from(reviewWebhooks)
    .where(eq(reviewWebhooks.tenantId, scope.tenantId));
  return row ? decrypt(row.sealed, reviewWebhookContext(scope.tenantId)) : null;
}

/** Sets the address, with a new secret, which is returned for the one time it can be read. */
export async function saveReviewWebhook(scope: Scope, url: string): Promise<string> {
  const { tenantId } = scope;
  const secret = `whsec_${randomBytes(24).toString("base64")}`;
  const fresh = {
    url,
    secretEncrypted: encrypt(secret, reviewWebhookContext(tenantId)),
    toldCount: 0,
    toldAt: null,
    outcome: null,
  };
  await scope.db
    .insert(reviewWebhooks)
    .values({ tenantId, ...fresh })
    .onConflictDoUpdate({ target: reviewWebhooks.tenantId, set: fresh });
  return secret;
}

export async function removeReviewWebhook(scope: Scope): Promise<void> {
  await scope.db.delete(reviewWebhooks).where(eq(reviewWebhooks.tenantId, scope.tenantId));
}

/** Notes what was told and what came of it: `ok`, or why not. */
export async function recordTold(scope: Scope, told: { count: number; outcome: string }, now: Date): Promise<void> {
  await scope.db
    .update(reviewWebhooks)
    .set({ toldCount: told.count, toldAt: now, outcome: told.outcome })
    .where(eq(reviewWebhooks.tenantId, scope.tenantId));
}
