import { z } from "zod";

/** Length is what counts: NIST SP 800-63B asks for no classes of characters. */
export const passwordShape = z.string().min(10, "Use at least 10 characters").max(200, "Use at most 200 characters");
