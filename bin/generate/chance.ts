/** SQL of a chance in [0, 1) that follows from a number and a salt: the same seed makes the same tenant again. */
export const chance = (of: string, salt: number) =>
  `((hashint8extended(${of}, ${salt}) & 2147483647) / 2147483648.0::float8)`;

/** SQL that draws one of so many, from 0 on. */
export const draw = (of: string, salt: number, count: number) => `floor(${chance(of, salt)} * ${count})::int`;

export const textArray = (texts: readonly string[]) => `array[${texts.map(quoted).join(",")}]::text[]`;
export const intArray = (numbers: readonly number[]) => `'{${numbers.join(",")}}'::int[]`;
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
