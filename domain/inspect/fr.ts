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
  scraps:
    "consignes?|(?:une )?proposition de (?:texte|message)|bien sûr !|conforme aux|voici (?:une|le|un|votre) (?:proposition|texte|version|message)|ton demandé|brouillon|limite de caractères|prompt\\p{L}*|comme demandé",
  surprise:
    "surprises?|en plus|en prime|petit plus|cadeau\\p{L}*|attention particulière|glisse(?:r|rons)\\p{L}*|ajouterons|bonus|de la maison",
  urgency:
    "compte à rebours|tic[- ]tac|l'heure tourne|maintenant ou jamais|trop tard|se termine|termine\\p{L}* (?:ce|demain|bientôt|dans|le)|prend fin|fin (?:de|du|le)|bientôt|vid(?:é|er|ons)\\p{L}*|supprim\\p{L}*|effac\\p{L}*|heures?|jours?(?! fériés)|semaines?|mois|week-?end|aujourd'hui|ce soir|demain|hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|minuit|midi|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|noël|saison|vite|rapidement|dépêch\\p{L}*|tard(?:ez|er)|dès (?:maintenant|aujourd)\\p{L}*|dernières? (?:heures?|jours?|chance)|urgen\\p{L}*|pendant qu'il|tant qu'il|expir\\p{L}*|à temps",
  delivery:
    "livré\\p{L}*|livr(?:er|ons)|expédié\\p{L}*|arriv(?:e|era|er) (?:chez|dans|dès|en|avant)|chez vous|recevoir|recev\\p{L}*|reçu\\p{L}*|dès (?:lundi|mardi|mercredi|jeudi|vendredi|samedi)|portez-l\\p{L}*|colis|à votre porte|express",
  demand:
    "quelqu'un d'autre|d'autres (?:\\p{L}+ )?|tout le monde|chouchou|clientèle|nos client\\p{L}*|favori\\p{L}*|préféré\\p{L}*|adoré\\p{L}*|tendance|engouement|succès|star|incontournable\\p{L}*|convoit\\p{L}*|s'arrache\\p{L}*|coup de cœur|coups de cœur|prisé\\p{L}*|populaire\\p{L}*|à la mode|fans?",
  scarce:
    "rare\\p{L}*|se fait|pas pour tout le monde|pour tout le monde|épuis\\p{L}*|presque plus|plus que|il n'en reste|n'en restera|dernier\\p{L}*|dernièr\\p{L}*|seulement|uniquement|jamais|disparaî\\p{L}*|disparu\\p{L}*|s'envol\\p{L}*|partir|partira|ruptures?|stocks?|exclusi\\p{L}*|limité\\p{L}*|unique\\p{L}*|mettre de côté|mis de côté|ne (?:pas )?(?:manqu|rat|pass)ez\\p{L}*|manquez|avant vous|garantir (?:qu|sa|leur)\\p{L}*|promettre|peu de|assez|échapp\\p{L}*|pas de doute",
  returns:
    "échang\\p{L}*|retourn(?:er|ez) (?:l'|le|la|les|votre|gratuit)\\p{L}*|retours? (?:est|sont|à|grat|sous|offert|poss)\\p{L}*|à notre charge|à nos frais|argent|rembours\\p{L}*|changer d'avis|à l'essai|essai|sans frais|en toute (?:confiance|sécurité)|sécuris\\p{L}*|promesse|promis|authenti\\p{L}*|certifi\\p{L}*|véritable\\p{L}*|d'origine|droit de|garanti\\p{L}*",
  praise:
    "meilleur\\p{L}*|parfait\\p{L}*|qualité|haut de gamme|premium|luxe|luxueu\\p{L}*|magnifique\\p{L}*|superbe\\p{L}*|sublime\\p{L}*|exceptionnel\\p{L}*|excellent\\p{L}*|idéal\\p{L}*|célèbre\\p{L}*|réputé\\p{L}*|primé\\p{L}*|plébiscit\\p{L}*|encens\\p{L}*|recommand\\p{L}*|approuv\\p{L}*|testé\\p{L}*|presse|experts?|adore\\p{L}*|applaud\\p{L}*",
  effect:
    "douleur\\p{L}*|maux|mal de|dos|santé|peau|sommeil|bien-être|stress|énergie|soulag\\p{L}*|soign(?:e|er)|vitamin\\p{L}*|rentabilis\\p{L}*|rentable\\p{L}*|rapporte|vaut (?:le|la|bien)|investi\\p{L}*|placement|gagner|revenu\\p{L}*|amorti\\p{L}*|durable\\p{L}*|solide\\p{L}*|résistant\\p{L}*|imperméable\\p{L}*|bio|écologique\\p{L}*|végan\\p{L}*|fait main|doux|douce|chaud\\p{L}*|confortable\\p{L}*|coton|cuir|laine",
  past: "l'an dernier|l'année dernière|(?:l'hiver|l'été|le mois|la semaine) derni\\p{L}*|votre (?:dernier|précédent|premier)\\p{L}* (?:achat|commande|visite)|comme lors|lors de votre achat|déjà (?:client|cliente|acheté|commandé)|depuis (?:des|plusieurs) (?:années|mois)|anniversaire|membre|vip|acheté\\p{L}* (?:chez|cher)\\p{L}*",
  price:
    "prix|tarif\\p{L}*|coût\\p{L}*|coût(?:e|era|er)|(?:moins|plus|pas|trop|si) cher\\p{L}*|bas prix|moins|geste|port(?=,| est| c'| offert| compris)|frais|envoi|facture|budget|portefeuille|économ\\p{L}*|rédui\\p{L}*|baiss\\p{L}*|déduit\\p{L}*|réduct\\p{L}*|payer (?:moins|seulement|que)|rien à payer|facilit\\p{L}* de paiement|crédit|financement|valeur|bourse|c'est pour nous|à notre compte|pour nous",
  quantity:
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt\\p{L}*|trente|quarante|cinquante|soixante|cent|cents|mille|milliers?|millions?|douzaines?|dizaines?|centaines?|double\\p{L}*|triple\\p{L}*|moitié|demi\\p{L}*|tiers|quarts?|cinquième\\p{L}*|dixième\\p{L}*|paires?|plusieurs|nombreu\\p{L}*",
  spam: "cliquez ici|achetez maintenant|commandez maintenant|urgent\\p{L}*|ne manquez pas|ne ratez pas|félicitations|sans engagement|incroyable\\p{L}*|cher client|chère cliente|qu['’]attendez-vous",
  leak: "ignore[zr]? (?:les|toutes?|tout|ce)|instructions?|modèle de langage|en tant qu['’]ia|voici (?:l['’]e-?mail|le brouillon|l['’]objet)|objet :",
  greeting: "bonjour|bonsoir|cher|chère|salut|coucou",
};
