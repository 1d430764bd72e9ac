import { z } from "zod";

/** Text that people write for people: no NUL, which Postgres cannot keep, and no more than `most` characters. */
export const plainText = (most: number) =>
  z
    .string()
    .max(most, `At most ${most} characters`)
    .transform((text) => text.replaceAll("\u0000", "").trim());
