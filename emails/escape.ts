const special = /["&'<>]/;

/** Escapes a text for HTML exactly as React does, in text and in attributes alike. */
export function escapeHtml(value: string): string {
  const text = value.toWellFormed();
  if (!special.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
