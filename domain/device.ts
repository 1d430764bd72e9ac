export const devices = ["phone", "tablet", "desktop"] as const;
/** What the shopper held, as its program named itself; never more than the class. */
export type Device = (typeof devices)[number];

const machines = /bot|crawl|spider|headless|lighthouse|preview|curl|wget|python|http-?client|okhttp|axios|node-fetch/i;

/**
 * The class that a user agent names, or null where it names none: programs that are no browser, and what is not known. An
 * iPad that asks for the desktop site calls itself a Mac, and counts as one.
 */
export function deviceOf(userAgent: string | null | undefined): Device | null {
  const said = (userAgent ?? "").slice(0, 1_000);
  if (said === "" || machines.test(said)) return null;
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Kindle/i.test(said)) return "tablet";
  if (/Android/i.test(said)) return /Mobile/i.test(said) ? "phone" : "tablet";
  if (/iPhone|iPod|Windows Phone|Mobile/i.test(said)) return "phone";
  return /Windows NT|Macintosh|X11|CrOS|Linux x86_64/i.test(said) ? "desktop" : null;
}
