import type { Language } from "../../language.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import type { PlainSpeech } from "./plain-speech.ts";
import { pt } from "./pt.ts";

export const plainSpeeches: Record<Language, PlainSpeech> = { en, de, fr, es, it, pt, nl, pl, ja, ar };
