import { compile } from "html-to-text";

const mostCharacters = 200_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: mostCharacters, maxDepth: 60, maxChildNodes: 2_000, ellipsis: "…" },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
    { selector: "blockquote", format: "blockquote", options: { trimEmptyLines: true } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** The text of an HTML mail: quotes behind `>`, no pictures, no addresses of links. */
export function textOfHtml(html: string): string {
  return convert(html.slice(0, mostCharacters)).trim();
}
