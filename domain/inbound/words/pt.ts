import type { IntentWords } from "./intent-words.ts";

const mail =
  "(?:e-?mails?|mails?|mensagens|mensagem|lembretes?|newsletters?|publicidade|propagandas?|spam|ofertas|anúncios)";

export const pt: IntentWords = {
  alone: [
    "stop",
    "parar",
    "pare",
    "parem",
    "sair",
    "remover",
    "descadastrar",
    "cancelar inscrição",
    "cancelar subscrição",
  ],
  stop: [
    `não (?:quero|desejo|queremos|gostaria de)(?: mais)?(?: receber| que me)`,
    `não (?:quero|desejo) mais ${mail}`,
    "par(?:em|e|a|ar) (?:já )?de (?:me |nos )?(?:enviar|mandar|escrever|contactar|contatar|incomodar|importunar|chatear)",
    "não me (?:envi|mand|escrev|contact|contat|incomod)\\p{L}+(?: nunca)? mais",
    "não (?:envi|mand|escrev)\\p{L}+ mais",
    "(?:remov|retir|tir|exclu|descadastr|elimin|apagu)\\p{L}*[- ]?me(?: \\p{L}+){0,2} (?:d[aoe]s?)",
    "(?:me|nos) (?:remov|retir|tir|exclu|descadastr|elimin)\\p{L}+(?: \\p{L}+){0,2} (?:d[aoe]s?)",
    "cancel(?:ar|em|e|a) (?:a |o |minha |a minha )?(?:inscrição|subscrição|assinatura|registo|newsletter)",
    `(?:sem|chega de|basta de|nada de) (?:mais )?${mail}`,
    "descadastr(?:e|em|ar) (?:o )?(?:meu|este)",
    "(?:deixem|deixe|deixa)[- ]me em paz|me deixem? em paz",
  ],
  elsewhere: [
    "(?:compr|encomend|encontr|ach|ped)\\p{L}*(?: \\p{L}+){0,4} (?:noutro (?:lado|sítio|site)|em outro (?:lugar|site)|em outra loja|noutra loja|na amazon|mais barato|na concorrência)",
    "já não (?:preciso|quero)|não preciso mais",
  ],
  complaint: [
    "(?:partid[oa]s?|quebrad[oa]s?|danificad[oa]s?|defeituos[oa]s?|com defeito|estragad[oa]s?|rasgad[oa]s?)",
    "(?:nunca|não|ainda não|até agora não)(?: \\p{L}+)? (?:cheg\\p{L}+|receb\\p{L}+|foi entregue|foram entregues)",
    "(?:quero|exijo|solicito|peço) (?:\\p{L}+ ){0,3}(?:reembolso|meu dinheiro|dinheiro de volta|estorno)",
    "(?:reclamação|queixa|inaceitável|vergonha|vergonhoso|burla|golpe|fraude|péssimo|péssima|horrível|absurdo)",
    "(?:muito|realmente|estou|bastante) (?:desiludid[oa]|decepcionad[oa]|dececionad[oa]|chatead[oa]|insatisfeit[oa]|zangad[oa]|irritad[oa])",
    "cobrad[oa] (?:duas vezes|em dobro)|cobraram (?:\\p{L}+ )?duas vezes",
    "(?:continuo|ainda estou|estou ainda) à espera|ainda estou esperando",
  ],
  bought: ["já (?:o |a |os |as |tinha |fiz )*(?:comprei|encomendei|paguei|pedi|comprado|a compra|o pedido)"],
  question: [
    "(?:como|quanto|quanta|quando|onde|qual|quais|quem|por ?que|porquê|que (?:tamanho|cor)|podem|pode|posso|poderia|poderiam|têm|vocês têm|há|é possível|fazem entregas|enviam para)",
    "(?:gostaria|queria) (?:de )?(?:saber|perguntar)",
  ],
};
