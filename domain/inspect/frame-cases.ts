import type { Words } from "../draft.ts";
import type { Language } from "../language.ts";

/** Words that say nothing but what is true of any cart, in each language. */
export const frames: Record<Language, Words> = {
  en: {
    subject: "Your cart",
    preheader: "As you left it.",
    heading: "Your cart",
    paragraphs: [],
    button: "See my cart",
  },
  de: {
    subject: "Ihr Warenkorb",
    preheader: "So wie er war.",
    heading: "Ihr Warenkorb",
    paragraphs: [],
    button: "Zum Warenkorb",
  },
  fr: {
    subject: "Votre panier",
    preheader: "Tel quel.",
    heading: "Votre panier",
    paragraphs: [],
    button: "Voir mon panier",
  },
  es: {
    subject: "Tu carrito",
    preheader: "Como estaba.",
    heading: "Tu carrito",
    paragraphs: [],
    button: "Ver mi carrito",
  },
  it: {
    subject: "Il tuo carrello",
    preheader: "Com’era.",
    heading: "Il tuo carrello",
    paragraphs: [],
    button: "Vedi il carrello",
  },
  pt: {
    subject: "Seu carrinho",
    preheader: "Como estava.",
    heading: "Seu carrinho",
    paragraphs: [],
    button: "Ver o carrinho",
  },
  nl: {
    subject: "Je winkelwagen",
    preheader: "Zoals hij was.",
    heading: "Je winkelwagen",
    paragraphs: [],
    button: "Naar winkelwagen",
  },
  pl: {
    subject: "Twój koszyk",
    preheader: "Tak jak było.",
    heading: "Twój koszyk",
    paragraphs: [],
    button: "Zobacz koszyk",
  },
  ja: {
    subject: "カートのお知らせ",
    preheader: "そのままです。",
    heading: "カート",
    paragraphs: [],
    button: "カートを見る",
  },
  ar: { subject: "سلتك", preheader: "كما تركتها.", heading: "سلتك", paragraphs: [], button: "عرض سلتي" },
};
