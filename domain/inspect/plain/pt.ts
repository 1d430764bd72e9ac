import type { PlainSpeech } from "./plain-speech.ts";

export const pt: PlainSpeech = {
  idioms: String.raw`em um só lugar|num só lugar|(?:melhor|bem) para você|o que acrescentamos|da melhor forma(?: possível)?|algo a mais|(?:um|uma|dê uma) últim[oa] (?:olhar|olhada)|nosso últim[oa] \p{L}+|outros lembretes|não haverá outros|outros (?:lembretes|e-?mails)|o melhor que pudermos|até o fim|até ao fim|duas vezes|só uma pergunta|e-mail|acontece com todo mundo|(?:não (?:há|tem|existe) |sem |nenhuma )(?:nenhuma |qualquer )?(?:pressa|pressão|pressões|urgência|obrigação|prazo|compromisso)|(?:leve|use|tome|demore|tire) (?:todo )?o (?:seu )?tempo(?: que (?:precisar|quiser|for preciso))?|com calma|(?:um|uma|nossa?|esta|este|a|o|é a nossa|é o nosso) ?(?:nossa? )?últim[oa] (?:mensagem|nota|e-?mail|lembrete|vez|palavra|aviso)|pela última vez|(?:um|uma|com um|com uma|só um|só uma) (?:só |único )?(?:clique|resposta|palavra|linha|pergunta|momento|minuto|mensagem)|outra (?:coisa|vez|pergunta|cor)|outro (?:tamanho|momento|dia)|não era (?:o|um) (?:bom )?momento(?: certo)?|tudo (?:o que|está|continua|bem|certo|como)|acontece com todos|(?:bom|boa) (?:dia|tarde|noite)|um abraço|(?:qualquer) (?:coisa|dúvida|pergunta|momento)|uma pessoa(?: de verdade| da nossa)?|alguém da (?:nossa )?equipe|algo mais|mais nada|mais fácil|(?:alguns|poucos|umas) (?:cliques|palavras|linhas)|(?:é )?só (?:responder|se|escrever|clicar|nos|para|queríamos|avisar|dizer)|de uma vez`,
  words: `
o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para pra com sem sobre
entre até desde após e ou nem mas porém se que quem qual quais quando onde como porque porquê quanto eu tu você vocês
ele ela eles elas lhe lhes te ti me mim nós se si seu sua seus suas teu tua teus tuas meu minha nosso nossa nossos
nossas este esta estes estas esse essa esses essas isto isso aquele aquela aquilo não sim já ainda também muito muita
mais tão tanto assim bem mal melhor sempre talvez aqui ali lá aí agora depois antes logo algo alguém algum alguma
nenhum nenhuma cada outro outra mesmo mesma tal qualquer é sou és somos são era foi foram ser sido seja será seria
está estou estás estamos estão estava estar estado esteja há houve havia haja tem tenho tens temos têm tinha ter tido
teve tiver pode podes podemos podem pudemos pôde poder poderia quer quero queremos quiser queria querer deve dever
devia vai vou vamos vão ir fosse faz fazemos fazer fez feito faça dá damos dar deu dê diz dizer disse diga fica ficar
ficam carrinho* cesto* sacola* seleç* seleção* escolh* escolha* produto* artigo* peça* pedido* pedir encomend* compra
comprar comprando loja* site página* visit* naveg* olhar ver vê viu visto encontr* procur* deix* guard* guardamos
salv* continu* retom* termin* complet* finaliz* conclu* começ* interromp* interrup* surgi* acontec* esper* aguard*
volt* voltar regress* recuper* entr* abr* clic* clique* botão link* passo* etapa* coloc* pôr acrescent* adicion* mud*
alter* modific* ajust* remov* experiment* ajud* orient* aconselh* conselh* dica* respond* respost* pergunt* escrev*
escreva* escrit* cont* conte falar fale falamos explic* esclarec* resolv* sab* saiba saber conhec* inform* lembr*
lembrete* ler leia lê ouvir ouv* dúvida* duvid* problema* dificuldad* erro* falha* motivo* razão razões claro* clara
seguro* segura cert* incert* indecis* complicad* tamanho* cor cores material* tecido* corte* modelo* quantidad*
medida* opç* opção foto* imag* descriç* detalh* pagamento* pagar cartão envio* entreg* frete* endereço* morada
formulário* telemóvel celular computador navegador tela ecrã e-mail* email* mensag* nota* palavra* linha* caixa
entrada equipe equipa pessoa* alguém human* nome tempo momento* instante* calma calm* tranquil* sossego simpl* simples
simplesmente fácil* facil* facilit* diret* diretamente pequen* coisa* parte* lado lugar forma maneira caminho jeito
olá oi car* prezad* bom boa bons boas saudaç* cordial* atenciosamente obrigad* agradec* gost* gostar* prazer alegr*
content* lament* desculp* perd* gentil* simpátic* favor prefer* prefir* precis* desej* interess* import* pens* reflet*
decid* decis* conv* parec* preocup* incomod* insist* pression* pressa aplic* usar usa use utiliz* aproveit* válid*
oferta* código* automatic* automát* pront* dispost* possív* útil úteis natural* normal* confort* caso acordo verdade
vida dia trabalho técnic* carreg* conta sessão senha dispositivo funcion* tent* livre* cheg* passe passa passou pass*
mostr* lev* leve traz* trazer tom* esquec* lá sobre vontade ponto nova nov* dedic* acompanh* atend* ido ir chegou indo
fazendo conosco connosco ficou ao aos às à deste desta destes destas desse dessa neste nesta nisso nesse nessa dele
dela deles delas daqui dali dum vez vezes estiver fizer servir parou tenha ritmo comprado ps vindas mail olhada
significa tudo fique olhando fim basta for breve recado compras aonde cumprimentos abaixo necessário organizar tocar
nada curta gente ficado parado aberto faremos sirva vale pouco atenção resto segue aparece casa ficamos causa disto
paz encher assunto enviar ideia haverá convers* seguir segu* partir par* paramos abert* fechad* compar* suger* notamos
avis* comentar queríamos guardad* cuidado* lavagem comprimento* largura* manga* cintura* justo* larg* estampa* tom
tons estilo* gosto* combin* ocasi* comparaç* pausa* criança* reunião conexão ligação bateria internet banco aplicativo
recus* cobrança postal país idioma convidad* regist* perfil* atualiz* pasta lista* bolsa* curios* inspir* passe*
descobr* reflex* reler aspeto aspecto* ajudaria
esteve reunido demora junto agradar veja todos felizes recebida tirar hesitar usado cuida estranho dessas trata dará
notícias vendemos disso opinião ensina bastam aprendemos podia frase críticas vindo vemos agrada algumas juntas
juntávamos juntar agrado gratidão lo reparámos óbvio cá podíamos correu agradou votos próxima corrido
`,
};
