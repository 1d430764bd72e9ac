export const socialNetworks = [
  "instagram",
  "facebook",
  "tiktok",
  "youtube",
  "pinterest",
  "x",
  "threads",
  "linkedin",
  "bluesky",
  "whatsapp",
] as const;
export type SocialNetwork = (typeof socialNetworks)[number];
export type SocialLink = { network: SocialNetwork; url: string };
export const mostSocialLinks = 6;

export const networkNames: Record<SocialNetwork, string> = {
  instagram: "Instagram",
  facebook: "Facebook",
  tiktok: "TikTok",
  youtube: "YouTube",
  pinterest: "Pinterest",
  x: "X",
  threads: "Threads",
  linkedin: "LinkedIn",
  bluesky: "Bluesky",
  whatsapp: "WhatsApp",
};

const hosts: Record<SocialNetwork, RegExp> = {
  instagram: /(^|\.)instagram\.com$/,
  facebook: /(^|\.)(facebook|fb)\.com$/,
  tiktok: /(^|\.)tiktok\.com$/,
  youtube: /(^|\.)(youtube\.com|youtu\.be)$/,
  // Pinterest has a domain for each country.
  pinterest: /(^|\.)(pinterest\.(com|co\.uk|[a-z]{2}|com\.[a-z]{2})|pin\.it)$/,
  x: /(^|\.)(x|twitter)\.com$/,
  threads: /(^|\.)threads\.(net|com)$/,
  linkedin: /(^|\.)linkedin\.com$/,
  bluesky: /(^|\.)bsky\.app$/,
  whatsapp: /(^|\.)(wa\.me|whatsapp\.com)$/,
};

/** The network that an address belongs to, by its host; null for others, for http, and for a network's bare front page. */
export function networkOf(address: string): SocialNetwork | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" || url.username || url.password || url.port) return null;
  if (url.pathname === "/" && url.search === "") return null;
  return socialNetworks.find((network) => hosts[network].test(url.hostname.toLowerCase())) ?? null;
}
