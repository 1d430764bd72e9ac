import { headers } from "next/headers";
import { preferenceLabels } from "#components/preferences/labels.ts";
import { ShopperPage } from "#components/preferences/shopper-page.tsx";
import { directionOf, languageOf } from "#domain/language.ts";

/** A link that was cut off says nothing of its reader, so that their browser's language has to do. */
export async function GoneLink() {
  const language = languageOf((await headers()).get("accept-language")?.split(/[,;]/)[0] ?? null);
  const { gone, goneHow } = preferenceLabels[language];
  return <ShopperPage language={language} direction={directionOf(language)} title={gone} text={goneHow} />;
}
