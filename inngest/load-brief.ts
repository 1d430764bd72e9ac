import { contactHistory, stockOfLines } from "#db/brief-facts.ts";
import type { Cart } from "#db/carts.ts";
import type { Scope } from "#db/scope.ts";
import { baseOf } from "#db/templates.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { briefFor, mostLines } from "#domain/brief.ts";
import type { Brief, ContactHistory } from "#domain/draft.ts";
import type { Incentive } from "#domain/incentive.ts";
import { languageOf } from "#domain/language.ts";
import type { StepPurpose, TemplateName, TemplateRef } from "#domain/sequence.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { occasionOfPurpose } from "#domain/trigger.ts";
import { policiesIn } from "./load-slot-rows.ts";
import { shownCart } from "./shown-cart.ts";

const hourMs = 3_600_000;

type Asked = {
  step: { purpose: StepPurpose; template: TemplateRef; position: number };
  cart: Cart;
  contact: { id: string; firstName: string | null; language: string | null } | null;
  /** Said instead of the contact's own language, which else decides. */
  language?: string;
  incentive: Incentive | null;
  loyaltyLine: boolean;
};

/** All that the writer is told about one cart's message, from rows as they are now. */
export async function loadBrief(scope: Scope, asked: Asked, now: Date): Promise<Brief> {
  const { step, contact, incentive, loyaltyLine } = asked;
  const cart = await shownCart(scope, asked.cart, step.purpose);
  const ofCart = occasionOfPurpose(step.purpose) === "cart";
  const [tenant, brand] = [await getTenant(scope), await getBrand(scope)];
  const savedTemplate = isSavedTemplate(step.template) ? step.template : null;
  const template = await builtInOf(scope, step.template);
  const language = languageOf(asked.language ?? contact?.language ?? tenant.language);
  const history = contact ? await contactHistory(scope, contact.id, { currency: cart.currency, now }) : stranger;
  const brief = briefFor({
    language,
    step: { ...step, template },
    contact: { ...history, firstName: contact?.firstName ?? null },
    lines: cart.lines,
    // What was looked at, or goes with an order, comes to nothing; what was paid is said in its own message.
    total: ofCart || step.purpose === "thanks" ? { amount: cart.totals.total, currency: cart.currency } : null,
    incentive,
    hints: {
      // A total that names a shipping cost was shown to whoever left it.
      shippingCostSeen: (cart.totals.shipping ?? 0) > 0,
      device: cart.device,
      hoursAway: Math.max(0, Math.floor((now.getTime() - cart.lastActivityAt.getTime()) / hourMs)),
    },
    stock: ofCart ? await stockOfLines(scope, cart.shopId, cart.lines.slice(0, mostLines)) : [],
    loyaltyLine,
    brand,
    // A template that answers from the policies itself leaves nothing to say twice.
    store: template === "help" ? { returns: null, shipping: null } : policiesIn(language, tenant, brand),
  });
  return savedTemplate ? { ...brief, savedTemplate } : brief;
}

/** By which built-in template the words are written: one that members made has one behind it. */
async function builtInOf(scope: Scope, ref: TemplateRef): Promise<TemplateName> {
  return isSavedTemplate(ref) ? ((await baseOf(scope, ref)) ?? "reminder") : ref;
}

const stranger: ContactHistory = { orders: 0, lastOrderDays: null, recoveries: 0, spent: null };
