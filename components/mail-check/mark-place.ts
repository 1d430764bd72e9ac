import type { Span } from "#domain/mail-checks/finding.ts";
import { type MailElement, readPage } from "#domain/mail-checks/page.ts";

const mark = "data-marked";

/**
 * Frames the element at a place of the source in the drawn page, and brings it into sight. Found by its kind and count, as
 * the page that was drawn has the same elements in the same order, the frame's own head aside.
 */
export function markPlace(drawn: Document, html: string, at: Span | null): void {
  for (const old of drawn.querySelectorAll<HTMLElement>(`[${mark}]`)) {
    old.removeAttribute(mark);
    old.style.outline = "";
  }
  const element = at && elementAt(html, at);
  if (!element) return;
  const { tag, count } = element;
  const found = drawn.body.getElementsByTagName(tag)[count];
  if (!(found instanceof (drawn.defaultView?.HTMLElement ?? HTMLElement))) return;
  found.setAttribute(mark, "");
  found.style.outline = "3px solid #d97706";
  found.scrollIntoView({ block: "center", behavior: "smooth" });
}

function elementAt(html: string, at: Span): { tag: string; count: number } | null {
  const page = readPage(html);
  const element =
    page.elements.find((one) => one.at.from === at.from) ?? page.texts.find((one) => one.at.from === at.from)?.parent;
  if (!element || !isInBody(element)) return null;
  const same = page.elements.filter((one) => one.tag === element.tag && isInBody(one));
  return { tag: element.tag, count: same.indexOf(element) };
}

function isInBody(element: MailElement): boolean {
  for (let one = element.parent; one; one = one.parent) {
    if (one.tag === "body") return true;
    if (one.tag === "head") return false;
  }
  return element.tag !== "body" && element.tag !== "html" && element.tag !== "head";
}
