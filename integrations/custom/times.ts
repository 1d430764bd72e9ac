import { instant } from "../shapes.ts";

/** A source time, or the one to take instead when it is absent. */
export function timeOr(text: string | null | undefined, fallback: Date): Date {
  return instant.safeParse(text).data ?? fallback;
}
