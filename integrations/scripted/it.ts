import type { Phrasebook } from "./phrasebook.ts";

export const it: Phrasebook = {
  greetings: ["Ciao {{contact.firstName}},"],
  plainGreetings: ["Ciao,", "Buongiorno,"],
  notes: {
    reminder: {
      subjects: [
        "Il tuo carrello è come l’hai lasciato",
        "{{cart.firstItem}}: è nel tuo carrello",
        "Riprendi da dove eri rimasto",
      ],
      preheaders: ["Abbiamo conservato il tuo carrello così com’era.", "Con un clic torni al tuo carrello."],
      headings: ["Il tuo carrello ti aspetta con calma", "Hai lasciato qualcosa nel carrello"],
      bodies: [
        "Stavi guardando da {{brand.name}} e non sei arrivato fino in fondo. Capita a tutti: il tuo carrello è come l’hai lasciato.",
        "Probabilmente qualcosa ti ha interrotto. Puoi riprendere da dove eri rimasto, quando vuoi tu.",
        "Ecco quello che avevi scelto, così non devi cercarlo un’altra volta.",
      ],
    },
    help: {
      subjects: [
        "Possiamo aiutarti?",
        "Hai una domanda sul tuo carrello?",
        "{{cart.firstItem}}: che cosa vorresti sapere?",
      ],
      preheaders: ["Rispondi a questa e-mail e ti scriverà una persona.", "Raccontaci che cosa vorresti sapere."],
      headings: ["Possiamo aiutarti a decidere?", "Hai domande prima di decidere?"],
      bodies: [
        "Forse avevi un dubbio sulla taglia, sulla consegna o su altro. Rispondi a questa e-mail e ti scriverà una persona del nostro team.",
        "A volte basta una domanda senza risposta per lasciare un carrello a metà strada. Scrivici e ti risponderemo come meglio possiamo.",
        "Se qualcosa non ha funzionato o non era chiaro, ci farebbe piacere saperlo. Bastano poche parole.",
      ],
    },
    incentive: {
      subjects: [
        "Per il tuo carrello: {{incentive.label}}",
        "{{incentive.label}} su quello che hai scelto",
        "Qualcosa in più per il tuo carrello",
      ],
      preheaders: ["Trovi i dettagli in questa e-mail.", "Vale per quello che hai nel carrello."],
      headings: ["Per renderti tutto un po’ più facile", "Qualcosa per il tuo carrello"],
      bodies: [
        "Hai scelto con calma e vorremmo renderti il resto un po’ più semplice.",
        "Il tuo carrello da {{brand.name}} non è ancora concluso. Forse questo ti aiuta.",
        "La tua scelta è come l’hai lasciata, e adesso c’è qualcosa che la accompagna.",
      ],
    },
    last_chance: {
      subjects: ["Un’ultima parola sul tuo carrello", "La nostra ultima e-mail su questo carrello", "Ci fermiamo qui?"],
      preheaders: ["Dopo questa non ti scriveremo più.", "Non riceverai altri promemoria."],
      headings: ["Un’ultima parola da parte nostra", "Poi ti lasciamo in pace"],
      bodies: [
        "È l’ultima volta che ti scriviamo per questo carrello. Se quello che hai scelto ti piace ancora, qui trovi la strada per tornare.",
        "Non vogliamo riempire la tua casella, quindi questo è il nostro ultimo messaggio. Il tuo carrello è qui sotto, se lo vuoi.",
        "Forse non era il momento giusto, e va bene così. Se cambi idea, trovi qui sotto quello che avevi scelto.",
      ],
    },
  },
  offers: ["Per te: {{incentive.label}}.", "Insieme al tuo carrello: {{incentive.label}}."],
  offerEnds: ["Vale per un tempo limitato; i dettagli sono in questa e-mail."],
  loyalty: ["Grazie per aver già acquistato da noi.", "Hai già comprato da noi e te ne siamo grati."],
  closings: [
    "Fai con calma. Se qualcosa non è chiaro, rispondi a questa e-mail.",
    "Qualunque cosa tu decida, grazie della visita.",
  ],
  buttons: ["Torna al carrello", "Vedi il mio carrello"],
};
