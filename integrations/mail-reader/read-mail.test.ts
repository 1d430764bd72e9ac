import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostMailBytes } from "#domain/inbound/limits.ts";
import type { ReadMail } from "#domain/inbound/mail.ts";
import { splitQuoted } from "#domain/inbound/split-quoted.ts";
import { readHead } from "./read-head.ts";
import { readMail } from "./read-mail.ts";

const sample = (name: string) => readFileSync(new URL(`../testing/mails/${name}.eml`, import.meta.url));
const mail = (text: string) => Buffer.from(text.replace(/\n/g, "\r\n"));

async function read(raw: Uint8Array): Promise<ReadMail> {
  const reading = await readMail(raw);
  if (reading.kind !== "mail") throw new Error(`unreadable: ${reading.reason}`);
  return reading.mail;
}

describe("mails as programs write them", () => {
  test("Gmail: text before HTML, and the quote apart", async () => {
    const found = await read(sample("gmail"));
    expect(splitQuoted(found.text).text).toBe("Is the lamp dimmable? – Ada");
    expect(found).toMatchObject({
      messageId: "<CAF+gmail-1@mail.gmail.com>",
      inReplyTo: "<msg_01kb0000000000000000000000@nordhem.example>",
      from: { address: "ada@example.com", name: "Ada Lovelace" },
      to: ["hello+msg_01kb0000000000000000000000@nordhem.example"],
      ...{ sentAt: new Date("2026-03-03T09:11:00Z"), files: [], marks: [], failure: null },
    });
  });

  test("Outlook: headers and words of an old alphabet", async () => {
    const found = await read(sample("outlook"));
    expect(found).toMatchObject({ subject: "AW: Ihr Warenkorb für Sie", from: { name: "René Müller" } });
    expect(splitQuoted(found.text).text).toContain("passt die Größe auch für breite Füße?");
    expect(splitQuoted(found.text).text).not.toContain("Warenkorb ist noch da");
  });

  test("Apple Mail: words around a picture, and the picture", async () => {
    const found = await read(sample("apple-mail"));
    expect(splitQuoted(found.text).text).toBe("Like in this picture?\n\nSent from my iPhone");
    expect(found.files).toMatchObject([{ name: "IMG_1.png", contentType: "image/png", refusedBecause: null }]);
  });

  test("HTML alone: its words without styles, scripts, pictures and the quote", async () => {
    const found = await read(sample("html-only"));
    expect(splitQuoted(found.text).text).toBe("Is it really oak?\n\nAda");
    expect(found.text).not.toMatch(/alert|color|track/);
    expect(found.marks).toEqual(["html_only"]);
  });

  test("Japanese in ISO-2022-JP", async () => {
    const found = await read(sample("japanese"));
    expect(found).toMatchObject({ subject: "Re: カートの商品", from: { name: "佐藤" } });
    expect(splitQuoted(found.text).text).toBe("配送料はいくらですか？\n\n佐藤");
  });

  test("an old alphabet that nobody names", async () => {
    expect((await read(sample("latin-without-a-word"))).text).toBe("¿Tienen la talla pequeña?");
  });

  test("an absence notice and a delivery report, as what they are", async () => {
    expect((await read(sample("out-of-office"))).headers["auto-submitted"]).toBe("auto-replied");
    const bounce = await read(sample("bounce"));
    expect(bounce.failure).toEqual({
      ...{ recipient: "gone@example.com", permanent: true },
      about: ["<msg_01kb0000000000000000000000@nordhem.example>", "msg_01kb0000000000000000000000"],
    });
    expect(bounce.text).not.toContain("basket");
  });
});

describe("mails that are broken", () => {
  test("are read as far as they can be, and marked", async () => {
    const found = await read(sample("broken"));
    expect(found.from?.address).toBe("ada@example.com");
    expect(found.marks).toEqual(expect.arrayContaining(["no_date", "no_message_id"]));
  });

  test.each<[string, string]>([
    ["nothing but words", "just words"],
    ["no body", "From: a@b.example\n\n"],
    ["no headers at all", "\n\nhello"],
    ["a header without an end", `Subject: ${"x".repeat(10_000)}`],
    ["a part that never ends", 'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'],
    ["line breaks in a subject", "From: a@b.example\nSubject: =?utf-8?Q?one=0D=0ABcc:_x@y.example?=\n\nx"],
    ["a NUL in the text", "From: a@b.example\n\na\0b"],
  ])("%s never breaks the reader", async (_, text) => {
    const found = await read(mail(text));
    expect(`${found.subject}${found.text}`).not.toContain("\0");
    expect(found.subject).not.toMatch(/[\r\n]/);
  });

  test("whatever bytes come, a reader answers", async () => {
    const heads = fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b",
      "From: a@b.example",
      "--b",
      "",
      "Subject: =?x",
    );
    const raw = fc.array(fc.oneof(heads, fc.string({ unit: "binary" })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(raw, async (lines) => {
        const bytes = Buffer.from(lines.join("\r\n"));
        expect(["mail", "unreadable"]).toContain((await readMail(bytes)).kind);
        await readHead(bytes);
      }),
      { numRuns: 40 },
    );
  });
});

describe("bombs", () => {
  test("of parts are read up to the thousandth", async () => {
    const parts = Array.from({ length: 50_000 }, () => "--b\nContent-Type: text/plain\n\nx").join("\n");
    const found = await read(mail(`From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n${parts}\n--b--`));
    expect(found.marks).toContain("many_parts");
  });

  test("of depth and of headers are not read", async () => {
    const deep = Array.from({ length: 200 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}`);
    expect(await readMail(mail(`From: a@b.example\n${deep.join("\n")}`))).toMatchObject({ kind: "unreadable" });
    const long = Array.from({ length: 20_000 }, (_, at) => `X-Header-${at}: ${"x".repeat(30)}`);
    expect(await readMail(mail(`${long.join("\n")}\n\nx`))).toMatchObject({ kind: "unreadable" });
  });

  test("of mails within mails stay a file", async () => {
    let inner = "From: a@b.example\n\ninnermost";
    for (let depth = 0; depth < 40; depth++) inner = `From: a@b.example\nContent-Type: message/rfc822\n\n${inner}`;
    const found = await read(mail(inner));
    expect(found.text).toBe("");
    expect(found.files).toMatchObject([{ contentType: "message/rfc822" }]);
  });

  test.each<[string, string]>([
    ["scripts that never end", "<script>".repeat(60_000)],
    ["nested boxes", "<div>".repeat(60_000)],
    ["tables in tables", "<table><tr><td>".repeat(30_000)],
  ])("of HTML are read in no time to speak of: %s", async (_, html) => {
    const both = `--b\nContent-Type: text/plain\n\nwords\n--b\nContent-Type: text/html\n\n${html}\n--b--`;
    expect((await read(mail(`From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n${both}`))).text).toBe(
      "words",
    );
    const alone = await read(mail(`From: a@b.example\nContent-Type: text/html\n\n${html}`));
    expect(alone.text.length).toBeLessThanOrEqual(100_000);
  });

  test("of 25 MB are read, and nothing beyond", async () => {
    const head =
      'From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n\n';
    const line = `${Buffer.from("%PDF-1.7 some bytes of a document ok").toString("base64").padEnd(76, "A")}\r\n`;
    const whole = Buffer.concat([
      mail(head),
      Buffer.from(line.repeat(Math.floor((mostMailBytes - 1_000) / line.length))),
      mail("\n--b--\n"),
    ]);
    const found = await read(whole);
    expect(found.text).toBe("hello");
    expect(found.files).toMatchObject([
      { name: "a.pdf", contentType: "application/pdf", refusedBecause: "too_large", content: null },
    ]);
    expect(await readMail(Buffer.alloc(mostMailBytes + 1, 32))).toEqual({ kind: "unreadable", reason: "too_large" });
  });

  test("of archives are kept out unopened", async () => {
    const zip = Buffer.from("504b030414000000080000000000", "hex").toString("base64");
    const part = (name: string) =>
      `--b\nContent-Type: application/zip; name="${name}"\nContent-Transfer-Encoding: base64\n\n${zip}`;
    const all = ["bomb.zip", "letter.docx", "macro.docm", "invoice.pdf.exe"].map(part).join("\n");
    const found = await read(mail(`From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n${all}\n--b--`));
    expect(found.files.map(({ name, refusedBecause }) => [name, refusedBecause])).toEqual([
      ["bomb.zip", "archive"],
      ["letter.docx", null],
      ["macro.docm", "dangerous_type"],
      ["invoice.pdf.exe", "dangerous_type"],
    ]);
  });
});
