import type { PlainSpeech } from "./plain-speech.ts";

export const es: PlainSpeech = {
  idioms: String.raw`en un solo sitio|saludos cordiales|(?:lo que )?añadimos|lo mejor que podamos|te queda(?: alguna)?|(?:échale )?un último vistazo|un[ao]s últimas palabras|no habrá otros?|otros (?:recordatorios|mensajes|correos)|lo mejor posible|hasta el final|de nuevo|solo una pregunta|por ti mism[oa]|dos veces|no pasa nada|nos pasa a todos|le pasa a cualquiera|(?:no (?:hay|tenemos|tienes|corre|tengas) (?:\p{L}+ )?(?:prisa|presión|urgencia|obligación))|sin (?:prisas?|presi(?:ón|ones)|agobios|urgencia|obligación)|(?:tómate|toma) (?:todo )?(?:el|tu) tiempo(?: que (?:necesites|quieras))?|(?:(?:un|una|nuestr[oa]|est[ea]|el|la) )?(?:es )?(?:nuestr[oa] )?últim[oa] (?:mensaje|nota|correo|e-?mail|recordatorio|vez|palabra|aviso)|por última vez|(?:un|una|con un|con una) (?:solo )?(?:clic|respuesta|palabra|línea|pregunta|momento|minuto|mensaje)|otra (?:cosa|talla|vez|pregunta)|otro (?:color|momento|día)|no era (?:el|buen) (?:buen )?momento|todo (?:lo que|está|sigue|bien|tal)|a todos nos|a todos|buen(?:os|as)? (?:día|días|tardes|noches)|un (?:saludo|abrazo)(?: cordial)?|cualquier (?:cosa|duda|pregunta|momento)|una persona(?: de (?:nuestro|verdad|carne))?|alguien (?:de|del) (?:nuestro )?equipo|(?:un par de|unas? pocas?|unas) (?:clics|palabras|líneas|preguntas)|solo (?:si|tienes que|hace falta|queríamos|para|responde|escríbenos|un)|nada más|no se mueve|algo más|más fácil`,
  words: `
el la los las lo un una unos unas de del al a en con por para sin sobre entre hasta desde hacia según tras ante bajo
contra y e o u ni pero sino aunque porque pues si que qué quien quién cual cuál cuando cuándo donde dónde como cómo
cuanto cuánto yo tú te ti contigo se sí me mi mí nos nosotros le les ello eso esto ese esa esos esas este esta estos
estas aquel aquella aquello su sus tu tus tuyo tuya nuestro nuestra nuestros nuestras no ya aún todavía también
tampoco muy más mucho mucha poco bastante tan tanto así bien mal mejor siempre quizá quizás tal vez aquí ahí allí allá
ahora luego después antes algo alguien alguno alguna algún ninguno ninguna ningún cada otro otra otros otras mismo
misma tal cual cualquier cualquiera es soy eres somos son era eras eran fue fuiste fueron ser sido sea será sería está
estoy estás estamos están estaba estabas estaban estar estado esté hay hubo había haya he has ha hemos han haber puede
puedes podemos pueden pudiste pudo poder podría podrías podríamos quiere quieres queremos quieras quisiste quería
querías quisieras debe debes tiene tienes tenemos tengas tener tenía tuviste tuvo va vas vamos van voy ir fuera hace
haces hacemos hacer hiciste hizo hecho haga hagas da das damos dar di dice dices decir dinos dicho carrito* cesta*
selecci* elecci* elegi* elig* escog* producto* artículo* prenda* pedido* pedir compra comprar comprando tienda*
página* visit* naveg* mirar mira* mirando ver ves vimos visto viste vuelta* encontr* busca* buscar dej* dejaste guard*
sigue* siguen seguir segui* continu* retom* termin* complet* finaliz* empez* empiez* interrump* interrupci* surgi*
pas* ocurr* esper* espera* volver vuelve* vuelves vuelto volvi* regres* recuper* entr* abr* pulsa* clic botón enlace*
paso* pon pones poner puesto añad* cambi* modific* ajust* elimin* prob* prueb* ayud* orient* asesor* aconsej* consej*
respond* respuesta* contest* pregunta* preguntar escrib* escríbenos escrit* cuént* cuenta* contar hablar habla*
explic* aclar* resolver resolv* sab* sepas sé conoc* conten* inform* recuerd* record* recordatorio* leer lee leemos
escuch* oír duda* dudas dudar problema* dificultad* error* fallo* motivo* razón razones claro* clara seguro* segura
indecis* inconveniente* complicado talla* tamaño* color* material* tejido* corte* modelo* cantidad* medida* opci*
foto* imagen* descripci* detalle* pago* pagar tarjeta* envío* entrega* direcci* formulario* móvil teléfono ordenador
navegador pantalla correo* email* e-mail* mensaje* nota* palabra* línea* bandeja entrada equipo* persona* alguien
humano* nombre tiempo momento* rato calma* calmado tranquil* tranquilidad sencill* simple* simplemente fácil* facil*
direct* directamente pequeñ* cosa* parte* lado lugar sitio tal forma manera camino hola querid* estimad* buenos buenas
saludo* cordial* atentamente gracias agradec* encant* gust* gusta* alegr* content* siento lament* disculp* perd*
amable* favor prefer* prefier* necesit* dese* interes* import* pens* piens* decid* decisi* convenc* conveng* convien*
viene* apetec* parec* parece preocup* molest* insist* presion* prisa* prisas aplic* usar usa usas utiliz* aprovech*
válid* oferta* código* automátic* list* dispuest* posible* útil* bueno buena buenos natural* normal* cómod* propósito
caso acuerdo verdad vida día trabajo técnic* carg* cuenta sesión contraseñ* dispositivo funcion* intent* cualquier
sencillamente luego quizás libre* llegaste llegar pase pasa mostr* muestr* llev* lleva* trae* traer tom* tóm* mano*
gust* olvid* record* ponértel* ponte* pónte* sé unas buen gran* allí queréis contigo dedic* acompañ* atend*
respondemos seguramente mientras comprabas ritmo comprado pd bienvenidas habías échale vistazo valoramos reunido
preparado final nuevo contiene suele breve adonde abajo venga uno sirve puedas organizarte usarlo quedó podamos tocar
nada basta dínoslo tenías veces detiene sola haremos necesario ponerte falta resto igual casa llegara paz llenar tema
enviaremos opinión coment* quedan queda abiert* cerrad* compar* sugier* notamos aviso avis* charl* acerc* plant* duda
queríamos decirte guardad* cuidado* lavado* largo* ancho* manga* cintura* ajustad* holgad* estampad* tono* estilo*
gusto* combin* ocasión* hogar comparación* pausa* niñ* reunión* conexión* batería internet banco aplicación rechaz*
facturación postal país idioma invitad* registr* perfil* actualiz* carpeta lista* bolsa* curios* inspir* pase*
descubr* reflexi* releer aspecto* volveremos escribirte escribiremos ayudaría ayudar tejid*
estuvo eche miró tenga viendo búsqueda junto mírelo quiera muchas pidió llegado todos encuentra debería usted surge
disfrutar pregúntenos disfrute enseguida reparo usado cuida resulta mantiene corta pondrá contacto vendemos contamos
opina enseña bastan aprendemos frase críticas bienvenido libertad díganoslo veremos idea vea algunas juntas iría
complementan suyo gratitud darle sentado obvio pida verle vemos vaya acordamos vernos próxima leernos echar verlo sentimos ido ocupa decírnoslo
`,
};
