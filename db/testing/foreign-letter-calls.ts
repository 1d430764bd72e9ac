import { eq } from "drizzle-orm";
import { listApiEnrollments } from "../api-enrollment-views.ts";
import { listApiOrders, readApiOrder } from "../api-order-views.ts";
import { listApiContacts, readApiContact } from "../contact-views.ts";
import { eraseLetters } from "../erase-letters.ts";
import { countPendingLetters, listLetters, readLetter } from "../letter-views.ts";
import {
  changeLetter,
  claimLetter,
  editorsOfLetter,
  filesOfLetter,
  letterOfReport,
  letterUnder,
  lockLetter,
  recordLetterReview,
  saveLetter,
} from "../letters.ts";
import { refusedRecipients } from "../recipients.ts";
import { letterFiles, letterReviews, letters } from "../schema/letters.ts";
import type { Scope } from "../scope.ts";
import { listSenders } from "../senders.ts";
import { removeSuppression } from "../suppressions.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

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
  const act = { act: "edited" as const, byKind: "member" as const, byId: member, wordsHash: `hash ${key}`, at };
  await db.insert(letterReviews).values({ tenantId, id: `lrv_${key}`, letterId: letterOf({ key }), ...act });
}

const again = (a: Owned, now: Date) => ({
  ...{ id: "ltr_new", fromAddress: "x@y.example", toAddresses: ["z@y.example"], subject: "Theirs", html: "", text: "" },
  ...{ headers: {}, wordsHash: "new", status: "queued" as const, mode: "gated" as const, madeByKind: "key" as const },
  ...{ madeById: a.key, test: false, dueAt: now, createdAt: now },
});
const goneOf = ({ address }: Owned) => address.replace(/^(\w+)1@example/, "gone@$1.example").replace(/\.com$/, "");
const run = { run: "theirs", staleSeconds: 300 };

export const letterReads: Record<string, Call> = {
  listApiContacts: (b) => listApiContacts(b, {}),
  readApiContact: (b, a) => readApiContact(b, a.contact),
  listApiEnrollments: (b, a) => listApiEnrollments(b, { cartId: a.cart }),
  listApiOrders: (b) => listApiOrders(b, {}),
  readApiOrder: (b, a) => readApiOrder(b, a.order),
  countPendingLetters,
  editorsOfLetter: (b, a) => editorsOfLetter(b, letterOf(a)),
  filesOfLetter: (b, a) => filesOfLetter(b, letterOf(a)),
  letterOfReport: (b, a) => letterOfReport(b, [letterProviderOf(a)]),
  letterUnder: (b, a) => letterUnder(b, a.key, `once ${a.key}`),
  listLetters: async (b, _, now) => [await listLetters(b, {}, now), await listLetters(b, { state: "sent" }, now)],
  listSenders,
  lockLetter: (b, a) => lockLetter(b, letterOf(a)),
  refusedRecipients: (b, a) => refusedRecipients(b, [goneOf(a)]),
  readLetter: (b, a, now) => readLetter(b, letterOf(a), now),
};

export const letterWrites: Record<string, Call> = {
  changeLetter: (b, a) => changeLetter(b, letterOf(a), { subject: "Theirs" }),
  claimLetter: async (b, a, now) => {
    await b.db
      .update(letters)
      .set({ status: "queued" })
      .where(eq(letters.id, letterOf(a)));
    return claimLetter(b, letterOf(a), run, now);
  },
  removeSuppression: (b, a) => removeSuppression(b, goneOf(a)),
  eraseLetters: (b, a) => eraseLetters(b, `friend@${a.key}.example`),
  recordLetterReview: (b, a, now) => {
    const by = { kind: "member" as const, id: a.member };
    const said = { letterId: letterOf(a), act: "tagged" as const, by, viaKeyId: null, reason: null, wordsHash: "x" };
    return recordLetterReview(b, said, now);
  },
  saveLetter: (b, a, now) => saveLetter(b, again(a, now), []),
};
