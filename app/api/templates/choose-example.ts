import { z } from "zod";
import { contactOf } from "#db/decision-facts.ts";
import { availableIncentives } from "#db/incentives.ts";
import type { Scope } from "#db/scope.ts";
import { baseOf } from "#db/templates.ts";
import type { Brand } from "#db/tenants.ts";
import { customerWords } from "#domain/customer-words.ts";
import type { Words } from "#domain/draft.ts";
import type { Incentive, IncentiveKind } from "#domain/incentive.ts";
import { type Language, languages } from "#domain/language.ts";
import type { StepPurpose, TemplateName, TemplateRef } from "#domain/sequence.ts";
import { documentSchema } from "#domain/template-document/schema.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { loadBrief } from "#inngest/load-brief.ts";
import { writerFor } from "#integrations/writer.ts";
import { cartOf, type EditedPreview, type Preview, renderEdited, renderPreview } from "./render-preview.ts";
import { refSchema } from "./shapes.ts";

const shown = { language: z.enum(languages), cart: z.string().max(60) };
export const exampleSchema = z.object({ template: refSchema, ...shown });
type Example = { template: TemplateRef; language: Language; cart: string; brand?: Partial<Brand> };

export const exampleOffers = ["none", "percent", "free_shipping"] as const;
export const editedSchema = z.object({ document: documentSchema, offer: z.enum(exampleOffers), ...shown });
type Edited = z.infer<typeof editedSchema>;

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
  { template, language, cart: cartId, brand }: Example,
  now: Date,
): Promise<Preview> {
  const base = isSavedTemplate(template) ? ((await baseOf(scope, template)) ?? "reminder") : template;
  const incentive = await incentiveFor(scope, offers[base] ?? null);
  const words = await wordsFor(scope, { template: base, language, cart: cartId, incentive }, now);
  return renderPreview(scope, { cartId, template, language, words, incentive, brand }, now);
}

/** A template that is being edited, on a real cart and with or without an offer. */
export async function previewEdited(
  scope: Scope,
  { document, language, cart: cartId, offer }: Edited,
  now: Date,
): Promise<EditedPreview> {
  const incentive = await incentiveFor(scope, offer === "none" ? null : offer);
  const words = await wordsFor(scope, { template: document.base, language, cart: cartId, incentive }, now);
  return renderEdited(scope, { cartId, document, language, words, incentive }, now);
}

async function incentiveFor(scope: Scope, kind: IncentiveKind | null): Promise<Incentive | null> {
  if (!kind) return null;
  const { incentives } = await availableIncentives(scope);
  return incentives.find((incentive) => incentive.kind === kind) ?? sample(kind);
}

type Told = { template: TemplateName; language: Language; cart: string; incentive: Incentive | null };

async function wordsFor(scope: Scope, { template, language, cart, incentive }: Told, now: Date): Promise<Words> {
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
