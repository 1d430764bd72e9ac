import PostalMime, { type Email } from "postal-mime";

/** A part of a mail that is text, as the parser holds it. */
type TextPart = {
  contentDisposition?: { parsed?: { value?: string } };
  contentType: { parsed?: { value?: string; params?: { charset?: string } } };
  content: ArrayBuffer | Uint8Array | string | undefined;
  getTextContent(): string;
};

export type Mime = { email: Email; plain: string[]; html: string[] };

/** Deeper or longer mail is no letter of a person's. */
const limits = { maxNestingDepth: 30, maxHeadersSize: 262_144, forceRfc822Attachments: true };

/**
 * Parses a mail's structure. Its texts are taken out before the parser turns one form into the other, which it does by
 * patterns that take hostile HTML hours; mails within the mail stay files. Throws where the limits are passed.
 */
export async function parseMime(raw: Uint8Array): Promise<Mime> {
  const parser = new BoundedMime(limits);
  const email = await parser.parse(raw);
  const texts = parser.texts;
  const contents = new Set(texts.map((part) => part.content));
  const of = (type: string) => texts.flatMap((part) => (part.contentType.parsed?.value === type ? [textIn(part)] : []));
  return {
    email: { ...email, attachments: email.attachments.filter(({ content }) => !contents.has(content)) },
    plain: of("text/plain"),
    html: of("text/html"),
  };
}

class BoundedMime extends PostalMime {
  readonly texts: TextPart[] = [];

  /** Asked by the parser of each part: none is text to it, and what is text is kept here. */
  isInlineTextNode(part: TextPart): boolean {
    const type = part.contentType.parsed?.value;
    const isText = type === "text/plain" || type === "text/html";
    if (isText && part.contentDisposition?.parsed?.value !== "attachment") this.texts.push(part);
    return false;
  }
}

/** Old mailers send bytes of their own alphabet without a word; they are read as the West's. */
function textIn(part: TextPart): string {
  const text = part.getTextContent();
  const { content } = part;
  const charset = part.contentType.parsed?.params?.charset ?? "";
  if (!text.includes("\ufffd") || typeof content === "string" || !content || !/^(?:|utf-?8|us-ascii)$/i.test(charset))
    return text;
  return new TextDecoder("windows-1252").decode(content);
}
