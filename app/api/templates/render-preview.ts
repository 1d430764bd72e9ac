import { type Cart, getCart } from "#db/carts.ts";
import { contactOf } from "#db/decision-facts.ts";
import type { Scope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { type Brand, getBrand, getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words } from "#domain/draft.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { TemplateName, TemplateRef } from "#domain/sequence.ts";
import type { SlotFacts } from "#domain/slots.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { everyBlock } from "#domain/template-document/texts.ts";
import { documentNeeds } from "#domain/template-document/visible.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import type { RecoveryProps } from "#emails/recovery-message.ts";
import { slotsOf } from "#emails/recovery-props.ts";
import { env } from "#env";
import { loadSlotRows } from "#inngest/load-slot-rows.ts";
import { loadTemplateFacts } from "#inngest/load-template-facts.ts";
import { renderWorn, type Worn, wornBy } from "#inngest/wear-template.ts";

/** `shownAs` is the template it gives way to where the cart lacks the fact it is built around, else its own. */
export type Preview = { subject: string; preheader: string; html: string; text: string; shownAs: TemplateName };
/** Of a template that is being edited: which blocks this cart shows, and what its slots are filled with. */
export type EditedPreview = Preview & { blocks: string[]; slots: SlotFacts; bytes: number };

type Shown = {
  cartId: string;
  language: string;
  words: Words;
  incentive: Incentive | null;
  /** A brand that is being edited, over the one that is kept. */
  brand?: Partial<Brand> | undefined;
};
type Asked = Shown & { template: TemplateRef };

export async function cartOf(scope: Scope, cartId: string): Promise<Cart> {
  const cart = await getCart(scope, cartId);
  if (!cart) throw new AppError("not_found", "There is no such cart");
  return cart;
}

/** A recovery message as it would leave now. Its links lead to the shop: a preview is nobody's click. */
export async function renderPreview(scope: Scope, asked: Asked, now: Date): Promise<Preview> {
  const { template: ref } = asked;
  const named = isSavedTemplate(ref) ? { savedTemplate: ref, template: "reminder" as const } : { template: ref };
  const { props, rendered } = await renderOn(scope, { ...asked, worn: await wornBy(scope, named) }, now);
  return { ...partsOf(props), ...rendered };
}

/** A template as it is being edited, its blocks marked so that they can be told apart. */
export async function renderEdited(
  scope: Scope,
  asked: Shown & { document: TemplateDocument },
  now: Date,
): Promise<EditedPreview> {
  const { document } = asked;
  const design = { key: null, document, marked: true };
  const worn = { template: document.base, design, versionId: null, trouble: null, needs: documentNeeds(document) };
  const { props, rendered, facts } = await renderOn(scope, { ...asked, worn }, now);
  const blocks = props.design ? everyBlock(props.design).map(({ id }) => id) : [];
  const bytes = Buffer.byteLength(rendered.html);
  return { ...partsOf(props), ...rendered, blocks, slots: slotsOf(facts), bytes };
}

async function renderOn(scope: Scope, { worn, ...asked }: Shown & { worn: Worn }, now: Date) {
  const cart = await cartOf(scope, asked.cartId);
  const contact = cart.contactId ? await contactOf(scope, cart.contactId) : null;
  const [shop, tenant] = [await getShop(scope, cart.shopId), await getTenant(scope)];
  const brand = { ...(await getBrand(scope)), ...asked.brand };
  const { incentive, language, words } = asked;
  const rows = await loadSlotRows(scope, { language, cart, tenant, brand });
  const hours = incentive?.validHours ?? null;
  const whereabouts = { address: contact?.timeZone ?? null, country: contact?.country ?? null };
  const facts = {
    language,
    words,
    ...rows,
    facts: await loadTemplateFacts(scope, { needs: worn.needs, cart, stock: rows.stock }, now),
    timeZone: shopperZone({ ...whereabouts, store: shop.timeZone, tenant: tenant.timeZone }).zone,
    firstName: contact?.firstName ?? null,
    cart,
    incentive: incentive && {
      ...incentive,
      validUntil: hours === null ? null : new Date(now.getTime() + hours * 3_600_000),
    },
    brand: { ...brand, address: brand.postalAddress, fontsUrl: `${env().APP_URL}/fonts` },
    links: { unsubscribe: shop.url, preferences: shop.url, shop: shop.url, recovery: cart.recoveryUrl ?? shop.url },
  };
  return { ...(await renderWorn(facts, worn)), facts };
}

function partsOf({ subject, preheader, template }: RecoveryProps): Pick<Preview, "subject" | "preheader" | "shownAs"> {
  return { subject, preheader, shownAs: template };
}
