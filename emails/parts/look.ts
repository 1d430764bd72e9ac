import type { CSSProperties } from "react";
import { type BrandFont, fontFaces, houseFonts, type KitFonts } from "#domain/brand-font.ts";
import { type AccentInks, type GroundInks, groundsOf, houseColours, type KitColours } from "#domain/brand-look.ts";
import { contrast, textContrast } from "#domain/colour.ts";
import { directionOf, type Language } from "#domain/language.ts";

/** What every part needs to draw itself: colours of both grounds and the sides of the writing direction. */
export type Look = GroundInks & {
  brand: BrandColours;
  night: GroundInks;
  start: "left" | "right";
  end: "left" | "right";
  dir: "ltr" | "rtl";
  serif: string;
  sans: string;
  /** How round corners are: 1 as the house has them. */
  round: number;
  button: ButtonLook;
  /** Rules that load a brand's web font; empty where it has none. */
  faces: string;
};

/** What becomes of a brand's colour on the light and on the dark ground. */
export type BrandColours = AccentInks & {
  darkAccent: string;
  onDarkAccent: string;
  darkAccentText: string;
  darkTint: string;
  /** What deadlines stand on by night. */
  darkDeadline: string;
};

/** How a brand may differ from the house. */
export type Kit = {
  colours?: KitColours;
  fonts?: KitFonts;
  fontsUrl?: string | null;
  round?: number;
  button?: ButtonLook;
};
export type ButtonLook = "solid" | "outline" | "link";

export function lookOf(language: Language, accentColour: string, kit: Kit = {}): Look {
  const dir = directionOf(language);
  const { light, dark } = groundsOf(accentColour, kit.colours ?? houseColours);
  const { page, card, ink, soft, faint, rule } = dark;
  return {
    ...inksOf(light),
    brand: {
      ...accentsOf(light),
      darkAccent: dark.accent,
      onDarkAccent: dark.onAccent,
      darkAccentText: dark.accentText,
      darkTint: dark.tint,
      darkDeadline: nightGround(dark),
    },
    night: { page, card, ink, soft, faint, rule },
    dir,
    start: dir === "rtl" ? "right" : "left",
    end: dir === "rtl" ? "left" : "right",
    ...fontsFor(language, kit.fonts ?? houseFonts),
    round: kit.round ?? 1,
    button: kit.button ?? "solid",
    faces: facesOf(language, kit),
  };
}

const inksOf = ({ page, card, ink, soft, faint, rule }: GroundInks): GroundInks => ({
  ...{ page, card, ink, soft, faint, rule },
});
const accentsOf = ({ accent, onAccent, accentText, tint }: AccentInks): AccentInks => ({
  ...{ accent, onAccent, accentText, tint },
});

const latin = {
  serif: "Charter,Iowan Old Style,Palatino Linotype,Georgia,serif",
  sans: "-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif",
};
const fontsOf: Record<Language, { serif: string; sans: string }> = {
  en: latin,
  de: latin,
  fr: latin,
  es: latin,
  it: latin,
  pt: latin,
  nl: latin,
  pl: latin,
  ja: {
    serif: "Hiragino Mincho ProN,Yu Mincho,Noto Serif CJK JP,serif",
    sans: "-apple-system,Hiragino Sans,Yu Gothic UI,Meiryo,Noto Sans CJK JP,sans-serif",
  },
  ar: {
    serif: "Geeza Pro,Segoe UI,Noto Naskh Arabic,Tahoma,Arial,sans-serif",
    sans: "Geeza Pro,Segoe UI,Noto Sans Arabic,Tahoma,Arial,sans-serif",
  },
};

/** A brand's families in the languages whose letters they have; Japanese and Arabic keep their own. */
function fontsFor(language: Language, { heading, body }: KitFonts): { serif: string; sans: string } {
  const house = fontsOf[language];
  if (house !== latin) return house;
  const stack = (font: BrandFont, own: string) => (font === "house" ? own : fontFaces[font].stack);
  return { serif: stack(heading, house.serif), sans: stack(body, house.sans) };
}

/** Letters beyond those of western Europe, which only some readers load. */
const extended = "unicode-range:U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0";

/** Inside a media rule, which Outlook on Windows skips: a face it cannot load would make it fall to Times. */
function facesOf(language: Language, { fonts = houseFonts, fontsUrl = null }: Kit): string {
  if (!fontsUrl || fontsOf[language] !== latin) return "";
  const chosen = [...new Set([fonts.heading, fonts.body])].flatMap((font) => (font === "house" ? [] : [font]));
  const rules = chosen.flatMap((font) => {
    const { webFont } = fontFaces[font];
    const face = `font-family:${webFont};font-weight:100 900;font-display:swap`;
    const part = (name: string) => `src:url(${fontsUrl}/${font}${name}.woff2)`;
    return webFont ? [`@font-face{${face};${part("-ext")};${extended}}@font-face{${face};${part("")}}`] : [];
  });
  return rules.length > 0 ? `@media screen{${rules.join("")}}\n` : "";
}

/** What is written on deadlines, whatever the brand's colours. */
export const onNight = { ink: "#f7f4ef", soft: "#bdb7ad" };

/** A deadline stands out from its card by night where its letters then read. */
function nightGround({ rule, card }: GroundInks): string {
  return contrast(onNight.soft, rule) >= textContrast ? rule : card;
}

/** Rules that cannot stand inline: narrow screens and dark grounds. No quotes or angle brackets, so that nothing is escaped. */
export function styleSheet({ brand, night: dark, faces }: Look): string {
  const onDark = (prefix: string) => `
${prefix} .page{background-color:${dark.page}!important}
${prefix} .card{background-color:${dark.card}!important}
${prefix} .ink{color:${dark.ink}!important}
${prefix} .soft{color:${dark.soft}!important}
${prefix} .faint{color:${dark.faint}!important}
${prefix} .rule{border-color:${dark.rule}!important}
${prefix} .blank{background-color:${dark.rule}!important}
${prefix} .tint{background-color:${brand.darkTint}!important}
${prefix} .edge{border-color:${brand.darkAccentText}!important}
${prefix} .solid{background-color:${brand.darkAccent}!important}
${prefix} .onsolid{color:${brand.onDarkAccent}!important}
${prefix} .night{background-color:${brand.darkDeadline}!important}
${prefix} .plain{background-color:${dark.card}!important}
${prefix} .button{background-color:${brand.darkAccent}!important;color:${brand.onDarkAccent}!important}
${prefix} .outline{background-color:transparent!important;border-color:${brand.darkAccentText}!important;color:${brand.darkAccentText}!important}
${prefix} .accent{color:${brand.darkAccentText}!important}
${prefix} .code{border-color:${brand.darkAccentText}!important;color:${dark.ink}!important}
`;
  return `${faces}:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
a{text-decoration:none}
h1{text-wrap-style:balance}
p{text-wrap-style:pretty}
@media (max-width:599px){
.pad{padding-left:24px!important;padding-right:24px!important}
.outer{padding:0!important}
.card{border-radius:0!important}
.title{font-size:28px!important;line-height:35px!important}
.figure{font-size:42px!important;line-height:50px!important}
.button{display:block!important}
.narrow{width:84px!important}
.tile,.tile img,.tile div{width:92px!important;height:92px!important}
.tile div{line-height:92px!important}
.third{display:inline-block!important;width:auto!important}
.within{max-width:96px!important;margin-left:auto!important;margin-right:auto!important}
.stack{display:block!important;width:100%!important;padding-left:0!important;padding-right:0!important}
}
@media (max-width:359px){
.tile,.tile img,.tile div{width:78px!important;height:78px!important}
.tile div{line-height:78px!important}
.within{max-width:78px!important}
.plinth,.plinth img,.plinth div{width:216px!important;height:216px!important}
.plinth div{line-height:216px!important}
}
@media (prefers-color-scheme:dark){${onDark("")}}
${onDark("[data-ogsc]")}`;
}

/** A run of text with nothing inherited, as mail programs need it. */
export function textStyle(look: Look, [size, lineHeight]: [number, number], colour: string): CSSProperties {
  return {
    margin: 0,
    fontFamily: look.sans,
    fontSize: `${size}px`,
    lineHeight: `${lineHeight}px`,
    color: colour,
    textAlign: look.start,
    overflowWrap: "anywhere",
  };
}

/** A corner as round as the look has it. */
export function rounded({ round }: Look, pixels: number): string {
  return `${Math.round(pixels * round)}px`;
}

/** A thin line above a part. */
export function ruled(look: Look): CSSProperties {
  return { borderTop: `1px solid ${look.rule}`, width: "100%" };
}
