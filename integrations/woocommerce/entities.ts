const characters: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"' },
  ...{ "#38": "&", "#60": "<", "#62": ">", "#34": '"', "#39": "'" },
  ...{ "#x26": "&", "#x22": '"', "#x27": "'" },
};

/**
 * WordPress's `wp_specialchars_decode` with `ENT_QUOTES`, in one pass: what WooCommerce does to a webhook's secret before
 * it signs with it. Of hexadecimal forms WordPress knows these three only.
 */
export function decodeEntities(text: string): string {
  const known = /&(amp|lt|gt|quot|#0*(?:38|60|62|34|39)|#[xX]0*(?:26|22|27));/g;
  return text.replace(known, (whole, name: string) => {
    const plain = name.replace(/^#([xX]?)0*/, (_, x: string) => `#${x.toLowerCase()}`);
    return characters[plain] ?? whole;
  });
}
