import type { Beyond } from "./beyond.ts";

export const de: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Noch [am Überlegen|unentschlossen]?",
        "{{cart.firstItem}}: noch ein Blick?",
        "Was Sie sich angesehen haben, [auf einen Blick|beisammen]",
      ],
      preheaders: [
        "Alles steht [in dieser E-Mail|weiter unten], falls Sie es wiederfinden möchten.",
        "Ohne Eile: [hier ist der Weg zurück|nur der Weg zurück].",
      ],
      headings: ["Schauen Sie noch einmal hin", "Das haben Sie sich [angesehen|angeschaut]"],
      openings: [
        "Sie haben sich bei {{brand.name}} umgesehen. Damit Sie nicht noch einmal suchen müssen, steht hier, was Sie sich angesehen haben.",
        "Sie haben sich bei {{brand.name}} umgesehen. Damit Sie nicht noch einmal suchen müssen, steht hier, was Sie sich angeschaut haben.",
        "Aussuchen [dauert eine Weile|braucht Zeit]. Hier ist, was Sie sich angesehen haben, [alles beisammen|nebeneinander].",
      ],
      seconds: [
        "Wenn Ihnen etwas [gefällt|zusagt], bringt Sie [ein Klick|der Knopf unten] dorthin.",
        "Wenn Sie eine Frage dazu haben, antworten Sie [einfach|gern] auf diese E-Mail.",
        "Sehen Sie es sich [in Ruhe|bei Gelegenheit] noch einmal an.",
      ],
    },
    thanks: {
      subjects: [
        "Danke für Ihre Bestellung",
        "Ihre Bestellung bei {{brand.name}}: [danke|vielen Dank]",
        "[Wie schön|Schön], dass Sie bestellt haben",
      ],
      preheaders: [
        "Hier steht [noch einmal, was Sie bestellt haben|Ihre Bestellung noch einmal], zum Aufheben.",
        "Sie ist bei uns [angekommen|eingegangen].",
      ],
      headings: ["Vielen Dank", "[Wir danken Ihnen|Ein Dank von uns allen]"],
      openings: [
        "Ihre Bestellung ist bei uns [angekommen|eingegangen], und wir [freuen uns|freuen uns sehr] darüber.",
        "[Vielen Dank|Danke], dass Sie bei {{brand.name}} bestellt haben. Wir [freuen uns|sind froh], dass Sie etwas gefunden haben.",
      ],
      seconds: [
        "Unten steht [noch einmal, was Sie bestellt haben|Ihre Bestellung noch einmal], zum Aufheben.",
        "Wenn etwas nicht [stimmt|so ist, wie Sie es meinten], antworten Sie [einfach|gern] auf diese E-Mail.",
        "Falls eine Frage aufkommt, [schreiben Sie uns|antworten Sie auf diese E-Mail]; ein Mensch schreibt zurück.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: [Fragen dazu|noch Fragen]?",
        "Ein Wort zu [Ihrer Bestellung|dem, was Sie bestellt haben]",
        "Damit Sie [Freude daran haben|gut damit zurechtkommen]",
      ],
      preheaders: [
        "Fragen Sie uns, [was Sie möchten|was immer Sie wissen möchten].",
        "Wir kennen uns damit [aus|gut aus].",
      ],
      headings: ["Kommen Sie gut zurecht?", "Ist alles [klar|so, wie Sie es möchten]?"],
      openings: [
        "Inzwischen haben Sie wohl [ausprobiert|benutzt], was Sie bestellt haben. Wenn etwas unklar ist, fragen Sie uns [lieber gleich|ruhig].",
        "Wie man es benutzt, wie man es [pflegt|in Ordnung hält], was zu tun ist, [wenn etwas seltsam ist|wenn etwas nicht passt]: Diese Fragen mögen wir.",
      ],
      seconds: [
        "Antworten Sie [einfach|gern] auf diese E-Mail, dann schreibt Ihnen [ein Mensch|jemand von uns] zurück.",
        "Eine [kurze|kleine] Antwort genügt, und [einer von uns|ein Mensch] meldet sich.",
        "Wir kennen, was wir verkaufen, und erzählen [gern|Ihnen gern] davon.",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: Wie gefällt es Ihnen?",
        "Was halten Sie von [Ihrer Bestellung|dem, was Sie bestellt haben]?",
        "Dürfen wir [Sie etwas fragen|nach Ihrer Meinung fragen]?",
      ],
      preheaders: ["Ihre Meinung [hilft uns|bringt uns weiter].", "Ein [Satz|paar Worte] genügt."],
      headings: ["Sagen Sie uns Ihre Meinung", "[Ihre Sicht ist uns wichtig|Wir möchten Ihre Sicht kennen]"],
      openings: [
        "Sie haben Ihre Bestellung nun [eine Weile|einige Zeit]. Wir würden gern wissen, [was Sie davon halten|wie sie Ihnen gefällt].",
        "Was ist gut daran, und was nicht? Wir fragen, weil wir daraus lernen.",
        "Was ist gut daran, und was nicht? Wir möchten es wissen, weil wir daraus lernen.",
      ],
      seconds: [
        "Antworten Sie einfach auf diese E-Mail mit einem Satz; ein Mensch liest es.",
        "Antworten Sie gern auf diese E-Mail mit einem Satz; ein Mensch liest es.",
        "Was Ihnen gefällt und was nicht: [Wir möchten es wissen|Sagen Sie es uns].",
        "Wenn etwas nicht stimmt, sagen Sie es uns, und wir [sehen es uns an|kümmern uns darum].",
      ],
    },
    complement: {
      subjects: [
        "Etwas, das zu [Ihrer Bestellung|dem passt, was Sie haben]",
        "{{cart.firstItem}}: [vielleicht etwas für Sie|ein Gedanke für Sie]?",
        "Ein Gedanke zu [Ihrer Bestellung|dem, was Sie bestellt haben]",
      ],
      preheaders: [
        "Sehen Sie, [ob es Ihnen zusagt|ob Sie es mögen].",
        "Ausgesucht zu dem, was Sie [haben|bestellt haben].",
      ],
      headings: ["Das passt dazu", "[Vielleicht mögen Sie das auch|Vielleicht ist das etwas für Sie]"],
      openings: [
        "Hier ist [etwas|ein Gedanke], das zu dem passt, was Sie bei {{brand.name}} [bestellt|ausgesucht] haben.",
        "Manches [gehört zusammen|passt zusammen]. Zu Ihrer Bestellung [würden wir das legen|ist uns das eingefallen].",
      ],
      seconds: [
        "Wenn es [nichts für Sie ist|Ihnen nicht zusagt], [ist das in Ordnung|macht das nichts].",
        "[Ein Klick|Der Knopf unten] zeigt Ihnen mehr.",
        "Sehen Sie es sich [in Ruhe|bei Gelegenheit] an.",
      ],
    },
    loyalty: {
      subjects: [
        "Danke, dass Sie [wiedergekommen sind|wieder bestellt haben]",
        "Von {{brand.name}}, [mit Dank|um danke zu sagen]",
        "Schön, dass Sie [wieder da sind|wiedergekommen sind]",
      ],
      preheaders: [
        "Ein Wort des Dankes, [sonst nichts|und nichts weiter].",
        "Wir haben es bemerkt und [freuen uns|sind froh darüber].",
      ],
      headings: ["Sie sind wiedergekommen", "Wie schön, Sie sind wieder da"],
      openings: [
        "Sie haben wieder [bei uns|bei {{brand.name}}] bestellt. Das [nehmen wir nicht als selbstverständlich|ist nicht selbstverständlich].",
        "Dass Sie wiedergekommen sind, freut uns sehr. Danke.",
        "Dass Sie wieder bestellt haben, freut uns sehr. Danke.",
      ],
      seconds: [
        "Wenn Sie etwas von uns [brauchen|möchten], [antworten Sie auf diese E-Mail|schreiben Sie uns]; wir sind gern da.",
        "Was könnten wir für Sie anders machen? Antworten Sie einfach.",
        "Was könnten wir für Sie anders machen? Antworten Sie gern.",
        "Wir [freuen uns|freuen uns schon] auf das nächste Mal.",
      ],
    },
    win_back: {
      subjects: [
        "Es ist eine Weile her",
        "[Wie geht es Ihnen|Wie ist es Ihnen ergangen]?",
        "Ein Gruß von {{brand.name}}",
      ],
      preheaders: [
        "Wir wollten [uns melden|Hallo sagen].",
        "Vielleicht ist [etwas für Sie dabei|etwas dabei, das Sie mögen].",
      ],
      headings: ["Wir haben Sie eine Weile nicht gesehen", "[Schön, dass es Sie gibt|Schön, Sie zu kennen]"],
      openings: [
        "Es ist eine Weile her, dass Sie bei {{brand.name}} bestellt haben. [Wir hoffen, es geht Ihnen gut|Hoffentlich geht es Ihnen gut].",
        "Sie waren [eine Weile|einige Zeit] nicht bei uns, und wir [haben an Sie gedacht|wollten uns melden].",
      ],
      seconds: [
        "[Sehen Sie sich um|Schauen Sie herein], wenn Sie mögen; wenn nicht, [ist das auch gut|ist das in Ordnung].",
        "Falls beim letzten Mal etwas [schiefging|gestört hat], [sagen Sie es uns|schreiben Sie uns]; wir möchten es wissen.",
        "[Ein Klick|Der Knopf unten] bringt Sie in unseren Shop.",
      ],
    },
  },
  offers: [
    "Für Sie: {{incentive.label}}.",
    "Was wir dazugeben: {{incentive.label}}.",
    "Mit unserem Dank: {{incentive.label}}.",
  ],
  closings: [
    "[Freundliche|Herzliche] Grüße von {{brand.name}}.",
    "[Alles Gute|Beste Grüße] von {{brand.name}}.",
    "Bis bald, und danke.",
    "Danke [fürs Lesen|für Ihre Zeit].",
  ],
  toShop: ["Zum Shop", "Im Shop umsehen", "Einmal umsehen"],
  toProducts: ["Ansehen", "Jetzt ansehen", "Mehr ansehen"],
};
