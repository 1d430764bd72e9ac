import type { Phrasebook } from "./phrasebook.ts";

export const fr: Phrasebook = {
  greetings: ["Bonjour {{contact.firstName}},"],
  plainGreetings: ["Bonjour,"],
  notes: {
    reminder: {
      subjects: [
        "Votre panier est resté tel quel",
        "{{cart.firstItem}} : c’est dans votre panier",
        "Reprenez là où vous en étiez",
        "[Votre panier vous attend|Votre sélection vous attend]",
        "Votre panier contient {{cart.count}}",
      ],
      preheaders: [
        "Nous avons gardé votre panier tel quel.",
        "Un clic suffit pour retrouver votre panier.",
        "Tout ce que vous avez choisi, réuni ici.",
      ],
      headings: [
        "Votre panier vous attend tranquillement",
        "Vous avez laissé quelque chose dans votre panier",
        "Voici ce que vous avez choisi",
      ],
      openings: [
        "Vous regardiez la boutique {{brand.name}} sans aller jusqu’au bout. [Cela arrive à tout le monde|Ce sont des choses qui arrivent] : votre panier est resté comme vous l’avez laissé.",
        "[Votre visite a sans doute été interrompue|Quelque chose est sans doute survenu entre-temps]. Votre panier est resté tel quel.",
        "Voici ce que vous aviez choisi, pour que vous n’ayez pas à le chercher [une seconde fois|de nouveau].",
        "Un [petit|court] mot de {{brand.name}} : votre panier est comme vous l’avez laissé.",
      ],
      seconds: [
        "Vous pouvez reprendre [quand cela vous convient|à votre rythme].",
        "[Un clic|Le bouton ci-dessous] vous ramène là où vous en étiez.",
        "Si vous souhaitez terminer, tout est [en place|prêt].",
        "Revenez y jeter un œil [quand vous voulez|à un moment calme].",
      ],
    },
    help: {
      subjects: [
        "Pouvons-nous vous aider ?",
        "Avez-vous une question sur votre panier ?",
        "{{cart.firstItem}} : que souhaitez-vous savoir ?",
        "Vous hésitez encore ? [Posez-nous vos questions|Écrivez-nous]",
      ],
      preheaders: [
        "Répondez à cet e-mail, une personne vous lira.",
        "Dites-nous ce que vous aimeriez savoir.",
        "Une personne de notre équipe lit chaque réponse.",
      ],
      headings: [
        "Pouvons-nous vous aider à choisir ?",
        "Une question avant de vous décider ?",
        "Que souhaitez-vous savoir ?",
      ],
      openings: [
        "Vous hésitez peut-être sur la taille, la [couleur|matière] ou autre chose.",
        "Il suffit parfois d’une question [sans réponse|restée ouverte] pour laisser un panier en suspens.",
        "Si quelque chose n’a pas fonctionné ou n’était pas clair, nous aimerions le savoir.",
        "Choisir sur un écran n’est pas toujours simple, car on ne peut rien [toucher|essayer].",
      ],
      seconds: [
        "Répondez [simplement|tout simplement] à cet e-mail et une personne vous écrira.",
        "Écrivez-nous, nous vous répondrons de notre mieux.",
        "Un mot de votre part suffit, et [une personne de notre équipe|l’un de nous] vous répondra.",
        "Dites-nous ce que vous [souhaitez savoir|vous demandez], et nous vous aiderons de notre mieux.",
      ],
    },
    incentive: {
      subjects: [
        "Pour votre panier : {{incentive.label}}",
        "{{incentive.label}} sur votre sélection",
        "Quelque chose pour votre panier",
        "Votre panier chez {{brand.name}} : {{incentive.label}}",
      ],
      preheaders: [
        "Vous trouverez les détails dans cet e-mail.",
        "Cela concerne ce qui est dans votre panier.",
        "De quoi accompagner votre sélection.",
      ],
      headings: [
        "De quoi vous faciliter la suite",
        "Quelque chose pour votre panier",
        "Pour accompagner votre sélection",
      ],
      openings: [
        "Vous avez pris le temps de choisir, et nous aimerions vous [faciliter|simplifier] la suite.",
        "Votre panier chez {{brand.name}} n’est pas encore terminé. [Ceci|Ce qui suit] vous aidera peut-être.",
        "Votre sélection est comme vous l’avez laissée, et voici de quoi l’accompagner.",
        "Nous serions heureux que votre sélection [arrive jusqu’à vous|trouve le chemin de chez vous].",
      ],
      seconds: [
        "Cela concerne [ce qui est dans votre panier|tout ce qui figure ci-dessous].",
        "Tout le reste demeure [comme vous l’avez laissé|tel quel].",
        "Jetez-y un œil et décidez [à votre rythme|tranquillement].",
        "Les détails sont [dans cet e-mail|ci-dessous].",
      ],
    },
    last_chance: {
      subjects: [
        "Un dernier mot [sur|à propos de] votre panier",
        "Notre dernier e-mail au sujet de ce panier",
        "Nous en restons là ?",
        "Un dernier regard sur votre panier",
      ],
      preheaders: [
        "Ensuite, nous vous laissons tranquille.",
        "Nous ne vous enverrons plus de rappel.",
        "Un dernier regard, si vous le souhaitez.",
      ],
      headings: [
        "Un dernier mot de notre part",
        "Ensuite, nous vous laissons tranquille",
        "Un dernier regard sur votre panier",
      ],
      openings: [
        "C’est la dernière fois que nous vous écrivons [au sujet de|à propos de] ce panier.",
        "Nous ne voulons pas encombrer votre boîte de réception : ceci est notre dernier message [à ce sujet|sur ce panier].",
        "Ce n’était peut-être pas le bon moment, et [ce n’est pas grave|cela ne fait rien].",
        "Après cet e-mail, nous ne vous écrirons plus [au sujet de ce panier|à ce sujet].",
      ],
      seconds: [
        "Si votre choix vous plaît encore, [voici comment le retrouver|vous le retrouvez ici].",
        "Votre panier est ci-dessous, si vous [le souhaitez|en avez envie].",
        "Si vous changez d’avis, vous retrouverez votre choix [ci-dessous|dans votre panier].",
        "Jetez-y [un dernier coup d’œil|encore un regard] si vous voulez ; sinon, c’est très bien aussi.",
      ],
    },
  },
  several: ["Votre panier contient {{cart.count}}.", "Il y a {{cart.count}} dans votre panier."],
  stockOne: [
    "Nous en avons actuellement {{stock.left}}, si cela compte pour vous.",
    "Pour vous organiser : nous en avons {{stock.left}} en ce moment.",
  ],
  stockSeveral: [
    "D’un des articles de votre panier, nous avons actuellement {{stock.left}}, si cela compte pour vous.",
    "Pour vous organiser : de l’un de vos articles, nous avons {{stock.left}} en ce moment.",
  ],
  aboutDelivery: [
    "S’il s’agissait de la livraison, dites-le-nous : nous vous expliquerons comment elle se passe.",
    "Vos questions sur la livraison sont les bienvenues aussi.",
  ],
  returns: ["Pour les retours : {{store.returns}}.", "Si quelque chose ne convient pas : {{store.returns}}."],
  shipping: ["Pour la livraison : {{store.shipping}}.", "Comment tout vous parvient : {{store.shipping}}."],
  offers: [
    "Pour vous : {{incentive.label}}.",
    "Pour accompagner votre panier : {{incentive.label}}.",
    "Ce que nous ajoutons : {{incentive.label}}.",
  ],
  offerCodes: ["Le code : {{incentive.code}}.", "À saisir au moment de la commande : le code {{incentive.code}}."],
  offerEnds: [
    "Fin de validité : {{incentive.deadline}}.",
    "Vous pouvez en profiter, au plus tard le {{incentive.deadline}}.",
  ],
  loyalty: [
    "Merci d’avoir déjà acheté chez nous.",
    "Vous avez déjà commandé chez nous, et nous vous en remercions.",
    "Vous avez déjà acheté chez nous : [merci pour cela|nous y sommes sensibles].",
  ],
  replies: [
    "Prenez votre temps. Si quelque chose n’est pas clair, répondez à cet e-mail.",
    "Si vous avez une question, répondez [simplement|tout simplement] ; une personne vous écrira.",
    "Quelque chose n’est pas clair ? [Répondez à cet e-mail|Écrivez-nous], nous vous aiderons.",
  ],
  thanks: [
    "Quel que soit votre choix, merci de votre visite.",
    "Merci [de votre visite|de l’intérêt que vous nous portez].",
    "Prenez [tout le temps qu’il vous faut|votre temps], et merci de votre intérêt.",
    "[Bien à vous|Cordialement], {{brand.name}}.",
  ],
  postscripts: [
    "PS : Une personne lit chaque réponse à cet e-mail.",
    "PS : Vos questions sont les bienvenues, répondez simplement à cet e-mail.",
  ],
  buttons: ["Retrouver mon panier", "Voir mon panier", "[Ouvrir|Revoir] mon panier"],
};
