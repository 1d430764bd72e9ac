import type { CartLine, CartTotals } from "#domain/cart.ts";
import type { Words } from "#domain/draft.ts";
import { type Incentive, incentiveValue } from "#domain/incentive.ts";
import { formatMoney } from "#domain/money.ts";
import { fillWords, noFacts, usableTitle } from "#domain/slots.ts";
import { shop } from "./cast.ts";

export type LetterFacts = {
  words: Words;
  language: "en" | "de";
  firstName: string;
  lines: CartLine[];
  totals: CartTotals;
  incentive: Incentive | null;
  links: { recovery: string; unsubscribe: string };
};

const labels = {
  en: {
    shipping: "Shipping",
    free: "Free",
    total: "Total",
    code: "Code at checkout",
    unsubscribe: "Unsubscribe",
    why: "You receive this email because you left items in your cart at",
  },
  de: {
    shipping: "Versand",
    free: "Kostenlos",
    total: "Gesamt",
    code: "Code an der Kasse",
    unsubscribe: "Abmelden",
    why: "Sie erhalten diese E-Mail wegen Ihres Warenkorbs bei",
  },
};

/** A short letter in the shop's look: what the history's messages said, small enough to keep thousands. */
export function letter(facts: LetterFacts): { subject: string; html: string; text: string } {
  const words = filled(facts);
  return { subject: words.subject, html: htmlOf(words, facts), text: textOf(words, facts) };
}

export function incentiveLabel(incentive: Incentive | null, language: "en" | "de"): string | null {
  if (!incentive) return null;
  if (incentive.kind === "free_shipping") return language === "de" ? "kostenloser Versand" : "free shipping";
  return language === "de" ? `${incentive.percent} % Rabatt` : `${incentive.percent}% off`;
}

function filled({ words, language, firstName, lines, incentive }: LetterFacts): Words {
  return fillWords(words, {
    ...noFacts,
    "contact.firstName": firstName,
    "incentive.label": incentiveLabel(incentive, language),
    "cart.firstItem": usableTitle(lines[0]?.title ?? null),
    "brand.name": shop.name,
  });
}

function sums({ totals, incentive, language }: LetterFacts): { label: string; value: string }[] {
  const words = labels[language];
  const money = (amount: number) => formatMoney({ amount, currency: shop.currency }, language);
  const saved = incentiveValue(incentive, totals);
  const free = incentive?.kind === "free_shipping";
  const percent =
    saved > 0 && !free ? [{ label: incentiveLabel(incentive, language) ?? "", value: money(-saved) }] : [];
  return [
    ...percent,
    { label: words.shipping, value: free ? words.free : money(totals.shipping ?? 0) },
    { label: words.total, value: money(totals.total - saved) },
  ];
}

function htmlOf(words: Words, facts: LetterFacts): string {
  const { lines, language, incentive, links } = facts;
  const url = escapeHtml(links.recovery);
  const rows = lines.map((line) => {
    const name = escapeHtml(line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title);
    const price = escapeHtml(formatMoney({ amount: line.lineTotal, currency: shop.currency }, language));
    return `<tr><td width="72"><img src="${escapeHtml(line.imageUrl ?? "")}" alt="" width="56" height="56" style="border-radius:6px"></td><td>${name} × ${line.quantity}</td><td align="right">${price}</td></tr>`;
  });
  const totals = sums(facts).map(
    (row) => `<tr><td></td><td>${escapeHtml(row.label)}</td><td align="right">${escapeHtml(row.value)}</td></tr>`,
  );
  const code = incentive?.code
    ? `<p style="padding:12px;border:1px dashed ${shop.accent};border-radius:6px">${labels[language].code}: <b>${escapeHtml(incentive.code)}</b></p>`
    : "";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(words.subject)}</title></head><body style="margin:0;background:#f4f1ea;font-family:Georgia,serif;color:#26302c"><div style="display:none">${escapeHtml(words.preheader)}</div><div style="max-width:540px;margin:0 auto;padding:32px 24px;background:#fffdf8"><p style="color:${shop.accent};letter-spacing:.04em">${shop.name}</p><h1 style="font-size:24px;font-weight:normal">${escapeHtml(words.heading)}</h1>${words.paragraphs.map((text) => `<p style="line-height:1.6">${escapeHtml(text)}</p>`).join("")}${code}<table width="100%" cellpadding="6" style="border-collapse:collapse;font-size:15px">${rows.join("")}${totals.join("")}</table><p><a href="${url}" style="display:inline-block;margin-top:16px;padding:12px 22px;background:${shop.accent};color:#fff;border-radius:6px;text-decoration:none">${escapeHtml(words.button)}</a></p><p style="margin-top:32px;font-size:12px;color:#6b726e">${labels[language].why} ${shop.name}.<br>${escapeHtml(shop.postalAddress)}<br><a href="${escapeHtml(links.unsubscribe)}" style="color:#6b726e">${labels[language].unsubscribe}</a></p></div></body></html>`;
}

function textOf(words: Words, facts: LetterFacts): string {
  const { lines, language, incentive, links } = facts;
  const money = (amount: number) => formatMoney({ amount, currency: shop.currency }, language);
  return [
    shop.name,
    words.heading,
    ...words.paragraphs,
    ...(incentive?.code ? [`${labels[language].code}: ${incentive.code}`] : []),
    `${words.button}:\n${links.recovery}`,
    lines.map((line) => `${line.title} × ${line.quantity} · ${money(line.lineTotal)}`).join("\n"),
    sums(facts)
      .map((row) => `${row.label}: ${row.value}`)
      .join("\n"),
    `—\n${labels[language].why} ${shop.name}.\n${shop.postalAddress}\n${labels[language].unsubscribe}: ${links.unsubscribe}`,
  ].join("\n\n");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
