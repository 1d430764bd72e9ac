const active: [RegExp, string][] = [
  [/<\s*(script|iframe|frame|frameset|object|embed|applet|form|base)\b/i, "element"],
  [/<\s*meta\b[^>]*http-equiv/i, "meta http-equiv"],
  [/<[^>]*[\s/"']on[a-z]+\s*=/i, "event handler"],
  [
    /\b(?:href|src|action|formaction|background)\s*=\s*["']?[\s\p{Cc}]*(?:javascript|vbscript|data\s*:\s*text\/html)/iu,
    "script address",
  ],
];

/**
 * What a letter's HTML holds that no mail program runs and that only an attack needs, or null. It is refused rather than
 * taken out, so that what a person approved is what is sent.
 */
export function activeMarkup(html: string): string | null {
  for (const [form, name] of active) {
    const found = form.exec(html);
    if (found) return name === "element" ? `<${found[1]?.toLowerCase()}>` : name;
  }
  return null;
}
