import type { Language } from "../../language.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { IntentWords } from "./intent-words.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";

export const intentWords: Record<Language, IntentWords> = { en, de, fr, es, it, pt, nl, pl, ja, ar };
