/** Subjects that mailers write over an absence notice, in the languages of ours. They stand at the beginning. */
const subjects =
  /^(?:(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|ooo\b|away from (?:the |my )?(?:office|desk)|on vacation|vacation reply)|(?:automatische antwort|abwesenheits(?:notiz|nachricht|meldung|assistent)|abwesend\b|nicht im büro|außer haus)|(?:réponse automatique|absence du bureau|absent du bureau|message d['’]absence|absence\s*:)|(?:respuesta automática|fuera de la oficina|ausencia de la oficina|ausente\b)|(?:risposta automatica|fuori sede|fuori ufficio|assente dall['’]ufficio|assenza dall['’]ufficio)|(?:resposta automática|ausência temporária|fora do escritório|ausente do escritório)|(?:automatisch antwoord|automatische reactie|afwezig(?:heid)?\b|niet op kantoor|niet aanwezig)|(?:odpowiedź automatyczna|automatyczna odpowiedź|poza biurem|nieobecność|nieobecny|nieobecna|jestem nieobecn)|(?:自動返信|自動応答|自動回答|不在通知|不在のお知らせ|【自動返信】|\[自動返信\]|休暇中)|(?:رد تلقائي|الرد التلقائي|خارج المكتب|خارج مكتبي|خارج الدوام))/iu;

/** Whether a subject is that of an absence notice. */
export function looksOutOfOffice(subject: string): boolean {
  return subjects.test(
    subject
      .normalize("NFKC")
      .trim()
      .slice(0, 200)
      .replace(/^re:\s*/i, ""),
  );
}

/** What people have their mailer say while they are away. Asked only of mail that a machine sent. */
const texts =
  /out of (?:the )?office|on (?:annual |parental |maternity )?(?:leave|vacation|holiday)|limited access to (?:my )?e-?mail|nicht im (?:büro|haus)|abwesend|im urlaub|absent[e]? du bureau|en congé|en vacances|actuellement absent|fuera de la oficina|de vacaciones|estoy ausente|fuori (?:ufficio|sede)|in ferie|sono assente|fora do escritório|de férias|estou ausente|niet op kantoor|met vakantie|op vakantie|afwezig|poza biurem|na urlopie|nieobecn|不在|休暇|休業|خارج المكتب|في إجازة/iu;

export function saysOutOfOffice(text: string): boolean {
  return texts.test(text.normalize("NFKC").slice(0, 4_000));
}
