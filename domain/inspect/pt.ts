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
  scraps:
    "orientações|conforme (?:as|o)|claro! (?:segue|aqui)|segue o texto|texto (?:solicitado|pedido)|tom solicitado|rascunho|limite de caracteres|prompt\\p{L}*|como solicitado|diretrizes",
  surprise:
    "surpresas?|extra|extras|presente\\p{L}*|mimos?|lembrancinha\\p{L}*|brinde\\p{L}*|a mais para|acrescentamos|incluímos|oferecemos um\\p{L}*",
  urgency:
    "relógio|contagem|agora ou nunca|tarde demais|acaba(?:r|ndo|rá)?(?= |\\.|,|$)|termina(?:r|rá)?(?= (?:hoje|no|na|em|logo)|\\.|$)|em breve|esvazi\\p{L}*|apag\\p{L}*|exclu(?:ir|ído|iremos)\\p{L}*|horas?|dias?|semanas?|mês|meses|fim de semana|hoje|esta noite|amanhã|ontem|segunda\\p{L}*|terça\\p{L}*|quarta-feira|quinta-feira|sexta\\p{L}*|sábado|domingo|meia-noite|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|natal|temporada|rápid\\p{L}*|depressa|corr(?:a|endo|e)|apress\\p{L}*|urgen\\p{L}*|enquanto (?:dur|há|tem|ainda)\\p{L}*|expir\\p{L}*|a tempo|prazo|quanto antes",
  delivery:
    "entregue\\p{L}*|entregamos|cheg(?:a|ará|am) (?:em|até|no|na|amanhã|hoje)\\p{L}*|receb(?:a|e|er|erá)\\p{L}*|use no|em casa|à sua porta|pacote (?:chega|estará)\\p{L}*|correio\\p{L}*|expresso|estrei\\p{L}*",
  demand:
    "mais gente|outr[oa]s (?:\\p{L}+ )?(?:olho|interess|client|pesso|compr|quer)\\p{L}*|outr[oa]s|todo mundo|toda a gente|todos (?:falam|querem|estão)|queridinh\\p{L}*|preferid\\p{L}*|favorit\\p{L}*|nossos client\\p{L}*|tendência\\p{L}*|moda|sucesso|febre|cobiçad\\p{L}*|de olho|fãs?|imperdív\\p{L}*|falando dele",
  scarce:
    "quase no fim|no fim|não vai haver|para todos|esgot\\p{L}*|escass\\p{L}*|rar[oa]s?|últim\\p{L}*|rest(?:a|am) (?:pouc|só|apenas|um)\\p{L}*|nunca|só|somente|apenas|únic\\p{L}*|exclusiv\\p{L}*|limitad\\p{L}*|sumir|some|somem|voa|voam|estoque|stock|separad\\p{L}*|reserv\\p{L}*|não (?:perca|deixe|podemos (?:garant|promet|assegur))\\p{L}*|perder\\p{L}*|escap\\p{L}*|suficiente\\p{L}*|antes que|prateleir\\p{L}*|armazém|disponív\\p{L}*|desaparec\\p{L}*",
  returns:
    "devol(?:ver|uç|va|uções|ução)\\p{L}*|troc(?:ar|a|as)|buscamos|de volta (?:sem|grátis)|sem você pagar|sem pagar|dinheiro|reembols\\p{L}*|por nossa (?:conta|custa)|de teste|garant\\p{L}*|promet\\p{L}*|promessa|confiança|segurança|certificad\\p{L}*|autêntic\\p{L}*|original\\p{L}*|genuín\\p{L}*",
  praise:
    "melhor(?:es)?|perfeit\\p{L}*|qualidade|premium|luxo\\p{L}*|lind[oa]s?|maravilhos\\p{L}*|deslumbrant\\p{L}*|excelente\\p{L}*|excecion\\p{L}*|excepcion\\p{L}*|ideal\\p{L}*|famos\\p{L}*|renomad\\p{L}*|recomendad\\p{L}*|adoram|amam|elogi\\p{L}*|imprensa|especialistas?|testad\\p{L}*|premi\\p{L}*",
  effect:
    "dor|dores|costas|saúde|saudáv\\p{L}*|pele|sono|bem-estar|estresse|stress|energia|alívi\\p{L}*|alivi\\p{L}*|vitamin\\p{L}*|se paga|rentáv\\p{L}*|vale a pena|compensa|invest\\p{L}*|lucr\\p{L}*|ganhar (?:dinheiro|mais)|renda|duráv\\p{L}*|resistent\\p{L}*|impermeáv\\p{L}*|ecológic\\p{L}*|sustentáv\\p{L}*|orgânic\\p{L}*|vegan\\p{L}*|feito à mão|maci[oa]\\p{L}*|quent(?:e|inho)|confortáv\\p{L}*|algodão|couro|lã",
  past: "que (?:você )?(?:já )?comprou|comprou (?:conosco|connosco|aqui)|(?:inverno|verão|ano|mês|outono) passado|(?:semana|primavera|vez) passada|(?:seu|sua) (?:últim|anterior|primeir)\\p{L}*|há anos|aniversário|sóci[oa]|membro|vip|como (?:as|os) (?:botas|\\p{L}+ que)",
  price:
    "preço\\p{L}*|custo\\p{L}*|custa\\p{L}*|custar\\p{L}*|barat\\p{L}*|em conta|car[oa](?! \\p{L}+,)|menos|tiramos|descont\\p{L}*|abat\\p{L}*|baix(?:ar|amos|ou)|reduz\\p{L}*|econom\\p{L}*|poup\\p{L}*|tarif\\p{L}*|fatura|bolso|orçamento|pagar (?:menos|só|nada)|quem paga|transporte|por nossa|portes|gastos|valor|parcel\\p{L}*|prestações|financi\\p{L}*|crédito",
  quantity:
    "dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quatorze|quinze|dezes\\p{L}*|dezo\\p{L}*|dezen\\p{L}*|vint\\p{L}*|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento\\p{L}*|centenas?|mil|milhares|milhões|dúzias?|dobro|triplo|dupl[oa]|amb[oa]s|metade|meio|terço|quinto|décimo|par|pares|vári[oa]s|numeros[oa]s",
  spam: "clique aqui|compre já|compre agora|urgente\\p{L}*|não perca|parabéns|sem compromisso|incrív\\p{L}*|inacreditáv\\p{L}*|prezad[oa] cliente|car[oa] cliente|está à espera de quê",
  leak: "ignore (?:as|todas|tudo|o)|instruções|modelo de linguagem|como ia|aqui está (?:o|a|seu) (?:e-?mail|rascunho|assunto)|assunto:",
  greeting: "olá|oi|car[oa]|bom dia|boa tarde|prezad[oa]",
};
