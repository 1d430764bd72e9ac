import type { slotNames } from "#domain/draft.ts";
import type { DocumentFaultName } from "#domain/template-document/faults.ts";
import type { BlockCondition, BlockKind, DocumentStyle, TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateTrouble } from "#domain/template-ref.ts";
import type { TemplateUse } from "#domain/template-view.ts";

export const blockLabels: Record<BlockKind, string> = {
  heading: "Heading",
  words: "Writer's words",
  paragraph: "Own text",
  postscript: "Postscript",
  button: "Button",
  picture: "Picture",
  columns: "Two columns",
  lines: "Cart",
  hero: "First product, large",
  summary: "Sum at a glance",
  totals: "Totals",
  offer: "Offer",
  deadline: "Deadline of the offer",
  answers: "Delivery, returns, questions",
  proof: "Orders of the shop",
  member: "Customer's card",
  stock_note: "Note on stock",
  signature: "Signature",
  ornament: "Ornament",
  divider: "Line",
  spacer: "Space",
};

export const blockHints: Record<BlockKind, string> = {
  heading: "The writer's, or your own",
  words: "What the writer writes for each cart",
  paragraph: "The same for everybody, with slots",
  postscript: "The writer's last word, where there is one",
  button: "Back to the cart, or to the shop",
  picture: "Your own, by its address",
  columns: "Text and pictures beside each other",
  lines: "What was left, line by line",
  hero: "As in a shop window",
  summary: "How many products, and the total",
  totals: "Subtotal, shipping, total",
  offer: "Only where the message makes one",
  deadline: "Only where the message makes an offer",
  answers: "From your settings",
  proof: "From 25 orders in 90 days on",
  member: "For people who have ordered before",
  stock_note: "When pieces were counted",
  signature: "The sender and the shop",
  ornament: "An airmail edge or a tick",
  divider: "Between two parts",
  spacer: "Room between two parts",
};

export const blockGroups: { label: string; kinds: BlockKind[] }[] = [
  { label: "Words", kinds: ["heading", "words", "paragraph", "button", "postscript", "signature"] },
  { label: "The cart", kinds: ["lines", "hero", "summary", "totals", "stock_note"] },
  { label: "Offer and trust", kinds: ["offer", "deadline", "answers", "proof", "member"] },
  { label: "Looks", kinds: ["picture", "columns", "ornament", "divider", "spacer"] },
];

export const conditionLabels: Record<BlockCondition, string> = {
  always: "Always",
  offer: "Only with an offer",
  no_offer: "Only without an offer",
  code: "Only when the offer has a code",
  deadline: "Only when the offer ends",
  several: "Only with several products",
  few_left: "Only when few pieces are left",
  returning: "Only for people who have ordered",
  first_time: "Only for people who have not ordered",
};

export const documentFaultLabels: Record<DocumentFaultName, string> = {
  invalid_shape: "This cannot be read",
  unknown_block: "A block of an unknown kind",
  repeated_block_id: "Two blocks have the same name",
  no_blocks: "The template is empty",
  broken_slot: "A slot is not closed: it begins with {{ and ends with }}",
  unknown_slot: "No fact fills this slot",
  empty_text: "There is no text",
  empty_button: "The button says nothing",
  no_way_back: "No button that is always there leads to the cart",
  picture_without_address: "The picture has no address",
  picture_not_https: "The picture's address must begin with https://",
  picture_without_alt: "Say what the picture shows, for people who do not see it",
  repeated_lines: "The cart can be shown once only",
  low_contrast: "The text is too pale for its ground",
  too_large: "There is more text than fits into 60 kB",
};

export const slotLabels: Record<(typeof slotNames)[number], string> = {
  "contact.firstName": "First name",
  "incentive.label": "What the offer is",
  "incentive.code": "Code of the offer",
  "incentive.deadline": "End of the offer",
  "cart.firstItem": "First product",
  "cart.count": "How many products",
  "cart.total": "Total",
  "stock.left": "Pieces left",
  "store.returns": "Returns policy",
  "store.shipping": "Shipping policy",
  "brand.name": "The shop's name",
};

export const frameLabels: Record<TemplateDocument["frame"], string> = {
  card: "On a card",
  centred: "On a card, name in the middle",
  letter: "As plain as a letter",
};

export const buttonLookLabels: Record<DocumentStyle["button"], string> = {
  solid: "Filled",
  outline: "Outlined",
  link: "A plain link",
};

export const templateTroubleLabels: Record<TemplateTrouble, string> = {
  missing: "the template is gone",
  not_published: "the template is not published",
  malformed: "the template cannot be read",
  not_rendered: "the template could not be drawn",
};

export const usedByLabels: Record<TemplateUse["by"], string> = {
  live: "live",
  running: "still running",
  draft: "in its draft",
};

export const columnSides = { left: "Left column", right: "Right column" } as const;
