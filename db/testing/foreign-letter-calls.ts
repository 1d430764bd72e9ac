import { letterFiles, letterReviews, letters } from "../schema/letters.ts";
import type { Scope } from "../scope.ts";
import type { Owned } from "./foreign-owned.ts";

/** The letter that waits, and the one that a mailer took; by the tenant's key, so that each has its own. */
export const letterOf = ({ key }: Pick<Owned, "key">) => `ltr_${key}`;
export const sentLetterOf = ({ key }: Pick<Owned, "key">) => `ltr_sent_${key}`;
export const letterProviderOf = ({ key }: Pick<Owned, "key">) => `letter-provider-${key}`;

/** A letter with a file that waits for a person, one that has left, and what somebody did with them. */
export async function tellLetters(scope: Scope, { key, member }: Pick<Owned, "key" | "member">, at: Date) {
  const { tenantId, db } = scope;
  const letter = {
    ...{ tenantId, fromAddress: `Desk <desk@${key}.example>`, toAddresses: [`friend@${key}.example`] },
    ...{ subject: `About ${key}`, words: { format: "text" as const, body: `Words of ${key}` } },
    ...{
      html: `<p>${key}</p>`,
      text: `Words of ${key}`,
      headers: {},
      wordsHash: `hash ${key}`,
      mode: "gated" as const,
    },
    ...{ madeByKind: "key" as const, madeById: key, test: false, dueAt: at, createdAt: at },
  };
  const once = { idempotencyKey: `once ${key}`, requestHash: `letter of ${key}` };
  const sent = { providerId: letterProviderOf({ key }), mailer: "outbox", sentAt: at };
  await db.insert(letters).values([
    { ...letter, ...once, id: letterOf({ key }), status: "pending_approval", holds: ["gated"] },
    { ...letter, ...sent, id: sentLetterOf({ key }), status: "sent" },
  ]);
  const content = Buffer.from(`file of ${key}`);
  const file = { name: `${key}.txt`, contentType: "text/plain", byteCount: content.byteLength, content };
  await db.insert(letterFiles).values({ tenantId, letterId: letterOf({ key }), position: 0, ...file });
  const act = { act: "tagged" as const, byKind: "member" as const, byId: member, wordsHash: `hash ${key}`, at };
  await db.insert(letterReviews).values({ tenantId, id: `lrv_${key}`, letterId: letterOf({ key }), ...act });
}
