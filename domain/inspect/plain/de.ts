import type { PlainSpeech } from "./plain-speech.ts";

export const de: PlainSpeech = {
  idioms: String.raw`was wir dazugeben|legen wir dazu|bei ihnen ankommt|(?:ein|einen|noch ein|der) ?letzte[rn]? blick|heute (?:zum letzten|mit einer|noch einmal)|zum letzten mal|unser bestes|so gut (?:wir|es)|nur (?:eine|ein|einen|noch eine) (?:\p{L}+ )?(?:frage|klick|satz|wort|antwort|kurz\p{L}*)|alles andere|heute (?:noch )?(?:nicht|keine)|kein problem|mit ihrer auswahl|(?:es )?(?:eilt|drängt) (?:\p{L}+ )?nicht|(?:kein|ohne)(?:e|en|erlei)? (?:grund zur )?(?:eile|hektik|druck|drängen|frist|verpflichtung|zeitdruck|hast)|nichts (?:drängt|eilt)|(?:lassen|nehmen) sie sich (?:\p{L}+ ){0,2}zeit|(?:ein|unser|das|dies|diese|die|eine)(?:e|em|en|es)? (?:ist )?(?:\p{L}+ )?(?:aller)?letzte[rsnm]? (?:wort|gruß|nachricht|e-?mail|mail|hinweis|mal|erinnerung|zeile|brief)\p{L}*|(?:aller)?letzte[rsnm]? (?:wort|gruß|nachricht|e-?mail|mail|hinweis|mal|erinnerung)\p{L}*|zum letzten mal|(?:ein|einem|mit einem) (?:klick|satz|wort|moment)|(?:eine|einer) (?:frage|antwort|zeile|nachricht|minute|kurze\p{L}*)|noch einmal|nicht (?:der|die|das) richtige[rn]? (?:moment|zeitpunkt|zeit)|(?:nur|einfach nur) (?:wenn|falls|erinnern|fragen|zur erinnerung|eine frage|kurz|antworten|einen klick)|(?:freundliche|liebe|herzliche|schöne|viele|beste)[nr]? grüße|schönen (?:tag|abend|gruß)|uns allen|in aller ruhe|(?:ein )?paar (?:klicks|worte|zeilen|fragen|minuten)|etwas ande?r\p{L}*|(?:ein )?ande?r(?:es|e|en|er) (?:mal|größe|farbe|frage|tag)|alles(?: (?:andere|weitere|gute|in|so|was sie|noch|da|bereit|liegt|an))|wie neu|auf einen blick|der letzte schritt|im letzten schritt`,
  words: `
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner ich wir uns unser* sie ihr
ihre ihren ihrem ihrer ihres ihnen du dich dir dein* euch man er es ihn ihm sich selbst mein* dies* jen* welch* wer
wem wen was wann wo wohin woher wie warum wieso weshalb ob wenn falls dann als so weil da damit denn dass obwohl aber
und oder sondern nicht nichts ja nein doch auch noch schon immer wieder mal einmal eben gerade eigentlich vielleicht
vermutlich wahrscheinlich sicher bestimmt gern* lieber ist bin sind war waren wäre* sei sein gewesen wird werden
wurde* worden würde* habe* haben hat hatte* hätte* kann können konnte* könnte* darf dürfen will wollen wollte* soll*
muss müssen müsste* mag mögen möchte* lass* lässt ließ* in im ins an am ans auf aus bei beim zu zum zur von vom mit
ohne für um über unter unten oben vor nach durch gegen zwischen hinter neben seit während bis trotz wegen hier hin her
dort dorthin daran darauf daraus dabei dafür dazu davon darüber danach darin dahin zurück weiter* weg* heraus hinein
hinzu zusammen allein einfach leicht* etwas irgend* jemand niemand jede* jederzeit jetzt gleich bald später kurz*
lang* länger manch* oft warenkorb* korb auswahl* artikel* produkt* teil* stück* bestell* kasse kauf* einkauf* gekauft
laden shop* geschäft* sortiment seite* besuch* stöber* umgesehen umsehen vorbei* geschaut schauen schau* wähl* gewählt
ausgewählt aussuch* ausgesucht entscheid* entschied* überleg* denken gedacht nachdenk* nachgedacht gefallen gefällt
passt passen passend* passform finden gefunden find* such* gesucht sehen gesehen sieht ansehen angesehen anschauen
liegen liegt lag gelegt bleiben bleibt geblieben warten wartet stehen steht stand verlassen zurückgelassen
hinterlassen aufgehört weitermachen fortsetzen fortfahren abschließen abgeschlossen fertig* beenden beendet
unterbrochen dazwischen* gekommen kommen kommt kam gespeichert speichern aufbewahrt aufgehoben behalten gemerkt merken
erinner* hinweis* helfen hilft hilfe geholfen weiterhelfen berat* rat frage* fragen gefragt antwort* geantwortet
schreib* geschrieben schrieb sagen sagt gesagt bescheid melde* gemeldet erzähl* wissen weiß hören gehört lesen liest
erklär* zeig* beantwort* klär* unklar* klar* unsicher* zögern gezögert zweifel* problem* schwierig* fehler* schief*
ging gegangen geht gehen funktionier* geklappt klappt technisch* größe* farbe* material* menge* anzahl maß* schnitt
stoff* option* foto* bild* beschreibung* einzelheit* detail* änder* anpass* entfern* ausprobier* tragen trägt üblich*
zahl* bezahl* zahlung* versand* liefer* adresse* formular* handy computer gerät* browser bildschirm knopf klick* link*
mail* e-mail* email* nachricht* zeile* wort worte worten postfach team mensch* person persönlich* jemand freund* gut*
gute gern schön* nett* freu* froh dank* danke bedank* herzlich* bitte willkommen entschuldig* leid ordnung völlig ganz
gar sehr zeit* ruhe* ruhig* moment* augenblick* leben alltag weg wege tag* schritt* stelle ort platz grund gründe
richtig* bereit offen* möglich* nötig* wichtig* anderes hallo hi guten tag liebe lieber grüße gruß moin servus nehmen
nimmt genommen geben gibt gab gegeben mach* gemacht tun tut getan bring* führ* holen brauch* braucht gilt gelten
gültig angewendet anwenden abgezogen automatisch* zieht wirkt vorteil* nutzen nutz* öffne* geöffnet angebot*
kleinigkeit leichter erleichter* fällt fallen wenig weniger mehr viel viele vielen einige einiges so ebenfalls
gleiche* selbe* anders ändern lieben schick* geschickt send* füll* hinzufüg* hinzugefügt legen gelegt sonst unten oben
bloß passier* geschehen lebens leb* weiß gewusst wünsch* wunsch wünsche hoff* offenbar anscheinend scheint sorgen
sorg* druck stör* störung drängen kontakt* chat kundendienst konto anmeld* passwort laden geladen abgestürzt fürs
übers dir euer eure schauen blick* rückkehr* zurückkehren zurückkommen eingefallen eilig* eilt vergessen genau
interesse ps schätzen alles seinem geworden deshalb vorbereitet vorn enthält kleine derzeit planen auszuwählen
anfassen genügt abläuft nur beschäftigt auszusuchen rest dazukommt folgendes aufgeführt gefühl hiermit werfen thema
belassen jacke schwank* anknüpf* besprech* bespreche* unterhalt* klären anschließ* offen bedenk* umentscheid*
ausgewählte* vergess* angefangen* beginn* vergleich* fehl* unterstütz* begleit* mitteil* melden aufgefallen bemerkt
bilder bildern weitere* angabe* wollten pflege* waschen* länge* breite* weite* ärmel* taille* bund eng* modell*
muster* ton töne stil* geschmack* kombin* dazupass* anlass* zuhause wohnung pause* unterbrechung* telefon* kinder
besprechung* verbindung* akku internet* versehentlich* bank* app eingeben eingegeben fehlgeschlagen abgelehnt
rechnungsadresse postleitzahl land sprache gast registrier* profil* aktualisier* ordner liste* merkzettel merkliste
tasche* neugier* inspir* stöbern bummel* entdeck* zögerlich schwanken grübeln abwägen nachlesen mitlesen zeigen
darstellung anblick* drin* vergnügen angesprochen hörte* hört nichts* dies davon* zuletzt*
unentschlossen beisammen wiederfinden angeschaut dauert weile nebeneinander zusagt gelegenheit aufheben angekommen
eingegangen stimmt aufkommt zurechtkommen kennen zurecht inzwischen wohl benutzt pflegt seltsam hält verkaufen
halten sicht nun lernen kritik kümmern darum gedanke wiedergekommen selbstverständlich nächste ergangen vergangen
herein gestört nächsten kümmert
`,
};
