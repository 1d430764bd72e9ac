import type { CSSProperties } from "react";
import { directionOf, type Language } from "#domain/language.ts";
import { accentOf, contrast, inkOn, mix, readableOn } from "./colour.ts";

const light = { page: "#f4f2ee", card: "#ffffff", ink: "#1d1b18", soft: "#57534d", faint: "#6f6b64", rule: "#e8e4dd" };
const dark = { page: "#121110", card: "#1c1b19", ink: "#f3f0eb", soft: "#b9b4ac", faint: "#958f86", rule: "#35322e" };

/** What every part needs to draw itself: colours of both grounds and the sides of the writing direction. */
export type Look = typeof light & {
  brand: BrandColours;
  start: "left" | "right";
  end: "left" | "right";
  dir: "ltr" | "rtl";
  serif: string;
  sans: string;
};

/** What becomes of a brand's colour on the light and on the dark ground. */
export type BrandColours = {
  accent: string;
  onAccent: string;
  accentText: string;
  tint: string;
  darkAccent: string;
  onDarkAccent: string;
  darkAccentText: string;
  darkTint: string;
};

export function lookOf(language: Language, accentColour: string): Look {
  const dir = directionOf(language);
  return {
    ...light,
    brand: brandColours(accentColour),
    dir,
    start: dir === "rtl" ? "right" : "left",
    end: dir === "rtl" ? "left" : "right",
    ...fontsOf[language],
  };
}

/** Every colour that follows from a brand's accent, readable where it stands. */
function brandColours(accentColour: string): BrandColours {
  const accent = accentOf(accentColour);
  const tint = mix(light.card, accent, 0.1);
  // A near-black accent would vanish on a dark ground: there the ink takes its place.
  const darkAccent = contrast(accent, dark.card) < 1.7 ? dark.ink : accent;
  const darkTint = mix(dark.card, darkAccent, darkAccent === accent ? 0.2 : 0.08);
  return {
    accent,
    onAccent: inkOn(accent),
    accentText: readableOn(tint, accent),
    tint,
    darkAccent,
    onDarkAccent: inkOn(darkAccent),
    darkAccentText: readableOn(darkTint, darkAccent),
    darkTint,
  };
}

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

/** Rules that cannot stand inline: narrow screens and dark grounds. No quotes or angle brackets, so that nothing is escaped. */
export function styleSheet({ brand }: Look): string {
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
${prefix} .night{background-color:${dark.rule}!important}
${prefix} .plain{background-color:${dark.card}!important}
${prefix} .button{background-color:${brand.darkAccent}!important;color:${brand.onDarkAccent}!important}
${prefix} .accent{color:${brand.darkAccentText}!important}
${prefix} .code{border-color:${brand.darkAccentText}!important;color:${dark.ink}!important}
`;
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
a{text-decoration:none}
h1{text-wrap:balance}
p{text-wrap:pretty}
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

/** A thin line above a part. */
export function ruled(look: Look): CSSProperties {
  return { borderTop: `1px solid ${look.rule}`, width: "100%" };
}
