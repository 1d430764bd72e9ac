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
      ],
      preheaders: ["Hemos guardado tu carrito tal como estaba.", "Con un clic vuelves a tu carrito."],
      headings: ["Tu carrito te espera sin prisas", "Has dejado algo en tu carrito"],
      bodies: [
        "Estabas mirando en {{brand.name}} y no llegaste hasta el final. Nos pasa a todos, así que tu carrito está tal como lo dejaste.",
        "Seguramente te surgió algo mientras comprabas. Puedes continuar donde lo dejaste cuando te venga bien.",
        "Aquí tienes lo que habías elegido, para que no tengas que buscarlo otra vez.",
      ],
    },
    help: {
      subjects: [
        "¿Te podemos ayudar?",
        "¿Te queda alguna duda con tu carrito?",
        "{{cart.firstItem}}: ¿qué te gustaría saber?",
      ],
      preheaders: ["Responde a este correo y te contestará una persona.", "Cuéntanos qué necesitas saber."],
      headings: ["¿Te ayudamos a decidir?", "¿Alguna pregunta antes de decidir?"],
      bodies: [
        "Quizá tenías dudas con la talla, con la entrega o con otra cosa. Responde a este correo y te escribirá una persona del equipo.",
        "A veces una pregunta sin respuesta es lo que detiene una compra. Si es tu caso, escríbenos y te contestaremos lo mejor que podamos.",
        "Si algo no funcionó o no quedó claro, nos gustaría saberlo. Nos basta con unas palabras.",
      ],
    },
    incentive: {
      subjects: [
        "Para tu carrito: {{incentive.label}}",
        "{{incentive.label}} en lo que elegiste",
        "Algo más para tu carrito",
      ],
      preheaders: ["Encontrarás los detalles en este correo.", "Se aplica a lo que hay en tu carrito."],
      headings: ["Para ponértelo un poco más fácil", "Algo para tu carrito"],
      bodies: [
        "Te tomaste tu tiempo para elegir y queremos ponerte más fácil lo que falta.",
        "Tu carrito de {{brand.name}} está sin terminar. Quizá esto te ayude.",
        "Tu selección está tal como la dejaste, y ahora hay algo que la acompaña.",
      ],
    },
    last_chance: {
      subjects: [
        "Unas últimas palabras sobre tu carrito",
        "Nuestro último correo sobre este carrito",
        "¿Lo dejamos aquí?",
      ],
      preheaders: ["Después de este no te escribiremos más.", "No te enviaremos más recordatorios."],
      headings: ["Unas últimas palabras", "Después de esto, te dejamos en paz"],
      bodies: [
        "Es la última vez que te escribimos sobre este carrito. Si te sigue gustando lo que elegiste, aquí tienes el camino de vuelta.",
        "No queremos llenar tu bandeja de entrada, así que este es el último mensaje sobre el tema. Tu carrito está más abajo, por si lo quieres.",
        "Quizá no era el momento, y no pasa nada. Si cambias de opinión, lo que elegiste está más abajo.",
      ],
    },
  },
  offers: ["Para ti: {{incentive.label}}.", "Para acompañar tu carrito: {{incentive.label}}."],
  offerEnds: ["Es por tiempo limitado; los detalles están en este correo."],
  loyalty: ["Gracias por haber comprado antes con nosotros.", "Ya has comprado con nosotros y te lo agradecemos."],
  closings: [
    "Tómate tu tiempo. Si algo no está claro, responde a este correo.",
    "Decidas lo que decidas, gracias por tu visita.",
  ],
  buttons: ["Volver a mi carrito", "Ver mi carrito"],
};
