import type { Phrasebook } from "./phrasebook.ts";

export const pt: Phrasebook = {
  greetings: ["Olá, {{contact.firstName}},"],
  plainGreetings: ["Olá,"],
  notes: {
    reminder: {
      subjects: [
        "Seu carrinho está como você o deixou",
        "{{cart.firstItem}}: ficou no seu carrinho",
        "Continue de onde parou",
        "[Seu carrinho espera por você|Sua escolha espera por você]",
        "{{cart.count}} no seu carrinho",
      ],
      preheaders: [
        "Guardamos seu carrinho tal como estava.",
        "Com um clique, você volta ao seu carrinho.",
        "Tudo o que você escolheu, em um só lugar.",
      ],
      headings: [
        "Seu carrinho espera por você com calma",
        "Você deixou algo no carrinho",
        "Isto é o que você escolheu",
      ],
      openings: [
        "Você estava olhando a loja {{brand.name}} e não chegou até o fim. [Acontece com todos|Acontece], e seu carrinho está como você o deixou.",
        "Talvez algo tenha interrompido [sua visita|suas compras]. Seu carrinho está como você o deixou.",
        "Aqui está o que você tinha escolhido, para não precisar procurar [outra vez|de novo].",
        "Um [breve|pequeno] recado de {{brand.name}}: seu carrinho está como você o deixou.",
      ],
      seconds: [
        "Você pode continuar [quando for melhor para você|no seu ritmo].",
        "[Um clique|O botão abaixo] leva você de volta aonde estava.",
        "Se quiser concluir, está tudo [no lugar|pronto].",
        "Dê mais uma olhada [quando quiser|em um momento tranquilo].",
      ],
    },
    help: {
      subjects: [
        "Podemos ajudar?",
        "Ficou alguma dúvida sobre o seu carrinho?",
        "{{cart.firstItem}}: o que você gostaria de saber?",
        "Ainda com dúvidas? [Pergunte para nós|Escreva para nós]",
      ],
      preheaders: [
        "Responda a este e-mail e uma pessoa vai ler.",
        "Conte para nós o que você precisa saber.",
        "Uma pessoa da equipe lê cada resposta.",
      ],
      headings: [
        "Podemos ajudar você a decidir?",
        "Alguma pergunta antes de decidir?",
        "O que você gostaria de saber?",
      ],
      openings: [
        "Talvez você tenha ficado em dúvida sobre o tamanho, [a cor|o material] ou outra coisa.",
        "Às vezes é uma pergunta [sem resposta|em aberto] que deixa um carrinho parado.",
        "Se algo não funcionou ou não ficou claro, gostaríamos de saber.",
        "Escolher em uma tela nem sempre é fácil, porque não dá para [tocar em|experimentar] nada.",
      ],
      seconds: [
        "[É só responder|Basta responder] a este e-mail e uma pessoa da equipe vai escrever para você.",
        "Escreva para nós e responderemos da melhor forma possível.",
        "Basta uma resposta curta, e [alguém da equipe|um de nós] entrará em contato.",
        "Conte o que você [precisa saber|gostaria de saber] e faremos o possível para ajudar.",
      ],
    },
    incentive: {
      subjects: [
        "Para o seu carrinho: {{incentive.label}}",
        "{{incentive.label}} no que você escolheu",
        "Algo a mais para o seu carrinho",
        "Seu carrinho em {{brand.name}}: {{incentive.label}}",
      ],
      preheaders: [
        "Os detalhes estão neste e-mail.",
        "Vale para o que está no seu carrinho.",
        "Algo para acompanhar o que você escolheu.",
      ],
      headings: [
        "Para deixar tudo um pouco mais fácil",
        "Algo para o seu carrinho",
        "Algo para acompanhar a sua escolha",
      ],
      openings: [
        "Você escolheu com [calma|atenção], e queremos deixar o resto um pouco mais fácil.",
        "Seu carrinho em {{brand.name}} não foi concluído. Talvez [isto|o que segue] ajude.",
        "Sua escolha está como você a deixou, e agora há algo para acompanhá-la.",
        "Gostaríamos que o que você escolheu [chegasse até você|encontrasse o caminho da sua casa].",
      ],
      seconds: [
        "Vale para [o que está no seu carrinho|tudo o que aparece abaixo].",
        "O resto continua [como você deixou|como estava].",
        "Dê uma olhada e decida [com calma|no seu ritmo].",
        "Os detalhes estão [neste e-mail|logo abaixo].",
      ],
    },
    last_chance: {
      subjects: [
        "Uma última palavra sobre o seu carrinho",
        "Nosso último e-mail sobre este carrinho",
        "Ficamos por aqui?",
        "Um último olhar para o seu carrinho",
      ],
      preheaders: [
        "Depois deste, não escreveremos mais.",
        "Não vamos enviar outros lembretes.",
        "Um último olhar, se você quiser.",
      ],
      headings: [
        "Uma última palavra da nossa parte",
        "Depois disto, deixamos você em paz",
        "Um último olhar para o seu carrinho",
      ],
      openings: [
        "É a última vez que escrevemos [sobre|por causa de] este carrinho.",
        "Não queremos encher sua caixa de entrada, por isso este é o nosso último e-mail sobre [o assunto|este carrinho].",
        "Talvez não fosse o momento, e [não há problema|tudo bem].",
        "Depois deste e-mail, não haverá outros sobre [este carrinho|o assunto].",
      ],
      seconds: [
        "Se você ainda gosta do que escolheu, aqui está o caminho de volta.",
        "Seu carrinho está abaixo, se você quiser.",
        "Se você mudar de ideia, o que escolheu está [abaixo|no seu carrinho].",
        "Dê [uma última olhada|mais uma olhada] se quiser; se não, tudo bem também.",
      ],
    },
  },
  several: ["Há {{cart.count}} no seu carrinho.", "Seu carrinho tem {{cart.count}}."],
  stockOne: [
    "No momento temos {{stock.left}}, caso isso seja útil para você.",
    "Para você se organizar: agora temos {{stock.left}}.",
  ],
  stockSeveral: [
    "De um dos artigos do seu carrinho temos no momento {{stock.left}}, caso isso seja útil para você.",
    "Para você se organizar: de um dos seus artigos temos agora {{stock.left}}.",
  ],
  aboutDelivery: [
    "Se a dúvida era sobre a entrega, fale com a gente e explicamos como funciona.",
    "Perguntas sobre a entrega também são bem-vindas.",
  ],
  returns: ["Sobre trocas e devoluções: {{store.returns}}.", "Caso algo não sirva: {{store.returns}}."],
  shipping: ["Sobre a entrega: {{store.shipping}}.", "Como tudo chega até você: {{store.shipping}}."],
  offers: [
    "Para você: {{incentive.label}}.",
    "Para acompanhar o seu carrinho: {{incentive.label}}.",
    "O que acrescentamos: {{incentive.label}}.",
  ],
  offerCodes: ["O código: {{incentive.code}}.", "Ao finalizar a compra, use este código: {{incentive.code}}."],
  offerEnds: ["É válido até {{incentive.deadline}}.", "Você pode usar até {{incentive.deadline}}."],
  loyalty: [
    "Agradecemos por você já ter comprado aqui antes.",
    "Você já comprou na nossa loja, e agradecemos por isso.",
    "Você já comprou conosco: [agradecemos muito|isso significa muito para nós].",
  ],
  replies: [
    "Fique à vontade. Se algo não estiver claro, responda a este e-mail.",
    "Se tiver uma pergunta, [é só|basta] responder; uma pessoa vai escrever para você.",
    "Algo não está claro? [Responda a este e-mail|Escreva para nós] e ajudamos.",
  ],
  thanks: [
    "Seja qual for a sua decisão, agradecemos a visita.",
    "Agradecemos [a sua visita|o seu interesse].",
    "Leve [o tempo que precisar|o tempo necessário]; agradecemos o seu interesse.",
    "[Um abraço|Cumprimentos] de {{brand.name}}.",
  ],
  postscripts: [
    "PS: Uma pessoa lê cada resposta a este e-mail.",
    "PS: Perguntas são bem-vindas; é só responder a este e-mail.",
  ],
  buttons: ["Voltar ao carrinho", "Ver meu carrinho", "Abrir meu carrinho"],
};
