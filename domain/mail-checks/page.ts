import { decodeText } from "./decode-text.ts";
import type { Span } from "./finding.ts";

/** An element with the place of its opening tag in the source. */
export type MailElement = {
  tag: string;
  attributes: Map<string, string>;
  parent: MailElement | null;
  at: Span;
};
export type MailText = { text: string; parent: MailElement | null; at: Span };
/** A message's HTML read as mail programs read it: whatever it is, it becomes a page. In document order. */
export type MailPage = { html: string; elements: MailElement[]; texts: MailText[]; styles: MailText[] };

const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const raw = new Set(["style", "script", "title", "textarea", "xmp", "noscript"]);
/** A new one of these ends an open one, up to the element that bounds them. */
const endedBy: Record<string, { ends: string[]; bound: string }> = {
  td: { ends: ["td", "th"], bound: "tr" },
  th: { ends: ["td", "th"], bound: "tr" },
  tr: { ends: ["tr"], bound: "table" },
  li: { ends: ["li"], bound: "ul" },
  p: { ends: ["p"], bound: "td" },
};

// Attribute values may be quoted and then hold any character, ">" too.
const tagPattern = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/giy;
const attributePattern = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Reads HTML without ever failing: what is no tag is text. Comments, Outlook's conditional ones too, are left out. */
export function readPage(html: string): MailPage {
  const page: MailPage = { html, elements: [], texts: [], styles: [] };
  let open: MailElement | null = null;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next !== at) {
      const to = next === -1 ? html.length : next;
      addText(page, open, { from: at, to });
      at = to;
      continue;
    }
    const skipped = afterDeclaration(html, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    tagPattern.lastIndex = at;
    const tag = tagPattern.exec(html);
    if (!tag) {
      addText(page, open, { from: at, to: at + 1 });
      at += 1;
      continue;
    }
    at = tagPattern.lastIndex;
    open = tag[1] ? closed(open, (tag[2] ?? "").toLowerCase()) : opened(page, open, { tag, to: at });
    const last = page.elements.at(-1);
    if (!tag[1] && last && last === open && raw.has(last.tag)) {
      at = readRaw(page, last, at);
      open = last.parent;
    }
  }
  return page;
}

function afterDeclaration(html: string, at: number): number | null {
  const ends = html.startsWith("<!--", at) ? "-->" : /^<[!?]/.test(html.slice(at, at + 2)) ? ">" : null;
  if (ends === null) return null;
  const end = html.indexOf(ends, at + 2);
  return end === -1 ? html.length : end + ends.length;
}

function opened(
  page: MailPage,
  open: MailElement | null,
  { tag, to }: { tag: RegExpExecArray; to: number },
): MailElement | null {
  const name = (tag[2] ?? "").toLowerCase();
  const parent = implied(open, name);
  const attributes = new Map<string, string>();
  for (const [, key = "", double, single, bare] of (tag[3] ?? "").matchAll(attributePattern)) {
    const lower = key.toLowerCase();
    if (!attributes.has(lower)) attributes.set(lower, decodeText(double ?? single ?? bare ?? ""));
  }
  const element = { tag: name, attributes, parent, at: { from: tag.index, to } };
  page.elements.push(element);
  return voids.has(name) || (tag[3] ?? "").endsWith("/") ? parent : element;
}

function implied(open: MailElement | null, name: string): MailElement | null {
  const rule = endedBy[name];
  if (!rule) return open;
  for (let one = open; one; one = one.parent) {
    if (rule.ends.includes(one.tag)) return one.parent;
    if (one.tag === rule.bound || one.tag === "table") return open;
  }
  return open;
}

/** An end tag without its beginning ends nothing. */
function closed(open: MailElement | null, name: string): MailElement | null {
  for (let one = open; one; one = one.parent) if (one.tag === name) return one.parent;
  return open;
}

function readRaw(page: MailPage, element: MailElement, from: number): number {
  const end = new RegExp(`</${element.tag}`, "gi");
  end.lastIndex = from;
  const to = end.exec(page.html)?.index ?? page.html.length;
  const text = page.html.slice(from, to);
  if (element.tag === "style") page.styles.push({ text, parent: element, at: { from, to } });
  const after = page.html.indexOf(">", to);
  return after === -1 ? page.html.length : after + 1;
}

function addText(page: MailPage, parent: MailElement | null, at: Span): void {
  const text = decodeText(page.html.slice(at.from, at.to));
  if (text.trim() !== "") page.texts.push({ text, parent, at });
}

/** The editor's block that an element stands in. */
export function blockOf(element: MailElement | null): string | null {
  for (let one = element; one; one = one.parent) {
    const block = one.attributes.get("data-block");
    if (block) return block;
  }
  return null;
}

/** Where an element stands, for a finding about it. */
export function placeOf(page: MailPage, element: MailElement) {
  return { excerpt: page.html.slice(element.at.from, element.at.to), at: element.at, block: blockOf(element) };
}
