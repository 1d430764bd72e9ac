import { z } from "zod";
import { renderPreview } from "#app/api/templates/render-preview.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import { operation } from "#auth/operation.ts";
import { getCart } from "#db/carts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { getIncentive } from "#db/incentives.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { fallbackReasons, findingCodes, writerNames } from "#domain/draft.ts";
import type { Incentive } from "#domain/incentive.ts";
import { languages } from "#domain/language.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { cartPurposes } from "#domain/trigger.ts";
import { loadBrief } from "#inngest/load-brief.ts";
import { tryBrief } from "#inngest/try-writer.ts";
import { byId, id } from "../shapes.ts";
import { words } from "./shapes.ts";

type Purpose = (typeof cartPurposes)[number];

const finding = z.strictObject({
  code: z.enum(findingCodes),
  severity: z.enum(["block", "flag"]),
  field: z.enum(["subject", "preheader", "heading", "paragraphs", "button", "postscript"]),
  excerpt: z.string(),
});

export const draftRecoveryEmail = operation({
  id: "draft_recovery_email",
  method: "POST",
  path: "/carts/{id}/words",
  tag: "Drafts",
  summary: "Have the writer write a recovery mail for a cart, and show it",
  description:
    "Written and inspected as the sequences' drafts are, and rendered as it would leave. Nothing of it is stored or sent, but what it cost counts into the month: a sequence sends its own drafts, and `send_email` takes words to people under the tenant's oversight.",
  scope: "send",
  params: byId,
  body: z.strictObject({
    purpose: z.enum(cartPurposes).default("reminder"),
    language: z.enum(languages).optional().meta({ description: "The contact's own unless said" }),
    incentiveId: id.optional().meta({ description: "What it shall offer; the purpose `incentive` needs one" }),
  }),
  answer: z.strictObject({
    words,
    writer: z.enum(writerNames),
    fallbackReason: z.enum(fallbackReasons).nullable().meta({ description: "Why the scripted writer wrote instead" }),
    findings: z.array(finding).meta({ description: "What inspection found in the model's own words" }),
    ...{ subject: z.string(), html: z.string(), text: z.string(), bytes: z.int() },
  }),
  example: { params: { id: "cart_01kh3…" }, body: { purpose: "reminder" } },
  run: async ({ scope, actor, params, body, now }) => {
    const asked = await prepare(scope, { cartId: params.id, ...body }, now);
    const { incentive, template, brief } = asked;
    // A model may take longer than a transaction may stand idle.
    return async () => {
      const { words, writer, reason, findings } = await tryBrief(
        { tenantId: actor.tenantId, by: actor.id, brief },
        now,
      );
      if (!words || !writer) throw new Error("the scripted writer gave no words");
      const shown = { cartId: params.id, template, language: brief.language, words, incentive };
      const rendered = await inTransaction(actor, ({ scope: later }) => renderPreview(later, shown, now));
      const { subject, html, text } = rendered;
      const bytes = Buffer.byteLength(html);
      return { words, writer, fallbackReason: reason, findings, subject, html, text, bytes };
    };
  },
});

type Asked = { cartId: string; purpose: Purpose; language?: string | undefined; incentiveId?: string | undefined };

async function prepare(scope: Scope, { cartId, purpose, language, incentiveId }: Asked, now: Date) {
  const cart = await getCart(scope, cartId);
  if (!cart) throw new AppError("not_found", "There is no such cart");
  const incentive = incentiveId ? await getIncentive(scope, incentiveId) : null;
  if (incentiveId && !incentive) throw new AppError("not_found", "There is no such incentive", "incentiveId");
  if (purpose === "incentive" && !incentive)
    throw new AppError("invalid", "Say which incentive it shall offer", "incentiveId");
  const contact = cart.contactId ? await contactOf(scope, cart.contactId) : null;
  const template = templateFor(purpose, incentive);
  const step = { purpose, template, position: 0 };
  const spoken = language === undefined ? {} : { language };
  return {
    ...{ incentive, template },
    brief: await loadBrief(scope, { step, cart, contact, incentive, loyaltyLine: false, ...spoken }, now),
  };
}

function templateFor(purpose: Purpose, incentive: Incentive | null): TemplateName {
  if (purpose === "help") return "help";
  if (purpose === "last_chance") return "last-chance";
  if (!incentive) return "reminder";
  return incentive.kind === "free_shipping" ? "free-shipping" : "percent-off";
}
