import type { AnswerBook } from "./answer-book.ts";

export const es: AnswerBook = {
  asked: ["Gracias por [tu pregunta|tu mensaje].", "Gracias por [escribirnos|preguntar]."],
  orders: ["Tu pedido {{order.name}} del {{order.date}} nos ha llegado."],
  handOvers: [
    "[Una persona del equipo|Alguien del equipo] lo mira y te escribirá personalmente.",
    "Una persona del equipo [lo mira y te contestará|se ocupa y te contestará].",
  ],
  more: [
    "Si algo no está claro, responde [sin más|simplemente] a este correo.",
    "Si tienes otra pregunta, responde [sin más|simplemente] a este correo.",
  ],
  cartLinks: ["Tu carrito está aquí: {{cart.link}}"],
  sorry: [
    "Sentimos que algo no haya ido bien, y gracias por decírnoslo.",
    "Gracias por decírnoslo. Sentimos que algo no haya ido como debería.",
  ],
  goodbyes: [
    "Gracias por decírnoslo. No te escribiremos más sobre este carrito.",
    "Gracias por tu respuesta. No te escribiremos más sobre este carrito.",
  ],
};
