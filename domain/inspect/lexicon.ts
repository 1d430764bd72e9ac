/**
 * How a language says the things that words may not say without a fact. Each entry is the inside of a regular expression
 * over lower-case text; `\p{L}*` stands for endings. `half` are deals that no incentive of ours grants, `costless` says
 * that something costs nothing, `offer` that there is an incentive at all, `exactDeadline` names a day or an hour.
 */
export type Lexicon = {
  stopWords: string;
  numberWords: string;
  timeUnits: string;
  percent: string;
  currency: string;
  shipping: string;
  discount: string;
  costless: string;
  half: string;
  gift: string;
  offer: string;
  code: string;
  deadline: string;
  exactDeadline: string;
  stock: string;
  guarantee: string;
  review: string;
  health: string;
  history: string;
  scraps: string;
  surprise: string;
  urgency: string;
  delivery: string;
  demand: string;
  scarce: string;
  returns: string;
  praise: string;
  effect: string;
  past: string;
  price: string;
  quantity: string;
  spam: string;
  leak: string;
  greeting: string;
};

/** What is said alike in every language, code and prompt scraps among it. */
export const everywhere = {
  currency: "usd|eur|gbp|jpy|chf|pln|sek|nok|dkk|cad|aud|brl|aed|sar|egp|kwd|bhd|try|inr|cny|zł|krw|mxn|czk|huf",
  leak: "as an ai|language model|system prompt|chatgpt|json|lorem ipsum|placeholder|todo|avoidwords|hasdeadline|hascode|loyaltyline|linecount|firstname|</?\\p{L}+>?|```|assistant:|user:|system:|subject:|preheader",
};
