/** Zero and two to five round steps that reach a value; an axis up to nothing goes to one. */
export function stepsUpTo(most: number): number[] {
  const reach = most > 0 ? most : 1;
  const rough = reach / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((one) => one * size >= rough) ?? 10) * size;
  return Array.from({ length: Math.ceil(reach / step - 1e-9) + 1 }, (_, index) => index * step);
}
