import type { PlainSpeech } from "./plain-speech.ts";

export const it: PlainSpeech = {
  idioms: String.raw`(?:volevamo|vogliamo) (?:solo|soltanto) (?:dirti|ricordarti|farti|sapere)|solo (?:dirti|farti sapere|ricordarti)|in un solo posto|(?:che cosa |cosa )?aggiungiamo|a metà strada|qualcosa in più|un['’ ] ?ultim[oa] (?:sguardo|occhiata)|ultim[oa] (?:sguardo|occhiata|parola)|(?:non )?(?:riceverai|invieremo|manderemo) altri (?:promemoria|messaggi)|altri (?:promemoria|messaggi)|del nostro meglio|il meglio che possiamo|fino in fondo|due volte|solo una domanda|succede a tutti|capita a tutti|(?:non c'è |non hai |senza |nessuna |alcuna )(?:alcuna |nessuna )?(?:fretta|pressione|urgenza|obbligo|scadenza|pressioni|impegno)|con (?:tutta )?calma|(?:prenditi|prendi) (?:pure )?(?:tutto )?il (?:tuo )?tempo(?: che (?:vuoi|ti serve|desideri))?|(?:un|un'|il|la|nostr[oa]|quest[oa]|il nostro|la nostra) ?ultim[oa] (?:messaggio|nota|e-?mail|volta|promemoria|parola|pensiero)|per l'ultima volta|ultim[oa] (?:messaggio|nota|e-?mail|volta|promemoria|parola)|(?:un|una|un'|con un) ?(?:solo )?(?:clic|click|riga|parola|domanda|momento|minuto|risposta|altra (?:taglia|volta|domanda)|altro (?:colore|momento|giorno))|non era il momento(?: giusto)?|tutto (?:quello che|ciò che|è|resta|come|bene|qui)|a tutti (?:capita|succede)|capita a tutti|buona (?:giornata|serata)|(?:un )?(?:caro|cordiale) saluto|cordiali saluti|una persona(?: vera| del nostro)?|qualcuno del (?:nostro )?team|qualcos'altro|altro ancora|(?:un paio di|poche|due) (?:clic|parole|righe|domande)|(?:solo|soltanto) (?:se|un|una|per (?:dir|ricord|saper)\p{L}*|rispondere|quando)|nient'altro|basta (?:un|una|rispondere|scriverci)`,
  words: `
il lo la l i gli le un uno una un' di d del dello della dei degli delle a ad al allo alla ai agli alle da dal dallo
dalla dai dagli dalle in nel nello nella nei nelle con col su sul sullo sulla sui sulle per tra fra e ed o oppure ma
però anche se che chi cui quale quali quando dove come perché quanto cosa così quindi dunque poi allora mentre prima
dopo durante senza verso presso non né sì no più molto poco tanto troppo bene meglio ancora già sempre spesso forse
magari qui qua lì là ci vi ne mi ti si io tu lui lei noi voi loro me te sé mio mia tuo tua tuoi tue suo sua nostro
nostra nostri nostre vostro vostra questo questa questi queste quello quella quelli quelle quel ciò stesso stessa
altro altra qualche qualcosa qualcuno qualsiasi ogni nessun* alcun* è sono sei siamo siete era eri erano essere stato
stata stati state sia sarà sarebbe fosse ho hai ha abbiamo avete hanno aveva avevi avere avuto abbia avrai avrebbe può
puoi possiamo possono poter* potrebbe potresti vuoi vuole vogliamo volere volevi vorresti vorremmo voglia deve devi
dovere dovevi va vai andare andato andata vado viene vieni venire venuto fa fai fare facciamo fatto faccia dai dà dare
dato sta stai stare stato stavi carrello* scelta* scelto* scegli* scelt* selezi* prodott* articol* ordin* acquist*
acquisto negozio* shop sito pagina* visit* naveg* guard* vist* vedere vedi veder* trov* cerc* lasci* salv* tenut*
tenere tieni conserv* rest* resta ripren* ripres* continu* prosegu* complet* conclu* finit* finire termin* inizi*
interr* imprevist* success* capit* aspett* attend* attesa torn* tornare tornat* ritorn* ritrov* riportarti entr* apri*
aprire apert* clicc* clic click pulsant* link passo passagg* aggiung* aggiunt* cambi* modific* ajust* rimuov* prov*
aiut* consigl* rispond* rispost* domand* chied* chiest* scriv* scritt* dici* dicci dire detto dir* racconta* parlar*
spieg* chiar* risolv* sap* sai sa so conosc* inform* ricord* promemoria legg* lett* ascolt* sentir* senti dubb* dubbi*
incert* sicur* problem* difficolt* error* motiv* ragion* causa chiar* convin* indecis* esit* bloccat* tagli* color*
material* tessut* modell* quantit* misur* opzion* foto immagin* descrizion* dettagl* pagament* pagar* carta spedizion*
consegn* indirizz* modul* telefono computer browser schermo dispositiv* mail e-mail email messagg* nota note parol*
righ* riga casella posta team person* qualcuno uman* nome tempo moment* attimo calma tranquill* pace semplic* facil*
dirett* direttamente piccol* cosa cose parte lato luogo posto modo maniera strada ciao salve car* gentil* buongiorno
buonasera salut* cordial* grazi* ringrazi* piac* content* liet* spiac* scus* prego prefer* serv* serve bisogn*
desider* interess* import* pens* rifletter* riflett* decid* decis* convien* sembr* pare preoccup* disturb* insist*
fretta pression* applic* usa usar* utilizz* approfitt* valid* offert* codic* automatic* pront* possibil* util* buon*
giust* normal* naturale comod* facilitar* render* rend* rendert* cont* vita giorno giornata lavoro tecnic* caric*
account accesso funzion* tent* semplicemente proprio davvero tuttavia comunque volta volte via dispost* disposizione
disponiamo mostr* port* prend* pres* mett* mess* dedicat* accompagn* risent* dimentic* passat* pass* arriv* riguard*
propos* resto idea idee ecco l'hai c n s m t v dell all nell sull dall quell quest un'altra quand com dov anch
probabilmente tempi aver ps benvenute occhiata cuore significa tutto fino fondo nuovo pure succede qualunque grati
breve sotto organizzarti insieme vale cassa inserisci farebbe toccare niente bastano rimasta faremo resi po attenzione
rimane segue casa adesso sguardo fermiamo altrimenti male riempire altre fine faccelo discut* parl* chius* confront*
sugger* notat* accort* avvis* messo volev* dirti salvat* altri leggere lavaggio lunghezz* larghezz* manic* aderent*
largh* fantasi* tono toni stile* gusto gusti abbin* occasion* confronto* pausa* bambin* riunion* connession* batteria
internet banca app rifiutat* postale paese lingua ospite registr* profil* aggiorn* cartella lista* borsa* curios*
ispir* passeggi* scopr* riflession* rilegg* aspetto* scriveremo aiuterebbe ulterior* riporta riportano
raccolto dia giro farle ricerca richiede molte felici dovrebbe godersi agio ce usato cura strano tratta farà corta
vendiamo volentieri dice parere insegna dica impariamo frase lodi fanno critiche benvenuto liberamente vedremo veda
stanno unire gratitudine rivederla nulla diamo possano occorre potremmo diversamente saremo farci vediamo speriamo
stia vada storto auguri prossima averci dispiace avercelo occupa doveva
`,
};
