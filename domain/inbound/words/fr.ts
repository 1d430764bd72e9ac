import type { IntentWords } from "./intent-words.ts";

const mail =
  "(?:e-?mails?|mails?|courriels?|messages?|relances?|newsletters?|publicités?|pubs?|spams?|sollicitations?)";

export const fr: IntentWords = {
  alone: [
    "stop",
    "arrêt",
    "désabonner",
    "désinscrire",
    "désinscription",
    "désabonnement",
    "me désinscrire",
    "me désabonner",
  ],
  stop: [
    "(?:me|nous) (?:désabonner|désinscrire|retirer de|supprimer de|rayer de)",
    "(?:désabonne[rz]?|désinscri(?:re|vez|s))[- ](?:moi|nous)",
    `ne (?:m['’]|me |nous )(?:envoye[rz]|écrive[rz]|écrivez|adresse[rz]|contacte[rz]|recontacte[rz]|relance[rz]|sollicite[rz]|envoie|écris) (?:plus|pas)`,
    "ne plus (?:m['’]|me |nous )(?:envoyer|écrire|adresser|contacter|relancer|solliciter|déranger)",
    `(?:ne|n['’]) ?(?:souhait\\p{L}+|veu\\p{L}+|désir\\p{L}+|voul\\p{L}+)? ?plus (?:recevoir|être (?:contacté|sollicité|relancé))`,
    `arr[êe]te[rz] (?:de (?:m['’]|me |nous )|vos |ces |les |avec )(?:\\p{L}+ ){0,2}?(?:envoyer|écrire|contacter|relancer|harceler|${mail})`,
    `plus (?:de|d['’]|aucune?) ?${mail}`,
    "(?:retire[rz]|supprime[rz]|enl[eè]ve[rz]|efface[rz]|raye[rz])[- ](?:moi|nous|mon (?:adresse|e-?mail|nom))(?: \\p{L}+){0,2} de",
    "(?:laissez|foutez|fichez)[- ]moi (?:tranquille|la paix)",
  ],
  elsewhere: [
    "(?:acheté|commandé|trouvé|pris|achetée?s?)(?: \\p{L}+){0,4} (?:ailleurs|sur amazon|chez amazon|chez un autre|chez un concurrent|dans un autre|en magasin|moins cher)",
    "(?:ailleurs|chez un concurrent|moins cher) (?:\\p{L}+ ){0,3}(?:acheté|commandé|trouvé)",
    "(?:n['’]en ai|n['’]ai|ai) plus besoin",
  ],
  complaint: [
    "(?:cassée?s?|abîmée?s?|endommagée?s?|défectueu(?:x|se)|déchirée?s?)",
    "(?:jamais|pas encore|toujours pas|pas) (?:été )?(?:reçue?s?|arrivée?s?|livrée?s?)",
    "(?:veux|exige|demande|souhaite) (?:\\p{L}+ ){0,2}(?:remboursement|être remboursée?)",
    "(?:remboursez-moi|réclamation|plainte|inadmissible|inacceptable|scandaleu(?:x|se)|arnaque|arnaqueurs?|escroc\\p{L}*|honteu(?:x|se)|lamentable)",
    "(?:très|vraiment|extrêmement|tellement|suis) (?:déçue?|mécontente?|énervée?|fâchée?|insatisfaite?)",
    "(?:débitée?|facturée?|prélevée?) (?:deux fois|en double)",
    "(?:mauvais|mauvaise) (?:article|taille|produit|couleur|service)",
    "j['’]attends (?:toujours|encore|depuis)",
  ],
  bought: ["(?:déjà|viens de|bien) (?:\\p{L}+ )?(?:acheté|commandé|acheter|commander|payé|passé commande)"],
  question: [
    "(?:comment|combien|quand|où|quel(?:le)?s?|qui|pourquoi|est-ce|pouvez-vous|puis-je|peut-on|avez-vous|y a-t-il|livrez-vous|faites-vous|serait-il|auriez-vous|pourriez-vous)",
    "(?:je voudrais|j['’]aimerais|je souhaiterais) savoir",
  ],
};
