// What a generated tenant is made of: lists from which a hash of a row's number chooses, more often named when more common.

export type Country = { country: string; language: string; currency: string; zone: string };

const place = (...[country, language, currency, zone]: [string, string, string, string]): Country => ({
  country,
  language,
  currency,
  zone,
});

const all = {
  DE: place("DE", "de", "EUR", "Europe/Berlin"),
  AT: place("AT", "de", "EUR", "Europe/Vienna"),
  FR: place("FR", "fr", "EUR", "Europe/Paris"),
  ES: place("ES", "es", "EUR", "Europe/Madrid"),
  IT: place("IT", "it", "EUR", "Europe/Rome"),
  NL: place("NL", "nl", "EUR", "Europe/Amsterdam"),
  PT: place("PT", "pt", "EUR", "Europe/Lisbon"),
  PL: place("PL", "pl", "PLN", "Europe/Warsaw"),
  GB: place("GB", "en", "GBP", "Europe/London"),
  IE: place("IE", "en", "EUR", "Europe/Dublin"),
};

/** Twenty tickets: a country has as many as its part of the trade. */
export const countries: Country[] = [
  ...[all.DE, all.DE, all.DE, all.DE, all.DE, all.DE, all.AT, all.FR, all.FR, all.ES],
  ...[all.IT, all.IT, all.NL, all.PT, all.PL, all.PL, all.GB, all.GB, all.GB, all.IE],
];

/** Hours of a day as tickets: a quiet night, a lunch, a long evening. */
export const hours: number[] = [
  ...[0, 1, 3, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 12, 13, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 18],
  ...[19, 19, 19, 19, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 22, 22, 22, 23, 23],
];

export const devices = ["phone", "phone", "phone", "desktop", "desktop", "unknown"];
export const segmentTickets = ["new", "new", "new", "new", "new", "returning", "returning", "returning", "vip"];
export const writerTickets = [...Array(13).fill("language_model"), ...Array(6).fill("scripted"), "member"] as string[];
export const modeTickets = ["autonomous", "autonomous", "autonomous", "monitored", "monitored", "gated"];
export const productCount = 240;

export type GeneratedStep = { delayMinutes: number; template: string; purpose: string; kind: string; percent: number };

type Offer = { kind: string; percent: number };
const none: Offer = { kind: "none", percent: 0 };
const shipping: Offer = { kind: "free_shipping", percent: 0 };
const off = (percent: number): Offer => ({ kind: "percent", percent });

const step = (delayMinutes: number, [template, purpose]: [string, string], offer = none): GeneratedStep => ({
  ...{ delayMinutes, template, purpose },
  ...offer,
});

/** Sequences with their versions; which of them an enrollment walks follows from its shop and its day. */
export const sequenceSteps: GeneratedStep[][] = [
  [
    step(120, ["reminder", "reminder"]),
    step(1_440, ["free-shipping", "incentive"], shipping),
    step(4_320, ["percent-off", "last_chance"], off(10)),
  ],
  [
    step(45, ["product-hero", "reminder"]),
    step(1_200, ["help", "help"]),
    step(2_880, ["percent-off", "incentive"], off(15)),
    step(7_200, ["last-chance", "last_chance"], off(20)),
  ],
  [step(240, ["cart-table", "reminder"]), step(2_880, ["percent-off", "incentive"], off(5))],
  [
    step(180, ["personal-note", "reminder"]),
    step(1_440, ["social-proof", "help"]),
    step(5_760, ["free-shipping", "incentive"], shipping),
  ],
];

const openings: Record<string, string[]> = {
  de: [
    "Noch da: {{cart.firstItem}}",
    "Ihr Warenkorb wartet",
    "Haben wir etwas vergessen?",
    "{{cart.firstItem}} für Sie zurückgelegt",
  ],
  fr: ["Toujours là : {{cart.firstItem}}", "Votre panier vous attend", "Un oubli ?", "{{cart.firstItem}} mis de côté"],
  es: ["Sigue aquí: {{cart.firstItem}}", "Su cesta le espera", "¿Olvidó algo?", "{{cart.firstItem}} reservado"],
  it: [
    "Ancora qui: {{cart.firstItem}}",
    "Il suo carrello l’aspetta",
    "Dimenticato qualcosa?",
    "{{cart.firstItem}} da parte",
  ],
  nl: [
    "Nog steeds hier: {{cart.firstItem}}",
    "Uw winkelwagen wacht",
    "Iets vergeten?",
    "{{cart.firstItem}} apart gelegd",
  ],
  pt: ["Ainda aqui: {{cart.firstItem}}", "O seu carrinho espera", "Esqueceu algo?", "{{cart.firstItem}} reservado"],
  pl: ["Wciąż tu: {{cart.firstItem}}", "Koszyk czeka", "Czegoś brakuje?", "{{cart.firstItem}} odłożone"],
  en: [
    "Still here: {{cart.firstItem}}",
    "Your cart is waiting",
    "Did we forget something?",
    "{{cart.firstItem}} kept for you",
  ],
};

/** Subjects of a language, four for each of four steps. */
export function subjectsOf(language: string): string[] {
  const said = openings[language] ?? openings.en ?? [];
  return [0, 1, 2, 3].flatMap((position) => said.map((text) => (position === 0 ? text : `${text} (${position + 1})`)));
}
