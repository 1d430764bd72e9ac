import type { Beyond } from "./beyond.ts";

export const it: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Ci sta ancora [pensando|riflettendo]?",
        "{{cart.firstItem}}: un altro sguardo?",
        "Quello che ha guardato, [raccolto qui|in un solo posto]",
      ],
      preheaders: [
        "Tutto si trova [in questa e-mail|qui sotto], se vuole ritrovarlo.",
        "Senza fretta: ecco la strada per tornare.",
      ],
      headings: ["Dia un altro sguardo", "Ecco che cosa ha [guardato|visto]"],
      openings: [
        "Ha fatto un giro da {{brand.name}}. Per non farle cercare di nuovo, ecco quello che ha guardato.",
        "Ha fatto un giro da {{brand.name}}. Per non farle cercare di nuovo, ecco quello che ha visto.",
        "Scegliere [richiede un po’|richiede tempo]. Ecco quello che ha guardato, [tutto insieme|raccolto qui].",
      ],
      seconds: [
        "Se qualcosa le [piace|interessa], [un clic|il pulsante qui sotto] la porta lì.",
        "Se ha una domanda, risponda [semplicemente|pure] a questa e-mail.",
        "Lo guardi di nuovo [quando vuole|con calma].",
      ],
    },
    thanks: {
      subjects: [
        "Grazie per il suo ordine",
        "Il suo ordine da {{brand.name}}: [grazie|molte grazie]",
        "[Siamo contenti|Che piacere] che abbia ordinato",
      ],
      preheaders: [
        "Ecco [di nuovo il suo ordine|ancora quello che ha ordinato], da conservare.",
        "È [arrivato da noi|arrivato bene].",
      ],
      headings: ["Molte grazie", "La ringraziamo"],
      openings: [
        "Il suo ordine è [arrivato da noi|arrivato bene], e ne siamo [felici|contenti].",
        "[Molte grazie|Grazie] per aver ordinato da {{brand.name}}. Siamo [felici|contenti] che abbia trovato qualcosa.",
      ],
      seconds: [
        "Qui sotto trova [di nuovo il suo ordine|quello che ha ordinato], da conservare.",
        "Se qualcosa non è [come dovrebbe|come voleva], risponda [semplicemente|pure] a questa e-mail.",
        "Se le viene una domanda, [ci scriva|risponda a questa e-mail]; le risponderà una persona.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: [domande|qualche domanda]?",
        "Due parole su [il suo ordine|quello che ha ordinato]",
        "Per [conoscere meglio il suo ordine|godersi il suo ordine]",
      ],
      preheaders: ["Ci chieda [quello che vuole|pure tutto].", "Perché si trovi [bene|a suo agio]."],
      headings: ["Perché si trovi bene", "È tutto [chiaro|come vuole]?"],
      openings: [
        "Forse ha già provato quello che ha ordinato. Se qualcosa non è chiaro, ce lo chieda senza esitare.",
        "Forse ha già usato quello che ha ordinato. Se qualcosa non è chiaro, ce lo chieda senza esitare.",
        "Come si usa, come si [cura|tratta], che cosa fare [se qualcosa è strano|se qualcosa non va]: queste domande ci piacciono.",
      ],
      seconds: [
        "Risponda [semplicemente|pure] a questa e-mail e [una persona|qualcuno di noi] le scriverà.",
        "Basta una risposta [breve|corta], e [uno di noi|una persona] si farà sentire.",
        "Conosciamo quello che vendiamo e ne parliamo [volentieri|con piacere].",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: che cosa ne dice?",
        "Che cosa pensa di [questo ordine|quello che ha ordinato]?",
        "Possiamo [chiederle una cosa|conoscere il suo parere]?",
      ],
      preheaders: ["Il suo parere [ci aiuta|ci insegna qualcosa].", "Bastano [poche parole|poche righe]."],
      headings: ["Ci dica che cosa ne pensa", "[Il suo sguardo conta per noi|Vorremmo il suo sguardo]"],
      openings: [
        "Ha il suo ordine da [un po’|qualche tempo]. Vorremmo sapere [che cosa ne pensa|se le piace].",
        "Che cosa c’è di buono, e che cosa no? Lo chiediamo perché ne impariamo.",
        "Che cosa c’è di buono, e che cosa no? Lo vorremmo sapere perché ne impariamo.",
      ],
      seconds: [
        "Risponda [semplicemente|pure] a questa e-mail con [poche parole|una frase]; la legge una persona.",
        "Le lodi fanno piacere, [le critiche aiutano di più|e anche le critiche aiutano]; [tutto è benvenuto|ci scriva liberamente].",
        "Se qualcosa non va, ce lo dica, e [guarderemo|vedremo che cosa possiamo fare].",
      ],
    },
    complement: {
      subjects: [
        "Qualcosa che va con [il suo ordine|quello che ha ordinato]",
        "{{cart.firstItem}}: [forse per lei|un’idea per lei]?",
        "Un pensiero su [questo ordine|quello che ha ordinato]",
      ],
      preheaders: ["Veda [se le piace|se fa per lei].", "Scelto per accompagnare quello che [ha|ha ordinato]."],
      headings: ["Questo ci sta bene", "[Forse le piace anche questo|Forse questo fa per lei]"],
      openings: [
        "Ecco [qualcosa|un’idea] che va con quello che ha [ordinato|scelto] da {{brand.name}}.",
        "Alcune cose [stanno bene insieme|si completano]. Al suo ordine [aggiungeremmo questo|abbiamo pensato di unire questo].",
      ],
      seconds: [
        "Se non [fa per lei|le interessa], [va bene così|non importa].",
        "[Un clic|Il pulsante qui sotto] le mostra di più.",
        "Lo guardi [quando vuole|con calma].",
      ],
    },
    loyalty: {
      subjects: [
        "Grazie per essere [tornato|di nuovo qui]",
        "Da {{brand.name}}, [con gratitudine|per dirle grazie]",
        "Che piacere [rivederla|ritrovarla]",
      ],
      preheaders: [
        "Una parola di ringraziamento, [nient’altro|e nulla di più].",
        "Ce ne siamo accorti e [ne siamo felici|ci fa piacere].",
      ],
      headings: ["È tornato da noi", "[Che piacere rivederla|Siamo felici di rivederla]"],
      openings: [
        "Ha ordinato di nuovo [da noi|da {{brand.name}}]. [Ci fa molto piacere|Ne siamo felici].",
        "Siamo [felici|contenti] che lei sia [tornato|di nuovo qui]. Grazie.",
      ],
      seconds: [
        "Se le [serve|occorre] qualcosa da noi, [risponda a questa e-mail|ci scriva]; ci siamo.",
        "Che cosa potremmo fare [meglio|diversamente] per lei? Risponda [semplicemente|pure].",
        "Saremo [felici|contenti] di rivederla.",
      ],
    },
    win_back: {
      subjects: ["È passato un po’ di tempo", "[Come sta|Come va]?", "Un saluto da {{brand.name}}"],
      preheaders: ["Volevamo farci sentire.", "Forse c’è [qualcosa per lei|qualcosa che le piace]."],
      headings: ["Non la vediamo da un po’", "Siamo lieti di conoscerla"],
      openings: [
        "È passato un po’ di tempo da quando ha ordinato da {{brand.name}}. [Speriamo che stia bene|Ci farebbe piacere sentirla].",
        "Non la vediamo da [un po’|qualche tempo], e [abbiamo pensato di scriverle|vorremmo sapere come sta].",
      ],
      seconds: [
        "Dia uno sguardo se vuole; se no, non importa.",
        "Passi a trovarci se vuole; se no, va bene lo stesso.",
        "Se l’ultima volta qualcosa [è andato storto|non le è piaciuto], [ce lo dica|ci scriva]; vorremmo saperlo.",
        "[Un clic|Il pulsante qui sotto] la porta al negozio.",
      ],
    },
  },
  offers: [
    "Per lei: {{incentive.label}}.",
    "Che cosa possiamo aggiungere: {{incentive.label}}.",
    "Con la nostra gratitudine: {{incentive.label}}.",
  ],
  closings: [
    "[Cordiali saluti|Un saluto] da {{brand.name}}.",
    "Tutto il bene da {{brand.name}}.",
    "Alla prossima, e grazie.",
    "Grazie per [averci letto|il suo tempo].",
  ],
  toShop: ["Vai al negozio", "Visita il negozio", "Dai uno sguardo"],
  toProducts: ["Guarda", "Dai un’occhiata", "Vedi di più"],
};
