import type { Words } from "#domain/draft.ts";
import { savedOn } from "#domain/incentive.ts";
import { type Language, languageOf } from "#domain/language.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { type SlotSource, slotFactsOf } from "#domain/slot-facts.ts";
import { counted, slotWords } from "#domain/slot-words.ts";
import { fillWords, type SlotFacts, usablePolicy } from "#domain/slots.ts";
import { networkNames } from "#domain/social-link.ts";
import { standingTemplate, templateOccasions } from "#domain/template.ts";
import type { ShownFacts } from "#domain/template-document/visible.ts";
import { occasionOfPurpose } from "#domain/trigger.ts";
import { buttonWidth } from "./button-width.ts";
import { designOf, envelopeOf, kitOf, linesShown } from "./design.ts";
import { labelsOf } from "./parts/labels.ts";
import { lookOf } from "./parts/look.ts";
import { incentiveCard, totalRows } from "./recovery-amounts.ts";
import { linesOf, recoveryLines, webAddress } from "./recovery-lines.ts";
import type { RecoveryFacts, RecoveryProps } from "./recovery-message.ts";
import { orderProof, orderStamps } from "./recovery-orders.ts";

/** Turns rows into what a template shows: money and dates in the shopper's language, slots filled, rows capped. */
export function recoveryProps(facts: RecoveryFacts): RecoveryProps {
  const language = languageOf(facts.language);
  const made = facts.design;
  const template = made ? facts.template : standingTemplate(facts.template, facts.facts);
  const labels = labelsOf[language];
  const slots = slotFactsOf(slotSource(facts));
  const { heading, subject, preheader, paragraphs, button, postscript } = fillWords(facts.words, slots);
  const { cart } = facts;
  const brand = made ? kitOf(facts.brand, made.document) : facts.brand;
  const links = soundLinks(facts.links);
  const lines = recoveryLines({
    ...facts,
    shown: made ? linesShown(made.document) : linesOf(template),
    url: links.recovery,
  });
  const hidden = cart.lines.length - lines.length;
  return {
    ...{ template, language, subject, preheader, heading, paragraphs, lines },
    look: lookOf(language, brand.accent, brand),
    button: { label: button, url: links.recovery, width: buttonWidth(button) },
    postscript: postscript ?? null,
    more: hidden > 0 ? counted(hidden, labels.more, language) : null,
    count: cart.lines.length > 1 ? counted(cart.lines.length, slotWords[language].products, language) : null,
    ...totalRows(facts, language),
    // Nobody is asked to pay for what they looked at, or might like.
    ...(!isPaidFor(facts, template) && { totals: [], taxNote: null, count: null }),
    incentive: incentiveCard(facts, language),
    answers: answersOf(facts, language),
    proof: orderProof(facts.facts.shopOrders, language),
    loyalty: orderStamps(facts.facts.ownOrders, language),
    brand: brandOf(brand),
    ...(made && envelopeOf(made, { language, slots })),
    ...(made && { design: designOf(made, { language, slots, shown: shownFactsOf(facts) }) }),
    why: whyOf(facts, template)(brand.name),
    notice: facts.notice ? labels.notices[facts.notice] : null,
    links: {
      ...{ unsubscribe: links.unsubscribe, preferences: links.preferences, shop: links.shop },
      verify: links.verify ?? null,
    },
  };
}

function shownFactsOf({ incentive, cart, stockLeft, facts }: RecoveryFacts): ShownFacts {
  return {
    offer: incentive && { code: Boolean(incentive.code), deadline: incentive.validUntil !== null },
    lineCount: cart.lines.length,
    fewLeft: stockLeft !== null,
    ownOrders: facts.ownOrders,
  };
}

/** As high as the masthead draws a logo, and as wide as it may become. */
const logo = { height: 32, mostWidth: 220 };

function brandOf(brand: RecoveryFacts["brand"]): RecoveryProps["brand"] {
  const { name, logoWidth, logoHeight, socialLinks = [] } = brand;
  const width = logoWidth && logoHeight ? Math.round((logoWidth / logoHeight) * logo.height) : null;
  return {
    name,
    logoUrl: webAddress(brand.logoUrl),
    logoAlt: brand.logoAlt || name,
    logoWidth: width === null ? null : String(Math.max(1, Math.min(logo.mostWidth, width))),
    sender: brand.senderName || name,
    address: brand.address,
    social: socialLinks.map(({ network, url }) => ({ label: networkNames[network], url })),
  };
}

function isPaidFor({ purpose = "reminder" }: RecoveryFacts, template: TemplateName): boolean {
  return template !== "win-back" && (purpose === "thanks" || occasionOfPurpose(purpose) === "cart");
}

/** Why the reader gets this: the truth about them, whatever the message wears. */
function whyOf({ purpose = "reminder", language }: RecoveryFacts, template: TemplateName): (brand: string) => string {
  const { why, whyCustomer, whyVisitor } = labelsOf[languageOf(language)];
  const occasion = occasionOfPurpose(purpose);
  if (occasion === "visit") return whyVisitor;
  return occasion === "cart" && templateOccasions[template] === "cart" ? why : whyCustomer;
}

/** The subject line with its slots filled, for a message that is queued and not rendered yet. */
export function filledSubject(facts: SlotRows & { words: Words }): string {
  return fillWords(facts.words, slotFactsOf(slotSource(facts))).subject;
}

/** What each slot is filled with. */
export function slotsOf(facts: SlotRows): SlotFacts {
  return slotFactsOf(slotSource(facts));
}

type SlotRows = Pick<
  RecoveryFacts,
  "language" | "timeZone" | "firstName" | "cart" | "incentive" | "stockLeft" | "store"
> & {
  brand: { name: string };
};

function slotSource(facts: SlotRows): SlotSource {
  const { language, timeZone, firstName, cart, incentive, stockLeft, store, brand } = facts;
  return {
    ...{ language, timeZone, firstName, incentive, stockLeft, store, brandName: brand.name },
    firstTitle: cart.lines[0]?.title ?? null,
    lineCount: cart.lines.length,
    total: { amount: cart.totals.total - savedOn(cart, incentive), currency: cart.currency },
  };
}

/** An address that no mail program may follow gives way to the shop's, and that to nowhere. */
function soundLinks(links: RecoveryFacts["links"]): RecoveryFacts["links"] {
  const shop = webAddress(links.shop) ?? "about:blank";
  return {
    shop,
    recovery: webAddress(links.recovery) ?? shop,
    unsubscribe: webAddress(links.unsubscribe) ?? shop,
    preferences: webAddress(links.preferences) ?? shop,
    verify: links.verify ? webAddress(links.verify) : null,
  };
}

function answersOf({ store, brand }: RecoveryFacts, language: Language): RecoveryProps["answers"] {
  const sentence = (policy: string | null) => {
    const text = usablePolicy(policy);
    return text && `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}${language === "ja" ? "。" : "."}`;
  };
  const [address] = /^[^\s@<>]+@[^\s@<>]+$/.exec(brand.replyTo ?? "") ?? [];
  return {
    delivery: sentence(store.shipping),
    returns: sentence(store.returns),
    contact:
      address === undefined
        ? null
        : { sentence: labelsOf[language].reach(address), url: `mailto:${encodeURI(address)}` },
  };
}
