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
        "[Ihr Warenkorb wartet auf Sie|Ihre Auswahl liegt für Sie bereit]",
        "{{cart.count}} in Ihrem Warenkorb",
      ],
      preheaders: [
        "Wir haben Ihren Warenkorb für Sie aufbewahrt.",
        "Mit einem Klick sind Sie zurück in Ihrem Warenkorb.",
        "Alles, was Sie ausgesucht haben, auf einen Blick.",
      ],
      headings: [
        "Da liegt noch etwas in Ihrem Warenkorb",
        "Ihr Warenkorb wartet in aller Ruhe",
        "Das haben Sie sich ausgesucht",
      ],
      openings: [
        "Sie haben sich bei {{brand.name}} umgesehen und sind nicht ganz fertig geworden. [Das passiert uns allen|Das kommt vor], deshalb ist Ihr Warenkorb noch so, wie Sie ihn verlassen haben.",
        "Vermutlich ist Ihnen [beim Einkaufen|beim Aussuchen] etwas dazwischengekommen. Ihr Warenkorb ist noch genau so, wie er war.",
        "Hier ist Ihre Auswahl, damit Sie nicht [noch einmal|von vorn] suchen müssen.",
        "Eine [kurze|kleine] Nachricht von {{brand.name}}: Ihr Warenkorb ist noch so, wie Sie ihn verlassen haben.",
      ],
      seconds: [
        "Sie können [jederzeit|in Ruhe] dort weitermachen, wo Sie aufgehört haben.",
        "[Ein Klick|Der Knopf unten] bringt Sie dorthin zurück.",
        "Wenn Sie Ihre Bestellung abschließen möchten, ist alles [vorbereitet|an seinem Platz].",
        "Schauen Sie [gern noch einmal hinein|in einem ruhigen Moment noch einmal hinein].",
      ],
    },
    help: {
      subjects: [
        "Können wir Ihnen helfen?",
        "Ist noch eine Frage offen?",
        "{{cart.firstItem}}: Haben Sie Fragen dazu?",
        "[Noch unsicher|Noch nicht entschieden]? Fragen Sie uns",
      ],
      preheaders: [
        "Antworten Sie einfach auf diese E-Mail.",
        "Ein Mensch aus unserem Team liest und antwortet.",
        "Sagen Sie uns, was Sie wissen möchten.",
      ],
      headings: ["Können wir bei der Entscheidung helfen?", "Haben Sie noch Fragen?", "Was möchten Sie noch wissen?"],
      openings: [
        "Vielleicht waren Sie bei der Größe, [der Farbe|dem Material] oder etwas anderem unsicher.",
        "Manchmal steht nur eine [offene|kleine] Frage zwischen Warenkorb und Bestellung.",
        "Wenn etwas nicht funktioniert hat oder unklar war, möchten wir das gern wissen.",
        "Am Bildschirm auszuwählen ist nicht immer leicht, denn man kann nichts [anfassen|ausprobieren].",
      ],
      seconds: [
        "Antworten Sie [einfach|gern] auf diese E-Mail, dann schreibt Ihnen ein Mensch zurück.",
        "Schreiben Sie uns, und wir antworten so gut wir können.",
        "Eine kurze Antwort genügt, und [jemand aus unserem Team|jemand von uns] meldet sich bei Ihnen.",
        "Sagen Sie uns, was Sie [wissen möchten|beschäftigt], und wir helfen gern weiter.",
      ],
    },
    incentive: {
      subjects: [
        "Für Ihren Warenkorb: {{incentive.label}}",
        "{{incentive.label}} für Ihre Auswahl",
        "Eine Kleinigkeit für Ihren Warenkorb",
        "Ihr Warenkorb bei {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "Die Einzelheiten finden Sie in dieser E-Mail.",
        "Das gilt für die Artikel in Ihrem Warenkorb.",
        "Etwas, das zu Ihrer Auswahl dazukommt.",
      ],
      headings: ["Damit es ein wenig leichter fällt", "Etwas für Ihren Warenkorb", "Etwas zu Ihrer Auswahl"],
      openings: [
        "Sie haben sich Zeit [für Ihre Auswahl genommen|genommen, um auszusuchen]. Den Rest möchten wir Ihnen etwas leichter machen.",
        "Ihr Warenkorb bei {{brand.name}} ist noch nicht abgeschlossen. Vielleicht hilft Ihnen [das hier|Folgendes].",
        "Ihre Auswahl ist noch so, wie Sie sie verlassen haben, und jetzt kommt etwas dazu.",
        "Wir würden uns freuen, wenn Ihre Auswahl [den Weg zu Ihnen findet|bei Ihnen ankommt].",
      ],
      seconds: [
        "Das gilt für [die Artikel in Ihrem Warenkorb|alles, was unten aufgeführt ist].",
        "Alles andere bleibt, wie [Sie es verlassen haben|es war].",
        "Sehen Sie es sich an und entscheiden Sie [in Ruhe|ganz nach Ihrem Gefühl].",
        "Die Einzelheiten stehen [in dieser E-Mail|weiter unten].",
      ],
    },
    last_chance: {
      subjects: [
        "Ein letztes Wort zu Ihrem Warenkorb",
        "Unsere letzte E-Mail zu diesem Warenkorb",
        "Belassen wir es dabei?",
        "Ein letzter Blick in Ihren Warenkorb",
      ],
      preheaders: [
        "Danach lassen wir Sie in Ruhe.",
        "Weitere Erinnerungen schicken wir nicht.",
        "Ein letzter Blick, wenn Sie mögen.",
      ],
      headings: ["Ein letztes Wort von uns", "Danach lassen wir Sie in Ruhe", "Noch ein letzter Blick"],
      openings: [
        "Zu diesem Warenkorb schreiben wir Ihnen [heute|hiermit] zum letzten Mal.",
        "Wir möchten Ihr Postfach nicht füllen, deshalb ist das unsere letzte Nachricht [dazu|zu diesem Thema].",
        "Vielleicht war es nicht der richtige Moment, und das ist [in Ordnung|völlig in Ordnung].",
        "Nach dieser E-Mail kommen [zu diesem Warenkorb|dazu] keine weiteren.",
      ],
      seconds: [
        "Wenn Ihnen Ihre Auswahl noch gefällt, finden Sie hier den Weg zurück.",
        "Ihren Warenkorb finden Sie unten, falls Sie ihn noch möchten.",
        "Falls Sie es sich anders überlegen, [steht Ihre Auswahl unten|ist Ihre Auswahl noch im Warenkorb].",
        "Werfen Sie gern [noch einen Blick|einen letzten Blick] darauf; wenn nicht, ist das auch gut.",
      ],
    },
  },
  several: ["In Ihrem Warenkorb liegen {{cart.count}}.", "Ihr Warenkorb enthält {{cart.count}}."],
  stockOne: [
    "Davon haben wir derzeit {{stock.left}}, falls das für Sie wichtig ist.",
    "Damit Sie planen können: Derzeit haben wir davon {{stock.left}}.",
  ],
  stockSeveral: [
    "Von einem Artikel in Ihrem Warenkorb haben wir derzeit {{stock.left}}, falls das für Sie wichtig ist.",
    "Damit Sie planen können: Von einem Ihrer Artikel haben wir derzeit {{stock.left}}.",
  ],
  aboutDelivery: [
    "Wenn es um den Versand ging, fragen Sie uns; wir erklären gern, wie er abläuft.",
    "Auch Fragen zum Versand sind willkommen.",
  ],
  returns: ["Zur Rückgabe: {{store.returns}}.", "Falls etwas nicht passt: {{store.returns}}."],
  shipping: ["Zum Versand: {{store.shipping}}.", "So kommt alles zu Ihnen: {{store.shipping}}."],
  offers: [
    "Für Sie: {{incentive.label}}.",
    "Passend zu Ihrem Warenkorb: {{incentive.label}}.",
    "Was wir dazugeben: {{incentive.label}}.",
  ],
  offerCodes: ["Der Code dafür: {{incentive.code}}.", "Geben Sie an der Kasse diesen Code ein: {{incentive.code}}."],
  offerEnds: ["Das gilt bis {{incentive.deadline}}.", "Sie können es bis {{incentive.deadline}} nutzen."],
  loyalty: [
    "Danke, dass Sie schon einmal bei uns bestellt haben.",
    "Es freut uns, dass Sie schon bei uns eingekauft haben.",
    "Sie haben schon einmal bei uns bestellt; [dafür danken wir Ihnen|das wissen wir zu schätzen].",
  ],
  replies: [
    "Lassen Sie sich Zeit. Wenn etwas unklar ist, antworten Sie auf diese E-Mail.",
    "Wenn Sie eine Frage haben, antworten Sie [einfach|gern]; ein Mensch schreibt zurück.",
    "Ist etwas unklar? [Antworten Sie auf diese E-Mail|Schreiben Sie uns], wir helfen gern.",
  ],
  thanks: [
    "Wie auch immer Sie sich entscheiden: danke, dass Sie bei uns vorbeigeschaut haben.",
    "Danke [für Ihren Besuch|für Ihr Interesse].",
    "Nehmen Sie sich [die Zeit, die Sie brauchen|ruhig Zeit], und danke für Ihr Interesse.",
    "[Freundliche|Herzliche] Grüße von {{brand.name}}.",
  ],
  postscripts: [
    "PS: Jede Antwort auf diese E-Mail liest ein Mensch.",
    "PS: Fragen sind willkommen, antworten Sie einfach auf diese E-Mail.",
  ],
  buttons: ["Zurück zum Warenkorb", "Warenkorb ansehen", "Warenkorb öffnen"],
};
