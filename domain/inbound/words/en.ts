import type { IntentWords } from "./intent-words.ts";

const mail = "(?:e-?mails?|mails?|messages?|reminders?|newsletters?|spam|advertis\\w+|promotions?|offers|marketing)";

export const en: IntentWords = {
  alone: ["stop", "unsubscribe", "unsubscribe me", "remove me", "opt out", "optout", "cancel subscription", "stop it"],
  stop: [
    "(?:please|pls|kindly|to|wanna) unsubscribe",
    "unsubscribe (?:me|us|my|from|this|now|immediately)",
    "stop (?:e-?mailing|mailing|contacting|spamming|messaging|bothering|harassing|writing)",
    `stop (?:sending )?(?:me |us )?(?:all |any |these |those |such |this |your |the )?(?:more )?${mail}`,
    "stop sending (?:me|us|these|this|such) (?:stuff|things?|nonsense|anything)",
    "(?:do not|don'?t|never|not to) (?:ever )?(?:e-?mail|contact|write|message|mail|bother)(?: to)? (?:me|us)",
    `(?:do not|don'?t|never) (?:ever )?send (?:me|us) (?:any |another |these |such )?(?:more |further |other )?(?:${mail}|anything)`,
    `no (?:more|further) ${mail}`,
    `(?:don'?t|do not|no longer) (?:want|wish|like)(?: to)?(?: receive| get| have)?(?: any)?(?: more)?(?: of)?(?: your| these| such)? ${mail}`,
    "(?:take|remove|delete|drop) (?:me|us|my (?:name|address|e-?mail|e-?mail address)) (?:off|from|out)",
    "opt (?:me )?out",
    "leave me alone",
    "(?:didn'?t|did not|never) (?:sign up|subscribe|signed up|subscribed)",
  ],
  elsewhere: [
    "(?:bought|ordered|purchased|got|found|picked up|getting)(?: \\w+){0,4} (?:elsewhere|somewhere else|(?:at|from|in|on) (?:another|a different|a local|amazon|ebay|zalando|etsy|your competitor|a competitor|our local))",
    "found (?:it|one|this|them|the same)(?: \\w+){0,3} (?:cheaper|for less)",
    "went with (?:another|a different|someone else|a competitor)",
    "no longer (?:need|interested|require)",
  ],
  complaint: [
    "(?:arrived|came|is|was|are|were|got|received|delivered)(?: it| me)? (?:completely |already |totally |badly )?(?:broken|damaged|defective|faulty|torn|dirty|scratched|cracked)",
    "never (?:arrived|came|received|got|showed up)",
    "(?:has not|hasn'?t|have not|haven'?t|did not|didn'?t) (?:arrived?|come|received?|been delivered|got(?:ten)?)",
    "still (?:waiting|no parcel|no sign|not here|not arrived|haven'?t|have not)",
    "(?:want|demand|expect|give me|need) (?:a |an |my |the )?(?:full |immediate )?(?:refund|money back|compensation)",
    "complain(?:t|ts|ing)?",
    "(?:unacceptable|disgraceful|disgusting|outrageous|rip-?off|scam|scammers?|fraud|ridiculous|appalling|awful|horrible)",
    "(?:terrible|poor|bad|worst) (?:service|experience|quality|shop|store|company)",
    "(?:very|so|really|deeply|extremely) (?:disappointed|disappointing|unhappy|angry|annoyed|upset|frustrated)",
    "charged (?:me )?(?:twice|double|two times)",
    "(?:sent|got|received|delivered)(?: me)? (?:the |a )?wrong",
    "fell apart",
  ],
  bought: [
    "(?:already|just|have) (?:bought|ordered|purchased|paid)",
    "(?:bought|ordered|purchased) (?:it|one|them|this|mine) (?:already|yesterday|today|last|in)",
  ],
  question: [
    "(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would|may|should) (?:i|you|it|this|that|the|there|we|they|much|many|long|big|size|colou?r|my|your|is|are|do)",
    "(?:i was wondering|i wonder|wondering|i'?d like to know|i would like to know|please (?:tell|let) me|could you|can you)",
  ],
};
