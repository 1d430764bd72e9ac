/** The colours of the card that a picture stands on; mail cannot ask a picture to be dark. */
export type Ink = {
  card: string;
  ink: string;
  soft: string;
  faint: string;
  rule: string;
  accent: string;
  tint: string;
};

/** As wide as the card's own text. */
export const pictureWidth = 504;

/** Phones show the picture at two thirds of its size: what is written on it must still be read. */
export const letters = 14;

export const shortCount = (count: number): string =>
  new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(count);
