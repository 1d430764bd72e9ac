import type { Phrasebook } from "./phrasebook.ts";

export const es: Phrasebook = {
  greetings: ["Hola, {{contact.firstName}}:"],
  plainGreetings: ["Hola:"],
  notes: {
    reminder: {
      subjects: [
        "Tu carrito sigue como lo dejaste",
        "{{cart.firstItem}}: lo dejaste en tu carrito",
        "Continúa donde lo dejaste",
        "[Tu carrito te espera|Tu selección te espera]",
        "{{cart.count}} en tu carrito",
      ],
      preheaders: [
        "Hemos guardado tu carrito tal como estaba.",
        "Con un clic vuelves a tu carrito.",
        "Lo que elegiste, reunido en un solo sitio.",
      ],
      headings: ["Tu carrito te espera sin prisas", "Has dejado algo en tu carrito", "Esto es lo que elegiste"],
      openings: [
        "Estabas mirando en {{brand.name}} y no llegaste hasta el final. [Nos pasa a todos|Suele pasar], así que tu carrito está tal como lo dejaste.",
        "Seguramente te surgió algo mientras [comprabas|elegías]. Tu carrito está tal como lo dejaste.",
        "Aquí tienes lo que habías elegido, para que no tengas que buscarlo [otra vez|de nuevo].",
        "Un [breve|pequeño] mensaje de {{brand.name}}: tu carrito está como lo dejaste.",
      ],
      seconds: [
        "Puedes continuar [cuando te venga bien|a tu ritmo].",
        "[Con un clic|Con el botón de abajo] vuelves adonde estabas.",
        "Si quieres terminar, tu carrito está [en su sitio|preparado].",
        "Échale otro vistazo [cuando quieras|en un momento tranquilo].",
      ],
    },
    help: {
      subjects: [
        "¿Te podemos ayudar?",
        "¿Te queda alguna duda con tu carrito?",
        "{{cart.firstItem}}: ¿qué te gustaría saber?",
        "¿Aún tienes dudas? [Pregúntanos|Escríbenos]",
      ],
      preheaders: [
        "Responde a este correo y te contestará una persona.",
        "Cuéntanos qué necesitas saber.",
        "Una persona del equipo lee cada respuesta.",
      ],
      headings: ["¿Te ayudamos a decidir?", "¿Alguna pregunta antes de decidir?", "¿Qué te gustaría saber?"],
      openings: [
        "Quizá tenías dudas con la talla, con el [color|material] o con otra cosa.",
        "A veces [una pregunta sin respuesta|una sola duda] es lo que detiene una compra.",
        "Si algo no funcionó o no quedó claro, nos gustaría saberlo.",
        "Elegir en una pantalla no siempre es fácil, porque no se puede [tocar|probar] nada.",
      ],
      seconds: [
        "Responde [sin más|simplemente] a este correo y te escribirá una persona.",
        "Escríbenos y te contestaremos lo mejor que podamos.",
        "Nos basta con unas palabras, y [alguien del equipo|una persona] te contestará.",
        "Cuéntanos qué [necesitas saber|te preguntas] y haremos lo posible por ayudarte.",
      ],
    },
    incentive: {
      subjects: [
        "Para tu carrito: {{incentive.label}}",
        "{{incentive.label}} en lo que elegiste",
        "Algo más para tu carrito",
        "Tu carrito de {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "Encontrarás los detalles en este correo.",
        "Se aplica a lo que hay en tu carrito.",
        "Algo que acompaña a lo que elegiste.",
      ],
      headings: ["Para ponértelo un poco más fácil", "Algo para tu carrito", "Algo que acompaña a tu selección"],
      openings: [
        "Te tomaste [tu tiempo|el tiempo necesario] para elegir y queremos ponerte más fácil lo que falta.",
        "Tu carrito de {{brand.name}} está sin terminar. Quizá [esto|lo que sigue] te ayude.",
        "Tu selección está tal como la dejaste, y ahora hay algo que la acompaña.",
        "Nos gustaría que lo que elegiste [llegara hasta ti|encontrara el camino a tu casa].",
      ],
      seconds: [
        "Se aplica a [lo que hay en tu carrito|lo que ves más abajo].",
        "El resto sigue [como lo dejaste|igual].",
        "Míralo y decide [a tu ritmo|con calma].",
        "Los detalles están [en este correo|más abajo].",
      ],
    },
    last_chance: {
      subjects: [
        "Unas últimas palabras sobre tu carrito",
        "Nuestro último correo sobre este carrito",
        "¿Lo dejamos aquí?",
        "Un último vistazo a tu carrito",
      ],
      preheaders: [
        "Después de este no te escribiremos más.",
        "No te enviaremos más recordatorios.",
        "Un último vistazo, si te apetece.",
      ],
      headings: ["Unas últimas palabras", "Después de esto, te dejamos en paz", "Un último vistazo a tu carrito"],
      openings: [
        "Es la última vez que te escribimos [sobre|por] este carrito.",
        "No queremos llenar tu bandeja de entrada, así que este es el último mensaje [sobre el tema|sobre este carrito].",
        "Quizá no era el momento, y [no pasa nada|está bien así].",
        "Después de este correo no habrá otros [sobre este carrito|sobre el tema].",
      ],
      seconds: [
        "Si te sigue gustando lo que elegiste, aquí tienes el camino de vuelta.",
        "Tu carrito está más abajo, por si lo quieres.",
        "Si cambias de opinión, lo que elegiste está [más abajo|en tu carrito].",
        "Échale [un último vistazo|otra mirada] si te apetece; si no, también está bien.",
      ],
    },
  },
  several: ["En tu carrito hay {{cart.count}}.", "Tu carrito contiene {{cart.count}}."],
  stockOne: [
    "Ahora mismo tenemos {{stock.left}}, por si te sirve saberlo.",
    "Para que puedas organizarte: en este momento tenemos {{stock.left}}.",
  ],
  stockSeveral: [
    "De uno de los artículos de tu carrito tenemos ahora mismo {{stock.left}}, por si te sirve saberlo.",
    "Para que puedas organizarte: de uno de tus artículos tenemos en este momento {{stock.left}}.",
  ],
  aboutDelivery: [
    "Si era por el envío, dínoslo y te explicamos cómo funciona.",
    "Las preguntas sobre el envío también son bienvenidas.",
  ],
  returns: ["Sobre las devoluciones: {{store.returns}}.", "Por si algo no te va bien: {{store.returns}}."],
  shipping: ["Sobre el envío: {{store.shipping}}.", "Así te llega: {{store.shipping}}."],
  offers: [
    "Para ti: {{incentive.label}}.",
    "Para acompañar tu carrito: {{incentive.label}}.",
    "Lo que añadimos: {{incentive.label}}.",
  ],
  offerCodes: ["El código: {{incentive.code}}.", "Al pagar, escribe este código: {{incentive.code}}."],
  offerEnds: ["Es válido hasta el {{incentive.deadline}}.", "Puedes usarlo hasta el {{incentive.deadline}}."],
  loyalty: [
    "Gracias por haber comprado antes con nosotros.",
    "Ya has comprado con nosotros y te lo agradecemos.",
    "Ya has comprado con nosotros: [gracias por ello|lo valoramos mucho].",
  ],
  replies: [
    "Tómate tu tiempo. Si algo no está claro, responde a este correo.",
    "Si tienes alguna pregunta, responde [sin más|simplemente] y te contestará una persona.",
    "¿Hay algo que no esté claro? [Responde a este correo|Escríbenos] y te ayudamos.",
  ],
  thanks: [
    "Decidas lo que decidas, gracias por tu visita.",
    "Gracias [por tu visita|por tu interés].",
    "Tómate [el tiempo que necesites|tu tiempo], y gracias por tu interés.",
    "[Un saludo|Saludos cordiales] de {{brand.name}}.",
  ],
  postscripts: [
    "PD: Una persona lee cada respuesta a este correo.",
    "PD: Tus preguntas son bienvenidas; solo tienes que responder a este correo.",
  ],
  buttons: ["Volver a mi carrito", "Ver mi carrito", "Abrir mi carrito"],
};
