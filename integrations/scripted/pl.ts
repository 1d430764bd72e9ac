import type { Phrasebook } from "./phrasebook.ts";

export const pl: Phrasebook = {
  greetings: ["Dzień dobry, {{contact.firstName}},", "Cześć, {{contact.firstName}},"],
  plainGreetings: ["Dzień dobry,"],
  notes: {
    reminder: {
      subjects: [
        "Twój koszyk jest taki, jak go zostawiono",
        "{{cart.firstItem}}: w Twoim koszyku",
        "Wróć do miejsca, w którym był koszyk",
      ],
      preheaders: ["Zachowaliśmy Twój koszyk bez zmian.", "Do koszyka można wrócić jednym kliknięciem."],
      headings: ["Twój koszyk spokojnie czeka", "Coś zostało w Twoim koszyku"],
      bodies: [
        "Twoje zakupy w {{brand.name}} nie zostały dokończone. To zdarza się każdemu, dlatego koszyk jest taki, jak go zostawiono.",
        "Pewnie coś przerwało Twoje zakupy. Możesz do nich wrócić wtedy, kiedy będzie Ci wygodnie.",
        "Oto Twój wybór, żeby nie trzeba było go szukać od nowa.",
      ],
    },
    help: {
      subjects: [
        "Czy możemy w czymś pomóc?",
        "Czy masz pytanie o swój koszyk?",
        "{{cart.firstItem}}: o co chcesz zapytać?",
      ],
      preheaders: ["Odpisz na tę wiadomość, a odpowie Ci człowiek.", "Napisz, czego chcesz się dowiedzieć."],
      headings: ["Czy możemy pomóc w wyborze?", "Masz jeszcze pytania?"],
      bodies: [
        "Być może nie było jasne, jaki rozmiar wybrać albo jak wygląda dostawa. Wystarczy odpisać na tę wiadomość, a odpowie Ci ktoś z nas.",
        "Czasem między koszykiem a zamówieniem stoi tylko pytanie. Jeśli tak jest, napisz do nas, a odpowiemy najlepiej, jak potrafimy.",
        "Jeśli coś nie zadziałało albo było niejasne, chcemy o tym wiedzieć. Wystarczy krótka odpowiedź.",
      ],
    },
    incentive: {
      subjects: [
        "Do Twojego koszyka: {{incentive.label}}",
        "{{incentive.label}} na Twój wybór",
        "Coś jeszcze do Twojego koszyka",
      ],
      preheaders: ["Szczegóły są w tej wiadomości.", "Dotyczy to produktów w Twoim koszyku."],
      headings: ["Żeby było trochę łatwiej", "Coś do Twojego koszyka"],
      bodies: [
        "Wybór zajął Ci trochę czasu, więc chcemy, żeby reszta była łatwiejsza.",
        "Twój koszyk w {{brand.name}} nie został dokończony. Może to pomoże.",
        "Twój wybór jest taki, jak był, a teraz coś do niego dokładamy.",
      ],
    },
    last_chance: {
      subjects: ["Jeszcze jedno słowo o Twoim koszyku", "Nasza ostatnia wiadomość o tym koszyku", "Zostawiamy to tak?"],
      preheaders: ["Po tej wiadomości nie będziemy już pisać.", "Nie wyślemy kolejnych przypomnień."],
      headings: ["Ostatnie słowo od nas", "Potem już nie będziemy przeszkadzać"],
      bodies: [
        "To ostatni raz, kiedy piszemy o tym koszyku. Jeśli Twój wybór nadal się podoba, tutaj jest droga powrotna.",
        "Nie chcemy zapełniać Twojej skrzynki, więc to nasza ostatnia wiadomość na ten temat. Koszyk jest poniżej, jeśli go potrzebujesz.",
        "Może to nie był dobry moment, i to jest w porządku. Jeśli zmienisz zdanie, Twój wybór jest poniżej.",
      ],
    },
  },
  offers: ["Dla Ciebie: {{incentive.label}}.", "Do Twojego koszyka: {{incentive.label}}."],
  offerEnds: ["To obowiązuje przez ograniczony czas; szczegóły są w tej wiadomości."],
  loyalty: ["Dziękujemy za Twoje wcześniejsze zakupy.", "Cieszymy się, że to nie są Twoje pierwsze zakupy u nas."],
  closings: [
    "Nie ma pośpiechu. Jeśli coś jest niejasne, odpisz na tę wiadomość.",
    "Niezależnie od decyzji dziękujemy za wizytę.",
  ],
  buttons: ["Wróć do koszyka", "Zobacz koszyk"],
};
