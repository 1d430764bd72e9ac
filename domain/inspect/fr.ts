import type { Lexicon } from "./lexicon.ts";

const days =
  "aujourd['’]hui|ce soir|demain|minuit|midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la fin|ce week-end|noël";

export const fr: Lexicon = {
  stopWords:
    "le la les des et vous votre vos nous est dans pour avec une un sur ce pas que qui en du au sont avez il si plus à y",
  numberWords:
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|douzaine",
  timeUnits: "heures?|jours?|minutes?|semaines?",
  percent: "pour ?cent\\p{L}*",
  currency: "euros?|centimes?|dollars?|francs?|livres sterling",
  shipping:
    "(?:livraison|expédition|port|envoi|frais de (?:port|livraison)) (?:\\p{L}+ )?(?:offerte?s?|gratuite?s?|inclus\\p{L}*)|sans frais de (?:port|livraison)|(?:offrons|prenons en charge|payons) (?:\\p{L}+ ){0,3}(?:livraison|port|envoi)|franco de port|livré\\p{L}* gratuitement",
  discount:
    "pay(?:ez|er|ant) moins|remises?|réduction\\p{L}*|réduit\\p{L}*|rabais|promo(?:tion)?s?|soldes?|bons? (?:de réduction|d['’]achat)|coupons?|moins cher\\p{L}*|économis\\p{L}*|économies|prix (?:spécial|cassé|réduit|doux|bas)\\p{L}*|ristournes?",
  costless: "gratuit\\p{L}*|offerte?s?|sans (?:frais|supplément)|cadeau de la maison",
  half: "moitié(?: (?:prix|du prix))?|demi[ -]tarif|deux pour (?:le prix d['’])?une?|un acheté|(?:tiers|quart) (?:du prix|de moins)",
  gift: "cadeaux?|échantillons?|bonus|cashback|points de fidélité|bons? d['’]achat|tirage au sort|gagn(?:ez|é|ant)\\p{L}*",
  offer:
    "offres? (?:spéciale|exclusive|unique|promotionnelle)s?|(?:belle|nouvelle) offre|(?:notre|cette|une|votre|l['’])\\s?(?:\\p{L}+ )?offre|bon plan|petit(?:e)? (?:geste|attention|plus)",
  code: "codes? (?:promo|de réduction|avantage|cadeau)\\p{L}*|(?:le|ce|votre|avec|saisissez) (?:\\p{L}+ )?codes?|codes?",
  deadline:
    "durée limitée|temps limité|(?:expire|finit|termine) bientôt|dernière (?:chance|occasion)|dépêchez|vite|ne tardez|avant qu['’]il (?:ne )?soit trop tard|expir\\p{L}*|date limite|derniers? (?:instants?|moments?)|limitée? dans le temps|plus que quelques",
  exactDeadline: `quelques (?:heures|jours)|(?:aujourd['’]hui|ce soir|demain) (?:seulement|uniquement)|seulement aujourd['’]hui|jusqu['’](?:à|au) (?:\\p{L}+ )?(?:${days})?|avant (?:\\p{L}+ )?(?:${days})|derniers? jours?|dernières? heures?|minuit|(?:livré|expédié|livraison)\\p{L}* (?:\\p{L}+ )?(?:demain|le jour même|sous|avant)`,
  stock:
    "(?:plus|reste) (?:que|qu['’]|seulement) (?:\\p{L}+ )?(?:quelques|peu|\\p{L}+ (?:exemplaires?|articles?|pièces?))|bientôt (?:épuisé|en rupture)\\p{L}*|épuisé\\p{L}*|rupture|en stock|stocks?|disponib\\p{L}*|réservé\\p{L}*|mis\\p{L}* de côté|quantités? limitées?|édition limitée|très (?:demandé|convoité|prisé)\\p{L}*|forte demande|derniers? (?:exemplaires?|articles?|pièces?)|dernières? pièces?|part\\p{L}* vite|d['’]autres (?:clients?|personnes)",
  guarantee:
    "garanti\\p{L}*|rembours\\p{L}*|satisfait\\p{L}*|satisfaction|sans risque|retours? (?:gratuits?|facile|offert)\\p{L}*|meilleurs? prix|prix le plus bas|moins chers du marché",
  review:
    "apprécié\\p{L}* (?:de|par)|étoiles?|avis (?:clients?|vérifiés?|positifs?)|les avis|not(?:é|e)s? (?:\\p{L}+ )?sur|nos clients (?:adorent|aiment)|best[ -]?sellers?|meilleures? ventes?|plus vendu\\p{L}*|primé\\p{L}*|recommandé par|milliers|millions|populaires?|numéro un",
  health:
    "guéri\\p{L}*|soigne\\p{L}*|cliniquement|médecins?|médic\\p{L}*|dermatolog\\p{L}*|maigrir|perdre du poids|thérap\\p{L}*|investissement|placement|devenir riche",
  history:
    "fidèles?|fidélité|bon retour|heureux de vous revoir|de retour|(?:dernière|précédente|ancienne)s? (?:commande|achat)s?|déjà (?:commandé|acheté)|vos (?:commandes|achats)|habitué\\p{L}*|à nouveau (?:chez|parmi) nous",
  spam: "cliquez ici|achetez maintenant|commandez maintenant|urgent\\p{L}*|ne manquez pas|ne ratez pas|félicitations|sans engagement|incroyable\\p{L}*|cher client|chère cliente|qu['’]attendez-vous",
  leak: "ignore[zr]? (?:les|toutes?|tout|ce)|instructions?|modèle de langage|en tant qu['’]ia|voici (?:l['’]e-?mail|le brouillon|l['’]objet)|objet :",
  greeting: "bonjour|bonsoir|cher|chère|salut|coucou",
};
