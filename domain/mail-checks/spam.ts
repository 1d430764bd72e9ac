import { type Language, languages } from "../language.ts";
import { type Finding, finding, type Mail } from "./finding.ts";
import { linksOf } from "./links.ts";
import type { MailPage } from "./page.ts";
import { spamPhrases } from "./spam-phrases.ts";

/**
 * A rule of our own, with its weight and where the thought comes from. The sum is no filter's score: real filters learn,
 * and weigh who sends above what is written.
 */
export type SpamRule = {
  name: string;
  points: number;
  source: string;
  /** What of the message it is about; null where it holds. */
  meets: (page: MailPage, mail: Mail) => string | null;
  says: string;
  advice: string;
};

export const spamRules: SpamRule[] = [
  {
    name: "shouting subject",
    points: 1.5,
    source: "SpamAssassin SUBJ_ALL_CAPS",
    meets: (_, { subject }) => (shoutingShare(subject) > 0.6 ? subject : null),
    says: "The subject is written in capitals.",
    advice: "Write it as a sentence.",
  },
  {
    name: "shouting text",
    points: 1,
    source: "SpamAssassin UPPERCASE_50_75",
    meets: ({ texts }) => {
      const all = texts.map(({ text }) => text).join(" ");
      return shoutingShare(all) > 0.35 ? (texts.find(({ text }) => shoutingShare(text) > 0.6)?.text ?? null) : null;
    },
    says: "Much of the text is in capitals.",
    advice: "Keep capitals for names and codes.",
  },
  {
    name: "exclamation marks",
    points: 1,
    source: "SpamAssassin PLING_PLING, mail providers' advice",
    meets: (_, { subject, text }) => {
      if ((subject.match(/[!！]/g) ?? []).length > 1) return subject;
      return /[!！]{3}/.exec(text)?.[0] ?? null;
    },
    says: "Exclamation marks pile up.",
    advice: "One in the whole message is plenty.",
  },
  {
    name: "money signs in the subject",
    points: 0.5,
    source: "SpamAssassin SUBJ_DOLLARS",
    meets: (_, { subject }) => /[$€£¥]{2,}|\${3}/.exec(subject)?.[0] ?? null,
    says: "Money signs pile up in the subject.",
    advice: "Name an amount once, or none.",
  },
  {
    name: "feigned answer",
    points: 1.5,
    source: "CAN-SPAM Act § 5(a)(2), SpamAssassin FAKE_REPLY",
    meets: (_, { subject }) => /^\s*(re|fwd?|aw|wg|tr|rv)\s*:/i.exec(subject)?.[0] ?? null,
    says: "The subject feigns an answer or a forwarded mail.",
    advice: "Take Re: or Fwd: away: the law calls it deceptive.",
  },
  {
    name: "pictures without text",
    points: 1.5,
    source: "SpamAssassin HTML_IMAGE_ONLY_08 to _32",
    meets: ({ elements, texts }) => {
      const pictures = elements.filter(({ tag }) => tag === "img").length;
      const letters = texts.reduce((sum, { text }) => sum + text.trim().length, 0);
      return pictures > 0 && letters < 200 * Math.min(pictures, 3) ? `${pictures} pictures, ${letters} letters` : null;
    },
    says: "There is little text beside the pictures.",
    advice: "Say in words what the pictures show: many read with pictures off.",
  },
  {
    name: "HTML alone",
    points: 1,
    source: "SpamAssassin MIME_HTML_ONLY",
    meets: (_, { text }) => (text.trim() === "" ? "no text/plain part" : null),
    says: "The message has no plain-text part.",
    advice: "Send one with the same facts.",
  },
  {
    name: "shortened link",
    points: 1.5,
    source: "SpamAssassin URI shortener rules, Spamhaus DBL advice",
    meets: (page) => linksOf(page).find(({ host }) => host !== null && shortened.test(host))?.href ?? null,
    says: "A link hides behind a shortener.",
    advice: "Link to the page itself.",
  },
  {
    name: "address of numbers",
    points: 1.5,
    source: "SpamAssassin NUMERIC_HTTP_ADDR",
    meets: (page) =>
      linksOf(page).find(({ host }) => host !== null && /^(?!127\.)\d+\.\d+\.\d+\.\d+$/.test(host))?.href ?? null,
    says: "A link names a machine by its number.",
    advice: "Link to a host by name.",
  },
  {
    name: "hidden text",
    points: 1,
    source: "SpamAssassin HTML_FONT_LOW_CONTRAST, Gmail sender guidelines",
    meets: (page) => page.elements.map(({ attributes }) => attributes.get("style") ?? "").find(hidesInk) ?? null,
    says: "Text has the colour of its ground.",
    advice: "Show it or take it out: filters take it for a trick.",
  },
  {
    name: "scripts or forms",
    points: 2,
    source: "SpamAssassin HTML_EMBEDS, T_HTML_ATTACH; Gmail sender guidelines",
    meets: ({ elements }) => elements.find(({ tag }) => /^(script|form|iframe|object|embed)$/.test(tag))?.tag ?? null,
    says: "The message holds a script, a form or a frame.",
    advice: "Link to a page instead.",
  },
];

const shortened = /^(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rebrand\.ly|rb\.gy|t\.ly)$/;

/** Points each known phrase adds, and the most they add together. */
const phrasePoints = { each: 0.5, most: 2 };
/** From here on the words deserve a look, and a rewrite. */
export const spamLimits = { look: 2, mend: 4 };

export type SpamSignals = { points: number; findings: Finding[] };

/** Which of our rules a message meets, and their points together. */
export function spamSignals(page: MailPage, mail: Mail): SpamSignals {
  const met = spamRules.flatMap((rule) => {
    const excerpt = rule.meets(page, mail);
    const says = `${rule.says} ${pointsText(rule.points)}`;
    return excerpt === null
      ? []
      : [
          {
            points: rule.points,
            finding: finding(["spam_signal", severityOf(rule.points)], [says, `${rule.advice} (${rule.source})`], {
              excerpt,
            }),
          },
        ];
  });
  const phrases = phraseFindings(mail, page);
  const worth = Math.min(phrasePoints.most, phrases.length * phrasePoints.each);
  return {
    points: met.reduce((sum, { points }) => sum + points, worth),
    findings: [...met.map((one) => one.finding), ...phrases],
  };
}

const severityOf = (points: number) => (points >= 1.5 ? "warning" : "note");
const pointsText = (points: number) => `(${points} ${points === 1 ? "point" : "points"})`;

function phraseFindings({ subject, text, preheader }: Mail, page: MailPage): Finding[] {
  const seen = [subject, preheader, text || page.texts.map((one) => one.text).join(" ")].join(" \n ");
  const found = languages.flatMap((language: Language) =>
    [...seen.matchAll(spamPhrases[language])].map(([phrase]) => phrase),
  );
  return [...new Set(found.map((phrase) => phrase.toLowerCase()))].map((phrase) =>
    finding(
      ["spam_signal", "note"],
      [`"${phrase}" is a phrase of unwanted mail. ${pointsText(phrasePoints.each)}`, "Say it in your own words."],
      { excerpt: phrase },
    ),
  );
}

/** The share of capitals among letters that have them, in texts long enough to tell. */
function shoutingShare(text: string): number {
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
  return letters.length < 8 ? 0 : letters.filter((letter) => /\p{Lu}/u.test(letter)).length / letters.length;
}

function hidesInk(style: string): boolean {
  const value = (property: string) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, "i").exec(style)?.[1]?.trim().toLowerCase();
  const ink = value("color");
  return ink !== undefined && ink === (value("background-color") ?? value("background"));
}
