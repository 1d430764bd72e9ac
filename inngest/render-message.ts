import { offeredIn } from "#db/coupons.ts";
import { getDraft } from "#db/drafts.ts";
import { getIncentive } from "#db/incentives.ts";
import { signLink } from "#db/link-tokens.ts";
import type { Message, Payload } from "#db/messages.ts";
import type { Review } from "#db/reviews.ts";
import type { Scope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { liveRecoveryUrl } from "#domain/cart.ts";
import { statementHeader } from "#domain/identity.ts";
import type { Incentive } from "#domain/incentive.ts";
import { messageSteps } from "#domain/sequence-graph.ts";
import { env } from "#env";
import { platforms } from "#integrations/platforms.ts";
import { authorshipOf, noticeOf } from "./authorship-of.ts";
import { loadSlotRows } from "./load-slot-rows.ts";
import type { Loaded } from "./load-snapshot.ts";
import { loadTemplateFacts } from "./load-template-facts.ts";
import { shownCart } from "./shown-cart.ts";
import { bodyHash, signStatement } from "./sign-statement.ts";
import { renderWorn, wornBy } from "./wear-template.ts";

/** A message that may leave, with what was read of it and who let its words go. */
export type Leaving = { message: Message; loaded: Loaded; acts: Review[] };

/** Renders a message from fresh rows and its draft's words; null when the words are gone (an erased person). */
export async function renderMessage(
  scope: Scope,
  { message, loaded, acts }: Leaving,
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
  const links = linksOf(scope.tenantId, message.id);
  const authorship = authorshipOf(draft, acts);
  const wears = await wornBy(scope, draft.brief, isResend(loaded, message.position));
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
    notice: brand.tellsAuthorship ? noticeOf(authorship) : null,
    links: { ...links, shop: shop.url },
  };
  const { props, rendered, worn } = await renderWorn(facts, wears);
  const target = liveRecoveryUrl(cart, now) ?? shop.url;
  const said = {
    tenant: scope.tenantId,
    shop: brand.name,
    message: message.id,
    body: bodyHash(rendered.html),
    ...authorship,
  };
  return {
    subject: props.subject,
    ...{ html: rendered.html, text: rendered.text },
    templateVersionId: worn.versionId,
    templateFault: worn.trouble,
    targetUrl: incentive?.code ? (platforms[shop.platform].applyCode?.(target, incentive.code) ?? target) : target,
    headers: { ...unsubscribeHeaders(links), [statementHeader]: await signStatement(said, now) },
  };
}

/** Whether a message is one that is sent again to whoever did not open it. */
function isResend({ graph }: Loaded, position: number): boolean {
  return Boolean(graph && messageSteps(graph)[position]?.resendOf);
}

/** The places of ours that a message leads to. */
function linksOf(tenantId: string, messageId: string) {
  const at = env().APP_URL;
  const unsubscribe = `${at}/u/${signLink({ kind: "u", tenantId, messageId })}`;
  const recovery = `${at}/r/${signLink({ kind: "r", tenantId, messageId })}`;
  return { unsubscribe, preferences: unsubscribe, recovery, verify: `${at}/verify?message=${messageId}` };
}

/** RFC 8058: one click, without a page between. */
const unsubscribeHeaders = ({ unsubscribe }: { unsubscribe: string }) => ({
  "List-Unsubscribe": `<${unsubscribe}/one-click>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Until when an offer that is sent now can be taken. */
export function validUntil(incentive: Incentive, now: Date): Date | null {
  return incentive.validHours === null ? null : new Date(now.getTime() + incentive.validHours * 3_600_000);
}
