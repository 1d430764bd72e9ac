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
  scraps:
    "indicazioni|secondo le|certo! ecco|ecco (?:il|la|un) (?:testo|proposta|versione|messaggio)|testo richiesto|tono richiesto|bozz\\p{L}*|limite di caratteri|prompt\\p{L}*|come richiesto|linee guida",
  surprise:
    "sorpres\\p{L}*|in più (?:per|ti|c'è)|extra|omagg\\p{L}*|pensierino|aggiungiamo|includiamo|regal\\p{L}*|in regalo|gadget",
  urgency:
    "orologio|ticchett\\p{L}*|conto alla rovescia|ora o mai più|mai più|troppo tardi|stringe|finisce|finire|finirà|termina(?! il tuo| l'ordine)|a breve|presto|svuot\\p{L}*|cancell\\p{L}*|elimin(?:erà|eremo|ato)\\p{L}*|ore|giorn[oi]|settiman\\p{L}*|mes[ei]|fine settimana|weekend|oggi|stasera|domani|ieri|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|mezzanotte|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|natale|stagione|subito|veloc\\p{L}*|affrett\\p{L}*|sbriga\\p{L}*|urgen\\p{L}*|finché|scad\\p{L}*|in tempo|prima possibile|tra poco",
  delivery:
    "consegnat\\p{L}*|consegniamo|arriv(?:a|erà|o|ano)|ricev(?:i|erai|ilo)\\p{L}*|indoss\\p{L}*|a casa tua|alla tua porta|pacco (?:arriv|sarà)\\p{L}*|corriere|express|spedit[oa]\\p{L}*|spediamo",
  demand:
    "qualcun altro|qualcun'altra|altri (?:\\p{L}+ )?(?:occhi|client|interess|person|vogliono)\\p{L}*|altri|tutti|preferito dei|preferit[oi] d\\p{L}*|beniamin\\p{L}*|nostri client\\p{L}*|amat\\p{L}*|tendenza|moda|successo|ruba|richiest[oai]\\p{L}*|occhi|fan|imperdibil\\p{L}*|cult|ne parlano|di culto|gettonat\\p{L}*",
  scarce:
    "sta per|stanno per|per tutti|non ce ne|esaur\\p{L}*|scars\\p{L}*|rar[oae]|ultim\\p{L}*|rest(?:a|ano|eranno) (?:poc|sol|pezz|un )\\p{L}*|mai|solo|soltanto|unic[oa]\\p{L}*|esclusiv\\p{L}*|limitat\\p{L}*|spari\\p{L}*|vola|volano|scorte|magazzin\\p{L}*|da parte|tenuto da parte|riserv\\p{L}*|non (?:perdere|farti|lasciar|possiamo (?:garant|promett|assicur))\\p{L}*|perder\\p{L}*|scapp\\p{L}*|sfugg\\p{L}*|abbastanza|sufficient\\p{L}*|prima che|scaffal\\p{L}*|disponibil\\p{L}*",
  returns:
    "res[oi](?= |,|\\.)|restitu\\p{L}*|rimbors\\p{L}*|cambiarl[oaie]|sostitu\\p{L}*|riprendiamo|a nostre spese|a nostro carico|spese nostre|soldi|denaro|in prova|prova gratuita|garan\\p{L}*|promess\\p{L}*|promett\\p{L}*|fiducia|sicurezza|certificat\\p{L}*|autentic\\p{L}*|original\\p{L}*|genuin\\p{L}*",
  praise:
    "miglior\\p{L}*|perfett\\p{L}*|qualità|premium|lusso|bellissim\\p{L}*|meraviglios\\p{L}*|splendid\\p{L}*|eccellent\\p{L}*|eccezional\\p{L}*|ideal\\p{L}*|famos\\p{L}*|rinomat\\p{L}*|consigliat\\p{L}*|raccomandat\\p{L}*|adorano|amano|elogi\\p{L}*|stampa|espert\\p{L}*|testat\\p{L}*|premiat\\p{L}*",
  effect:
    "dolor\\p{L}*|mal di|schiena|salute|salutar\\p{L}*|pelle|sonno|benessere|stress|energia|sollievo|allevia\\p{L}*|vitamin\\p{L}*|si ripaga|ripag\\p{L}*|rendiment\\p{L}*|conviene|vale la pena|ammortizz\\p{L}*|invest\\p{L}*|guadagn\\p{L}*|reddit\\p{L}*|durevol\\p{L}*|resistent\\p{L}*|impermeabil\\p{L}*|ecologic\\p{L}*|sostenibil\\p{L}*|biologic\\p{L}*|vegan\\p{L}*|fatto a mano|morbid\\p{L}*|cald[oaie]|comod[oaie]\\p{L}*|cotone|pelle|lana",
  past: "preso da noi|presi da noi|hai (?:preso|comprato|ordinato|acquistato)|(?:scors|passat)[oaie] (?:inverno|estate|anno|mese|settimana|autunno|primavera|volta)|(?:anno|mese|inverno) scorso|estate scorsa|il tuo (?:ultimo|precedente|primo)|da anni|compleanno|anniversario|soci[oa]|vip|come gli? (?:stivali|\\p{L}+ che)",
  price:
    "prezz[oi]\\p{L}*|cost[oi]|costa|costano|costerà|economic\\p{L}*|conveniente|caro|meno|togliamo|sconta\\p{L}*|abbass\\p{L}*|ribass\\p{L}*|riduc\\p{L}*|ridott\\p{L}*|risparm\\p{L}*|tariff\\p{L}*|fattura|portafogli\\p{L}*|budget|paghi (?:meno|solo|nulla)|pensiamo noi|spese(?! di spedizione o)|a carico|valore|rate|finanzi\\p{L}*|credito",
  quantity:
    "due|tre|quattro|cinque|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|vent\\p{L}*|trent\\p{L}*|quarant\\p{L}*|cinquant\\p{L}*|sessant\\p{L}*|settant\\p{L}*|ottant\\p{L}*|novant\\p{L}*|cento|cent\\p{L}*|mille|mila|migliaia|milioni|dozzin\\p{L}*|decin\\p{L}*|centinai\\p{L}*|doppi[oa]|triplo|entramb\\p{L}*|metà|mezz[oa]|terzo|quarto|quinto|decimo|paio|paia|vari[eo]?|numeros\\p{L}*|parecch\\p{L}*",
  spam: "clicca qui|acquista ora|compra ora|compra subito|urgente\\p{L}*|non perdere|non perderti|congratulazioni|senza impegno|incredibil\\p{L}*|gentile cliente|cosa aspetti",
  leak: "ignora (?:le|tutte|tutto|quanto)|istruzioni|modello linguistico|come ia|ecco (?:l['’]e-?mail|la bozza|l['’]oggetto)|oggetto:",
  greeting: "ciao|car[oa]|buongiorno|buonasera|gentile|salve",
};
