import type { Language } from "#domain/language.ts";
import type { Labels } from "./label-set.ts";
import { ar } from "./labels/ar.ts";
import { de } from "./labels/de.ts";
import { en } from "./labels/en.ts";
import { es } from "./labels/es.ts";
import { fr } from "./labels/fr.ts";
import { it } from "./labels/it.ts";
import { ja } from "./labels/ja.ts";
import { nl } from "./labels/nl.ts";
import { pl } from "./labels/pl.ts";
import { pt } from "./labels/pt.ts";

/** The fixed words of every language. */
export const labelsOf: Record<Language, Labels> = { en, de, fr, es, it, pt, nl, pl, ja, ar };
