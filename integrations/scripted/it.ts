import type { Phrasebook } from "./phrasebook.ts";

export const it: Phrasebook = {
  greetings: ["Ciao {{contact.firstName}},"],
  plainGreetings: ["Ciao,"],
  notes: {
    reminder: {
      subjects: [
        "Il tuo carrello è come l’hai lasciato",
        "{{cart.firstItem}}: è nel tuo carrello",
        "Riprendi da dove eri",
        "[Il tuo carrello ti aspetta|La tua scelta ti aspetta]",
        "{{cart.count}} nel tuo carrello",
      ],
      preheaders: [
        "Abbiamo conservato il tuo carrello così com’era.",
        "Con un clic torni al tuo carrello.",
        "Tutto quello che hai scelto, in un solo posto.",
      ],
      headings: [
        "Il tuo carrello ti aspetta con calma",
        "Hai lasciato qualcosa nel carrello",
        "Ecco che cosa hai scelto",
      ],
      openings: [
        "Stavi guardando da {{brand.name}} senza arrivare fino in fondo. [Capita a tutti|Succede]: il tuo carrello è come l’hai lasciato.",
        "Probabilmente qualcosa ha interrotto [la tua visita|i tuoi acquisti]. Il tuo carrello è come l’hai lasciato.",
        "Ecco quello che avevi scelto, così non devi cercarlo [un’altra volta|di nuovo].",
        "Un [breve|piccolo] messaggio da {{brand.name}}: il tuo carrello è come l’hai lasciato.",
      ],
      seconds: [
        "Puoi riprendere [quando vuoi tu|con i tuoi tempi].",
        "[Un clic|Il pulsante qui sotto] ti riporta dove eri.",
        "Se vuoi concludere, è tutto [al suo posto|pronto].",
        "Dai un’altra occhiata [quando vuoi|in un momento tranquillo].",
      ],
    },
    help: {
      subjects: [
        "Possiamo aiutarti?",
        "Hai una domanda sul tuo carrello?",
        "{{cart.firstItem}}: che cosa vorresti sapere?",
        "Hai ancora un dubbio? [Chiedi a noi|Scrivici]",
      ],
      preheaders: [
        "Rispondi a questa e-mail e ti scriverà una persona.",
        "Raccontaci che cosa vorresti sapere.",
        "Una persona del team legge ogni risposta.",
      ],
      headings: ["Possiamo aiutarti a decidere?", "Hai domande prima di decidere?", "Che cosa vorresti sapere?"],
      openings: [
        "Forse avevi un dubbio sulla taglia, sul [colore|materiale] o su altro.",
        "A volte basta una domanda [senza risposta|rimasta aperta] per lasciare un carrello a metà strada.",
        "Se qualcosa non ha funzionato o non era chiaro, ci farebbe piacere saperlo.",
        "Scegliere su uno schermo non è sempre facile, perché non si può [toccare|provare] niente.",
      ],
      seconds: [
        "Rispondi [semplicemente|pure] a questa e-mail e ti scriverà una persona.",
        "Scrivici e ti risponderemo come meglio possiamo.",
        "Bastano poche parole, e [qualcuno del team|uno di noi] ti risponderà.",
        "Dicci che cosa [vorresti sapere|ti stai chiedendo] e faremo il possibile per aiutarti.",
      ],
    },
    incentive: {
      subjects: [
        "Per il tuo carrello: {{incentive.label}}",
        "{{incentive.label}} su quello che hai scelto",
        "Qualcosa in più per il tuo carrello",
        "Il tuo carrello da {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "Trovi i dettagli in questa e-mail.",
        "Vale per quello che hai nel carrello.",
        "Qualcosa che accompagna quello che hai scelto.",
      ],
      headings: [
        "Per renderti tutto un po’ più facile",
        "Qualcosa per il tuo carrello",
        "Qualcosa che accompagna la tua scelta",
      ],
      openings: [
        "Hai scelto con [calma|attenzione] e vorremmo renderti il resto un po’ più semplice.",
        "Il tuo carrello da {{brand.name}} non è ancora concluso. Forse [questo|quello che segue] ti aiuta.",
        "La tua scelta è come l’hai lasciata, e adesso c’è qualcosa che la accompagna.",
        "Ci farebbe piacere se quello che hai scelto [arrivasse da te|trovasse la strada di casa tua].",
      ],
      seconds: [
        "Vale per [quello che hai nel carrello|tutto quello che vedi qui sotto].",
        "Tutto il resto rimane [come l’hai lasciato|com’era].",
        "Dai un’occhiata e decidi [con calma|con i tuoi tempi].",
        "I dettagli sono [in questa e-mail|qui sotto].",
      ],
    },
    last_chance: {
      subjects: [
        "Un’ultima parola sul tuo carrello",
        "La nostra ultima e-mail su questo carrello",
        "Ci fermiamo qui?",
        "Un ultimo sguardo al tuo carrello",
      ],
      preheaders: [
        "Dopo questa non ti scriveremo più.",
        "Non riceverai altri promemoria.",
        "Un ultimo sguardo, se ti va.",
      ],
      headings: ["Poi non ti scriviamo più", "Poi ti lasciamo in pace", "Un ultimo sguardo al tuo carrello"],
      openings: [
        "È l’ultima volta che ti scriviamo [per|a proposito di] questo carrello.",
        "Non vogliamo riempire la tua casella, quindi questo è il nostro ultimo messaggio [in proposito|su questo carrello].",
        "Forse non era il momento giusto, e [va bene così|non c’è niente di male].",
        "Dopo questa e-mail non ne arriveranno altre [su questo carrello|in proposito].",
      ],
      seconds: [
        "Se quello che hai scelto ti piace ancora, qui trovi la strada per tornare.",
        "Il tuo carrello è qui sotto, se lo vuoi.",
        "Se cambi idea, trovi quello che avevi scelto [qui sotto|nel carrello].",
        "Dai [un ultimo sguardo|un’ultima occhiata] se ti va; altrimenti va bene lo stesso.",
      ],
    },
  },
  several: ["Nel tuo carrello ci sono {{cart.count}}.", "Il tuo carrello contiene {{cart.count}}."],
  stockOne: [
    "Al momento ne abbiamo {{stock.left}}, se ti è utile saperlo.",
    "Per organizzarti: in questo momento ne abbiamo {{stock.left}}.",
  ],
  stockSeveral: [
    "Di uno degli articoli nel tuo carrello al momento abbiamo {{stock.left}}, se ti è utile saperlo.",
    "Per organizzarti: di uno dei tuoi articoli in questo momento abbiamo {{stock.left}}.",
  ],
  aboutDelivery: [
    "Se il dubbio era sulla spedizione, scrivici e ti spieghiamo come funziona.",
    "Anche le domande sulla spedizione sono benvenute.",
  ],
  returns: ["Sui resi: {{store.returns}}.", "Se qualcosa non va bene per te: {{store.returns}}."],
  shipping: ["Sulla spedizione: {{store.shipping}}.", "Ecco come ti arriva tutto: {{store.shipping}}."],
  offers: [
    "Per te: {{incentive.label}}.",
    "Insieme al tuo carrello: {{incentive.label}}.",
    "Che cosa aggiungiamo: {{incentive.label}}.",
  ],
  offerCodes: ["Il codice: {{incentive.code}}.", "Alla cassa inserisci questo codice: {{incentive.code}}."],
  offerEnds: [
    "È valido fino a questo momento: {{incentive.deadline}}.",
    "Ecco fino a quando vale: {{incentive.deadline}}.",
  ],
  loyalty: [
    "Grazie per aver già acquistato da noi.",
    "Hai già comprato da noi e te ne siamo grati.",
    "Hai già acquistato da noi: [grazie di cuore|per noi significa molto].",
  ],
  replies: [
    "Fai con calma. Se qualcosa non è chiaro, rispondi a questa e-mail.",
    "Se hai una domanda, rispondi [semplicemente|pure]: ti scriverà una persona.",
    "C’è qualcosa di poco chiaro? [Rispondi a questa e-mail|Scrivici] e ti aiutiamo.",
  ],
  thanks: [
    "Qualunque cosa tu decida, grazie della visita.",
    "Grazie [della visita|del tuo interesse].",
    "Prenditi [tutto il tempo che ti serve|il tuo tempo], e grazie del tuo interesse.",
    "[Un saluto|Un caro saluto] da {{brand.name}}.",
  ],
  postscripts: [
    "PS: Una persona legge ogni risposta a questa e-mail.",
    "PS: Le domande sono benvenute: basta rispondere a questa e-mail.",
  ],
  buttons: ["Torna al carrello", "Vedi il mio carrello", "Apri il carrello"],
};
