import { type AnswerTopic, answerTopics } from "./answer-facts.ts";
import type { Language } from "./language.ts";

/** What tells a topic in each language: beginnings of words, and whole characters where a language has no gaps. */
const signs: Record<Language, Record<AnswerTopic, RegExp>> = {
  en: {
    shipping: /\b(?:deliver|shipping|shipped|ship\b|ships\b|postage|dispatch|arrive)/u,
    returns: /\b(?:return|refund|exchang|send (?:it|them) back)/u,
    stock: /\b(?:in stock|out of stock|availab|sold out|any left|how many (?:are )?left)/u,
    order: /\b(?:my order|order (?:number|status)|where is my|track)/u,
  },
  de: {
    shipping: /(?:liefer(?!bar)|versand|versend|verschick|porto|zustell)/u,
    returns: /(?:rückgabe|zurückgeb|zurückschick|zurücksend|umtausch|retour|erstatt)/u,
    stock: /(?:auf lager|lagernd|verfügbar|vorrätig|ausverkauft|lieferbar)/u,
    order: /(?:meine[rn]? bestellung|bestellnummer|bestellstatus|sendungsverfolg|wo bleibt)/u,
  },
  fr: {
    shipping: /(?:livr(?:ai|é|er)|expédi|frais de port|frais d.envoi)/u,
    returns: /(?:retour|renvoy|rembours|échang)/u,
    stock: /(?:en stock|disponib|épuisé|rupture)/u,
    order: /(?:ma commande|numéro de commande|suivi d|où est)/u,
  },
  es: {
    shipping: /(?:env[ií]o|enviar|entrega|gastos de env)/u,
    returns: /(?:devol|devuel|reembols|cambiar(?:lo|la)?\b)/u,
    stock: /(?:en stock|disponib|existencias|agotad|quedan)/u,
    order: /(?:mi pedido|número de pedido|seguimiento|dónde está)/u,
  },
  it: {
    shipping: /(?:spedi|consegn)/u,
    returns: /(?:\bresi\b|\breso\b|restitu|rimbors|cambiarl)/u,
    stock: /(?:disponib|esaurit|magazzino)/u,
    order: /(?:il mio ordine|del mio ordine|numero d.ordine|tracci|dov.è)/u,
  },
  pt: {
    shipping: /(?:entrega|envio|enviar|frete|portes)/u,
    returns: /(?:devol|troca|reembols)/u,
    stock: /(?:em estoque|em stock|disponív|disponib|esgotad)/u,
    order: /(?:meu pedido|minha encomenda|número do pedido|rastre|onde está)/u,
  },
  nl: {
    shipping: /(?:bezorg|verzend|verstuur|levering|leveren|levertijd)/u,
    returns: /(?:retour|terugstur|terugbreng|terugbetal|ruil)/u,
    stock: /(?:voorraad|leverbaar|uitverkocht|beschikbaar)/u,
    order: /(?:mijn bestelling|bestelnummer|track|waar blijft)/u,
  },
  pl: {
    shipping: /(?:dostaw|dostarcz|wysył|wyśl|przesył)/u,
    returns: /(?:zwrot|zwróc|wymian|wymieni|odesła)/u,
    stock: /(?:dostępn|na stanie|w magazynie|wyprzedan)/u,
    order: /(?:moje zamówienie|mojego zamówienia|moim zamówieniem|numer zamówienia|śledz|gdzie jest)/u,
  },
  ja: {
    shipping: /(?:配送|送料|届|発送)/u,
    returns: /(?:返品|返金|交換)/u,
    stock: /(?:在庫|品切|売り切れ)/u,
    order: /(?:注文状況|注文番号|追跡|注文した)/u,
  },
  ar: {
    shipping: /(?:توصيل|الشحن|شحن|تسليم)/u,
    returns: /(?:إرجاع|ارجاع|استرجاع|استبدال|استرداد)/u,
    stock: /(?:متوفر|متاح|مخزون|نفد)/u,
    order: /(?:طلبي|رقم الطلب|تتبع)/u,
  },
};

/** What a mail in a language asks about, in a fixed order; nothing where it names none of what the rows may answer. */
export function topicsIn(text: string, language: Language): AnswerTopic[] {
  const said = text.normalize("NFKC").toLowerCase();
  return answerTopics.filter((topic) => signs[language][topic].test(said));
}
