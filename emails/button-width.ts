const narrow = /[\p{Script=Latin}\p{Script=Arabic}\p{N}\p{P}\p{Z}]/u;

/** Wide enough for the label at 16 pixels with its padding: Word lays text out and never asks how much room it takes. */
export function buttonWidth(label: string): string {
  const text = [...label].reduce((width, letter) => width + (narrow.test(letter) ? 9 : 17), 0);
  return String(Math.min(504, Math.max(180, text + 64)));
}
