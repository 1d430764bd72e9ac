import type { Phrasebook } from "./phrasebook.ts";

export const fr: Phrasebook = {
  greetings: ["Bonjour {{contact.firstName}},"],
  plainGreetings: ["Bonjour,"],
  notes: {
    reminder: {
      subjects: [
        "Votre panier est resté tel quel",
        "{{cart.firstItem}} : c’est dans votre panier",
        "Reprenez là où vous vous êtes arrêté",
      ],
      preheaders: ["Nous avons gardé votre panier tel quel.", "Un clic suffit pour retrouver votre panier."],
      headings: ["Votre panier vous attend tranquillement", "Vous avez laissé quelque chose dans votre panier"],
      bodies: [
        "Vous regardiez la boutique {{brand.name}} et vous n’êtes pas allé jusqu’au bout. Cela arrive à tout le monde : votre panier est resté comme vous l’avez laissé.",
        "Vous avez sans doute été interrompu pendant votre visite. Vous pouvez reprendre là où vous étiez, quand cela vous convient.",
        "Voici ce que vous aviez choisi, pour que vous n’ayez pas à le chercher une seconde fois.",
      ],
    },
    help: {
      subjects: [
        "Pouvons-nous vous aider ?",
        "Avez-vous une question sur votre panier ?",
        "{{cart.firstItem}} : que souhaitez-vous savoir ?",
      ],
      preheaders: ["Répondez à cet e-mail, une personne vous lira.", "Dites-nous ce que vous aimeriez savoir."],
      headings: ["Pouvons-nous vous aider à choisir ?", "Une question avant de vous décider ?"],
      bodies: [
        "Vous hésitez peut-être sur la taille, la livraison ou autre chose. Répondez simplement à cet e-mail et une personne de notre équipe vous écrira.",
        "Il suffit parfois d’une question sans réponse pour laisser un panier en suspens. Écrivez-nous, nous ferons de notre mieux pour y répondre.",
        "Si quelque chose n’a pas fonctionné ou n’était pas clair, nous aimerions le savoir. Un mot de votre part suffit.",
      ],
    },
    incentive: {
      subjects: [
        "Pour votre panier : {{incentive.label}}",
        "{{incentive.label}} sur votre sélection",
        "Un petit plus pour votre panier",
      ],
      preheaders: ["Vous trouverez les détails dans cet e-mail.", "Cela concerne ce qui est dans votre panier."],
      headings: ["De quoi vous faciliter la suite", "Quelque chose pour votre panier"],
      bodies: [
        "Vous avez pris le temps de choisir, et nous aimerions vous faciliter la suite.",
        "Votre panier chez {{brand.name}} n’est pas encore terminé. Ceci vous aidera peut-être.",
        "Votre sélection est comme vous l’avez laissée, et voici de quoi l’accompagner.",
      ],
    },
    last_chance: {
      subjects: [
        "Un dernier mot sur votre panier",
        "Notre dernier e-mail au sujet de ce panier",
        "Nous en restons là ?",
      ],
      preheaders: ["Ensuite, nous vous laissons tranquille.", "Nous ne vous enverrons plus de rappel."],
      headings: ["Un dernier mot de notre part", "Ensuite, nous vous laissons tranquille"],
      bodies: [
        "C’est la dernière fois que nous vous écrivons au sujet de ce panier. Si votre choix vous plaît encore, voici comment le retrouver.",
        "Nous ne voulons pas encombrer votre boîte de réception : ceci est notre dernier message à ce sujet. Votre panier est ci-dessous, si vous le souhaitez.",
        "Ce n’était peut-être pas le bon moment, et ce n’est pas grave. Si vous changez d’avis, vous retrouverez votre choix ci-dessous.",
      ],
    },
  },
  offers: ["Pour vous : {{incentive.label}}.", "Pour accompagner votre panier : {{incentive.label}}."],
  offerEnds: ["C’est valable pour une durée limitée ; les détails sont dans cet e-mail."],
  loyalty: ["Merci d’avoir déjà acheté chez nous.", "Vous avez déjà commandé chez nous, et nous vous en remercions."],
  closings: [
    "Prenez votre temps. Si quelque chose n’est pas clair, répondez à cet e-mail.",
    "Quel que soit votre choix, merci de votre visite.",
  ],
  buttons: ["Retrouver mon panier", "Voir mon panier"],
};
