import type { Phrasebook } from "./phrasebook.ts";

export const de: Phrasebook = {
  greetings: ["Hallo {{contact.firstName}},", "Guten Tag {{contact.firstName}},"],
  plainGreetings: ["Guten Tag,", "Hallo,"],
  notes: {
    reminder: {
      subjects: [
        "Ihr Warenkorb ist noch so, wie er war",
        "{{cart.firstItem}}: noch in Ihrem Warenkorb",
        "Weiter, wo Sie aufgehört haben",
      ],
      preheaders: [
        "Wir haben Ihren Warenkorb für Sie aufbewahrt.",
        "Mit einem Klick sind Sie zurück in Ihrem Warenkorb.",
      ],
      headings: ["Da liegt noch etwas in Ihrem Warenkorb", "Ihr Warenkorb wartet in aller Ruhe"],
      bodies: [
        "Sie haben sich bei {{brand.name}} umgesehen und sind nicht ganz fertig geworden. Das passiert uns allen, deshalb ist Ihr Warenkorb noch so, wie Sie ihn verlassen haben.",
        "Vermutlich ist Ihnen etwas dazwischengekommen. Sie können jederzeit dort weitermachen, wo Sie aufgehört haben.",
        "Hier ist Ihre Auswahl, damit Sie nicht noch einmal suchen müssen.",
      ],
    },
    help: {
      subjects: [
        "Können wir Ihnen helfen?",
        "Ist noch eine Frage offen?",
        "{{cart.firstItem}}: Haben Sie Fragen dazu?",
      ],
      preheaders: ["Antworten Sie einfach auf diese E-Mail.", "Ein Mensch aus unserem Team liest und antwortet."],
      headings: ["Können wir bei der Entscheidung helfen?", "Haben Sie noch Fragen?"],
      bodies: [
        "Vielleicht waren Sie bei der Größe, der Lieferung oder etwas anderem unsicher. Antworten Sie einfach auf diese E-Mail, dann schreibt Ihnen ein Mensch zurück.",
        "Manchmal steht nur eine Frage zwischen Warenkorb und Bestellung. Wenn es bei Ihnen so ist, schreiben Sie uns, und wir antworten so gut wir können.",
        "Wenn etwas nicht funktioniert hat oder unklar war, möchten wir das gern wissen. Eine kurze Antwort genügt.",
      ],
    },
    incentive: {
      subjects: [
        "Für Ihren Warenkorb: {{incentive.label}}",
        "{{incentive.label}} für Ihre Auswahl",
        "Eine Kleinigkeit für Ihren Warenkorb",
      ],
      preheaders: ["Die Einzelheiten finden Sie in dieser E-Mail.", "Das gilt für die Artikel in Ihrem Warenkorb."],
      headings: ["Damit es ein wenig leichter fällt", "Etwas für Ihren Warenkorb"],
      bodies: [
        "Sie haben sich Zeit für Ihre Auswahl genommen. Den Rest möchten wir Ihnen etwas leichter machen.",
        "Ihr Warenkorb bei {{brand.name}} ist noch nicht abgeschlossen. Vielleicht hilft Ihnen das hier.",
        "Ihre Auswahl ist noch so, wie Sie sie verlassen haben, und jetzt kommt etwas dazu.",
      ],
    },
    last_chance: {
      subjects: [
        "Ein letztes Wort zu Ihrem Warenkorb",
        "Unsere letzte E-Mail zu diesem Warenkorb",
        "Belassen wir es dabei?",
      ],
      preheaders: ["Danach lassen wir Sie in Ruhe.", "Weitere Erinnerungen schicken wir nicht."],
      headings: ["Ein letztes Wort von uns", "Danach lassen wir Sie in Ruhe"],
      bodies: [
        "Zu diesem Warenkorb schreiben wir Ihnen heute zum letzten Mal. Wenn Ihnen Ihre Auswahl noch gefällt, finden Sie hier den Weg zurück.",
        "Wir möchten Ihr Postfach nicht füllen, deshalb ist das unsere letzte Nachricht dazu. Ihren Warenkorb finden Sie unten, falls Sie ihn noch möchten.",
        "Vielleicht war es nicht der richtige Moment, und das ist in Ordnung. Falls Sie es sich anders überlegen, steht Ihre Auswahl unten.",
      ],
    },
  },
  offers: ["Für Sie: {{incentive.label}}.", "Passend zu Ihrem Warenkorb: {{incentive.label}}."],
  offerEnds: ["Das gilt zeitlich begrenzt; die Einzelheiten stehen in dieser E-Mail."],
  loyalty: [
    "Danke, dass Sie schon einmal bei uns bestellt haben.",
    "Es freut uns, dass Sie schon bei uns eingekauft haben.",
  ],
  closings: [
    "Lassen Sie sich Zeit. Wenn etwas unklar ist, antworten Sie auf diese E-Mail.",
    "Wie auch immer Sie sich entscheiden: danke, dass Sie bei uns vorbeigeschaut haben.",
  ],
  buttons: ["Zurück zum Warenkorb", "Warenkorb ansehen"],
};
