import type { Language } from "./language.ts";
import { remembered } from "./remembered.ts";

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language says what slots are filled with. `#` stands for the number; forms follow the language's plural rules. */
export type SlotWords = {
  yourItems: string;
  freeShipping: string;
  percentOff: (percent: string) => string;
  products: Forms;
  pieces: Forms;
};

export const slotWords: Record<Language, SlotWords> = {
  en: {
    yourItems: "your items",
    freeShipping: "free shipping",
    percentOff: (percent) => `${percent} off`,
    products: { one: "# product", other: "# products" },
    pieces: { one: "# piece", other: "# pieces" },
  },
  de: {
    yourItems: "Ihre Artikel",
    freeShipping: "kostenloser Versand",
    percentOff: (percent) => `${percent} Rabatt`,
    products: { other: "# Artikel" },
    pieces: { other: "# Stück" },
  },
  fr: {
    yourItems: "vos articles",
    freeShipping: "livraison offerte",
    percentOff: (percent) => `${percent} de remise`,
    products: { one: "# article", other: "# articles" },
    pieces: { one: "# exemplaire", other: "# exemplaires" },
  },
  es: {
    yourItems: "tus artículos",
    freeShipping: "envío gratis",
    percentOff: (percent) => `${percent} de descuento`,
    products: { one: "# artículo", other: "# artículos" },
    pieces: { one: "# unidad", other: "# unidades" },
  },
  it: {
    yourItems: "i tuoi articoli",
    freeShipping: "spedizione gratuita",
    percentOff: (percent) => `${percent} di sconto`,
    products: { one: "# articolo", other: "# articoli" },
    pieces: { one: "# pezzo", other: "# pezzi" },
  },
  pt: {
    yourItems: "os seus artigos",
    freeShipping: "envio grátis",
    percentOff: (percent) => `${percent} de desconto`,
    products: { one: "# artigo", other: "# artigos" },
    pieces: { one: "# unidade", other: "# unidades" },
  },
  nl: {
    yourItems: "je artikelen",
    freeShipping: "gratis verzending",
    percentOff: (percent) => `${percent} korting`,
    products: { one: "# artikel", other: "# artikelen" },
    pieces: { one: "# stuk", other: "# stuks" },
  },
  pl: {
    yourItems: "Twoje produkty",
    freeShipping: "darmowa dostawa",
    percentOff: (percent) => `${percent} rabatu`,
    products: { one: "# produkt", few: "# produkty", many: "# produktów", other: "# produktu" },
    pieces: { one: "# sztuka", few: "# sztuki", many: "# sztuk", other: "# sztuki" },
  },
  ja: {
    yourItems: "カートの商品",
    freeShipping: "送料無料",
    percentOff: (percent) => `${percent}オフ`,
    products: { other: "#点の商品" },
    pieces: { other: "#点" },
  },
  ar: {
    yourItems: "منتجاتك",
    freeShipping: "شحن مجاني",
    percentOff: (percent) => `خصم ${percent}`,
    products: { one: "منتج واحد", two: "منتجان", few: "# منتجات", many: "# منتجًا", other: "# منتج" },
    pieces: { one: "قطعة واحدة", two: "قطعتان", few: "# قطع", many: "# قطعة", other: "# قطعة" },
  },
};

/** A number with its noun, as the language counts ("3 produkty", "5 produktów"). */
export function counted(count: number, forms: Forms, language: Language): string {
  return formOf(count, forms, language).replace("#", numberText(count, language));
}

const pluralRules = remembered((language) => new Intl.PluralRules(language));
const numberFormat = remembered((language) => new Intl.NumberFormat(language));

/** The form that a number asks for, its `#` not yet filled. */
export function formOf(count: number, forms: Forms, language: Language): string {
  return forms[pluralRules(language).select(count)] ?? forms.other;
}

/** A number in the digits and groups of a language. */
export function numberText(value: number, language: Language): string {
  return numberFormat(language).format(value);
}
