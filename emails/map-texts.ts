import type { Design } from "./design.ts";
import type { RecoveryLine, RecoveryProps } from "./recovery-message.ts";

/** Told each text of a message and the name of its place. */
export type Rewrite = (text: string, place: string) => string;

/** The same message with every text rewritten that differs between recipients; what is not there stays away. */
export function mapTexts(props: RecoveryProps, rewrite: Rewrite): RecoveryProps {
  const { brand, links, button, look } = props;
  const some = (text: string | null, place: string) => (text === null ? null : rewrite(text, place));
  return {
    ...props,
    ...mapFacts(props, rewrite),
    look: mapLook(look, rewrite),
    subject: rewrite(props.subject, "subject"),
    preheader: rewrite(props.preheader, "preheader"),
    heading: rewrite(props.heading, "heading"),
    paragraphs: props.paragraphs.map((text, index) => rewrite(text, `paragraph.${index}`)),
    button: {
      label: rewrite(button.label, "button"),
      url: rewrite(button.url, "button.url"),
      width: rewrite(button.width, "button.width"),
    },
    postscript: some(props.postscript, "postscript"),
    lines: props.lines.map((line, index) => mapLine(line, (text, place) => rewrite(text, `${index}.${place}`))),
    brand: {
      name: rewrite(brand.name, "brand"),
      logoUrl: some(brand.logoUrl, "brand.logo"),
      sender: rewrite(brand.sender, "brand.sender"),
      address: rewrite(brand.address, "brand.address"),
      logoAlt: rewrite(brand.logoAlt, "brand.logoAlt"),
      logoWidth: some(brand.logoWidth, "brand.logoWidth"),
      social: brand.social.map(({ label, url }, index) => ({
        label: rewrite(label, `social.${index}`),
        url: rewrite(url, `social.${index}.url`),
      })),
    },
    ...(props.design && { design: mapDesign(props.design, rewrite) }),
    why: rewrite(props.why, "why"),
    notice: some(props.notice, "notice"),
    links: {
      unsubscribe: rewrite(links.unsubscribe, "links.unsubscribe"),
      preferences: rewrite(links.preferences, "links.preferences"),
      shop: rewrite(links.shop, "links.shop"),
      verify: some(links.verify, "links.verify"),
    },
  };
}

function mapFacts(props: RecoveryProps, rewrite: Rewrite) {
  const { incentive, proof, loyalty, answers } = props;
  const some = (text: string | null, place: string) => (text === null ? null : rewrite(text, place));
  return {
    more: some(props.more, "more"),
    count: some(props.count, "count"),
    total: rewrite(props.total, "total"),
    totals: props.totals.map(({ label, value, strong }, index) => ({
      label: rewrite(label, `total.${index}.label`),
      value: rewrite(value, `total.${index}.value`),
      strong,
    })),
    taxNote: some(props.taxNote, "taxNote"),
    incentive: incentive && {
      label: rewrite(incentive.label, "incentive"),
      code: some(incentive.code, "incentive.code"),
      ends: some(incentive.ends, "incentive.ends"),
      validUntil: some(incentive.validUntil, "incentive.validUntil"),
    },
    answers: {
      delivery: some(answers.delivery, "delivery"),
      returns: some(answers.returns, "returns"),
      contact: answers.contact && {
        sentence: rewrite(answers.contact.sentence, "contact"),
        url: rewrite(answers.contact.url, "contact.url"),
      },
    },
    proof: proof && { count: rewrite(proof.count, "proof"), caption: rewrite(proof.caption, "proof.caption") },
    loyalty: loyalty && {
      count: rewrite(loyalty.count, "loyalty"),
      caption: rewrite(loyalty.caption, "loyalty.caption"),
      stamps: rewrite(loyalty.stamps, "loyalty.stamps"),
    },
  };
}

function mapDesign(design: Design, rewrite: Rewrite): Design {
  const own = Object.entries(design.own).map(([place, text]) => [place, rewrite(text, `own.${place}`)]);
  return { ...design, own: Object.fromEntries(own) };
}

/** The same for one line. */
export function mapLine(line: RecoveryLine, rewrite: Rewrite): RecoveryLine {
  const some = (text: string | null, place: string) => (text === null ? null : rewrite(text, place));
  return {
    title: rewrite(line.title, "title"),
    initial: rewrite(line.initial, "initial"),
    variantTitle: some(line.variantTitle, "variant"),
    quantity: rewrite(line.quantity, "quantity"),
    price: rewrite(line.price, "price"),
    left: some(line.left, "left"),
    imageUrl: some(line.imageUrl, "image"),
    url: some(line.url, "url"),
  };
}

function mapLook(look: RecoveryProps["look"], rewrite: Rewrite): RecoveryProps["look"] {
  return {
    ...look,
    ...mapInks(look, (text, place) => rewrite(text, `light.${place}`)),
    brand: mapColours(look.brand, rewrite),
    night: mapInks(look.night, (text, place) => rewrite(text, `night.${place}`)),
    serif: rewrite(look.serif, "serif"),
    sans: rewrite(look.sans, "sans"),
    faces: rewrite(look.faces, "faces"),
  };
}

function mapInks(inks: RecoveryProps["look"]["night"], rewrite: Rewrite): RecoveryProps["look"]["night"] {
  return {
    page: rewrite(inks.page, "page"),
    card: rewrite(inks.card, "card"),
    ink: rewrite(inks.ink, "ink"),
    soft: rewrite(inks.soft, "soft"),
    faint: rewrite(inks.faint, "faint"),
    rule: rewrite(inks.rule, "rule"),
  };
}

type Colours = RecoveryProps["look"]["brand"];

function mapColours(brand: Colours, rewrite: Rewrite): Colours {
  return {
    accent: rewrite(brand.accent, "accent"),
    onAccent: rewrite(brand.onAccent, "onAccent"),
    accentText: rewrite(brand.accentText, "accentText"),
    tint: rewrite(brand.tint, "tint"),
    darkAccent: rewrite(brand.darkAccent, "darkAccent"),
    onDarkAccent: rewrite(brand.onDarkAccent, "onDarkAccent"),
    darkAccentText: rewrite(brand.darkAccentText, "darkAccentText"),
    darkTint: rewrite(brand.darkTint, "darkTint"),
    darkDeadline: rewrite(brand.darkDeadline, "darkDeadline"),
  };
}
