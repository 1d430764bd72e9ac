// What mailers write above a quoted mail. All patterns are anchored and read bounded lines, so that none runs away.

const mostMarkCharacters = 400;

/** "On Tue, 3 Mar 2026 at 10:11, Ada wrote:" as mailers say it; some break it over up to three lines. */
const attributions = [
  /^(?:on|at)\s.{4,300}\bwrote\s?:$/iu,
  /^(?:am|um|vom)\s.{4,300}\b(?:schrieb|hat)\b.{0,200}:$/iu,
  /^.{2,200}\sschrieb am\s.{4,120}:$/iu,
  /^le\s.{4,300}\ba écrit\s?:$/iu,
  /^(?:el|en)\s.{4,300}\b(?:escribió|escribio)\s?:$/iu,
  /^(?:il|in data|il giorno)\s.{4,300}\bha scritto\s?:$/iu,
  /^(?:em|a|no dia|aos)\s.{4,300}\bescreveu\s?(?:no dia .{2,80})?:$/iu,
  /^op\s.{4,300}\b(?:schreef|heeft)\b.{0,200}:$/iu,
  /^(?:w dniu|dnia|pon\.|wt\.|śr\.|czw\.|pt\.|sob\.|niedz\.|\d{1,2})\s?.{4,300}\s(?:napisał\(?a?\)?|napisała|pisze)\s?:$/iu,
  /^\d{4}[年/.-].{4,300}(?:のメール|が書きました|さんは書きました|wrote|<[^<>\s]+@[^<>\s]+>)\s?[:：]$/iu,
  /^(?:في|بتاريخ|يوم)\s?.{4,300}(?:كتب|كتبت|كتابة ما يلي بواسطة).{0,200}[:：]$/iu,
];

/** In whatever language: a day or an hour, an address in brackets, and a colon at the end. */
const anyAttribution = /^(?=.{0,300}\d{1,2}[:.h]\d{2}|.{0,300}\d{4}).{0,300}<[^<>\s]+@[^<>\s]+>.{0,60}[:：]$/u;

/** How many lines from `at` on are one attribution, up to three; 0 where they are none. */
export function isAttribution(lines: string[], at: number): number {
  let said = "";
  for (let more = 0; more < 3; more++) {
    const line = (lines[at + more] ?? "").trim();
    if (line === "" || line.length > mostMarkCharacters) return 0;
    said = said === "" ? line : `${said} ${line}`;
    if (said.length > mostMarkCharacters) return 0;
    if (!/[:：]$/.test(said)) continue;
    return attributions.some((one) => one.test(said)) || anyAttribution.test(said) ? more + 1 : 0;
  }
  return 0;
}

const originals =
  /^\s*(?:[-_—–]{2,}\s*(?:original (?:message|e-?mail)|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|message d['’]origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|(?:oryginalna wiadomość|wiadomość oryginalna)|元のメッセージ|original message|الرسالة الأصلية|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|wiadomość przekazana|転送されたメッセージ|رسالة مُ?عاد توجيهها)\s*[-_—–]{2,}|begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-?mail):|début du message réexpédié\s?:|inicio del mensaje reenviado:|inizio messaggio inoltrato:|início da mensagem reencaminhada:|begin doorgestuurd bericht:|początek przekazywanej wiadomości:)\s*$/iu;

/** "-----Original Message-----" and what stands for it. */
export function isOriginalMessage(line: string): boolean {
  return line.length <= 120 && originals.test(line);
}

const from = /^\*?(?:from|von|de|da|van|od|差出人|送信者|من)\s?\*?\s?[:：]\*?\s?\S/iu;
const sent =
  /^\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: em)?|fecha|data|inviato|verzonden|wysłano|送信日時|日付|日時|تم الإرسال|التاريخ|تاريخ الإرسال)\s?\*?\s?[:：]\*?/iu;
const other =
  /^\*?(?:to|an|à|para|a|aan|do|cc|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|宛先|件名|إلى|الموضوع)\s?\*?\s?[:：]\*?/iu;

/** The headers that Outlook and its like put above what they quote: whose, when, and to whom or about what. */
export function isHeaderBlock(lines: string[], at: number): boolean {
  if (!from.test((lines[at] ?? "").slice(0, mostMarkCharacters))) return false;
  const next = lines.slice(at + 1, at + 7).map((line) => line.slice(0, mostMarkCharacters));
  return next.some((line) => sent.test(line)) && next.some((line) => other.test(line));
}
