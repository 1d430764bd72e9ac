import { type Finding, finding, type Mail } from "./finding.ts";
import { linksOf } from "./links.ts";
import { blockOf, type MailPage } from "./page.ts";

/** What a slot or a value that could not be filled leaves behind, and whether there is a text part at all. */
export function checkText(page: MailPage, mail: Mail): Finding[] {
  return [...leftovers(page, mail), ...textFaults(page, mail), ...addressFaults(page, mail), ...scripts(page)];
}

const slot = /\{\{[^{}]{0,80}\}?\}?|\{%[^%]{0,80}%\}|\*\|[A-Z_]{2,40}\|\*/;
const broken = /(^|[\s:>])(undefined|NaN|\[object Object\]|Invalid Date)([\s.,!<]|$)/;

function leftovers(page: MailPage, { subject, preheader, text }: Mail): Finding[] {
  const seen = [
    { text: subject, where: "the subject", at: null, block: null },
    { text: preheader, where: "the preheader", at: null, block: null },
    ...page.texts.map((one) => ({ text: one.text, where: "the message", at: one.at, block: blockOf(one.parent) })),
    { text, where: "the plain text", at: null, block: null },
  ];
  return seen.flatMap(({ where, ...one }) => {
    const place = { excerpt: one.text, at: one.at, block: one.block };
    const left = slot.exec(one.text)?.[0];
    if (left) {
      const words: [string, string] = [
        `${left.slice(0, 40)} stands unfilled in ${where}.`,
        "Choose the slot from the menu again: it is misspelt or not known.",
      ];
      return [finding(["slot_left", "error"], words, { ...place, excerpt: around(one.text, left) })];
    }
    const value = broken.exec(one.text)?.[2];
    const words: [string, string] = [
      `"${value}" stands in ${where}.`,
      "A value is missing: take the slot out or give it a fall-back.",
    ];
    return value ? [finding(["value_broken", "error"], words, { ...place, excerpt: around(one.text, value) })] : [];
  });
}

function around(text: string, piece: string): string {
  const at = text.indexOf(piece);
  return text.slice(Math.max(0, at - 40), at + piece.length + 40);
}

function textFaults(page: MailPage, { text }: Mail): Finding[] {
  if (text.trim() === "") {
    return [
      finding(
        ["text_missing", "warning"],
        ["There is no plain-text part.", "Some people read mail as text, and filters distrust HTML alone."],
      ),
    ];
  }
  const leads = linksOf(page).some(({ host }) => host !== null);
  return leads && !/https?:\/\//i.test(text)
    ? [
        finding(
          ["text_without_link", "warning"],
          ["The plain text has no link.", "Give the way back to the cart there too."],
        ),
      ]
    : [];
}

function addressFaults(page: MailPage, { postalAddress }: Mail): Finding[] {
  if (postalAddress === undefined) return [];
  const plain = (words: string) =>
    words
      .replace(/[\s,]+/g, " ")
      .trim()
      .toLowerCase();
  const said = plain(page.texts.map(({ text }) => text).join(" "));
  const lines = (postalAddress ?? "").split("\n").map(plain).filter(Boolean);
  if (lines.length > 0 && lines.every((line) => said.includes(line))) return [];
  return [
    finding(
      ["address_missing", "error"],
      [
        lines.length === 0 ? "No postal address is set." : "The message does not name your postal address.",
        lines.length === 0
          ? "Give it under Settings, Brand: the law asks for it in commercial mail."
          : "Keep the footer: the law asks for it in commercial mail.",
      ],
    ),
  ];
}

const blocked = new Set(["script", "iframe", "object", "embed", "applet", "frame"]);

function scripts(page: MailPage): Finding[] {
  return page.elements.flatMap((element) => {
    const handler = [...element.attributes.keys()].find((name) => /^on[a-z]+$/.test(name));
    if (!blocked.has(element.tag) && !handler) return [];
    const what = handler ? `${handler}="…"` : `<${element.tag}>`;
    return [
      finding(
        ["script_inside", "error"],
        [`The message holds ${what}.`, "Every mail program takes it out, and filters count it against you."],
        {
          excerpt: page.html.slice(element.at.from, element.at.to),
          at: element.at,
          block: blockOf(element),
        },
      ),
    ];
  });
}
