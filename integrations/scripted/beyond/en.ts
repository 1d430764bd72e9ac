import type { Beyond } from "./beyond.ts";

export const en: Beyond = {
  notes: {
    browse: {
      subjects: [
        "Still [thinking it over|curious]?",
        "{{cart.firstItem}}: another look?",
        "What you looked at, [in one place|kept together]",
      ],
      preheaders: [
        "Everything [is in this email|stands below], in case you want to find it again.",
        "No hurry: [just a way back|here is the way back].",
      ],
      headings: ["Have another look", "Here is what you [looked at|had a look at]"],
      openings: [
        "You had a look around at {{brand.name}}. [So that you need not search again|To save you the search], here is what you [looked at|opened].",
        "Choosing [takes a while|needs time]. Here is what you looked at, [all together|side by side].",
      ],
      seconds: [
        "If something [appeals to you|is right for you], [one click|the button below] takes you there.",
        "If you have a question about it, [just|simply] reply to this email.",
        "Have another look [whenever it suits you|in your own time].",
      ],
    },
    thanks: {
      subjects: [
        "Thank you for your order",
        "Your order at {{brand.name}}: thank you",
        "[We are glad|How nice] that you ordered",
      ],
      preheaders: ["Here is [once more what you ordered|your order once more], to keep.", "It has reached us."],
      headings: ["Our thanks to you", "[Thank you from all of us|We thank you]"],
      openings: [
        "Your order has reached us, and we are glad about it.",
        "Your order has reached us, and we are happy about it.",
        "Thank you for ordering at {{brand.name}}. We are glad that you found something.",
        "Thank you for ordering at {{brand.name}}. We are happy that you found something.",
      ],
      seconds: [
        "Below you find [once more what you ordered|your order once more], to keep.",
        "If something is not [as it should be|as you meant it], [just|simply] reply to this email.",
        "Should a question come up, [write to us|reply to this email]; a person will answer.",
      ],
    },
    tips: {
      subjects: [
        "{{cart.firstItem}}: questions [about it|of any kind]?",
        "A word on [what you ordered|your order]",
        "Getting to know [your order|what you ordered]",
      ],
      preheaders: ["Ask us [whatever you like|anything about it].", "So that you [enjoy it|get on well with it]."],
      headings: ["So that you enjoy it", "Is everything [clear|as you want it]?"],
      openings: [
        "By now you may have [tried|used] what you ordered. If [anything|something] is unclear, ask us [before you puzzle over it|straight away].",
        "How to use it, how to [look after it|care for it], what to do [when something is odd|if something is not right]: we like such questions.",
      ],
      seconds: [
        "[Just|Simply] reply to this email and [a person|somebody from our team] will write back.",
        "A [short|quick] reply will do, and [one of us|a person] writes back.",
        "We know our things and [are glad to|like to] tell you about them.",
      ],
    },
    review: {
      subjects: [
        "How do you like {{cart.firstItem}}?",
        "What do you think of [your order|what you ordered]?",
        "May we [ask you something|ask for your view]?",
      ],
      preheaders: ["Your view [helps us|is what we learn from].", "A [few words|sentence] will do."],
      headings: ["Tell us what you think", "[Your view matters to us|We would like your view]"],
      openings: [
        "You have had what you ordered for [a while|some time] now. We would like to know [what you think of it|how you find it].",
        "What is good about it, [and what is not|and what could be better]? We [ask|would like to hear it] because we learn from it.",
      ],
      seconds: [
        "[Just|Simply] reply to this email with [a few words|a sentence]; a person reads it.",
        "What you liked and what you did not: [we want to hear it|tell us].",
        "If something is not right, tell us, and we will [look into it|see what we can do].",
      ],
    },
    complement: {
      subjects: [
        "Something to go with [your order|what you ordered]",
        "{{cart.firstItem}}: [perhaps for you|a thought for you]?",
        "A thought about [your order|what you ordered]",
      ],
      preheaders: ["Have a look [whether it suits you|if you like].", "Chosen to go with what you [have|ordered]."],
      headings: ["This goes with it", "[Perhaps this is for you|Perhaps you like this too]"],
      openings: [
        "Here is [something|a thought] that goes with what you [ordered|chose] at {{brand.name}}.",
        "Some things [belong together|go together]. To what you ordered we [would add this|thought of this].",
      ],
      seconds: [
        "If it is [nothing for you|not for you], [that is fine|no harm done].",
        "[One click|The button below] shows you more.",
        "Have a look [whenever it suits you|in your own time].",
      ],
    },
    loyalty: {
      subjects: [
        "Thank you for [coming back|ordering again]",
        "From {{brand.name}}, [with thanks|to say thank you]",
        "Nice that you [are here again|came back]",
      ],
      preheaders: [
        "A word of thanks, [nothing else|and nothing more].",
        "We have noticed, and [we are glad|it makes us happy].",
      ],
      headings: ["You came back", "[Nice to see you again|Good to have you back]"],
      openings: [
        "You have ordered [from us|at {{brand.name}}] again. We [do not take that for granted|know that this is not a matter of course].",
        "That you [came back|ordered again] is the best thing that [anybody can tell us|we can hear]. Thank you.",
      ],
      seconds: [
        "If you ever [need|want] something from us, [reply to this email|write to us]; we know what we owe you.",
        "What could we do [better|differently] for you? [Just|Simply] reply.",
        "We [look forward|are looking forward] to seeing you again.",
      ],
    },
    win_back: {
      subjects: ["It has been a while", "[How are you|How have you been]?", "A greeting from {{brand.name}}"],
      preheaders: [
        "We wanted to [say hello|get in touch].",
        "Perhaps there is [something for you|something you like].",
      ],
      headings: ["We have not seen you for a while", "[Good to know you|Still nice to know you]"],
      openings: [
        "Some time has passed since you ordered at {{brand.name}}. [We hope you are well|We hope all is well with you].",
        "You have not been with us for [a while|some time], and we [thought of you|wanted to say hello].",
      ],
      seconds: [
        "[Have a look around|Drop in] if you like; if not, [that is fine too|that is all right].",
        "If something was not [right|as you wanted it], [tell us|write to us]; we would like to know.",
        "[One click|The button below] takes you to our shop.",
      ],
    },
  },
  offers: [
    "For you: {{incentive.label}}.",
    "What we can add: {{incentive.label}}.",
    "With our thanks: {{incentive.label}}.",
  ],
  closings: [
    "[Kind|Warm] regards from {{brand.name}}.",
    "[All the best|Best wishes] from {{brand.name}}.",
    "[Until next time|See you soon], and thank you.",
    "Thank you for [reading|your time].",
  ],
  toShop: ["Visit the shop", "[Go|Come] to the shop", "Look around"],
  toProducts: ["Have a look", "Look at it", "[See|Show me] more"],
};
