import type { Phrasebook } from "./phrasebook.ts";

export const en: Phrasebook = {
  greetings: ["Hi {{contact.firstName}},", "Hello {{contact.firstName}},"],
  plainGreetings: ["Hello,", "Hi there,"],
  notes: {
    reminder: {
      subjects: [
        "Your cart is where you left it",
        "{{cart.firstItem}}: you left this in your cart",
        "Pick up where you left off",
      ],
      preheaders: ["We kept your cart as it was.", "One click takes you back to your cart."],
      headings: ["Your cart is waiting quietly", "You left something in your cart"],
      bodies: [
        "You were looking around at {{brand.name}} and did not get to the end. That happens to all of us, so we kept your cart as it was.",
        "Something must have come up while you were shopping with us. Your cart is just as you left it, and you can carry on whenever it suits you.",
        "Here is what you had picked out, so that you do not have to look for it twice.",
      ],
    },
    help: {
      subjects: [
        "Can we help with your cart?",
        "Is there a question we can answer?",
        "{{cart.firstItem}}: anything you would like to know?",
      ],
      preheaders: ["Reply to this email and a person will answer.", "Tell us what you need to know."],
      headings: ["Can we help you decide?", "Any questions before you decide?"],
      bodies: [
        "Perhaps you were unsure about the size, the delivery or something else. Simply reply to this email and a person will write back.",
        "Sometimes a question stands between a cart and an order. If there is one, write to us and we will answer it as well as we can.",
        "If something did not work or was not clear, we would like to hear about it. A short reply is enough.",
      ],
    },
    incentive: {
      subjects: [
        "For your cart: {{incentive.label}}",
        "{{incentive.label}} on what you picked out",
        "A little something for your cart",
      ],
      preheaders: ["You will find the details in this email.", "It applies to what is in your cart."],
      headings: ["Something to make it easier", "For what is in your cart"],
      bodies: [
        "You took the time to choose, and we would like to make the rest a little easier.",
        "We noticed that your cart at {{brand.name}} is not finished yet. Perhaps this helps.",
        "Your choice is just as you left it, and there is now something to go with it.",
      ],
    },
    last_chance: {
      subjects: ["One last note about your cart", "Our last email about this cart", "Shall we leave it at this?"],
      preheaders: ["After this we will leave you in peace.", "No more reminders after this one."],
      headings: ["One last note from us", "Then we will leave you in peace"],
      bodies: [
        "This is the last time that we write to you about this cart. If you still like what you picked out, here is the way back.",
        "We do not want to fill your inbox, so this is our last note about it. Your cart is below, should you want it.",
        "Perhaps it was not the right moment, and that is fine. If you change your mind, everything you chose is listed below.",
      ],
    },
  },
  offers: ["For you: {{incentive.label}}.", "To go with your cart: {{incentive.label}}."],
  offerEnds: ["It is there for a limited time; the details are in this email."],
  loyalty: [
    "Thank you for having bought from us before.",
    "It means a lot to us that you have shopped with us before.",
  ],
  closings: [
    "Take your time. If anything is unclear, reply to this email.",
    "Whatever you decide, thank you for stopping by.",
  ],
  buttons: ["Back to my cart", "See my cart"],
};
