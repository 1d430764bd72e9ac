import type { Language } from "#domain/language.ts";
import type { StepPurpose } from "#domain/sequence.ts";
import { occasionOfPurpose } from "#domain/trigger.ts";
import { ar } from "./ar.ts";
import type { Beyond, BeyondPurpose } from "./beyond.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";

export const beyondBooks: Record<Language, Beyond> = { en, de, fr, es, it, pt, nl, pl, ja, ar };

/** Whether a purpose speaks of something else than a cart that was left. */
export function beyondACart(purpose: StepPurpose): purpose is BeyondPurpose {
  return occasionOfPurpose(purpose) !== "cart";
}
