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
      ],
      preheaders: ["Guardamos seu carrinho tal como estava.", "Com um clique, você volta ao seu carrinho."],
      headings: ["Seu carrinho espera por você com calma", "Você deixou algo no carrinho"],
      bodies: [
        "Você estava olhando a loja {{brand.name}} e não chegou até o fim. Acontece com todos, e seu carrinho está como você o deixou.",
        "Talvez algo tenha interrompido sua visita. Você pode continuar de onde parou quando for melhor para você.",
        "Aqui está o que você tinha escolhido, para não precisar procurar outra vez.",
      ],
    },
    help: {
      subjects: [
        "Podemos ajudar?",
        "Ficou alguma dúvida sobre o seu carrinho?",
        "{{cart.firstItem}}: o que você gostaria de saber?",
      ],
      preheaders: ["Responda a este e-mail e uma pessoa vai ler.", "Conte para nós o que você precisa saber."],
      headings: ["Podemos ajudar você a decidir?", "Alguma pergunta antes de decidir?"],
      bodies: [
        "Talvez você tenha ficado em dúvida sobre o tamanho, a entrega ou outra coisa. Responda a este e-mail e uma pessoa da equipe vai escrever para você.",
        "Às vezes é uma pergunta sem resposta que deixa um carrinho parado. Se for o seu caso, escreva para nós e responderemos da melhor forma possível.",
        "Se algo não funcionou ou não ficou claro, gostaríamos de saber. Basta uma resposta curta.",
      ],
    },
    incentive: {
      subjects: [
        "Para o seu carrinho: {{incentive.label}}",
        "{{incentive.label}} no que você escolheu",
        "Algo a mais para o seu carrinho",
      ],
      preheaders: ["Os detalhes estão neste e-mail.", "Vale para o que está no seu carrinho."],
      headings: ["Para deixar tudo um pouco mais fácil", "Algo para o seu carrinho"],
      bodies: [
        "Você escolheu com calma, e queremos deixar o resto um pouco mais fácil.",
        "Seu carrinho em {{brand.name}} não foi concluído. Talvez isto ajude.",
        "Sua escolha está como você a deixou, e agora há algo para acompanhá-la.",
      ],
    },
    last_chance: {
      subjects: [
        "Uma última palavra sobre o seu carrinho",
        "Nosso último e-mail sobre este carrinho",
        "Ficamos por aqui?",
      ],
      preheaders: ["Depois deste, não escreveremos mais.", "Não vamos enviar outros lembretes."],
      headings: ["Uma última palavra da nossa parte", "Depois disto, deixamos você em paz"],
      bodies: [
        "É a última vez que escrevemos sobre este carrinho. Se você ainda gosta do que escolheu, aqui está o caminho de volta.",
        "Não queremos encher sua caixa de entrada, por isso este é o nosso último e-mail sobre o assunto. Seu carrinho está abaixo, se você quiser.",
        "Talvez não fosse o momento, e não há problema. Se você mudar de ideia, o que escolheu está abaixo.",
      ],
    },
  },
  offers: ["Para você: {{incentive.label}}.", "Para acompanhar o seu carrinho: {{incentive.label}}."],
  offerEnds: ["É por tempo limitado; os detalhes estão neste e-mail."],
  loyalty: ["Obrigado por já ter comprado aqui antes.", "Você já comprou na nossa loja, e agradecemos por isso."],
  closings: [
    "Fique à vontade. Se algo não estiver claro, responda a este e-mail.",
    "Seja qual for a sua decisão, obrigado pela visita.",
  ],
  buttons: ["Voltar ao carrinho", "Ver meu carrinho"],
};
