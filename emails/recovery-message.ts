import type { CartLine, CartTotals } from "#domain/cart.ts";
import type { StorePolicies, Words } from "#domain/draft.ts";
import type { AuthorshipNotice } from "#domain/identity.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { Language } from "#domain/language.ts";
import type { StepPurpose, TemplateName } from "#domain/sequence.ts";
import type { SocialLink } from "#domain/social-link.ts";
import type { TemplateFacts } from "#domain/template.ts";
import type { Design, Designed } from "./design.ts";
import type { Kit, Look } from "./parts/look.ts";
import type { CountedOrders } from "./recovery-orders.ts";

/** One product row; `price` is the line's total. */
export type RecoveryLine = {
  title: string;
  /** Stands where there is no picture. */
  initial: string;
  variantTitle: string | null;
  quantity: string;
  price: string;
  /** How many pieces are left, where few. */
  left: string | null;
  imageUrl: string | null;
  url: string | null;
  /** Where a compiled mail is cut around the line; no line that is sent has them. */
  edges?: [string, string];
};

export type RecoveryTotal = { label: string; value: string; strong: boolean };

export type RecoveryIncentive = {
  label: string;
  code: string | null;
  /** The moment by itself. */
  ends: string | null;
  /** The moment in a sentence. */
  validUntil: string | null;
};

/**
 * Everything a recovery template shows, already in the shopper's words: templates compute nothing. Every text of it may be
 * put into compiled HTML, so a template never looks inside one; only whether it is there decides what is drawn.
 */
export type RecoveryProps = {
  template: TemplateName;
  language: Language;
  look: Look;
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  /** `width` in pixels as text: only Outlook for Windows has to be told. */
  button: { label: string; url: string; width: string };
  postscript: string | null;
  lines: RecoveryLine[];
  more: string | null;
  /** How many products there are, where several. */
  count: string | null;
  total: string;
  totals: RecoveryTotal[];
  taxNote: string | null;
  incentive: RecoveryIncentive | null;
  answers: { delivery: string | null; returns: string | null; contact: { sentence: string; url: string } | null };
  proof: CountedOrders | null;
  loyalty: (CountedOrders & { stamps: string }) | null;
  brand: {
    name: string;
    logoUrl: string | null;
    logoAlt: string;
    /** In pixels as text, where the picture's measures are known: Outlook would draw it as large as it is. */
    logoWidth: string | null;
    sender: string;
    address: string;
    social: { label: string; url: string }[];
  };
  why: string;
  /** Who wrote and approved it, where the tenant says so. */
  notice: string | null;
  /** `verify` is the page that tells who wrote and approved it; a preview has none. */
  links: { unsubscribe: string; preferences: string; shop: string; verify: string | null };
  /** The blocks of a template that somebody made; built-in ones have none. */
  design?: Design;
};

/** The rows behind one message. `links.recovery` is where the button and every product lead. */
export type RecoveryFacts = {
  template: TemplateName;
  design?: Designed | undefined;
  /** What the message is for; a reminder of a cart where nothing is said. */
  purpose?: StepPurpose;
  language: string;
  timeZone: string;
  words: Words;
  firstName: string | null;
  cart: { lines: CartLine[]; totals: CartTotals; currency: string; discountCodes: string[] };
  incentive: (Incentive & { validUntil: Date | null }) | null;
  /** The fewest pieces left of any line, only where these are few. */
  stockLeft: number | null;
  store: StorePolicies;
  facts: TemplateFacts;
  brand: {
    name: string;
    logoUrl: string | null;
    accent: string;
    address: string;
    senderName: string;
    replyTo: string | null;
    logoAlt?: string | null;
    logoWidth?: number | null;
    logoHeight?: number | null;
    socialLinks?: SocialLink[];
  } & Kit;
  links: Omit<RecoveryProps["links"], "verify"> & { recovery: string; verify?: string | null };
  /** Said in the footer; nothing where it is absent. */
  notice?: AuthorshipNotice | null;
};
