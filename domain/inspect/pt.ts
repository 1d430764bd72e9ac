import type { Lexicon } from "./lexicon.ts";

const days = "hoje|esta noite|amanhã|meia-noite|segunda|terça|quarta|quinta|sexta|sábado|domingo|fim d[eoa]|natal";

export const pt: Lexicon = {
  stopWords:
    "o a os as e seu sua seus você de que com para por uma um é está não se no na do da ao ainda aqui quando mais em foi",
  numberWords:
    "dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|mil|dúzia",
  timeUnits: "horas?|dias?|minutos?|semanas?",
  percent: "por ?cento",
  currency: "euros?|cêntimos?|centavos?|dólar(?:es)?|reais|libras esterlinas",
  shipping:
    "(?:envio|frete|entrega|portes|custos de envio) (?:\\p{L}+ ){0,2}(?:grátis|gratuit[oa]s?|incluíd[oa]s?|por nossa conta)|sem (?:custos?|portes|taxas?) (?:de )?(?:envio|entrega|frete)?|(?:oferecemos|pagamos|cobrimos) (?:\\p{L}+ ){0,3}(?:envio|frete|portes|entrega)",
  discount:
    "pag(?:a|ar|ue) menos|descontos?|promoç(?:ão|ões)|saldos|cup(?:om|ons|ão)|vale-\\p{L}+|vale de \\p{L}+|poup(?:e|ar|ança)\\p{L}*|economiz\\p{L}*|mais barat[oa]s?|preços? (?:especia|reduzid|mais baix|promociona)\\p{L}*|pechincha|liquidação|abatimento",
  costless: "grátis|gratuit\\p{L}*|de graça|sem (?:custo|encargo|cobrança)s?|por nossa conta",
  half: "metade do preço|pela metade|meio preço|dois por um|leve dois|2x1|um (?:terço|quarto) a menos",
  gift: "presentes?|brindes?|amostras? grátis|bônus|bónus|cashback|pontos|sorteio|prêmios?|prémios?|ganhou|vencedor\\p{L}*",
  offer: "(?:nossa|esta|uma|sua|a) (?:\\p{L}+ )?oferta|ofertas?|mimo|miminho",
  code: "códigos?",
  deadline:
    "tempo limitado|(?:termina|acaba|expira) (?:em breve|já|logo)|últim[oa]s? (?:chance|oportunidade|hipótese)|apresse-se|corra|não espere|antes que (?:acabe|termine|expire|seja tarde)|expir\\p{L}*|prazo|pouco tempo",
  exactDeadline: `(?:pouc[oa]s|algumas|alguns) (?:horas|dias)|(?:só|somente|apenas) (?:por )?(?:hoje|esta noite|amanhã|até)|(?:até|antes|termina) (?:\\p{L}+ ){0,2}(?:${days})|últim[oa]s? (?:dias?|horas?)|meia-noite|(?:entrega|chega|envio|recebe)\\p{L}* (?:\\p{L}+ )?(?:amanhã|hoje mesmo|no mesmo dia)`,
  stock:
    "(?:só|apenas)? ?rest(?:a|am) (?:\\p{L}+ )?(?:pouc[oa]s?|\\p{L}+ unidades?|um[as]?)|últimas? (?:unidades|peças)|esgot\\p{L}*|estoque|em stock|disponív\\p{L}*|disponib\\p{L}*|reservad[oa]s?|edição limitada|quantidades? limitadas?|(?:muita|alta|grande) procura|muito procurad[oa]s?|outr[oa]s (?:clientes|pessoas)",
  guarantee:
    "garant\\p{L}*|reembols\\p{L}*|devoluç(?:ão|ões) (?:grátis|gratuita|fácil|fáceis)\\p{L}*|sem risco|satisf\\p{L}*|melhor preço|preço mais baixo|dinheiro de volta",
  review:
    "estrelas?|avaliaç(?:ão|ões)|avaliad[oa]s?|(?:clientes|pessoas) (?:adoram|amam|dizem)|mais vendid[oa]s?|premiad[oa]s?|recomendad[oa]s? por|milhares|milhões|popular\\p{L}*|número um",
  health:
    "cura\\p{L}*|clínic\\p{L}*|clinicamente|médic\\p{L}*|dermatolog\\p{L}*|emagrec\\p{L}*|perder peso|terap\\p{L}*|investimento|ficar rico",
  history:
    "bem-vind[oa] de volta|fidelidade|client\\p{L}* (?:fiel|fiéis|habitua)\\p{L}*|(?:último|anterior) (?:pedido|compra)s?|(?:última|compras?) (?:compra|anterior)\\p{L}*|encomendas? anterior\\p{L}*|já (?:comprou|encomendou)|de novo (?:conosco|connosco)|de volta (?:à|a) nossa|ter você de volta",
  spam: "clique aqui|compre já|compre agora|urgente\\p{L}*|não perca|parabéns|sem compromisso|incrív\\p{L}*|inacreditáv\\p{L}*|prezad[oa] cliente|car[oa] cliente|está à espera de quê",
  leak: "ignore (?:as|todas|tudo|o)|instruções|modelo de linguagem|como ia|aqui está (?:o|a|seu) (?:e-?mail|rascunho|assunto)|assunto:",
  greeting: "olá|oi|car[oa]|bom dia|boa tarde|prezad[oa]",
};
