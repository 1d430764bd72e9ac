import { type Finding, finding, type Mail } from "./finding.ts";
import { type MailElement, type MailPage, placeOf } from "./page.ts";

/** A link with what it says. */
export type MailLink = { element: MailElement; href: string; says: string; host: string | null };

const shorteners = new Set(
  "bit.ly tinyurl.com goo.gl t.co ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at rb.gy t.ly tiny.cc lnkd.in".split(
    " ",
  ),
);
// The word for leaving in the languages that Comeback speaks, in links' texts and addresses.
const leaving =
  /unsubscri|opt-?out|abmelden|abbestell|désabonn|desabonn|désinscri|darse de baja|baja\b|cancelar (la )?(suscri|subscri)|annulla|disiscri|cancella l|subscriç|cancelar (a )?inscri|deixar de receber|uitschrijv|afmeld|wypisz|zrezygnuj|rezygnuj|配信停止|配信を停止|登録解除|إلغاء/i;

/** Every link of a page, its text taken together with the alt texts of its pictures. */
export function linksOf(page: MailPage): MailLink[] {
  const said = new Map<MailElement, string[]>();
  const tell = (from: MailElement | null, words: string) => {
    for (let one = from; one; one = one.parent) {
      if (one.tag === "a") return void said.set(one, [...(said.get(one) ?? []), words]);
    }
  };
  for (const { parent, text } of page.texts) tell(parent, text);
  for (const element of page.elements) if (element.tag === "img") tell(element, element.attributes.get("alt") ?? "");
  return page.elements
    .filter((element) => element.tag === "a" || element.tag === "area")
    .filter(({ attributes }) => attributes.has("href") || !(attributes.has("name") || attributes.has("id")))
    .map((element) => {
      const href = (element.attributes.get("href") ?? "").trim();
      const label = element.attributes.get("aria-label") ?? element.attributes.get("alt") ?? "";
      const says = `${(said.get(element) ?? []).join(" ")} ${label}`.replace(/\s+/g, " ").trim();
      return { element, href, says, host: hostOf(href) };
    });
}

export function hostOf(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).hostname.toLowerCase() : null;
}

export function checkLinks(page: MailPage, mail: Mail): Finding[] {
  const links = linksOf(page);
  const found = links.flatMap((link) => [...targetFaults(page, link), ...nameFaults(page, link)]);
  if (!links.some(({ href, says }) => leaving.test(says) || leaving.test(href))) {
    found.push(
      finding(
        ["unsubscribe_missing", "error"],
        [
          "No link lets the reader unsubscribe.",
          "Keep the footer, or put the unsubscribe link into a text block: the law asks for it.",
        ],
      ),
    );
  }
  return [...found, ...hostFaults(page, links, mail.hosts ?? null)];
}

function targetFaults(page: MailPage, { element, href, host, says }: MailLink): Finding[] {
  const say = (check: Finding["check"], severity: Finding["severity"], words: [string, string]) => [
    finding([check, severity], words, placeOf(page, element)),
  ];
  const name = says ? `"${says.slice(0, 60)}"` : "A link";
  if (href === "" || href === "#" || /^about:/i.test(href)) {
    return say("link_without_target", "error", [
      `${name} leads nowhere.`,
      "Give it an address, or take the link away.",
    ]);
  }
  if (/^(javascript|data|vbscript):/i.test(href)) {
    return say("link_script", "error", [`${name} runs a script.`, "Mail programs block it: use a https:// address."]);
  }
  if (/^mailto:/i.test(href)) return oddMailto(href) ? say("mailto_odd", "warning", mailtoWords(name)) : [];
  if (/^(tel|sms):/i.test(href) || href.startsWith("#")) return [];
  if (host === null) {
    return say("link_relative", "error", [
      `${name} has no full address.`,
      "Begin it with https:// and the shop's host.",
    ]);
  }
  if (isPrivate(host)) return [];
  if (shorteners.has(host)) {
    return say("link_shortened", "warning", [
      `${name} hides behind ${host}.`,
      "Spam filters distrust shortened links: use the address itself.",
    ]);
  }
  return /^http:/i.test(href)
    ? say("link_insecure", "warning", [
        `${name} uses http://.`,
        "Use https://, so that nobody on the way can read or change the page.",
      ])
    : [];
}

const mailtoWords = (name: string): [string, string] => [
  `${name} has an odd mail address.`,
  "Write mailto: and one address, such as mailto:help@shop.example.",
];

function oddMailto(href: string): boolean {
  const [address = ""] = href.slice("mailto:".length).split("?");
  return !/^[^\s@<>,;]+(@|%40)[^\s@<>,;]+\.[^\s@<>,;]+$/i.test(address);
}

export function isPrivate(host: string): boolean {
  return (
    /^(localhost|.*\.(localhost|local|internal|test|invalid|example))$/.test(host) ||
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(host)
  );
}

function nameFaults(page: MailPage, { element, href, says, host }: MailLink): Finding[] {
  const hidden = element.attributes.get("aria-hidden") === "true";
  if (href !== "" && says === "" && !hidden) {
    return [
      finding(
        ["link_empty", "error"],
        [
          `A link to ${host ?? href.slice(0, 40)} says nothing.`,
          "Give it words, or its picture an alt text: screen readers read out the address else.",
        ],
        placeOf(page, element),
      ),
    ];
  }
  const shown = hostShown(says);
  if (host === null || shown === null || sameSite(shown, host)) return [];
  return [
    finding(
      ["link_mismatch", "error"],
      [
        `A link says ${shown} and leads to ${host}.`,
        "That is how phishing looks: let it lead where it says, or name it in words.",
      ],
      placeOf(page, element),
    ),
  ];
}

/** The host that a link's text claims to lead to, when the text is nothing but an address. */
export function hostShown(says: string): string | null {
  const read = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?$/i.exec(says);
  return read?.[1]?.toLowerCase() ?? null;
}

export function sameSite(first: string, second: string): boolean {
  const end = (host: string) =>
    host
      .replace(/^www\./, "")
      .split(".")
      .slice(-2)
      .join(".");
  return end(first) === end(second);
}

/** Links to other hosts than the known ones, and to hosts that nobody outside reaches: one finding for each host. */
function hostFaults(page: MailPage, links: MailLink[], known: string[] | null): Finding[] {
  const byHost = new Map<string, MailLink[]>();
  for (const link of links) if (link.host) byHost.set(link.host, [...(byHost.get(link.host) ?? []), link]);
  return [...byHost].flatMap(([host, [first, ...more]]) => {
    const element = first?.element;
    if (!element) return [];
    const count = more.length === 0 ? "A link leads" : `${more.length + 1} links lead`;
    if (isPrivate(host)) {
      const advice = "Fine while you try things out; a real shop has a public address.";
      const says = `${count} to ${host}, which nobody outside reaches.`;
      return [finding(["link_private_host", "note"], [says, advice], placeOf(page, element))];
    }
    if (known === null || known.some((one) => sameSite(one, host))) return [];
    const advice = "Clicks there are not counted and win no cart back; check that it is meant.";
    const says = `${count} to ${host}, which is neither your shop nor a network of yours.`;
    return [finding(["link_foreign_host", "note"], [says, advice], placeOf(page, element))];
  });
}
