import { withScope } from "#db/scope.ts";
import { type Brand, type Policy, saveBrand } from "#db/tenants.ts";
import { type Reviewed, type ReviewInput, reviewDraft } from "../review-draft.ts";
import type { By } from "../reviewer.ts";
import { draftFirst, messagesOf, standingOf, type Told } from "./drafted.ts";
import { createLadderTenant } from "./tenant.ts";

export const start = new Date("2026-03-04T10:00:00Z");
export const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
export const ann = { kind: "member", id: "mem_ann" } as const;
export const ben = { kind: "member", id: "mem_ben" } as const;

/** No rule asks for a person. */
export const always = {
  ...{ firstOfVersion: 0, incentiveAbovePercent: null, cartAbove: [], findings: false },
  ...{ confidenceBelow: null, vip: false, newLanguage: false },
};

let people = 0;

/** A tenant of its own, gated unless said otherwise, with one draft. */
export async function drafted(policy: Partial<Policy> = {}, brand: Partial<Brand> = {}): Promise<Told> {
  people += 1;
  const tenant = await createLadderTenant(start, { policy: { oversightMode: "gated", ...policy } });
  await withScope(tenant.tenantId, (scope) => saveBrand(scope, brand));
  return draftFirst(tenant, `shopper${people}@example.com`, start);
}

type Given = { by?: By; now?: Date; words?: ReviewInput["words"]; hash?: string };

/** A verdict on the words as they stand, by Ann unless said otherwise. */
export async function review(told: Told, verdict: ReviewInput["verdict"], given: Given = {}): Promise<Reviewed> {
  const { draft } = await standingOf(told);
  const input = { draftId: draft.id, verdict, words: given.words, wordsHash: given.hash ?? draft.wordsHash };
  return reviewDraft(told.tenant.tenantId, { ...input, reason: "why" }, given.by ?? ann, given.now ?? at(1));
}

/** An edit of the subject alone. */
export async function edited(told: Told, by: By = ann): Promise<Reviewed> {
  const { draft } = await standingOf(told);
  if (!draft.words) throw new Error("no words");
  return review(told, "edited", { by, words: { ...draft.words, subject: "Your lamp is still in the cart" } });
}

export const inTenant = <T>(told: Told, act: Parameters<typeof withScope<T>>[1]) =>
  withScope(told.tenant.tenantId, act);
export const statusOf = async (told: Told) => (await messagesOf(told)).map((message) => message.status);
export const stateOf = async (told: Told) => (await standingOf(told)).life.kind;
