import type { Beyond } from "./beyond.ts";

export const pl: Beyond = {
  notes: {
    browse: {
      subjects: [
        "[Jeszcze w namyśle|Wciąż bez decyzji]?",
        "{{cart.firstItem}}: jeszcze jedno spojrzenie?",
        "Obejrzane rzeczy [w jednym miejscu|zebrane razem]",
      ],
      preheaders: [
        "Wszystko jest [w tej wiadomości|poniżej], gdyby miało się przydać.",
        "Bez pośpiechu: oto droga powrotna.",
      ],
      headings: ["Jeszcze jedno spojrzenie", "Oto obejrzane [rzeczy|produkty]"],
      openings: [
        "Za nami Państwa wizyta w {{brand.name}}. [Żeby nie trzeba było szukać od nowa|Dla wygody], oto [obejrzane rzeczy|to, co było oglądane].",
        "Wybór [chwilę trwa|wymaga czasu]. Oto obejrzane rzeczy, [wszystkie razem|obok siebie].",
      ],
      seconds: [
        "Jeśli coś [się podoba|pasuje], [jedno kliknięcie|przycisk poniżej] prowadzi prosto tam.",
        "W razie pytań [wystarczy odpowiedzieć|prosimy odpowiedzieć] na tę wiadomość.",
        "Zapraszamy do obejrzenia [w dowolnej chwili|na spokojnie].",
      ],
    },
    thanks: {
      subjects: [
        "Dziękujemy za zamówienie",
        "Zamówienie w {{brand.name}}: [dziękujemy|serdeczne dzięki]",
        "[Cieszymy się|Bardzo nas cieszy], że zamówienie do nas dotarło",
      ],
      preheaders: [
        "Oto [jeszcze raz zamówienie|raz jeszcze zamówione rzeczy], na pamiątkę.",
        "Zamówienie [dotarło do nas|jest u nas].",
      ],
      headings: ["Serdeczne dzięki", "[Dziękujemy w imieniu nas wszystkich|Wielkie dzięki]"],
      openings: [
        "Zamówienie [dotarło do nas|jest już u nas], i [cieszymy się|bardzo się cieszymy].",
        "[Serdecznie dziękujemy|Dziękujemy] za zamówienie w {{brand.name}}. [Cieszymy się|Miło nam], że coś się spodobało.",
      ],
      seconds: [
        "Poniżej jest [jeszcze raz zamówienie|lista zamówionych rzeczy], na pamiątkę.",
        "Jeśli coś nie jest [jak należy|tak, jak miało być], [wystarczy odpowiedzieć|prosimy odpowiedzieć] na tę wiadomość.",
        "Gdyby pojawiło się pytanie, [prosimy napisać|wystarczy odpowiedzieć na tę wiadomość]; odpisze człowiek.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: [pytania|jakieś pytania]?",
        "Słowo o [zamówieniu|zamówionych rzeczach]",
        "Żeby zamówienie [dobrze służyło|cieszyło]",
      ],
      preheaders: ["Prosimy pytać [o wszystko|bez wahania].", "Chętnie [odpowiemy|pomożemy]."],
      headings: ["Żeby dobrze służyło", "Czy wszystko [jasne|w porządku]?"],
      openings: [
        "Zamówione rzeczy są już pewnie [wypróbowane|w użyciu]. Jeśli coś jest niejasne, prosimy pytać [od razu|śmiało].",
        "Jak używać, jak [dbać|pielęgnować], co zrobić, [gdy coś dziwi|gdy coś nie pasuje]: lubimy takie pytania.",
      ],
      seconds: [
        "[Wystarczy odpowiedzieć|Prosimy odpowiedzieć] na tę wiadomość, a [człowiek|ktoś z nas] odpisze.",
        "Prosimy o [krótką|małą] odpowiedź, a [ktoś z nas|człowiek] się odezwie.",
        "Znamy to, co sprzedajemy, i [chętnie|z przyjemnością] o tym opowiadamy.",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: jak wrażenia?",
        "Jakie są wrażenia [z zamówienia|po zamówieniu]?",
        "Czy możemy o coś zapytać?",
      ],
      preheaders: ["To [nam pomaga|nas uczy].", "Wystarczy jedno zdanie."],
      headings: ["Prosimy o kilka słów", "[To zdanie się dla nas liczy|Chcemy poznać wrażenia]"],
      openings: [
        "Zamówienie jest już w użyciu od [jakiegoś czasu|pewnego czasu]. Chcielibyśmy wiedzieć, [jakie są wrażenia|czy się podoba].",
        "Co jest dobre, [a co nie|a co można zmienić]? [Pytamy|Chcemy wiedzieć], bo z tego się uczymy.",
      ],
      seconds: [
        "[Wystarczy odpowiedzieć|Prosimy odpowiedzieć] na tę wiadomość [kilkoma słowami|jednym zdaniem]; czyta ją człowiek.",
        "Co się podoba, a co nie: [chcemy wiedzieć|prosimy powiedzieć].",
        "Jeśli coś jest nie tak, prosimy powiedzieć, a [sprawdzimy to|zobaczymy, co da się zrobić].",
      ],
    },
    complement: {
      subjects: [
        "Coś, co pasuje do [zamówienia|zamówionych rzeczy]",
        "{{cart.firstItem}}: [może to|może pomysł]?",
        "Pomysł do [zamówienia|zamówionych rzeczy]",
      ],
      preheaders: [
        "Prosimy zobaczyć, [czy pasuje|czy się podoba].",
        "Wybrane do tego, co [już jest|jest w zamówieniu].",
      ],
      headings: ["To do tego pasuje", "[Może i to się spodoba|Może właśnie to]"],
      openings: [
        "Oto [coś|pomysł], co pasuje do [zamówienia|zamówionych rzeczy] z {{brand.name}}.",
        "Niektóre rzeczy [idą w parze|pasują do siebie]. Do tego zamówienia [dodalibyśmy to|przyszło nam na myśl to].",
      ],
      seconds: [
        "Jeśli to [nie to|nie pasuje], [nic nie szkodzi|w porządku].",
        "[Jedno kliknięcie|Przycisk poniżej] pokaże więcej.",
        "Zapraszamy do obejrzenia [w dowolnej chwili|na spokojnie].",
      ],
    },
    loyalty: {
      subjects: [
        "Dziękujemy za [powrót|kolejne zamówienie]",
        "Od {{brand.name}}, [z podziękowaniem|z wdzięcznością]",
        "Miło [znów się widzieć|powitać znowu]",
      ],
      preheaders: ["Słowo podziękowania, [nic więcej|i tyle].", "Zauważyliśmy to i [cieszymy się|bardzo nam miło]."],
      headings: ["Znów razem", "[Miło znów się widzieć|Dobrze, że znów razem]"],
      openings: [
        "Mamy kolejne zamówienie [u nas|w {{brand.name}}]. [Nie uważamy tego za oczywiste|Wiemy, że to nic oczywistego].",
        "Ten powrót bardzo nas cieszy. Dziękujemy.",
        "To kolejne zamówienie bardzo nas cieszy. Dziękujemy.",
      ],
      seconds: [
        "Jeśli czegoś od nas [trzeba|potrzeba], [prosimy odpowiedzieć na tę wiadomość|prosimy napisać]; jesteśmy.",
        "Co możemy zrobić inaczej? Wystarczy odpowiedzieć.",
        "Co możemy zrobić inaczej? Prosimy odpowiedzieć.",
        "[Cieszymy się|Bardzo się cieszymy] na kolejne spotkanie.",
      ],
    },
    win_back: {
      subjects: ["Minęło trochę czasu", "[Co słychać|Jak się Państwo mają]?", "Pozdrowienia od {{brand.name}}"],
      preheaders: ["Chcieliśmy [się odezwać|pozdrowić].", "Może znajdzie się [coś ciekawego|coś, co się spodoba]."],
      headings: ["Dawno się nie widzieliśmy", "[Miło się znać|Dobrze się znać]"],
      openings: [
        "Minęło trochę czasu, odkąd było zamówienie w {{brand.name}}. [Mamy nadzieję, że wszystko dobrze|Oby wszystko było dobrze].",
        "Od [jakiegoś czasu|pewnego czasu] się nie widzieliśmy, więc [pomyśleliśmy o Państwu|chcieliśmy się odezwać].",
      ],
      seconds: [
        "[Zapraszamy do rozejrzenia się|Zapraszamy w odwiedziny]; jeśli nie, [też dobrze|w porządku].",
        "Jeśli coś [poszło nie tak|przeszkadzało], [prosimy powiedzieć|prosimy napisać]; chcemy to wiedzieć.",
        "[Jedno kliknięcie|Przycisk poniżej] prowadzi do sklepu.",
      ],
    },
  },
  offers: [
    "Dla Państwa: {{incentive.label}}.",
    "Co możemy dodać: {{incentive.label}}.",
    "Z podziękowaniem: {{incentive.label}}.",
  ],
  closings: [
    "[Pozdrowienia|Serdeczne pozdrowienia] od {{brand.name}}.",
    "[Wszystkiego dobrego|Z podziękowaniem] od {{brand.name}}.",
    "[Do następnego razu|Do zobaczenia], i dziękujemy.",
    "Dziękujemy za [przeczytanie|poświęcony czas].",
  ],
  toShop: ["Do sklepu", "Zobacz sklep", "Rozejrzyj się"],
  toProducts: ["Zobacz", "Obejrzyj", "Zobacz więcej"],
};
