import { z } from "zod";

const line = (most: number) => z.string().trim().max(most);

/** Words as a person writes them; what they may claim is for `inspect` to say. */
export const wordsSchema = z.object({
  subject: line(200),
  preheader: line(300),
  heading: line(200),
  paragraphs: z.array(line(2000)).min(1).max(10),
  button: line(80),
  postscript: line(600)
    .transform((text) => text || null)
    .nullish(),
});
