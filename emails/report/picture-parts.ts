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

export const shortCount = (count: number): string =>
  new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(count);

/** Zero and two to five round steps that reach a value. */
export function stepsUpTo(most: number): number[] {
  const reach = most > 0 ? most : 1;
  const rough = reach / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((one) => one * size >= rough) ?? 10) * size;
  return Array.from({ length: Math.ceil(reach / step - 1e-9) + 1 }, (_, index) => index * step);
}
