import type { Beyond } from "./beyond.ts";

export const es: Beyond = {
  notes: {
    browse: {
      subjects: [
        "¿Todavía [lo está pensando|con dudas]?",
        "{{cart.firstItem}}: ¿otro vistazo?",
        "Lo que estuvo mirando, reunido aquí",
      ],
      preheaders: [
        "Todo está [en este correo|más abajo], por si quiere encontrarlo de nuevo.",
        "Sin prisa: este es el camino de vuelta.",
      ],
      headings: ["Eche otro vistazo", "Esto es lo que [estuvo mirando|miró]"],
      openings: [
        "[Gracias por su visita|Gracias por mirar] en {{brand.name}}. Aquí tiene lo que miró, por si [quiere volver|le interesa].",
        "Estuvo mirando en {{brand.name}}. Para que no tenga que buscar otra vez, aquí está lo que miró.",
        "Estuvo mirando en {{brand.name}}. Para que no tenga que buscar otra vez, aquí está lo que estuvo viendo.",
        "Elegir lleva un rato. Aquí está lo que miró, reunido.",
        "Elegir necesita tiempo. Aquí está lo que miró, reunido.",
      ],
      seconds: [
        "Sigue en la tienda, por si [lo quiere ver otra vez|quiere volver a mirarlo].",
        "Si algo le [gusta|convence], [un clic|el botón de abajo] le lleva hasta allí.",
        "Si tiene una pregunta, responda [sin más|simplemente] a este correo.",
        "Mírelo de nuevo [cuando quiera|con calma].",
      ],
    },
    thanks: {
      subjects: [
        "Gracias por su pedido",
        "Su pedido en {{brand.name}}: [gracias|muchas gracias]",
        "[Nos alegra|Qué alegría] que haya hecho un pedido",
      ],
      preheaders: [
        "Aquí está [otra vez su pedido|de nuevo lo que pidió], para guardarlo.",
        "Nos ha [llegado|llegado bien].",
      ],
      headings: ["Muchas gracias", "[Le damos las gracias|Gracias de parte de todos]"],
      openings: [
        "Gracias: su pedido [ya está aquí|está con nosotros], y nos [alegra|alegra mucho].",
        "[Muchas gracias|Gracias] por su pedido en {{brand.name}}. Nos [alegra|gusta] que haya encontrado algo.",
      ],
      seconds: [
        "Abajo encuentra [otra vez su pedido|lo que pidió], para guardarlo.",
        "Si algo no está [como debería|como usted quería], responda [sin más|simplemente] a este correo.",
        "Si tiene alguna pregunta, [escríbanos|responda a este correo] y le ayudamos.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: ¿[alguna pregunta|preguntas]?",
        "Unas palabras sobre [su pedido|lo que pidió]",
        "Para disfrutar de su pedido",
      ],
      preheaders: ["Pregúntenos [lo que quiera|cualquier cosa].", "Para que lo [disfrute|aproveche]."],
      headings: ["Para que lo disfrute", "¿Tiene alguna [pregunta|duda]?"],
      openings: [
        "Es probable que ya haya usado lo que pidió. Si algo no está claro, pregúntenos enseguida.",
        "Es probable que ya haya usado lo que pidió. Si algo no está claro, pregúntenos sin reparo.",
        "Cómo se usa, cómo se cuida, qué hacer si algo no va bien: nos gustan esas preguntas.",
        "Cómo se usa, cómo se mantiene, qué hacer si algo no va bien: nos gustan esas preguntas.",
      ],
      seconds: [
        "Responda [sin más|simplemente] a este correo y [una persona|alguien del equipo] le escribirá.",
        "Basta una respuesta [corta|breve], y [alguien|una persona] se pondrá en contacto.",
        "Conocemos lo que vendemos y se lo contamos [con gusto|encantados].",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: ¿qué le parece?",
        "¿Qué opina de [su pedido|lo que pidió]?",
        "¿Podemos [preguntarle algo|conocer su opinión]?",
      ],
      preheaders: ["Su opinión [nos ayuda|nos enseña].", "Bastan unas [palabras|líneas]."],
      headings: ["Cuéntenos qué le parece", "[Su mirada nos importa|Queremos conocer su mirada]"],
      openings: [
        "Hace un tiempo que tiene su pedido. Nos gustaría saber qué le parece.",
        "Hace algún tiempo que tiene su pedido. Nos gustaría saber qué le parece.",
        "Hace algún tiempo que tiene su pedido. Nos gustaría saber si le gusta.",
        "¿Qué tiene de bueno, y qué no? Lo preguntamos porque aprendemos de ello.",
        "¿Qué tiene de bueno, y qué no? Lo queremos saber porque aprendemos de ello.",
      ],
      seconds: [
        "Responda [sin más|simplemente] a este correo con [unas palabras|una frase]; lo lee una persona.",
        "Lo que le gustó y lo que no: [queremos saberlo|cuéntenos].",
        "Si algo no está bien, díganoslo y [lo miraremos|veremos qué podemos hacer].",
      ],
    },
    complement: {
      subjects: [
        "Algo que combina con [su pedido|lo que pidió]",
        "{{cart.firstItem}}: ¿[quizá para usted|una idea para usted]?",
        "Una idea sobre [su pedido|lo que pidió]",
      ],
      preheaders: ["Vea [si le convence|si le gusta].", "Elegido para acompañar lo que [tiene|pidió]."],
      headings: ["Esto va bien con ello", "[Quizá también le guste esto|Quizá esto sea para usted]"],
      openings: [
        "Aquí hay [algo|una idea] que va con lo que [pidió|eligió] en {{brand.name}}.",
        "Hay cosas que [van bien juntas|son para estar juntas]. Para su pedido pensamos en [esto|algo que le puede gustar].",
      ],
      seconds: [
        "Si no es [para usted|lo suyo], [no pasa nada|no importa].",
        "[Un clic|El botón de abajo] le muestra más.",
        "Mírelo [cuando quiera|con calma].",
      ],
    },
    loyalty: {
      subjects: [
        "Gracias por [volver|pedir otra vez]",
        "De {{brand.name}}, [con gratitud|para darle las gracias]",
        "Qué bien que [haya vuelto|esté aquí de nuevo]",
      ],
      preheaders: [
        "Unas palabras de gratitud, [nada más|y nada más].",
        "Lo hemos notado y [nos alegra|estamos contentos].",
      ],
      headings: ["Ha vuelto", "[Qué bien verle de nuevo|Nos alegra verle otra vez]"],
      openings: [
        "Ha vuelto a pedir [con nosotros|en {{brand.name}}]. [No lo damos por sentado|Sabemos que no es algo obvio].",
        "Nos alegra [mucho|de verdad] que [haya vuelto|pida otra vez]. Gracias.",
      ],
      seconds: [
        "Si [necesita|quiere] algo de nosotros, [responda a este correo|escríbanos]; aquí estamos.",
        "¿Qué podríamos hacer de otra manera por usted? Responda sin más.",
        "¿Qué podríamos hacer de otra manera por usted? Responda simplemente.",
        "Nos [alegrará|alegrará mucho] verle de nuevo.",
      ],
    },
    win_back: {
      subjects: ["Ha pasado un tiempo", "¿[Cómo está|Qué tal le va]?", "Un saludo de {{brand.name}}"],
      preheaders: ["Queríamos saber de usted.", "Quizá haya [algo para usted|algo que le guste]."],
      headings: ["Hace un tiempo que no le vemos", "[Nos alegra conocerle|Es un gusto conocerle]"],
      openings: [
        "Hace un tiempo que pidió en {{brand.name}}. Esperamos que esté bien.",
        "Hace un tiempo que no nos visita, y nos acordamos de usted.",
        "Hace algún tiempo que no nos visita, y nos acordamos de usted.",
      ],
      seconds: [
        "[Eche un vistazo|Pase a vernos] si quiere; si no, [tampoco pasa nada|también está bien].",
        "Si la última vez algo [fue mal|no le gustó], [díganoslo|escríbanos]; queremos saberlo.",
        "[Un clic|El botón de abajo] le lleva a la tienda.",
      ],
    },
  },
  offers: [
    "Para usted: {{incentive.label}}.",
    "Lo que podemos añadir: {{incentive.label}}.",
    "Con nuestra gratitud: {{incentive.label}}.",
  ],
  closings: [
    "[Un saludo|Saludos cordiales] de {{brand.name}}.",
    "[Con un saludo|Con gratitud], {{brand.name}}.",
    "Hasta la próxima, y gracias.",
    "Gracias por [leernos|su tiempo].",
  ],
  toShop: ["Ver la tienda", "Ir a la tienda", "Echar un vistazo"],
  toProducts: ["Mirar", "Verlo", "Ver más"],
};
