import { offeredIn } from "#db/coupons.ts";
import { getDraft } from "#db/drafts.ts";
import { getIncentive } from "#db/incentives.ts";
import { signLink } from "#db/link-tokens.ts";
import type { Message, Payload } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { liveRecoveryUrl } from "#domain/cart.ts";
import type { Incentive } from "#domain/incentive.ts";
import { env } from "#env";
import { platforms } from "#integrations/platforms.ts";
import { loadSlotRows } from "./load-slot-rows.ts";
import type { Loaded } from "./load-snapshot.ts";
import { loadTemplateFacts } from "./load-template-facts.ts";
import { shownCart } from "./shown-cart.ts";
import { renderWorn, wornBy } from "./wear-template.ts";

/** Renders a message from fresh rows and its draft's words; null when the words are gone (an erased person). */
export async function renderMessage(
  scope: Scope,
  message: Message,
  loaded: Loaded,
  now: Date,
): Promise<Payload | null> {
  const draft = await getDraft(scope, message.draftId);
  if (!draft?.words || !draft.brief) return null;
  const { contact } = loaded;
  const { purpose } = draft.brief;
  const cart = await shownCart(scope, loaded.cart, purpose);
  const [shop, brand, tenant] = [await getShop(scope, cart.shopId), await getBrand(scope), await getTenant(scope)];
  const promised = message.incentiveId ? await getIncentive(scope, message.incentiveId) : null;
  const incentive = promised && (await offeredIn(scope, message.decisionId, promised));
  const { tenantId } = scope;
  const unsubscribe = `${env().APP_URL}/u/${signLink({ kind: "u", tenantId, messageId: message.id })}`;
  const recovery = `${env().APP_URL}/r/${signLink({ kind: "r", tenantId, messageId: message.id })}`;
  const wears = await wornBy(scope, draft.brief);
  const rows = await loadSlotRows(scope, { language: draft.language, cart, tenant, brand });
  const facts = {
    purpose,
    language: draft.language,
    timeZone: loaded.timeZone,
    words: draft.words,
    ...rows,
    facts: await loadTemplateFacts(scope, { needs: wears.needs, cart, stock: rows.stock }, now),
    firstName: contact.firstName,
    cart,
    incentive: incentive && { ...incentive, validUntil: incentive.expiresAt ?? validUntil(incentive, now) },
    brand: { ...brand, address: brand.postalAddress, fontsUrl: `${env().APP_URL}/fonts` },
    links: { unsubscribe, preferences: unsubscribe, shop: shop.url, recovery },
  };
  const { props, rendered, worn } = await renderWorn(facts, wears);
  const { html, text } = rendered;
  const target = liveRecoveryUrl(cart, now) ?? shop.url;
  const code = incentive?.code;
  return {
    subject: props.subject,
    html,
    text,
    templateVersionId: worn.versionId,
    templateFault: worn.trouble,
    targetUrl: code ? (platforms[shop.platform].applyCode?.(target, code) ?? target) : target,
    headers: {
      "List-Unsubscribe": `<${unsubscribe}/one-click>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** Until when an offer that is sent now can be taken. */
export function validUntil(incentive: Incentive, now: Date): Date | null {
  return incentive.validHours === null ? null : new Date(now.getTime() + incentive.validHours * 3_600_000);
}
