import type { KitFonts } from "#domain/brand-font.ts";
import type { KitColours } from "#domain/brand-look.ts";
import type { SocialLink } from "#domain/social-link.ts";

export type BrandValues = {
  name: string;
  logoUrl: string | null;
  logoAlt: string | null;
  accent: string;
  colours: KitColours;
  fonts: KitFonts;
  socialLinks: SocialLink[];
  senderName: string;
  senderAddress: string;
  replyTo: string | null;
  postalAddress: string;
  tone: string;
  avoidWords: string[];
  useWords: string[];
  examples: string[];
  returnsPolicy: string | null;
  shippingPolicy: string | null;
  /** Whether messages say that they were written with AI. */
  tellsAuthorship: boolean;
};

/** What a part of the form is given: the values, how to change them, and what the server said of a field. */
export type Part = {
  values: BrandValues;
  set: (change: Partial<BrandValues>) => void;
  on: (field: string) => string | null;
};
