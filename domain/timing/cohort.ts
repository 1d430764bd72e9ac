/**
 * People who are likely to live by the same hours: those of one country, else of one language, else all. What a person's
 * acts are counted with where their own are too few (best-hour.ts).
 */
export function cohortOf({ country, language }: { country: string | null; language: string | null }): string {
  if (country) return `country:${country.trim().toUpperCase()}`;
  return language ? `language:${language.trim().toLowerCase().slice(0, 2)}` : "all";
}
