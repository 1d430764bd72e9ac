import type { Lexicon } from "./lexicon.ts";

const days =
  "oggi|stasera|stanotte|domani|mezzanotte|mezzogiorno|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|fine|natale";

export const it: Lexicon = {
  stopWords:
    "il lo la gli le e tuo tuoi tua ti di che con per una un è non si se al del nel ancora qui quando hai sono vuoi ci i",
  numberWords:
    "due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento|mille|dozzina",
  timeUnits: "ore|ora|giorn[oi]|minut[oi]|settiman[ae]",
  percent: "per ?cento",
  currency: "euro|centesimi|dollar[oi]|sterline|franchi",
  shipping:
    "(?:spedizione|consegna|spese di spedizione) (?:\\p{L}+ ){0,2}(?:gratis|gratuit[ae]|inclus[ae]|offerta|omaggio)|(?:senza|zero) (?:spese|costi) di (?:spedizione|consegna)|(?:offriamo|paghiamo|regaliamo) (?:\\p{L}+ ){0,3}(?:spedizione|consegna)",
  discount:
    "pag(?:a|hi|are) (?:di )?meno|scont\\p{L}*|ribass\\p{L}*|promozion[ei]|promo|saldi|buon[oi] (?:sconto|acquisto)|coupon|risparmi\\p{L}*|prezz[oi] (?:speciale|ridotto|scontato|più bass)\\p{L}*|più economic\\p{L}*|affare",
  costless: "gratis|gratuit\\p{L}*|senza (?:costi|spese|supplementi)|omaggi\\p{L}*|offre la casa",
  half: "metà(?: del)? prezzo|alla metà|due al prezzo di uno|prendi due|2x1|un (?:terzo|quarto) in meno",
  gift: "regal[oi]|campion[ei] gratuit[oi]|bonus|cashback|punti|premi(?:o)?|vincit\\p{L}*|hai vinto|estrazione",
  offer: "(?:nostra|questa|un['’]|tua|l['’]|la)\\s?(?:\\p{L}+ )?offert[ae]|offerte?|piccolo pensiero",
  code: "codic[ei]",
  deadline:
    "tempo limitato|(?:scade|termina|finisce) (?:presto|a breve)|ultim[ao] (?:occasione|possibilità|opportunità|chance)|affrettati|sbrigati|non aspettare|prima che (?:scada|finisca|sia tardi)|scad\\p{L}*|poco tempo",
  exactDeadline: `(?:poch[ei]|alcun[ei]) (?:ore|giorni)|(?:solo|soltanto) (?:per )?(?:oggi|stasera|domani|fino)|(?:fino|entro|prima) (?:\\p{L}+ ){0,2}(?:${days})|ultim[ieoa] (?:giorn[oi]|or[ea])|mezzanotte|(?:consegna|spedizione|arriva)\\p{L}* (?:\\p{L}+ )?(?:domani|in giornata|entro|lo stesso giorno)`,
  stock:
    "(?:solo|ne)? ?(?:rest|riman)\\p{L}* (?:\\p{L}+ )?(?:poch[ie]|solo|\\p{L}+ pezz[oi])|ultim[ie] (?:pezzi|articoli|disponibilità)|esaur\\p{L}*|disponib\\p{L}*|in magazzino|scorte|riservat\\p{L}*|messo da parte|edizione limitata|quantità limitat[ae]|(?:molto|più) richiest\\p{L}*|grande richiesta|vanno a ruba|altr[ie] (?:clienti|persone)",
  guarantee:
    "garan[tz]\\p{L}*|rimbors\\p{L}*|soddisfatt\\p{L}*|senza rischi\\p{L}*|res[oi] (?:gratuit|facil|grati)\\p{L}*|miglior prezzo|prezzo più basso",
  review:
    "stelle|recension[ei]|valutazion[ei]|(?:clienti|persone) (?:adorano|amano|dicono)|più vendut\\p{L}*|bestseller|premiat\\p{L}*|consigliat\\p{L}* da|migliaia|milioni|popolar\\p{L}*|numero uno",
  health:
    "guari\\p{L}*|cura (?:il|la|le|i)|clinic\\p{L}*|medic[oi]|dermatolog\\p{L}*|dimagri\\p{L}*|perdere peso|terap\\p{L}*|investiment\\p{L}*|arricchir\\p{L}*",
  history:
    "bentornat\\p{L}*|fedel\\p{L}*|client\\p{L}* (?:affezionat|abitual)\\p{L}*|(?:ultimo|precedente|passato) (?:ordine|acquisto)|acquisti precedenti|già (?:acquistato|ordinato|comprato)|di nuovo (?:con|da) noi|averti di nuovo|tornato a trovarci",
  spam: "clicca qui|acquista ora|compra ora|compra subito|urgente\\p{L}*|non perdere|non perderti|congratulazioni|senza impegno|incredibil\\p{L}*|gentile cliente|cosa aspetti",
  leak: "ignora (?:le|tutte|tutto|quanto)|istruzioni|modello linguistico|come ia|ecco (?:l['’]e-?mail|la bozza|l['’]oggetto)|oggetto:",
  greeting: "ciao|car[oa]|buongiorno|buonasera|gentile|salve",
};
