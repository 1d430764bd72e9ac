import type { Beyond } from "./beyond.ts";

export const pt: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Ainda [a pensar|com dúvidas]?",
        "{{cart.firstItem}}: mais um olhar?",
        "O que esteve a ver, [reunido aqui|num só lugar]",
      ],
      preheaders: [
        "Está tudo [neste e-mail|mais abaixo], se quiser voltar a encontrar.",
        "Sem pressa: aqui está o caminho de volta.",
      ],
      headings: ["Dê mais um olhar", "Foi isto que [esteve a ver|viu]"],
      openings: [
        "Esteve a ver a {{brand.name}}. Para não ter de procurar outra vez, aqui está o que viu.",
        "Esteve a ver a {{brand.name}}. Para não ter de procurar outra vez, aqui está o que esteve a ver.",
        "Escolher [demora um pouco|precisa de tempo]. Aqui está o que viu, [tudo junto|reunido].",
      ],
      seconds: [
        "Se algo lhe [agradar|convier], [um clique|o botão abaixo] leva até lá.",
        "Se tiver uma pergunta, responda simplesmente a este e-mail.",
        "Veja de novo [quando quiser|com calma].",
      ],
    },
    thanks: {
      subjects: [
        "Obrigado pela sua encomenda",
        "A sua encomenda na {{brand.name}}: [obrigado|muito obrigado]",
        "[Ficamos contentes|Que bom] que tenha encomendado",
      ],
      preheaders: [
        "Aqui está [outra vez a sua encomenda|de novo o que encomendou], para guardar.",
        "Já chegou até nós.",
      ],
      headings: ["Muito obrigado", "[Agradecemos-lhe|Um obrigado de todos nós]"],
      openings: [
        "A sua encomenda [chegou até nós|foi recebida], e ficamos [contentes|felizes].",
        "[Muito obrigado|Obrigado] por encomendar na {{brand.name}}. Ficamos [contentes|felizes] por ter encontrado algo.",
      ],
      seconds: [
        "Abaixo encontra [outra vez a sua encomenda|o que encomendou], para guardar.",
        "Se algo não estiver como devia, responda simplesmente a este e-mail.",
        "Se algo não estiver como queria, responda simplesmente a este e-mail.",
        "Se surgir uma pergunta, [escreva-nos|responda a este e-mail]; uma pessoa responderá.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: [perguntas|alguma pergunta]?",
        "Uma palavra sobre [a sua encomenda|o que encomendou]",
        "Para tirar partido da sua encomenda",
      ],
      preheaders: ["Pergunte-nos [o que quiser|seja o que for].", "Para que [goste|se dê bem]."],
      headings: ["Para que goste", "Está tudo [claro|como quer]?"],
      openings: [
        "Talvez já tenha [experimentado|usado] o que encomendou. Se algo não estiver claro, pergunte-nos [logo|sem hesitar].",
        "Como se usa, como se [cuida|trata], o que fazer [se algo for estranho|se algo não estiver bem]: gostamos dessas perguntas.",
      ],
      seconds: [
        "Responda simplesmente a este e-mail e uma pessoa escreverá.",
        "Responda simplesmente a este e-mail e alguém da equipa escreverá.",
        "Basta uma resposta [curta|breve], e [um de nós|uma pessoa] dará notícias.",
        "Conhecemos o que vendemos e falamos disso [com gosto|com prazer].",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}}: o que lhe parece?",
        "O que pensa [da sua encomenda|do que encomendou]?",
        "Podemos [perguntar-lhe uma coisa|saber a sua opinião]?",
      ],
      preheaders: ["A sua opinião [ajuda-nos|ensina-nos].", "Bastam umas [palavras|linhas]."],
      headings: ["Diga-nos o que pensa", "[O seu olhar conta para nós|Gostávamos de ouvir o seu olhar]"],
      openings: [
        "Já tem a sua encomenda há [um tempo|algum tempo]. Gostávamos de saber [o que pensa dela|se gosta].",
        "O que tem de bom, e o que não tem? Perguntamos porque aprendemos com isso.",
        "O que tem de bom, e o que não tem? Queremos saber porque aprendemos com isso.",
      ],
      seconds: [
        "Responda simplesmente a este e-mail com umas palavras; uma pessoa lê.",
        "Responda simplesmente a este e-mail com uma frase; uma pessoa lê.",
        "O que lhe agradou e o que não: [queremos saber|diga-nos].",
        "Se algo não estiver bem, diga-nos, e [vamos ver|vemos o que podemos fazer].",
      ],
    },
    complement: {
      subjects: [
        "Algo que vai bem com [a sua encomenda|o que encomendou]",
        "{{cart.firstItem}}: [talvez para si|uma ideia para si]?",
        "Uma ideia sobre [a sua encomenda|o que encomendou]",
      ],
      preheaders: ["Veja [se lhe agrada|se gosta].", "Escolhido para acompanhar o que [tem|encomendou]."],
      headings: ["Isto combina", "[Talvez goste também disto|Talvez isto seja para si]"],
      openings: [
        "Aqui está [algo|uma ideia] que vai com o que [encomendou|escolheu] na {{brand.name}}.",
        "Algumas coisas [vão bem juntas|completam-se]. À sua encomenda [juntávamos isto|pensámos em juntar isto].",
      ],
      seconds: [
        "Se não for [para si|do seu agrado], [não faz mal|está tudo bem].",
        "[Um clique|O botão abaixo] mostra-lhe mais.",
        "Veja [quando quiser|com calma].",
      ],
    },
    loyalty: {
      subjects: [
        "Obrigado por [voltar|encomendar de novo]",
        "Da {{brand.name}}, [com gratidão|para dizer obrigado]",
        "Que bom [vê-lo de novo|que voltou]",
      ],
      preheaders: [
        "Uma palavra de agradecimento, [mais nada|e nada mais].",
        "Reparámos e [ficamos felizes|isso alegra-nos].",
      ],
      headings: ["Voltou", "[É bom ver que voltou|Ficamos felizes por voltar]"],
      openings: [
        "Encomendou de novo connosco. Sabemos que não é óbvio.",
        "Encomendou de novo na {{brand.name}}. Sabemos que não é óbvio.",
        "Ficamos [felizes|contentes] por ter [voltado|encomendado de novo]. Obrigado.",
      ],
      seconds: [
        "Se [precisar|quiser] de algo nosso, [responda a este e-mail|escreva-nos]; estamos cá.",
        "O que podíamos fazer de outra forma por si? Responda simplesmente.",
        "Ficamos [contentes|felizes] por voltar a vê-lo.",
      ],
    },
    win_back: {
      subjects: ["Já passou algum tempo", "[Como está|Como tem passado]?", "Um olá da {{brand.name}}"],
      preheaders: ["Queríamos [dizer olá|saber de si].", "Talvez haja [algo para si|algo de que goste]."],
      headings: ["Não o vemos há algum tempo", "[É bom conhecê-lo|Gostamos de o conhecer]"],
      openings: [
        "Já passou algum tempo desde que encomendou na {{brand.name}}. [Esperamos que esteja bem|Esperamos que esteja tudo bem].",
        "Não nos visita há [um tempo|algum tempo], e [pensámos em si|queríamos dizer olá].",
      ],
      seconds: [
        "[Dê um olhar|Passe por cá] se quiser; se não, [não faz mal|também está bem].",
        "Se algo [correu mal|não lhe agradou], [diga-nos|escreva-nos]; gostávamos de saber.",
        "[Um clique|O botão abaixo] leva à loja.",
      ],
    },
  },
  offers: [
    "Para si: {{incentive.label}}.",
    "O que podemos juntar: {{incentive.label}}.",
    "Com a nossa gratidão: {{incentive.label}}.",
  ],
  closings: [
    "[Cumprimentos|Um abraço] da {{brand.name}}.",
    "[Tudo de bom|Com um olá], {{brand.name}}.",
    "[Até à próxima|Até breve], e obrigado.",
    "Obrigado por [nos ler|nos dar o seu tempo].",
  ],
  toShop: ["Ver a loja", "Ir à loja", "Dar um olhar"],
  toProducts: ["Ver", "Dar um olhar", "Ver mais"],
};
