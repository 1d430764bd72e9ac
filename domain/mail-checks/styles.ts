import type { MailElement } from "./page.ts";

export type Declaration = { property: string; value: string; important: boolean };
/** `media` holds the conditions around a rule, lower case, outermost first. */
export type StyleRule = { selectors: string[]; declarations: Declaration[]; media: string[] };

/** The declarations of a style attribute or of a rule's body. */
export function readDeclarations(text: string): Declaration[] {
  return text
    .split(/;(?![^(]*\))/)
    .map((part) => {
      const colon = part.indexOf(":");
      const value = colon === -1 ? "" : part.slice(colon + 1).trim();
      return {
        property: part.slice(0, Math.max(0, colon)).trim().toLowerCase(),
        value: value.replace(/\s*!\s*important\s*$/i, ""),
        important: /!\s*important\s*$/i.test(value),
      };
    })
    .filter(({ property, value }) => /^-{0,2}[a-z][a-z0-9-]*$/.test(property) && value !== "");
}

/** The rules of a style sheet, those inside conditions too; what cannot be read is passed over. */
export function readRules(sheet: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const media: string[] = [];
  const text = sheet.replace(/\/\*[\s\S]*?(\*\/|$)|<!--|-->/g, " ");
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === ";" && text.slice(from, at).trim().startsWith("@")) from = at + 1;
    if (letter === "}") {
      media.pop();
      from = at + 1;
    }
    if (letter !== "{") continue;
    const head = text.slice(from, at).trim();
    from = at + 1;
    if (/^@(media|supports|layer|container)/i.test(head)) {
      media.push(head.toLowerCase());
      continue;
    }
    const end = text.indexOf("}", at);
    const to = end === -1 ? text.length : end;
    rules.push({
      selectors: head.split(",").map((one) => one.trim()),
      declarations: readDeclarations(text.slice(from, to)),
      media: [...media],
    });
    at = to;
    from = to + 1;
  }
  return rules;
}

const compound = /^(\*|[a-z][a-z0-9-]*)?((?:[.#][\w-]+)*)$/i;

/** Whether a selector of names, classes and ids, one within another, means an element; other kinds mean none. */
export function selects(selector: string, element: MailElement): boolean {
  const parts = selector.split(/\s+/).filter(Boolean);
  let part = parts.pop();
  if (part === undefined || !fits(part, element)) return false;
  part = parts.pop();
  for (let one = element.parent; one && part !== undefined; one = one.parent) if (fits(part, one)) part = parts.pop();
  return part === undefined;
}

function fits(part: string, element: MailElement): boolean {
  const read = compound.exec(part);
  if (!read) return false;
  const [, tag, names = ""] = read;
  if (tag && tag !== "*" && tag.toLowerCase() !== element.tag) return false;
  const classes = (element.attributes.get("class") ?? "").split(/\s+/);
  return (names.match(/[.#][\w-]+/g) ?? []).every((name) =>
    name.startsWith(".") ? classes.includes(name.slice(1)) : element.attributes.get("id") === name.slice(1),
  );
}
