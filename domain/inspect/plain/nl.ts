import type { PlainSpeech } from "./plain-speech.ts";

export const nl: PlainSpeech = {
  idioms: String.raw`zo goed als we kunnen|(?:antwoord|woord|regel|bericht) is (?:al )?(?:genoeg|voldoende)|alleen nog een (?:\p{L}+ )?vraag|(?:een|nog een|gerust een) laatste (?:blik|kijkje)|iets extra(?:'s|s)? voor je|ons best|tot het einde|aan het einde|twee keer|overkomt iedereen|gebeurt iedereen|alleen een vraag|(?:er is )?(?:geen|zonder|niet de minste) (?:enkele )?(?:haast|druk|spoed|verplichting\p{L}*|deadline|tijdslimiet)(?: bij)?|(?:niets|je hoeft je niet te|hoef je niet te) (?:dringt|haasten|overhaasten)|(?:neem|neemt) (?:er )?(?:gerust |rustig |alle |vooral )*(?:de|je) tijd(?: voor)?|(?:alle|de) tijd die je (?:nodig hebt|wilt)|(?:(?:een|ons|dit|de|het|deze|nog een|is ons) )?(?:aller)?laatste (?:bericht(?:je)?|e-?mail|mail|keer|herinnering|woord|groet|regel)|voor het laatst|(?:één|een|met één|met een)(?: enkele?)? (?:klik|vraag|antwoord|regel|woord|moment|minuut|berichtje|andere (?:maat|kleur|keer|vraag|dag))|iets anders|niet het (?:juiste|goede) moment|alles (?:wat je|staat|ligt|is|blijft)|(?:overkomt|gebeurt) ons allemaal|(?:met )?(?:vriendelijke|hartelijke|warme) groet(?:en)?|(?:fijne|prettige) (?:dag|avond)|een (?:echt )?(?:mens|persoon)|iemand van ons(?: team)?|(?:een )?(?:paar) (?:klikken|woorden|regels|vragen|minuten)|alleen (?:als|maar (?:als|even)|even|om te)|te allen tijde|op elk moment|van begin af`,
  words: `
de het een geen ik wij we ons onze jij je jou jouw u uw hij zij ze hen hun haar hem zijn men dit dat deze die er hier
daar waar wie wat welke welk wanneer hoe waarom of als dan zodat omdat want maar en ook nog al niet wel ja nee toch
weer even eens gewoon gerust graag misschien wellicht vast zeker altijd soms vaak nu straks later meteen direct daarna
daarom dus zo heel erg zeer wat iets iemand ergens elk elke ander andere anders is ben bent was waren zijn geweest
wordt word worden werd geworden heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon konden zou zouden zal
zullen zult wil wilt willen wilde wilden mag mogen moet moeten moest hoeft hoef hoeven laat laten liet gelaten aan af
achter bij binnen boven buiten door in langs met na naar naast om onder op over per sinds te ten ter tegen tot tussen
uit van vanaf via voor voorbij zonder terug verder mee toe heen weg los samen zelf winkelwagen* winkelmand* wagen
mandje keuze* kies* kiezen koos gekozen kiest uitkiezen uitgekozen product* artikel* stuk bestel* bestelling* winkel*
shop site pagina bezoek* bezocht rondkijk* rondgekeken kijk* keek gekeken bekijk* bekeken zie ziet zien gezien vind*
vond gevonden zoek* gezocht laat liet achterliet achtergelaten achter bewaar* bewaard houd* hield gehouden blijf*
bleef gebleven staat staan stond lig* ligt lag gelegen wacht* gewacht verder verdergaan doorgaan ga gaat gaan ging
gegaan afrond* afgerond klaar af afmaken afgemaakt begin* begonnen stop* gestopt onderbr* tussen* gekomen komt kom
komen kwam terugkom* terugkeer* keer keren opnieuw hervat* open* geopend klik* knop link* stap* toevoeg* toegevoegd
verander* wijzig* aanpass* verwijder* probeer* geprobeerd pas passen past help* geholpen hulp adviseer* advies raad*
vraag* vragen gevraagd antwoord* beantwoord* schrijf* schreef geschreven vertel* verteld zeg* gezegd praat* leg
uitleg* weet weten wist hoor* horen gehoord lees* lezen gelezen meld* laat denk* denken dacht gedacht meedenk* nadenk*
nagedacht herinner* herinnering* twijfel* aarzel* onzeker* zeker probleem problemen moeite fout* mis misging misgegaan
reden* duidelijk* onduidelijk* ingewikkeld* werkt* gewerkt werken lukt* gelukt lag technisch* oplossen opgelost maat
maten kleur* materia* stof* pasvorm model* aantal* hoeveelheid optie* foto* afbeelding* omschrijving* beschrijving*
detail* betaling* betaal betalen betaald afreken* kaart verzend* verzending lever* bezorg* adres* formulier* telefoon
computer apparaat browser scherm e-mail* email* mail* mailtje bericht* woord* regel* brief inbox postvak team mens*
persoon persoonlijk* iemand naam tijd moment* rust* rustig* kalm* eenvoudig* simpel* gemakkelijk* makkelijk* klein*
kleinigheid beetje ding* deel plek plaats weg manier dag leven drukte hallo hoi hey beste lieve dag goede* goed
goedemiddag groet* groeten vriendelijk* hartelijk* bedankt dank* fijn* blij leuk* sorry spijt* excuus alsjeblieft
wens* voorkeur nodig interesse belangrijk* beslis* besluit* overweeg* overwogen schikt schikken uitkomt lijkt leek
zorgen stoor* storen dring* opdring* haast aanbod geldt gelden gebruik* toegepast toepass* geldig* code automatisch*
mogelijk* nuttig* prima oké okay natuurlijk normaal juist* geef* geeft geven gegeven gaf neem* nam genomen maak* maakt
maken gemaakt doe* doet doen deed gedaan breng* brengt leid* leidt houdt nog veel meer te kort* lang* langer even
krijg* erbij erop erin eruit ervoor soort* geval keer onze helemaal inderdaad volledig blijkbaar schijnbaar
waarschijnlijk zodra terwijl tijdens hoewel totdat vergeten stuur* stuurt gestuurd idee account inlog* wachtwoord
laad* contact* klantenservice chat zelfde dezelfde hetzelfde onderaan hieronder bovenaan zoals zoiets nogmaals eraf
eigen alles niemand jezelf onszelf daarbij verschil allemaal passend tempo eerder mijn ps welkom daarvoor
waarderen elkaar rond einde gebeurt mocht uitmaken handig vul voordat niets aanraken uitproberen leggen bezighoudt
rest volgende terechtkomt blik schrijven hierbij hierna hierover vullen bevalt sturen gedachten praat praten besprek*
bespreken bedenk* bedenken open dicht vergelijk* opgemerkt merk* gemerkt suggest* voorstel* bewaard* foto's verzorging
wassen lengte* breedte* mouw* taille* strak* ruim* patroon* toon stijl* smaak* combin* gelegenheden
vergelijking* pauze* kinderen vergadering* verbinding* batterij* internet bank* app geweigerd mislukt factuur*
postcode land taal gast registr* profiel* bijgewerkt map lijst* tas* nieuwsgierig* inspir* rondneus* ontdek*
onbeslist* overdenk* herlezen uiterlijk* hoor
terugvinden duurt ernaartoe aanspreekt gemak bewaren aangekomen binnengekomen verheugd bedoelde plezier overweg
inmiddels onderhoudt vreemd zulke klopt verzorgt zich kennen verkopen ervan mening zinnen telt tijdje leren zin
kritiek ernaar gedachte sommige dachten hieraan terugkwam bedanken teruggekomen vanzelfsprekend vanzelf spreekt
geleden hopen hopelijk eraan alle goeds ziens
`,
};
