import type { Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";
import { claimsInRendered, isForAPerson, linkOf, type PlacedText, placedTexts } from "./claim-parts.ts";

const style = `mark[data-link]{background:rgba(20,140,100,.13);color:inherit;border-radius:3px;box-shadow:inset 0 -1.5px rgba(20,140,100,.55);cursor:pointer;transition:background 120ms}
mark[data-link][data-code]{background:rgba(200,60,40,.14);box-shadow:inset 0 -1.5px rgba(200,60,40,.7)}
mark[data-link][data-doubt]{background:rgba(190,130,20,.14);box-shadow:inset 0 -1.5px rgba(190,130,20,.6)}
mark[data-link][data-active]{background:rgba(20,140,100,.34)}
mark[data-link][data-code][data-active]{background:rgba(200,60,40,.34)}`;

/**
 * Marks the claims of the words in the rendered message. The message holds the words with their slots filled, so each text is
 * found by what stands between its slots; a text that the template changed beyond that stays unmarked.
 */
export function markMessage(page: Document, words: Words, claims: LinkedClaim[]): void {
  const sheet = page.createElement("style");
  sheet.textContent = style;
  page.head.append(sheet);
  for (const placed of placedTexts(words, claims)) if (placed.claims.length > 0) markText(page, placed);
}

/** Shows the claims of one link as the ones looked at. */
export function lightUp(page: Document, link: string | null): void {
  for (const mark of page.querySelectorAll<HTMLElement>("mark[data-link]"))
    mark.toggleAttribute("data-active", link !== null && mark.dataset.link === link);
}

function markText(page: Document, placed: PlacedText): void {
  for (const holder of page.body.querySelectorAll<HTMLElement>("h1, h2, p, a, td")) {
    if (holder.querySelector("h1, h2, p, td")) continue;
    const claims = claimsInRendered(holder.textContent, placed);
    if (!claims) continue;
    for (const claim of claims.reverse()) wrap(holder, claim);
    return;
  }
}

function wrap(holder: HTMLElement, claim: LinkedClaim): void {
  const page = holder.ownerDocument;
  const [first, last] = [placeAt(holder, claim.start, false), placeAt(holder, claim.end, true)];
  if (!first || !last || first.node !== last.node) return;
  const range = page.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  const mark = page.createElement("mark");
  mark.dataset.link = linkOf(claim);
  if (claim.code) mark.dataset[isForAPerson(claim.code) ? "doubt" : "code"] = claim.code;
  range.surroundContents(mark);
}

/** The text node that holds a place of an element's text. An end belongs to the node before it. */
function placeAt(holder: HTMLElement, place: number, isEnd: boolean): { node: Node; offset: number } | null {
  const walker = holder.ownerDocument.createTreeWalker(holder, 4);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    const inside = isEnd ? place <= passed + length : place < passed + length;
    if (inside) return { node, offset: place - passed };
    passed += length;
  }
  return null;
}
