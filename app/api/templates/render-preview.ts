import { type Cart, getCart } from "#db/carts.ts";
import { contactOf } from "#db/decision-facts.ts";
import type { Scope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words } from "#domain/draft.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { recoveryProps } from "#emails/recovery-props.ts";
import { renderRecovery } from "#emails/render.ts";
import { env } from "#env";
import { loadSlotRows } from "#inngest/load-slot-rows.ts";
import { loadTemplateFacts } from "#inngest/load-template-facts.ts";

/** `shownAs` is the template it gives way to where the cart lacks the fact it is built around, else its own. */
export type Preview = { subject: string; preheader: string; html: string; text: string; shownAs: TemplateName };

type Asked = { cartId: string; template: TemplateName; language: string; words: Words; incentive: Incentive | null };

export async function cartOf(scope: Scope, cartId: string): Promise<Cart> {
  const cart = await getCart(scope, cartId);
  if (!cart) throw new AppError("not_found", "There is no such cart");
  return cart;
}

/** A recovery message as it would leave now. Its links lead to the shop: a preview is nobody's click. */
export async function renderPreview(scope: Scope, asked: Asked, now: Date): Promise<Preview> {
  const cart = await cartOf(scope, asked.cartId);
  const contact = cart.contactId ? await contactOf(scope, cart.contactId) : null;
  const [shop, brand, tenant] = [await getShop(scope, cart.shopId), await getBrand(scope), await getTenant(scope)];
  const { incentive, language, words } = asked;
  const rows = await loadSlotRows(scope, { language, cart, tenant, brand });
  const hours = incentive?.validHours ?? null;
  const props = recoveryProps({
    template: asked.template,
    language,
    words,
    ...rows,
    facts: await loadTemplateFacts(scope, { template: asked.template, cart, stock: rows.stock }, now),
    timeZone: contact?.timeZone ?? tenant.timeZone,
    firstName: contact?.firstName ?? null,
    cart,
    incentive: incentive && {
      ...incentive,
      validUntil: hours === null ? null : new Date(now.getTime() + hours * 3_600_000),
    },
    brand: { ...brand, address: brand.postalAddress, fontsUrl: `${env().APP_URL}/fonts` },
    links: { unsubscribe: shop.url, preferences: shop.url, shop: shop.url, recovery: cart.recoveryUrl ?? shop.url },
  });
  const { subject, preheader, template: shownAs } = props;
  return { subject, preheader, shownAs, ...(await renderRecovery(props)) };
}
