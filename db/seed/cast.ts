/** The demo tenant: a small shop for long evenings. Everything in the demo, the tests and the pictures plays here. */
export const shop = {
  name: "Nordlicht",
  tagline: "Good things for long evenings",
  currency: "EUR",
  language: "en",
  timeZone: "Europe/Berlin",
  shipping: 490,
  accent: "#2f5d50",
  senderAddress: "hello@nordlicht.example",
  replyTo: "help@nordlicht.example",
  postalAddress: "Nordlicht, Hafenstraße 12, 24103 Kiel, Germany",
  tone: "Warm, brief and a little dry. Like a note from the shopkeeper.",
  avoidWords: ["hurry", "Eile", "last chance", "exclusive"],
  useWords: ["basket", "by hand", "harbour"],
  examples: ["The kettle boiled, the phone rang, it happens.", "A parcel to you leaves our harbour either way."],
  returnsPolicy: "unused things come back within 30 days of arrival",
  shippingPolicy: "parcels leave Kiel each working day",
};

export const staff = {
  owner: { name: "Solveig Brandt", email: "owner@nordlicht.example" },
  marketer: { name: "Tomasz Wilk", email: "tomasz@nordlicht.example" },
};

export type Shopper = { firstName: string; lastName: string; language: "en" | "de"; country: string; timeZone: string };

/** Shoppers who appear by name: the storefront fills its checkout with one of them. */
export const shoppers: Shopper[] = [
  { firstName: "Mia", lastName: "Lindqvist", language: "en", country: "SE", timeZone: "Europe/Stockholm" },
  { firstName: "Aoife", lastName: "Byrne", language: "en", country: "IE", timeZone: "Europe/Dublin" },
  { firstName: "Jonas", lastName: "Petersen", language: "de", country: "DE", timeZone: "Europe/Berlin" },
  { firstName: "Luca", lastName: "Moretti", language: "en", country: "IT", timeZone: "Europe/Rome" },
  { firstName: "Zofia", lastName: "Nowak", language: "en", country: "PL", timeZone: "Europe/Warsaw" },
  { firstName: "Hanna", lastName: "Virtanen", language: "en", country: "FI", timeZone: "Europe/Helsinki" },
  { firstName: "Pieter", lastName: "de Vries", language: "en", country: "NL", timeZone: "Europe/Amsterdam" },
  { firstName: "Greta", lastName: "Hoffmann", language: "de", country: "DE", timeZone: "Europe/Berlin" },
];

const firstNames =
  "Anna Ben Clara David Elin Felix Freya Gustav Helene Ida Jakob Julia Karl Lena Linus Marta Nils Nora Oskar Paula Rasmus Rosa Simon Sofia Theo Tilda Ulla Vera Wiebke Yara Emil Frida Hugo Ingrid Johan Kaja Leon Maren Niamh Otto Petra Runa Stellan Thea Viggo Alva Birk Cato Dagny Eskil".split(
    " ",
  );
const lastNames =
  "Ahlberg Andersen Bakker Becker Berg Carlsen Christiansen Claasen Dahl Eriksen Falk Fischer Gallagher Hagen Hansen Holm Ibsen Jansen Jessen Kelly Koch Krog Larsen Lehmann Lund Madsen Meyer Moen Murphy Nyberg Olsen Ostermann Paulsen Quist Rasmussen Richter Rossi Sandberg Schulz Skov Sørensen Strand Thomsen Uhl Vang Vogel Wagner Winkler Ziegler Zeller".split(
    " ",
  );

/** The shopper with a number; the first few are the named ones. */
export function shopperAt(index: number): Shopper {
  const named = shoppers[index];
  if (named) return named;
  const place = Math.floor(index / 2);
  const german = place % 4 === 0;
  const [country, timeZone] = homes[german ? 0 : 1 + (place % (homes.length - 1))] ?? ["DE", "Europe/Berlin"];
  return {
    firstName: firstNames[(place * 7 + Math.floor(place / firstNames.length)) % firstNames.length] ?? "Anna",
    lastName: lastNames[(place * 3 + Math.floor(place / 7)) % lastNames.length] ?? "Berg",
    language: german ? "de" : "en",
    country,
    timeZone,
  };
}

const homes: [string, string][] = [
  ["DE", "Europe/Berlin"],
  ["SE", "Europe/Stockholm"],
  ["DK", "Europe/Copenhagen"],
  ["IE", "Europe/Dublin"],
  ["NL", "Europe/Amsterdam"],
];

/** An address under a name reserved for examples; the number keeps two people of one name apart. */
export function addressOf(shopper: Shopper, index: number): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/ø/g, "o")
      .normalize("NFD")
      .replace(/[^a-z]/g, "");
  const suffix = index < shoppers.length ? "" : String(index);
  return `${plain(shopper.firstName)}.${plain(shopper.lastName)}${suffix}@post.example`;
}
