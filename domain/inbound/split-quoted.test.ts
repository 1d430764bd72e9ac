import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitQuoted } from "./split-quoted.ts";

const answer = "Does it come in blue?";

describe("what a mailer puts above a quote", () => {
  test.each<[string, string]>([
    ["Gmail, English", "On Tue, Mar 3, 2026 at 10:11 AM Nordhem <hello@nordhem.example> wrote:"],
    ["Gmail, broken over lines", "On Tue, Mar 3, 2026 at 10:11 AM Nordhem <hello@nordhem.example>\nwrote:"],
    ["Apple Mail, English", "On 3 Mar 2026, at 10:11, Nordhem <hello@nordhem.example> wrote:"],
    ["Gmail, German", "Am Di., 3. März 2026 um 10:11 Uhr schrieb Nordhem <hello@nordhem.example>:"],
    ["Apple Mail, German", "Am 03.03.2026 um 10:11 schrieb Nordhem <hello@nordhem.example>:"],
    ["GMX, German", "Nordhem schrieb am 3. März 2026 um 10:11:"],
    ["Gmail, French", "Le mar. 3 mars 2026 à 10:11, Nordhem <hello@nordhem.example> a écrit :"],
    ["Gmail, Spanish", "El mar, 3 mar 2026 a las 10:11, Nordhem (<hello@nordhem.example>) escribió:"],
    ["Gmail, Italian", "Il giorno mar 3 mar 2026 alle ore 10:11 Nordhem <hello@nordhem.example> ha scritto:"],
    ["Gmail, Portuguese", "Em ter., 3 de mar. de 2026 às 10:11, Nordhem <hello@nordhem.example> escreveu:"],
    ["Apple Mail, Portuguese", "No dia 03/03/2026, às 10:11, Nordhem <hello@nordhem.example> escreveu:"],
    ["Gmail, Dutch", "Op di 3 mrt 2026 om 10:11 schreef Nordhem <hello@nordhem.example>:"],
    ["Apple Mail, Dutch", "Op 3 mrt. 2026 om 10:11 heeft Nordhem het volgende geschreven:"],
    ["Gmail, Polish", "wt., 3 mar 2026 o 10:11 Nordhem <hello@nordhem.example> napisał(a):"],
    ["Thunderbird, Polish", "W dniu 3.03.2026 o 10:11, Nordhem pisze:"],
    ["Gmail, Japanese", "2026年3月3日(火) 10:11 Nordhem <hello@nordhem.example>:"],
    ["Apple Mail, Japanese", "2026/03/03 10:11、Nordhem <hello@nordhem.example>のメール:"],
    ["Gmail, Arabic", "في الثلاثاء، 3 مارس 2026 في 10:11 ص تمت كتابة ما يلي بواسطة Nordhem <hello@nordhem.example>:"],
    ["Apple Mail, Arabic", "في ٣ مارس ٢٠٢٦، الساعة ١٠:١١، كتب Nordhem:"],
    ["a language that is none of ours", "Den tis 3 mars 2026 kl 10:11 skrev Nordhem <hello@nordhem.example>:"],
    ["Outlook, English", "From: Nordhem <hello@nordhem.example>\nSent: Tuesday, March 3, 2026 10:11 AM\nTo: Ada"],
    ["Outlook, German", "Von: Nordhem\nGesendet: Dienstag, 3. März 2026 10:11\nAn: Ada\nBetreff: Ihr Warenkorb"],
    ["Outlook, French", "De : Nordhem\nEnvoyé : mardi 3 mars 2026 10:11\nÀ : Ada\nObjet : Votre panier"],
    ["Outlook, Spanish", "De: Nordhem\nEnviado el: martes, 3 de marzo de 2026 10:11\nPara: Ada\nAsunto: Su cesta"],
    ["Outlook, Italian", "Da: Nordhem\nInviato: martedì 3 marzo 2026 10:11\nA: Ada\nOggetto: Il carrello"],
    [
      "Outlook, Portuguese",
      "De: Nordhem\nEnviada em: terça-feira, 3 de março de 2026 10:11\nPara: Ada\nAssunto: Carrinho",
    ],
    ["Outlook, Dutch", "Van: Nordhem\nVerzonden: dinsdag 3 maart 2026 10:11\nAan: Ada\nOnderwerp: Mandje"],
    ["Outlook, Polish", "Od: Nordhem\nWysłano: wtorek, 3 marca 2026 10:11\nDo: Ada\nTemat: Koszyk"],
    ["Outlook, Japanese", "差出人: Nordhem\n送信日時: 2026年3月3日 10:11\n宛先: Ada\n件名: カート"],
    ["Outlook, Arabic", "من: Nordhem\nتم الإرسال: 3 مارس 2026\nإلى: Ada\nالموضوع: السلة"],
    ["an old Outlook", "-----Original Message-----"],
    ["an old Outlook, German", "-----Ursprüngliche Nachricht-----"],
    ["an old Outlook, French", "-----Message d'origine-----"],
    ["a forwarded mail", "---------- Forwarded message ---------"],
  ])("%s: everything below it is quoted", (_, mark) => {
    const quote = `${mark}\n\nYour basket is still here.\nIs there anything we can help with?`;
    expect(splitQuoted(`${answer}\n\n${quote}`)).toEqual({ text: answer, quoted: quote });
  });
});

describe("what is not quoted stays theirs", () => {
  test.each<[string, string]>([
    ["a colon at the end of a line", "My order number is:\n1042"],
    ["a time in a sentence", "On Tuesday at 10:11 I wrote: nobody answered me."],
    ["a line that begins like a header", "From: London with love. Do you ship there?"],
    ["words about somebody who wrote", "Am Dienstag schrieb mir Ihr Kollege, dass es geht"],
    ["an arrow smiley", "Great >:) thanks"],
    ["an empty mail", ""],
  ])("%s", (_, text) => {
    expect(splitQuoted(text)).toEqual({ text, quoted: "" });
  });

  test("answers that stand between quoted lines and below them", () => {
    const split = splitQuoted(
      "On Tue, Mar 3, 2026 at 10:11 AM Nordhem <a@b.example> wrote:\n> Size?\nForty.\n> Colour?\nBlue.",
    );
    expect(split.text).toBe("Forty.\nBlue.");
    expect(split.quoted).toBe("On Tue, Mar 3, 2026 at 10:11 AM Nordhem <a@b.example> wrote:\n> Size?\n> Colour?");
  });

  test("a mail that is all quote", () => {
    const whole = "---------- Forwarded message ---------\nFrom: Nordhem\nYour basket is still here.";
    expect(splitQuoted(whole)).toEqual({ text: whole, quoted: "" });
  });
});

test("never loses a line that says something, however the mail is made", () => {
  const line = fc.constantFrom(
    "> quoted",
    "Own words",
    "",
    "On Tue, Mar 3, 2026 at 10:11 AM Nordhem <a@b.example> wrote:",
    "From: Nordhem",
    "Sent: today",
    "To: Ada",
    "-----Original Message-----",
    ">",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { text, quoted } = splitQuoted(lines.join("\n"));
      const kept = `${text}\n${quoted}`.split("\n").filter((one) => one.trim() !== "");
      expect(kept.toSorted()).toEqual(lines.filter((one) => one.trim() !== "").toSorted());
    }),
  );
});

test("reads a hundred thousand characters of anything without running away", () => {
  for (const piece of ["On ", "a:", "<a@b ", "- ", "> ", "From: x\n", "wrote:"]) {
    const whole = piece.repeat(Math.ceil(100_000 / piece.length));
    const { text, quoted } = splitQuoted(whole);
    expect(text.length + quoted.length).toBeLessThanOrEqual(whole.length + 1);
  }
});
