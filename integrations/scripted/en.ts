import type { Phrasebook } from "./phrasebook.ts";

export const en: Phrasebook = {
  greetings: ["Hi {{contact.firstName}},", "Hello {{contact.firstName}},"],
  plainGreetings: ["Hello,", "Hi there,"],
  notes: {
    reminder: {
      subjects: [
        "Your cart is [where|just as] you left it",
        "{{cart.firstItem}}: [you left this|this is] in your cart",
        "Pick up where you left off",
        "[Your cart is|It is all] here when you want it",
        "{{cart.count}} in your cart",
      ],
      preheaders: [
        "We kept your cart [as it was|as you left it].",
        "One click takes you back to your cart.",
        "Everything you picked out, in one place.",
      ],
      headings: ["Your cart is waiting quietly", "You left something in your cart", "Here is what you picked out"],
      openings: [
        "You were looking around at {{brand.name}} and [did not get to the end|left before you were done]. [That happens to all of us|It happens], so we kept your cart as it was.",
        "Something must have come up while you were [shopping with us|choosing]. Your cart is just as you left it.",
        "Here is what you had picked out, so that you do not have to look for it [twice|again].",
        "A [short|quick] note from {{brand.name}}: your cart is [exactly|just] as you left it.",
      ],
      seconds: [
        "You can carry on [whenever it suits you|in your own time].",
        "[One click|The button below] takes you back to where you were.",
        "If you would like to finish, everything is [in place|ready for you].",
        "Have another look [whenever you like|when you have a quiet moment].",
      ],
    },
    help: {
      subjects: [
        "Can we help with your cart?",
        "Is there a question we can answer?",
        "{{cart.firstItem}}: anything you would like to know?",
        "[Not sure yet|Unsure about something]? Ask us",
      ],
      preheaders: [
        "Reply to this email and a person will answer.",
        "Tell us what you need to know.",
        "A person on our team reads every reply.",
      ],
      headings: ["Can we help you decide?", "Any questions before you decide?", "What would you like to know?"],
      openings: [
        "Perhaps you were unsure about the size, the [colour|material] or something else.",
        "Sometimes [a single|an open] question stands between a cart and an order.",
        "If something did not work or was not clear, we would like to hear about it.",
        "Choosing on a screen is not always easy, because you cannot [touch|feel] anything.",
      ],
      seconds: [
        "[Simply|Just] reply to this email and a person will write back.",
        "Write to us and we will answer as well as we can.",
        "A [short|quick] reply will do, and [somebody from our team|one of us] will get back to you.",
        "Tell us what [you need to know|you are wondering about], and we will do our best to help.",
      ],
    },
    incentive: {
      subjects: [
        "For your cart: {{incentive.label}}",
        "{{incentive.label}} on what you picked out",
        "A little something for your cart",
        "Your cart at {{brand.name}}, with {{incentive.label}}",
      ],
      preheaders: [
        "You will find the details in this email.",
        "It applies to what is in your cart.",
        "Something to go with what you picked out.",
      ],
      headings: ["Something to make it easier", "For what is in your cart", "Something to go with your choice"],
      openings: [
        "You took [the|your] time to choose, and we would like to make the rest a little easier.",
        "Your cart at {{brand.name}} is not finished yet. Perhaps [this|what follows] helps.",
        "Your choice is just as you left it, and there is now something to go with it.",
        "We would be glad if what you picked out [found its way|came] to you.",
      ],
      seconds: [
        "It applies to [what is in your cart|everything listed below].",
        "Everything else stays [as you left it|as it was].",
        "[Have|Take] a look and decide in your own time.",
        "The details are [in this email|below].",
      ],
    },
    last_chance: {
      subjects: [
        "One last note about your cart",
        "Our last email about this cart",
        "Shall we leave it at this?",
        "Before we stop writing about your cart",
      ],
      preheaders: [
        "After this we will leave you in peace.",
        "No more reminders after this one.",
        "One last look, if you like.",
      ],
      headings: ["One last note from us", "Then we will leave you in peace", "A last look at your cart"],
      openings: [
        "This is the last time [that we|we] write to you about this cart.",
        "We do not want to fill your inbox, so this is our last note [about it|on this].",
        "Perhaps it was not the right moment, and that is [fine|quite all right].",
        "There will be no more emails [about this cart|on this] after this one.",
      ],
      seconds: [
        "If you still like what you picked out, [here|this] is the way back.",
        "Your cart is below, should you want it.",
        "If you change your mind, everything you chose is [listed below|in your cart].",
        "[Have a last look|Take one more look] if you like; if not, that is fine too.",
      ],
    },
  },
  several: ["There are {{cart.count}} in your cart.", "Your cart holds {{cart.count}}."],
  stockOne: [
    "At the moment we have {{stock.left}} of it, in case that matters to you.",
    "For your planning: we have {{stock.left}} of it right now.",
  ],
  stockSeveral: [
    "Of one thing in your cart we have {{stock.left}} at the moment, in case that matters to you.",
    "For your planning: of one thing you picked out, we have {{stock.left}} right now.",
  ],
  aboutDelivery: [
    "If it was about delivery, tell us and we will explain how it works.",
    "Questions about delivery are welcome too.",
  ],
  returns: ["On returns: {{store.returns}}.", "In case it is not right for you: {{store.returns}}."],
  shipping: ["On delivery: {{store.shipping}}.", "How it reaches you: {{store.shipping}}."],
  offers: [
    "For you: {{incentive.label}}.",
    "To go with your cart: {{incentive.label}}.",
    "What we can add: {{incentive.label}}.",
  ],
  offerCodes: ["The code for it is {{incentive.code}}.", "At checkout, use the code {{incentive.code}}."],
  offerEnds: ["It is valid until {{incentive.deadline}}.", "You can use it until {{incentive.deadline}}."],
  loyalty: [
    "Thank you for having bought from us before.",
    "It means a lot to us that you have shopped with us before.",
    "You have shopped with us before, and we [are grateful for it|appreciate that].",
  ],
  replies: [
    "Take your time. If anything is unclear, reply to this email.",
    "If you have a question, [just|simply] reply; a person will answer.",
    "Is anything unclear? [Reply to this email|Write to us], and we will help.",
  ],
  thanks: [
    "Whatever you decide, thank you for stopping by.",
    "Thank you for [looking around|your visit].",
    "Take [all the time you need|your time], and thank you for your interest.",
    "[Kind|Warm] regards from {{brand.name}}.",
  ],
  postscripts: [
    "PS: A person reads every reply to this email.",
    "PS: Questions are welcome; just reply to this email.",
  ],
  buttons: ["Back to my cart", "See my cart", "[Open|Go to] my cart"],
};
