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
    "save (?:a|an|half|at least|up to)|pay(?:ing)? less|under a \\p{L}+|discount\\p{L}*|(?:reduced|special|lower|better|secret|exclusive) (?:prices?|rates?)|price (?:cut|drop|reduction)s?|money off|(?:something|little|extra|bit|more|anything) off|off (?:your|the|this|any|every|all)|save (?:big|money|more|extra|on|up)|savings|cheaper|bargains?|on sale|clearance|markdown|rebate|vouchers?|coupons?|knocked? (?:\\p{L}+ )?off|for less|off",
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
  scraps:
    "guidelines?|sure! (?:here|below)|below is|per (?:the|your) (?:instructions?|guidelines?|request)|requested tone|(?:as|per) (?:your )?(?:brief|prompt)|prompts?|(?:word|character) (?:limit|count)|draft(?:s|ed)? (?:below|above|email)|subject line|call to action|cta|no numbers|left out any|happy to (?:revise|rewrite)|note to (?:the )?(?:reviewer|editor|self)|output|fields?: ",
  surprise:
    "surprises?|extra|extras|freebies?|tuck(?:ed|ing)|goody|goodies|treat(?:ing)?|throw|on top|sweeten\\p{L}*|present|thank[ -]you (?:gift|note)",
  urgency:
    "clock|tick(?:s|ing)|now or never|before (?:it(?:'s| is)|they(?:'re| are)) too late|too late|too long|end(?:s|ed|ing)?|clos(?:es|ing)|hours?|days?|weeks?|months?|weekend|january|february|march|april|june|july|august|september|october|november|december|today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|midnight|noon|season|christmas|easter|black friday|while you (?:still )?can|soon(?:er)? (?:gone|over)|empt(?:y|ied)|delet(?:e|ed|ing)|clear(?:ed)? (?:out )?(?:your|the) carts?|countdown|window|sooner",
  delivery:
    "deliver(?:s|ed|ing)|arriv\\p{L}*|dispatch\\p{L}*|on (?:your|the) doorstep|courier|ship(?:s|ped)|express|parcel (?:is|will)|be (?:yours|wearing|using|holding)|in your hands",
  demand:
    "everyone(?:'s)?|everybody|(?:someone|somebody|anyone) else|other (?:people|shoppers|customers|buyers)|others|crowd|folks|fans?|buyers?|eyeing|their eye|trend\\p{L}*|hype|viral|hot|sought|must[ -]have|talk of|hit of|best[ -]loved|beloved|favou?rites?|cult",
  scarce:
    "vanish\\p{L}*|disappear\\p{L}*|shelf|shelves|rare(?:ly)?|scarce|few|handful|last|final|going,|gone|sells?|selling|sold|restock\\p{L}*|run(?:s|ning)? out|out of stock|stocks?|suppl(?:y|ies)|inventor(?:y|ies)|warehouse|one[ -]off|unique|only|never|can't promise|cannot promise|set aside|hold(?:ing)? (?:it|them|this|your size)|won't (?:be|stay|last|wait|keep)|enough|miss(?:ing)? out|slip(?:s|ping)? away|not be (?:there|here)|may not|might not",
  returns:
    "returns?(?= (?:it|them|polic|is|are|within|for|free|any|anything|\\p{L}+ for))|refund\\p{L}*|exchange\\p{L}*|swap\\p{L}*|send (?:it|them) back|money|penny|at our (?:expense|cost)|trial|warrant\\p{L}*|insur\\p{L}*|repair\\p{L}*|lifetime|trust|secure|safe(?:ly)?|certified|authentic|genuine|original|promise|guarantee\\p{L}*|assur\\p{L}*",
  praise:
    "rav(?:e|es|ing)|prais\\p{L}*|rated|reviews?(?! your| the| my| it)|love[sd]?|ador\\p{L}*|top|best|finest|perfect\\p{L}*|great(?:est)?|amazing|stunning|gorgeous|beautiful|superb|excellent|premium|luxur\\p{L}*|quality|high[ -]end|iconic|legendary|award\\p{L}*|celebrat\\p{L}*|famous|known for|recommend(?:ed)? by|experts?|magazine|vogue|press|proven|tested",
  effect:
    "ach(?:e|es|ing)|pain\\p{L}*|hurt\\p{L}*|back will|thank you for it|heal\\p{L}*|cure\\p{L}*|reliev\\p{L}*|relief|sooth\\p{L}*|sleep|posture|skin|wrinkl\\p{L}*|slim\\p{L}*|weight|energy|immun\\p{L}*|vitamin\\p{L}*|allerg\\p{L}*|stress|anxiety|detox\\p{L}*|healthy?|wellbeing|pays? for itself|pays? off|worth (?:it|every|more|the)|value|investment|returns on|earn\\p{L}*|income|wealth|resale|long[ -]lasting|durab\\p{L}*|lasts?|waterproof|sustainab\\p{L}*|organic|eco\\p{L}*|vegan|handmade|made in|cotton|leather|wool|warm|soft|comfortable|comfy",
  past: "(?:bought|got|ordered|had|chose) (?:\\p{L}+ ){0,4}(?:from us|with us|last|before|earlier|previously)|last (?:year|winter|summer|spring|autumn|fall|month|week|time you)|since you(?:'re| are) (?:a|one)|one of our|as a (?:member|customer|subscriber|vip)|vip|your (?:last|previous|earlier|first|usual) (?:order|visit|purchase|size|boots|\\p{L}+)|again and again|years? with us|birthday|anniversary",
  price:
    "prices?|pric(?:ed|ing)|costs?(?= (?:you|only|less|just|nothing|a|the|more|as|under))|cheap\\p{L}*|afford\\p{L}*|expensive|budget|pocket|wallet|bill|charge[ds]?|fees?|pay (?:less|nothing|only|just|half|the)|(?:knock|shave|slash|take|cut|trim|lop|drop|bring)(?:s|ed|ing)? (?:\\p{L}+ ){0,3}(?:off|down|away)|less|lower\\p{L}*|reduc\\p{L}*|deduct\\p{L}*|worth|value|rate|credit|instal\\p{L}*|financ\\p{L}*",
  quantity:
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|hundreds?|thousands?|millions?|dozens?|double\\p{L}*|triple\\p{L}*|twice|both|tenner|fiver|half|(?:a|one|full) (?:third|quarter|fifth|tenth|sixth|eighth)|couple|pair|fifths?|tenths?|quarters?|several|countless",
  spam: "act now|click here|buy now|order now|urgent\\p{L}*|don['’]t miss(?: out)?|once in a lifetime|no obligation|winner|you(?:['’]ve| have) won|congratulations|amazing deal|incredible|unbelievable|miracle|not spam|dear (?:friend|customer|sir|madam)|what are you waiting for",
  leak: "(?:ignore|disregard|forget|override) (?:all|any|the|everything|previous|prior|above|your|these)|(?:previous|prior|above|system|these|given) instructions?|the brief|untrusted|i (?:cannot|can['’]t|am unable to) (?:write|help|comply|assist)|here(?:['’]s| is) (?:the|your|a) (?:e-?mail|draft|subject|rewritten|revised)|as (?:requested|instructed)|developer mode|brand voice|tone of voice",
  greeting: "hi|hello|hey|dear|good morning",
};
