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
  scraps:
    "indicaciones|siguiendo (?:las|tus)|¡?claro! (?:este|aquí|aqui)|este es el texto|texto (?:solicitado|pedido)|tono solicitado|borrador|límite de caracteres|prompt\\p{L}*|según lo (?:pedido|solicitado)|directrices",
  surprise:
    "sorpresas?|de propina|además te|extra|extras|obsequi\\p{L}*|detallito|añadimos|incluimos|de regalo|regal\\p{L}*",
  urgency:
    "reloj|tictac|cuenta atrás|ahora o nunca|demasiado tarde|se acaba\\p{L}*|se termina\\p{L}*|acaba (?:el|este|la|pronto|hoy)|termina (?:el|este|la|pronto|hoy)|en breve|pronto|vaci(?:ar|amos|ado|ará|aremos)\\p{L}*|borr\\p{L}*|elimin(?:ará|aremos|ado)\\p{L}*|horas?|días?|semanas?|mes|meses|fin de semana|hoy|esta (?:noche|semana)|mañana|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|medianoche|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|navidad|temporada|rápid\\p{L}*|cuanto antes|date|corre|apresur\\p{L}*|urgen\\p{L}*|mientras (?:dure|puedas|quede)\\p{L}*|expir\\p{L}*|caduc\\p{L}*|a tiempo|plazo|límite",
  delivery:
    "entregado\\p{L}*|entregamos|llega(?:rá|n|rán)?|recib(?:e|es|irás|elo|elos)\\p{L}*|estren\\p{L}*|en casa|a tu puerta|paquete (?:llega|estará)\\p{L}*|mensajer\\p{L}*|exprés|express|envi(?:ado|amos)\\p{L}* (?:hoy|mañana|en)",
  demand:
    "alguien más|otr[oa]s (?:\\p{L}+ )?(?:ojo|interes|client|person|compr|quier)\\p{L}*|otros|todo el mundo|todos (?:hablan|quieren|lo)|favorit\\p{L}*|preferid\\p{L}*|querid[oa]s? (?:por|de)|nuestros client\\p{L}*|tendencia\\p{L}*|moda|éxito|furor|arras\\p{L}*|codiciad\\p{L}*|echado el ojo|ojo|fans?|imprescindible\\p{L}*|de culto",
  scarce:
    "desaparec\\p{L}*|a punto de|no habrá|para todos|agot\\p{L}*|escas\\p{L}*|raro|rara|últim\\p{L}*|qued(?:a|an|en) (?:poc|muy|ya|alg|un|sol|sin)\\p{L}*|nunca|solo|sólo|únic\\p{L}*|exclusiv\\p{L}*|limitad\\p{L}*|vuela\\p{L}*|volará\\p{L}*|existencias|apartad\\p{L}*|te lo (?:apartamos|reservamos)|no (?:lo |la |los |te lo |te la )?(?:dejes|pierdas|podemos (?:asegurar|prometer|garantizar))\\p{L}*|perder|perderás|escap\\p{L}*|suficiente\\p{L}*|antes de que|se lo lleve\\p{L}*|estantes?|almacén|stock",
  returns:
    "devol(?:ver|uci|ución|uciones|vemos|vérnoslo)\\p{L}*|cambi(?:arlo|arla|arlos|arlas)|recogemos|recogida|sin que pagues|dinero|reembols\\p{L}*|a nuestro cargo|nuestra cuenta|de prueba|periodo|garant\\p{L}*|promet\\p{L}*|promesa|confianza|seguridad|certificad\\p{L}*|auténtic\\p{L}*|original\\p{L}*|genuin\\p{L}*|sin compromiso",
  praise:
    "mejor(?:es)?|perfect\\p{L}*|calidad|premium|lujo\\p{L}*|precios[oa]\\p{L}*|maravillos\\p{L}*|espectacular\\p{L}*|excelente\\p{L}*|excepcional\\p{L}*|ideal\\p{L}*|famos\\p{L}*|reconocid\\p{L}*|recomendad\\p{L}*|recomiend\\p{L}*|encanta(?: a)|aman|adoran|elogi\\p{L}*|prensa|expertos?|probad[oa]\\p{L}*|premi\\p{L}*",
  effect:
    "dolor\\p{L}*|duele|espalda|salud\\p{L}*|piel|sueño|bienestar|estrés|energía|alivi\\p{L}*|sana(?:r|rá)?|vitamin\\p{L}*|se paga|rentab\\p{L}*|vale la pena|amortiz\\p{L}*|inver\\p{L}*|gan(?:ar|as|arás) (?:dinero|más)|ingresos|durader\\p{L}*|resistent\\p{L}*|impermeable\\p{L}*|ecológic\\p{L}*|sostenible\\p{L}*|orgánic\\p{L}*|vegan\\p{L}*|hecho a mano|suave\\p{L}*|cálid\\p{L}*|cómod\\p{L}*|algodón|cuero|lana",
  past: "nos compraste|compraste|compró|que (?:ya )?(?:nos )?(?:compr|ped)(?:aste|iste)|(?:invierno|verano|año|mes|otoño) pasado|(?:semana|primavera|vez) pasada|tu (?:último|anterior|primer|última)\\p{L}* (?:compra|pedido|visita)|desde hace (?:años|tiempo)|cumpleaños|aniversario|socio\\p{L}*|vip|igual que con",
  price:
    "precio\\p{L}*|coste\\p{L}*|costo\\p{L}*|cuesta\\p{L}*|costará\\p{L}*|costar\\p{L}*|barat\\p{L}*|económic\\p{L}*|caro|cara|menos|rebaj\\p{L}*|baj(?:ar|amos|a) |quitamos|descont\\p{L}*|ahorr\\p{L}*|tarifa\\p{L}*|factura|bolsillo|presupuesto|pagar (?:menos|solo|nada)|transporte|nos encargamos|lo ponemos nosotros|por nuestra|portes|gastos|valor|cuotas|plazos|financi\\p{L}*|crédito",
  quantity:
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\p{L}*|veint\\p{L}*|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento\\p{L}*|cientos|mil|miles|millones|docenas?|doble\\p{L}*|triple\\p{L}*|ambos|ambas|mitad|medio|tercio|cuarta parte|quinta parte|décima parte|quinto|par|pares|vari[oa]s|numeros[oa]s",
  spam: "haz clic aquí|compra ya|compra ahora|urgente\\p{L}*|no te (?:lo )?pierdas|felicidades|enhorabuena|sin compromiso|increíble\\p{L}*|estimado cliente|a qué esperas",
  leak: "ignora (?:las|todo|todas|lo)|instrucciones|modelo de lenguaje|como ia|aquí (?:está|tienes) (?:el|tu) (?:correo|borrador|asunto|email)|asunto:",
  greeting: "hola|querid[oa]|buenos días|buenas tardes|estimad[oa]",
};
