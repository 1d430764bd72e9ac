export type Tags = ReadonlyMap<string, string>;

/** The tags of a record as DKIM and DMARC write them, `name=value; …`; null where it is none. */
export function tagsIn(text: string): Tags | null {
  const tags = new Map<string, string>();
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const [, name, value = ""] = /^\s*([a-z][a-z0-9_]*)\s*=\s*([\s\S]*?)\s*$/i.exec(part) ?? [];
    if (name === undefined || tags.has(name.toLowerCase())) return null;
    tags.set(name.toLowerCase(), value);
  }
  return tags.size > 0 ? tags : null;
}
