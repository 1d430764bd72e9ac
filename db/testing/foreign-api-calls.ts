import { listApiCoupons } from "../api-coupon-views.ts";
import { readApiMessage } from "../api-message-views.ts";
import { listApiReviews } from "../api-review-views.ts";
import { moveMessage } from "../messages.ts";
import { makeOneTimeCode, takeOneTimeCode, waitingCode } from "../one-time-codes.ts";
import { apiAnswers, oneTimeCodes } from "../schema/api.ts";
import type { Scope } from "../scope.ts";
import { answerReads, answerWrites } from "./foreign-answer-calls.ts";
import { letterReads, letterWrites } from "./foreign-letter-calls.ts";
import { mailReads, mailWrites } from "./foreign-mail-calls.ts";
import { queuedMessageOf } from "./foreign-oversight-calls.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";
import { tellUpgrades, upgradeReads, upgradeWrites } from "./foreign-upgrade-calls.ts";
import { webhookReads, webhookWrites } from "./foreign-webhook-calls.ts";

const request = (a: Pick<Owned, "key">) => ({
  keyId: a.key,
  operation: "create_api_key",
  requestHash: `asked by ${a.key}`,
});

/** A write that was answered, and one that a person has yet to allow. */
export async function tellApi(scope: Scope, { key }: Pick<Owned, "key">, at: Date): Promise<void> {
  const { tenantId } = scope;
  const answer = { keyId: key, key: "once", requestHash: `of ${key}`, status: 201, answer: `{"of":"${key}"}` };
  await scope.db.insert(apiAnswers).values({ tenantId, ...answer, begunAt: at });
  await scope.db.insert(oneTimeCodes).values({
    ...{ tenantId, id: `code_${key}`, ...request({ key }), codeHash: `hash of ${key}`, tries: 0, createdAt: at },
    expiresAt: new Date(at.getTime() + 30 * 86_400_000),
  });
  await tellUpgrades(scope, { key }, at);
}

export const apiReads: Record<string, Call> = {
  ...letterReads,
  ...answerReads,
  ...mailReads,
  ...upgradeReads,
  ...webhookReads,
  listApiCoupons: (b) => listApiCoupons(b, {}),
  listApiReviews: (b, a) => listApiReviews(b, { draftId: a.draft }),
  readApiMessage: (b, a) => readApiMessage(b, a.message),
  waitingCode: (b, a, now) => waitingCode(b, request(a), now),
};

export const apiWrites: Record<string, Call> = {
  ...letterWrites,
  ...answerWrites,
  ...mailWrites,
  ...upgradeWrites,
  ...webhookWrites,
  moveMessage: (b, a, now) => moveMessage(b, queuedMessageOf(a), now),
  makeOneTimeCode: (b, a, now) => makeOneTimeCode(b, request(a), now),
  takeOneTimeCode: (b, a, now) => takeOneTimeCode(b, request(a), "00000000", now),
};
