import type { Beyond } from "./beyond.ts";

export const fr: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Encore [en réflexion|une hésitation] ?",
        "{{cart.firstItem}} : un autre regard ?",
        "Ce que vous avez regardé, [réuni ici|en un seul endroit]",
      ],
      preheaders: [
        "Tout se trouve dans cet e-mail, si vous voulez le retrouver.",
        "Sans hâte : [voici le chemin du retour|juste le chemin du retour].",
      ],
      headings: ["Jetez un autre coup d’œil", "Voici ce que vous avez [regardé|consulté]"],
      openings: [
        "Vous avez fait un tour chez {{brand.name}}. [Pour vous éviter de chercher|Pour que vous n’ayez pas à chercher], voici ce que vous avez [regardé|consulté].",
        "Choisir [prend un moment|demande du temps]. Voici ce que vous avez regardé, [réuni ici|côte à côte].",
      ],
      seconds: [
        "Si quelque chose vous [plaît|convient], [un clic|le bouton ci-dessous] vous y ramène.",
        "Si vous avez une question, répondez [simplement|tout simplement] à cet e-mail.",
        "Regardez à nouveau [quand vous voulez|à votre rythme].",
      ],
    },
    thanks: {
      subjects: [
        "Merci pour votre commande",
        "Votre commande chez {{brand.name}} : [merci|un grand merci]",
        "[Nous sommes contents|Quel plaisir] que vous ayez commandé",
      ],
      preheaders: [
        "Voici [à nouveau votre commande|encore ce que vous avez commandé], à garder.",
        "Elle nous est bien [parvenue|arrivée].",
      ],
      headings: ["Un grand merci", "[Toute l’équipe vous remercie|Nous vous remercions]"],
      openings: [
        "Votre commande nous est bien [parvenue|arrivée], et nous en sommes [heureux|ravis].",
        "[Un grand merci|Merci] d’avoir commandé chez {{brand.name}}. Nous sommes [heureux|contents] que vous ayez trouvé quelque chose.",
      ],
      seconds: [
        "Vous trouvez ci-dessous [votre commande|ce que vous avez commandé], à garder.",
        "Si quelque chose n’est pas [comme il faut|comme vous le vouliez], répondez [simplement|tout simplement] à cet e-mail.",
        "Si une question vous vient, [écrivez-nous|répondez à cet e-mail] ; une personne vous répondra.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}} : [des questions|une question] ?",
        "Un mot sur [votre commande|ce que vous avez commandé]",
        "Pour bien [profiter de votre commande|connaître votre commande]",
      ],
      preheaders: [
        "Demandez-nous [ce que vous voulez|tout ce que vous voulez].",
        "Pour que vous [en profitiez|soyez à l’aise avec].",
      ],
      headings: ["Pour que vous en profitiez", "Tout est-il [clair|comme vous voulez] ?"],
      openings: [
        "Vous avez sans doute [essayé|utilisé] ce que vous avez commandé. Si quelque chose n’est pas clair, demandez-nous [tout de suite|sans hésiter].",
        "Comment l’utiliser, comment [l’entretenir|en prendre soin], que faire [si quelque chose paraît étrange|si quelque chose ne va pas] : nous aimons ces questions.",
      ],
      seconds: [
        "Répondez [simplement|tout simplement] à cet e-mail et [une personne|quelqu’un de l’équipe] vous écrira.",
        "Une [courte|petite] réponse suffit, et [l’un de nous|une personne] revient vers vous.",
        "Nous connaissons ce que nous vendons et en parlons [volontiers|avec plaisir].",
      ],
    },
    review: {
      subjects: [
        "{{cart.firstItem}} : qu’en dites-vous ?",
        "Que pensez-vous de [votre commande|ce que vous avez commandé] ?",
        "Pouvons-nous [vous demander quelque chose|connaître votre avis] ?",
      ],
      preheaders: ["Votre avis [nous aide|nous fait avancer].", "Quelques [mots|phrases] suffisent."],
      headings: ["Dites-nous ce que vous en pensez", "Nous aimerions votre regard"],
      openings: [
        "Vous avez votre commande depuis [un moment|quelque temps]. Nous aimerions savoir [ce que vous en pensez|si elle vous plaît].",
        "Qu’avez-vous aimé, et que faudrait-il changer ? Nous le demandons pour apprendre.",
        "Qu’avez-vous aimé, et que faudrait-il changer ? Nous voulons le savoir pour apprendre.",
      ],
      seconds: [
        "Répondez [simplement|tout simplement] à cet e-mail en [quelques mots|une phrase] ; une personne le lit.",
        "Les compliments font plaisir, [les critiques aident encore plus|les critiques aident aussi] ; [tout est bienvenu|écrivez-nous librement].",
        "Si quelque chose ne va pas, dites-le-nous, et nous [regarderons|verrons ce que nous pouvons faire].",
      ],
    },
    complement: {
      subjects: [
        "De quoi accompagner [votre commande|ce que vous avez commandé]",
        "{{cart.firstItem}} : [peut-être pour vous|une idée pour vous] ?",
        "Une idée autour de [votre commande|ce que vous avez commandé]",
      ],
      preheaders: [
        "Voyez [si cela vous convient|si cela vous plaît].",
        "Choisi pour aller avec ce que vous [avez|avez commandé].",
      ],
      headings: ["Cela va bien avec", "[Peut-être aimerez-vous aussi ceci|Peut-être est-ce pour vous]"],
      openings: [
        "Voici [quelque chose|une idée] qui va avec ce que vous avez [commandé|choisi] chez {{brand.name}}.",
        "Certaines choses [vont ensemble|se complètent]. Avec votre commande, nous [ajouterions ceci|avons pensé à ceci].",
      ],
      seconds: [
        "Si ce n’est [pas pour vous|rien pour vous], [ce n’est pas grave|tant pis].",
        "[Un clic|Le bouton ci-dessous] vous en montre davantage.",
        "Regardez [quand vous voulez|à votre rythme].",
      ],
    },
    loyalty: {
      subjects: [
        "Merci de votre retour",
        "De {{brand.name}}, [avec nos remerciements|pour vous dire merci]",
        "Quel plaisir de [vous revoir|vous retrouver]",
      ],
      preheaders: [
        "Un mot de remerciement, [rien d’autre|et rien de plus].",
        "Nous l’avons remarqué et [en sommes heureux|cela nous touche].",
      ],
      headings: ["Vous êtes de retour", "[Merci de votre confiance|Nous vous remercions de votre confiance]"],
      openings: [
        "Vous avez de nouveau commandé [chez nous|chez {{brand.name}}]. [Cela ne va pas de soi|Nous savons que cela ne va pas de soi].",
        "Que vous [reveniez|commandiez à nouveau] est ce que l’on peut [nous dire de mieux|nous offrir de mieux]. Merci.",
      ],
      seconds: [
        "Si vous avez [besoin|envie] de quelque chose, [répondez à cet e-mail|écrivez-nous] ; nous sommes là.",
        "Que pourrions-nous faire [mieux|autrement] pour vous ? Répondez [simplement|tout simplement].",
        "Nous nous [réjouissons|réjouissons déjà] de vous revoir.",
      ],
    },
    win_back: {
      subjects: ["Cela fait un moment", "[Comment allez-vous|Que devenez-vous] ?", "Un bonjour de {{brand.name}}"],
      preheaders: [
        "Nous voulions [vous saluer|prendre de vos nouvelles].",
        "Peut-être y a-t-il [quelque chose pour vous|de quoi vous plaire].",
      ],
      headings: [
        "Nous ne vous avons pas vu depuis un moment",
        "[Heureux de vous connaître|Toujours heureux de vous connaître]",
      ],
      openings: [
        "Cela fait un moment que vous avez commandé chez {{brand.name}}. [Nous espérons que vous allez bien|Nous espérons que tout va bien].",
        "Vous n’êtes pas venu depuis [un moment|quelque temps], et nous [avons pensé à vous|voulions vous saluer].",
      ],
      seconds: [
        "[Faites un tour|Passez nous voir] si vous voulez ; sinon, [ce n’est pas grave|c’est très bien aussi].",
        "Si quelque chose [n’a pas été|vous a déplu] la dernière fois, [dites-le-nous|écrivez-nous] ; nous voulons le savoir.",
        "[Un clic|Le bouton ci-dessous] vous mène à la boutique.",
      ],
    },
  },
  offers: [
    "Pour vous : {{incentive.label}}.",
    "Ce que nous pouvons ajouter : {{incentive.label}}.",
    "Avec nos remerciements : {{incentive.label}}.",
  ],
  closings: [
    "[Bien à vous|Cordialement], {{brand.name}}.",
    "Bonne continuation de la part de {{brand.name}}.",
    "À la prochaine, et merci.",
    "Merci [de nous avoir lus|pour votre temps].",
  ],
  toShop: ["Voir la boutique", "Aller à la boutique", "Faire un tour"],
  toProducts: ["Regarder", "Jeter un œil", "En voir plus"],
};
