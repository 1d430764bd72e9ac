import type { Phrasebook } from "./phrasebook.ts";

export const pl: Phrasebook = {
  greetings: ["Dzień dobry, {{contact.firstName}},", "Cześć, {{contact.firstName}},"],
  plainGreetings: ["Dzień dobry,"],
  notes: {
    reminder: {
      subjects: [
        "Twój koszyk jest taki, jak był",
        "{{cart.firstItem}}: w Twoim koszyku",
        "Wróć do swojego koszyka",
        "[Twój koszyk czeka na Ciebie|Twój wybór czeka na Ciebie]",
        "W Twoim koszyku: {{cart.count}}",
      ],
      preheaders: [
        "Zachowaliśmy Twój koszyk bez zmian.",
        "Do koszyka można wrócić jednym kliknięciem.",
        "Cały Twój wybór w jednym miejscu.",
      ],
      headings: ["Twój koszyk spokojnie czeka", "Coś zostało w Twoim koszyku", "Oto Twój wybór"],
      openings: [
        "Twoje zakupy w {{brand.name}} nie zostały dokończone. [To zdarza się każdemu|Tak bywa], dlatego koszyk jest taki, jak był.",
        "Pewnie coś przerwało [Twoje zakupy|Twoją wizytę]. Koszyk jest taki, jak był.",
        "Oto Twój wybór, żeby nie trzeba było [szukać go od nowa|szukać go jeszcze raz].",
        "[Krótka|Mała] wiadomość od {{brand.name}}: Twój koszyk jest taki, jak był.",
      ],
      seconds: [
        "Możesz do niego wrócić [wtedy, kiedy będzie Ci wygodnie|w swoim tempie].",
        "[Jedno kliknięcie|Przycisk poniżej] prowadzi z powrotem do koszyka.",
        "Jeśli chcesz dokończyć zakupy, wszystko jest [na swoim miejscu|gotowe].",
        "Zajrzyj do niego jeszcze raz, [kiedy zechcesz|w spokojnej chwili].",
      ],
    },
    help: {
      subjects: [
        "Czy możemy w czymś pomóc?",
        "Czy masz pytanie o swój koszyk?",
        "{{cart.firstItem}}: o co chcesz zapytać?",
        "Masz jeszcze wątpliwości? [Zapytaj nas|Napisz do nas]",
      ],
      preheaders: [
        "Odpisz na tę wiadomość, a odpowie Ci człowiek.",
        "Napisz, czego chcesz się dowiedzieć.",
        "Każdą odpowiedź czyta ktoś z naszego zespołu.",
      ],
      headings: ["Czy możemy pomóc w wyborze?", "Masz jeszcze pytania?", "O co chcesz zapytać?"],
      openings: [
        "Być może nie było jasne, jaki rozmiar albo [kolor|materiał] wybrać.",
        "Czasem między koszykiem a zamówieniem stoi tylko [jedno pytanie|drobna wątpliwość].",
        "Jeśli coś nie zadziałało albo było niejasne, chcemy o tym wiedzieć.",
        "Wybór na ekranie nie zawsze jest łatwy, bo niczego nie można [dotknąć|przymierzyć].",
      ],
      seconds: [
        "Wystarczy [odpisać|odpowiedzieć] na tę wiadomość, a odpowie Ci ktoś z nas.",
        "Napisz do nas, a odpowiemy najlepiej, jak potrafimy.",
        "Wystarczy krótka odpowiedź, a [ktoś z naszego zespołu|ktoś z nas] się odezwie.",
        "Napisz, [co chcesz wiedzieć|nad czym się zastanawiasz], a postaramy się pomóc.",
      ],
    },
    incentive: {
      subjects: [
        "Do Twojego koszyka: {{incentive.label}}",
        "{{incentive.label}} na Twój wybór",
        "Coś jeszcze do Twojego koszyka",
        "Twój koszyk w {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "Szczegóły są w tej wiadomości.",
        "Dotyczy to produktów w Twoim koszyku.",
        "Coś, co pasuje do Twojego wyboru.",
      ],
      headings: ["Żeby było trochę łatwiej", "Coś do Twojego koszyka", "Coś do Twojego wyboru"],
      openings: [
        "Wybór zajął Ci [trochę czasu|chwilę], więc chcemy, żeby reszta była łatwiejsza.",
        "Twój koszyk w {{brand.name}} nie został dokończony. Może [to|ta wiadomość] pomoże.",
        "Twój wybór jest taki, jak był, a teraz coś do niego dokładamy.",
        "Będzie nam miło, jeśli Twój wybór [trafi do Ciebie|znajdzie drogę do Ciebie].",
      ],
      seconds: [
        "Dotyczy to [produktów w Twoim koszyku|wszystkiego, co widać poniżej].",
        "Cała reszta pozostaje [bez zmian|taka, jak była].",
        "Zajrzyj i zdecyduj [w swoim tempie|na spokojnie].",
        "Szczegóły są [w tej wiadomości|poniżej].",
      ],
    },
    last_chance: {
      subjects: [
        "Jeszcze jedno słowo o Twoim koszyku",
        "Nasza ostatnia wiadomość o tym koszyku",
        "Zostawiamy to tak?",
        "Jeszcze jedno spojrzenie na Twój koszyk",
      ],
      preheaders: [
        "Po tej wiadomości nie będziemy już pisać.",
        "Nie wyślemy kolejnych przypomnień.",
        "Ostatnie spojrzenie, jeśli masz ochotę.",
      ],
      headings: [
        "Ostatnie słowo od nas",
        "Potem już nie będziemy przeszkadzać",
        "Jeszcze jedno spojrzenie na Twój koszyk",
      ],
      openings: [
        "To ostatni raz, kiedy piszemy [o tym koszyku|w tej sprawie].",
        "Nie chcemy zapełniać Twojej skrzynki, więc to nasza ostatnia wiadomość [na ten temat|o tym koszyku].",
        "Może to nie był dobry moment, i [to jest w porządku|nic nie szkodzi].",
        "Po tej wiadomości nie będzie już następnych [o tym koszyku|na ten temat].",
      ],
      seconds: [
        "Jeśli Twój wybór nadal Ci się podoba, tutaj jest droga powrotna.",
        "Koszyk jest poniżej, jeśli go potrzebujesz.",
        "Jeśli zmienisz zdanie, Twój wybór jest [poniżej|w koszyku].",
        "Zajrzyj do niego [jeszcze raz|ostatni raz], jeśli masz ochotę; jeśli nie, też dobrze.",
      ],
    },
  },
  several: ["W Twoim koszyku: {{cart.count}}.", "Zawartość koszyka: {{cart.count}}."],
  stockOne: [
    "Obecnie mamy tyle: {{stock.left}}, jeśli to dla Ciebie ważne.",
    "Dla Twojej informacji, tyle mamy w tej chwili: {{stock.left}}.",
  ],
  stockSeveral: [
    "Jednego z produktów w Twoim koszyku mamy obecnie tyle: {{stock.left}}, jeśli to dla Ciebie ważne.",
    "Dla Twojej informacji, tyle mamy w tej chwili jednego z wybranych produktów: {{stock.left}}.",
  ],
  aboutDelivery: [
    "Jeśli chodziło o dostawę, napisz, a wyjaśnimy, jak przebiega.",
    "Pytania o dostawę też są mile widziane.",
  ],
  returns: ["O zwrotach: {{store.returns}}.", "Gdyby coś nie pasowało: {{store.returns}}."],
  shipping: ["O dostawie: {{store.shipping}}.", "Jak to do Ciebie dotrze: {{store.shipping}}."],
  offers: [
    "Dla Ciebie: {{incentive.label}}.",
    "Do Twojego koszyka: {{incentive.label}}.",
    "Co dokładamy: {{incentive.label}}.",
  ],
  offerCodes: ["Kod: {{incentive.code}}.", "Przy zamówieniu wpisz ten kod: {{incentive.code}}."],
  offerEnds: ["To obowiązuje do {{incentive.deadline}}.", "Można z tego skorzystać do {{incentive.deadline}}."],
  loyalty: [
    "Dziękujemy za Twoje wcześniejsze zakupy.",
    "Cieszymy się, że to nie są Twoje pierwsze zakupy u nas.",
    "Znamy się już z Twoich wcześniejszych zakupów; [dziękujemy za nie|doceniamy to].",
  ],
  replies: [
    "Spokojnie się zastanów. Jeśli coś jest niejasne, odpisz na tę wiadomość.",
    "Jeśli masz pytanie, [po prostu odpisz|śmiało odpisz]; odpowie Ci człowiek.",
    "Coś jest niejasne? [Odpisz na tę wiadomość|Napisz do nas], a pomożemy.",
  ],
  thanks: [
    "Niezależnie od decyzji dziękujemy za wizytę.",
    "Dziękujemy [za wizytę|za zainteresowanie].",
    "Zastanów się [spokojnie|w swoim tempie]; dziękujemy za zainteresowanie.",
    "[Pozdrawiamy|Serdecznie pozdrawiamy], {{brand.name}}.",
  ],
  postscripts: [
    "PS: Każdą odpowiedź na tę wiadomość czyta człowiek.",
    "PS: Pytania są mile widziane, wystarczy odpisać na tę wiadomość.",
  ],
  buttons: ["Wróć do koszyka", "Zobacz koszyk", "Otwórz koszyk"],
};
