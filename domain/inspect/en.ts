import type { Lexicon } from "./lexicon.ts";

const days =
  "today|tonight|tomorrow|midnight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of|this week|this weekend|the weekend|christmas";

export const en: Lexicon = {
  stopWords: "the and your you we it is to of in for with this are have was our that if not when at here still can be",
  numberWords:
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen",
  timeUnits: "hours?|days?|minutes?|weeks?|hrs?",
  percent: "per ?cent\\p{L}*|pct",
  currency: "dollars?|euros?|sterling|quid|bucks?|cents|yen|zloty\\p{L}*|dirhams?|riyals?",
  shipping:
    "free (?:\\p{L}+ ){0,2}?(?:shipping|delivery|postage)|(?:shipping|delivery|postage) (?:is |costs? )?(?:\\p{L}+ )?(?:free|waived|covered)|(?:pay|cover|waive|drop)s? (?:the |for )?(?:your )?(?:shipping|delivery|postage)|(?:ships?|shipped|delivered?) (?:\\p{L}+ )?free|(?:no|without|zero) (?:shipping|delivery|postage)",
  discount:
    "save (?:a|an|half|at least|up to)|pay(?:ing)? less|under a \\p{L}+|discount\\p{L}*|(?:reduced|special|lower|better|secret|exclusive) (?:prices?|rates?)|price (?:cut|drop|reduction)s?|money off|(?:something|little|extra|bit|more|anything) off|off (?:your|the|this|any|every|all)|save (?:big|money|more|extra|on|up)|savings|cheaper|bargains?|on sale|clearance|markdown|rebate|vouchers?|coupons?|knocked? (?:\\p{L}+ )?off|for less",
  costless:
    "for free|free of charge|on us|on the house|complimentary|at no (?:extra |additional )?(?:cost|charge)|costs? nothing",
  half: "half[ -](?:the )?price|half[ -]off|two[ -]for[ -](?:the price of )?one|buy one,? get|bogo|(?:second|third) (?:one|item) (?:is )?(?:free|half)|(?:third|quarter|fifth|tenth) off|everything (?:is )?free|double discount",
  gift: "throw(?:ing)? in|something special|(?:free|surprise) (?:gift|sample|item|product|trial|bonus)s?|gift (?:cards?|inside|for you|with)|bonus\\p{L}*|cash ?back|store credit|(?:reward|loyalty|double|bonus) points|giveaways?|prizes?",
  offer:
    "(?:an|our|this|your|the|special|exclusive) offers?|deals?|(?:a|small|little) (?:treat|perk|reward|thank[ -]you)",
  code: "(?:promo|discount|coupon|voucher|gift|checkout) ?codes?|(?:use|enter|apply|with|your|the|this) (?:\\p{L}+ )?codes?",
  deadline:
    "prices? (?:may|will|might|could|going) (?:go|rise|increase|up)\\p{L}*|limited[ -]time|(?:ends?|expires?|expiring|ending|over|gone) soon|won['’]t last|before (?:it|the offer|this offer) (?:ends|expires)|(?:last|final) chance|time is running out|running out of time|hurry|while (?:it|the offer|this) lasts|act fast|don['’]t wait|(?:short|limited) time|expir\\p{L}+|deadline|countdown|last call",
  exactDeadline: `few (?:hours|days)|(?:today|tonight|tomorrow|this week(?:end)?) only|only (?:for )?(?:today|tonight|until|till)|(?:ends?|ending|expires?|until|till|by|before|closes?) (?:\\p{L}+ )?(?:${days})|last (?:day|hours?)|final hours?|(?:next|same)[ -]day|midnight|(?:arrives?|arriving|delivered|ships?|shipped) (?:\\p{L}+ )?(?:by|tomorrow|today|within|in time|before)`,
  stock:
    "quantit\\p{L}+ (?:are|is) limited|disappear\\p{L}*|(?:few|some|left|remaining|handful)(?: \\p{L}+){0,2} (?:left|remaining)|(?:only|just) (?:\\p{L}+ ){0,3}(?:left|remaining)(?! (?:it|them|off|behind|your|something|these))|run(?:ning|s)? (?:low|out)|low stock|(?:in|out of|low on|back in) stock|stocks? (?:is |are )?(?:limited|low|running)|(?:almost|nearly) (?:gone|sold)|sell(?:s|ing)? (?:out|fast|quickly)|sold out|limited (?:stock|quantit\\p{L}+|edition|availability|supply|supplies|number)|(?:high|in) demand|going fast|last (?:ones?|pieces?|items?)|while (?:supplies|stocks?) last|reserv(?:e|ed|ing)|still available|availability|other (?:people|shoppers|customers)|snapped up|before (?:it|they|somebody|someone)(?:['’]s| is|['’]re| are)? (?:gone|else)",
  guarantee:
    "guarante\\p{L}+|warrant(?:y|ies)|money[ -]back|risk[ -]free|no risk|(?:free|easy) returns?|refund\\p{L}*|satisf\\p{L}+|(?:best|lowest) prices?|cheapest|price match|no questions asked|hassle[ -]free",
  review:
    "stars?|reviews|(?:customer|product|great|glowing|verified|positive) review|(?:top[ -])?rated|ratings?|testimonials?|(?:customers?|people|shoppers) (?:love|rave|say|agree|adore)|loved by|best[ -]?sell\\p{L}+|most[ -]loved|popular|award\\p{L}*|as seen (?:on|in)|recommended by|trusted by|thousands|millions|everyone (?:is|loves|wants)|number one",
  health:
    "cures?|heals?|healing|clinical\\p{L}*|doctors?|dermatolog\\p{L}+|medical\\p{L}*|therap\\p{L}+|weight loss|lose weight|anti[ -]?aging|pain relief|invest(?:ment|ing)?s?|profits?|earn (?:money|cash)|get rich|tax[ -]free",
  history:
    "welcome back|loyal\\p{L}*|returning (?:customer|shopper)|(?:valued|long[ -]?time|regular|repeat|best) (?:customer|shopper)s?|(?:last|previous|past|earlier) (?:order|purchase)s?|(?:ordered|bought|shopped)(?: from us| with us)? before|with us (?:again|before)|having you back|have you back",
  spam: "act now|click here|buy now|order now|urgent\\p{L}*|don['’]t miss(?: out)?|once in a lifetime|no obligation|winner|you(?:['’]ve| have) won|congratulations|amazing deal|incredible|unbelievable|miracle|not spam|dear (?:friend|customer|sir|madam)|what are you waiting for",
  leak: "(?:ignore|disregard|forget|override) (?:all|any|the|everything|previous|prior|above|your|these)|(?:previous|prior|above|system|these|given) instructions?|the brief|untrusted|i (?:cannot|can['’]t|am unable to) (?:write|help|comply|assist)|here(?:['’]s| is) (?:the|your|a) (?:e-?mail|draft|subject|rewritten|revised)|as (?:requested|instructed)|developer mode|brand voice|tone of voice",
  greeting: "hi|hello|hey|dear|good morning",
};
