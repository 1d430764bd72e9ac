import { z } from "zod";
import { contactOf } from "#db/decision-facts.ts";
import { availableIncentives } from "#db/incentives.ts";
import type { Scope } from "#db/scope.ts";
import { customerWords } from "#domain/customer-words.ts";
import type { Words } from "#domain/draft.ts";
import type { Incentive, IncentiveKind } from "#domain/incentive.ts";
import { type Language, languages } from "#domain/language.ts";
import { type StepPurpose, type TemplateName, templateNames } from "#domain/sequence.ts";
import { loadBrief } from "#inngest/load-brief.ts";
import { writerFor } from "#integrations/writer.ts";
import { cartOf, type Preview, renderPreview } from "./render-preview.ts";

export const exampleSchema = z.object({
  template: z.enum(templateNames),
  language: z.enum(languages),
  cart: z.string().max(60),
});
type Example = { template: TemplateName; language: Language; cart: string };

const purposes: Record<TemplateName, StepPurpose> = {
  reminder: "reminder",
  "product-hero": "reminder",
  "cart-table": "reminder",
  help: "help",
  "social-proof": "reminder",
  "free-shipping": "incentive",
  "percent-off": "incentive",
  "low-stock": "reminder",
  "last-chance": "last_chance",
  "personal-note": "help",
  loyalty: "reminder",
  "post-purchase": "reminder",
  "win-back": "reminder",
};
const offers: Partial<Record<TemplateName, IncentiveKind>> = {
  "free-shipping": "free_shipping",
  "percent-off": "percent",
  "last-chance": "percent",
};

/** Offered where the tenant has no such incentive yet, so that its template can still be looked at. */
const sample = (kind: IncentiveKind): Incentive => ({
  id: "sample",
  name: "Sample",
  kind,
  percent: kind === "percent" ? 10 : null,
  code: "SAMPLE",
  validHours: 48,
});

/** A template on a real cart, in words of the scripted writer. */
export async function previewExample(
  scope: Scope,
  { template, language, cart: cartId }: Example,
  now: Date,
): Promise<Preview> {
  const incentive = await incentiveFor(scope, template);
  const words = await wordsFor(scope, { template, language, cart: cartId, incentive }, now);
  return renderPreview(scope, { cartId, template, language, words, incentive }, now);
}

async function incentiveFor(scope: Scope, template: TemplateName): Promise<Incentive | null> {
  const kind = offers[template];
  if (!kind) return null;
  const { incentives } = await availableIncentives(scope);
  return incentives.find((incentive) => incentive.kind === kind) ?? sample(kind);
}

async function wordsFor(
  scope: Scope,
  { template, language, cart, incentive }: Example & { incentive: Incentive | null },
  now: Date,
): Promise<Words> {
  const stored = await cartOf(scope, cart);
  if (template === "post-purchase" || template === "win-back") return customerWords[template][language];
  const contact = stored.contactId ? await contactOf(scope, stored.contactId) : null;
  const step = { purpose: purposes[template], template, position: 0 };
  const brief = await loadBrief(
    scope,
    { step, cart: stored, contact, language, incentive, loyaltyLine: template === "loyalty" },
    now,
  );
  return (await writerFor({ kind: "scripted" }).write(brief, { seed: `${cart}|${template}` })).words;
}
