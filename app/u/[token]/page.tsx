import type { Metadata } from "next";
import { cache } from "react";
import { preferenceLabels } from "#components/preferences/labels.ts";
import { Preferences } from "#components/preferences/preferences.tsx";
import { languageOf } from "#domain/language.ts";
import { GoneLink } from "../gone-link.tsx";
import { readPreferences } from "../unsubscribe.ts";

type Props = { params: Promise<{ token: string }> };

const preferencesOf = cache(readPreferences);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await preferencesOf((await params).token);
  // The address of this page is a key to one person's mail, so it is told to nobody.
  return found
    ? { title: { absolute: found.brand }, description: null, referrer: "no-referrer" }
    : { title: { absolute: preferenceLabels.en.gone }, description: null };
}

/** Where a mail's unsubscribe link leads. Opening it changes nothing: its form does. */
export default async function PreferencesPage({ params }: Props) {
  const { token } = await params;
  const found = await preferencesOf(token);
  // Not `notFound()`: its document needs JavaScript, and this page must be read without.
  if (!found) return <GoneLink />;
  return (
    <Preferences
      brand={found.brand}
      address={masked(found.address)}
      language={languageOf(found.language)}
      state={found.state}
      action={`/u/${token}/one-click`}
    />
  );
}

function masked(address: string): string {
  const [first = ""] = address;
  return `${first}•••${address.slice(address.lastIndexOf("@"))}`;
}
