import type { Language } from "../language.ts";

/** Phrases of unwanted mail per language, after the body rules of SpamAssassin and lists of mail providers. */
export const spamPhrases: Record<Language, RegExp> = {
  en: /\b(act now|click (here|below)|100% free|risk[- ]free|no obligation|you(?:'ve| have) (?:been selected|won)|winner|cash bonus|dear friend|once in a lifetime|this isn'?t spam|order now|buy now|urgent|make money|satisfaction guaranteed|limited time only)\b/giu,
  de: /(jetzt zuschlagen|hier klicken|klicken sie hier|100 ?% gratis|garantiert kostenlos|sie haben gewonnen|gewinner|unverbindlich und kostenlos|nur für kurze zeit|jetzt kaufen|dringend|geld verdienen|kein spam)/giu,
  fr: /(cliquez ici|agissez maintenant|100 ?% gratuit|sans engagement|vous avez gagné|félicitations, vous|offre exceptionnelle|achetez maintenant|urgent|gagnez de l'argent|ceci n'est pas un spam)/giu,
  es: /(haz clic aquí|haga clic aquí|actúa ahora|100 ?% gratis|sin compromiso|has ganado|ganador|oferta única|compra ya|compre ahora|urgente|gana dinero|esto no es spam)/giu,
  it: /(clicca qui|agisci ora|100 ?% gratis|senza impegno|hai vinto|vincitore|offerta irripetibile|compra ora|acquista subito|urgente|guadagna)/giu,
  pt: /(clique aqui|aja agora|100 ?% grátis|sem compromisso|você ganhou|ganhou um prémio|vencedor|oferta imperdível|compre já|compre agora|urgente|ganhe dinheiro)/giu,
  nl: /(klik hier|100 ?% gratis|geheel vrijblijvend|u heeft gewonnen|je hebt gewonnen|winnaar|nu kopen|koop nu|dringend|geld verdienen|dit is geen spam)/giu,
  pl: /(kliknij tutaj|działaj teraz|100 ?% za darmo|bez zobowiązań|wygrałeś|wygrałaś|zwycięzca|kup teraz|pilne|zarób|to nie jest spam)/giu,
  ja: /(今すぐクリック|ここをクリック|完全無料|当選|おめでとうございます|緊急|必ず儲かる|今だけ限定)/gu,
  ar: /(اضغط هنا|انقر هنا|مجاني 100|لقد ربحت|فائز|عاجل|اشتر الآن|اربح المال)/gu,
};
