import type { Lexicon } from "./lexicon.ts";

const days =
  "hoy|esta noche|mañana|medianoche|mediodía|lunes|martes|miércoles|jueves|viernes|sábado|domingo|fin de|navidad";

export const es: Lexicon = {
  stopWords:
    "el la los las y tu tus te en de que con para por una un es está no se lo si al del más aquí cuando has quieres has",
  numberWords:
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|mil|docena",
  timeUnits: "horas?|días?|minutos?|semanas?",
  percent: "por ?ciento",
  currency: "euros?|céntimos?|dólar(?:es)?|pesos?|libras esterlinas",
  shipping:
    "(?:envío|entrega|portes|gastos de envío) (?:\\p{L}+ ){0,2}(?:gratis|gratuit[oa]s?|incluid[oa]s?|libre)|sin (?:gastos|costes?|costo) de envío|(?:regalamos|pagamos|cubrimos|asumimos) (?:\\p{L}+ ){0,3}(?:envío|portes)",
  discount:
    "pag(?:a|ar|as|ues) menos|descuentos?|rebajas?|rebajad[oa]s?|ofertón|promoci(?:ón|ones)|cup(?:ón|ones)|vales? (?:de|por|descuento|regalo)|ahorr\\p{L}*|más barat[oa]s?|precios? (?:especial|reducido|rebajado|bajo)\\p{L}*|gangas?|bonificación",
  costless: "gratis|gratuit\\p{L}*|sin (?:coste|costo|cargo)\\p{L}*|invita la casa|corre por nuestra cuenta",
  half: "mitad de(?:l)? precio|a la mitad|medio precio|dos por uno|2x1|compra uno|(?:tercio|cuarto) (?:menos|de descuento)",
  gift: "regalos?|muestras? gratis|bonos?|cashback|puntos|sorteo|premios?|ganador\\p{L}*|has ganado",
  offer: "(?:nuestra|esta|una|tu|la) (?:\\p{L}+ )?oferta|ofertas?|pequeño detalle|detalle para ti",
  code: "códigos?",
  deadline:
    "tiempo limitado|(?:termina|acaba|expira|vence) (?:pronto|ya)|últim[oa]s? (?:oportunidad|ocasión|aviso de oferta)|date prisa|apresúrate|no esperes|antes de que (?:sea tarde|termine|acabe|expire)|expir\\p{L}*|caduc\\p{L}*|fecha límite|poco tiempo",
  exactDeadline: `(?:poc[oa]s|unas|unos) (?:horas|días)|(?:solo|sólo|únicamente) (?:por )?(?:hoy|esta noche|mañana|hasta)|(?:hasta|antes|termina|acaba) (?:\\p{L}+ ){0,2}(?:${days})|últim[oa]s? (?:días?|horas?)|medianoche|(?:entrega|llega|envío|recíbelo)\\p{L}* (?:\\p{L}+ )?(?:mañana|hoy mismo|el mismo día)`,
  stock:
    "quedan? (?:solo |sólo |apenas )?(?:una?|dos|tres|cuatro|cinco)|(?:solo|sólo|apenas)? ?quedan? (?:\\p{L}+ )?(?:poc[oa]s?|\\p{L}+ unidad(?:es)?|un[oa]s?)|últimas? (?:unidades|piezas|existencias)|agot\\p{L}*|existencias|en stock|disponib\\p{L}*|reservad[oa]s?|apartad[oa]s?|edición limitada|cantidad(?:es)? limitadas?|(?:mucha|alta) demanda|muy (?:demandad|solicitad|buscad)[oa]s?|vuelan|otr[oa]s (?:clientes|personas)",
  guarantee:
    "garant\\p{L}*|reembols\\p{L}*|devoluci(?:ón|ones) (?:gratis|gratuita|fácil)\\p{L}*|te devolvemos|sin riesgo|satisf\\p{L}*|mejor precio|precio más bajo",
  review:
    "estrellas?|reseñas?|opiniones|valorad[oa]s?|valoraci\\p{L}*|(?:clientes|personas) (?:adoran|aman|opinan)|más vendid[oa]s?|superventas|premiad[oa]s?|recomendad[oa]s? por|miles|millones|popular\\p{L}*|número uno",
  health:
    "cura\\p{L}*|sana|clínic\\p{L}*|médic\\p{L}*|dermatolog\\p{L}*|adelgaz\\p{L}*|perder peso|terap\\p{L}*|inversión|invertir|hacerte rico",
  history:
    "bienvenid[oa] de nuevo|fidelidad|client\\p{L}* (?:fiel|habitual|frecuente)\\p{L}*|fiel(?:es)?|(?:último|anterior|pasado)s? (?:pedido|compra)s?|última compra|compras anteriores|ya (?:has )?(?:comprado|pedido)|de nuevo (?:con nosotros|por aquí)|volver a (?:verte|contar contigo)|volver a confiar",
  spam: "haz clic aquí|compra ya|compra ahora|urgente\\p{L}*|no te (?:lo )?pierdas|felicidades|enhorabuena|sin compromiso|increíble\\p{L}*|estimado cliente|a qué esperas",
  leak: "ignora (?:las|todo|todas|lo)|instrucciones|modelo de lenguaje|como ia|aquí (?:está|tienes) (?:el|tu) (?:correo|borrador|asunto|email)|asunto:",
  greeting: "hola|querid[oa]|buenos días|buenas tardes|estimad[oa]",
};
