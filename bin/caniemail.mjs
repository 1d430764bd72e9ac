// Cuts caniemail.com's data (MIT, https://github.com/hteumeuleu/caniemail) down to what the checks of a mail ask for:
//   node bin/caniemail.mjs <data.json>
// The file is https://www.caniemail.com/api/data.json, or data/caniemail.json of the npm package of that name.
import { readFileSync, writeFileSync } from "node:fs";

const programs = {
  gmail: ["gmail", "desktop-webmail"],
  "gmail-mobile": ["gmail", "android"],
  "apple-mail": ["apple-mail", "macos"],
  "apple-mail-ios": ["apple-mail", "ios"],
  "outlook-windows": ["outlook", "windows"],
  "outlook-web": ["outlook", "outlook-com"],
  "outlook-mac": ["outlook", "macos"],
  "outlook-mobile": ["outlook", "ios"],
  yahoo: ["yahoo", "desktop-webmail"],
  samsung: ["samsung-email", "android"],
  thunderbird: ["thunderbird", "macos"],
  gmx: ["gmx", "desktop-webmail"],
  proton: ["protonmail", "desktop-webmail"],
};
const families = {
  "css-border-radius-logical":
    "border-start-start-radius border-start-end-radius border-end-start-radius border-end-end-radius",
  "css-block-inline-size": "block-size inline-size",
  "css-column-layout-properties": "columns column-width column-rule column-fill column-span",
  "css-left-right-top-bottom": "left right top bottom",
  "css-grid-template": "grid-template grid-template-areas grid-template-columns grid-template-rows",
  "css-margin-inline-block": "margin-inline margin-block",
  "css-margin-inline-start-end": "margin-inline-start margin-inline-end",
  "css-margin-block-start-end": "margin-block-start margin-block-end",
  "css-padding-inline-block": "padding-inline padding-block",
  "css-padding-inline-start-end": "padding-inline-start padding-inline-end",
  "css-padding-block-start-end": "padding-block-start padding-block-end",
  "css-gap": "gap column-gap row-gap",
  "css-margin": "margin margin-top margin-right margin-bottom margin-left",
  "css-padding": "padding padding-top padding-right padding-bottom padding-left",
  "css-text-decoration-skip-ink": "text-decoration-skip-ink",
};
const pairs = {
  "css-display-flex": "display:flex",
  "css-display-grid": "display:grid",
  "css-display-none": "display:none",
};
const functions = {
  "css-variables": "var",
  "css-conic-gradient": "conic-gradient",
  "css-linear-gradient": "linear-gradient repeating-linear-gradient",
  "css-radial-gradient": "radial-gradient",
  "css-unit-calc": "calc",
  "css-rgb": "rgb",
  "css-rgba": "rgba",
};
const elements = {
  "html-h1-h6": "h1 h2 h3 h4 h5 h6",
  "html-lists": "ul ol dl",
  "html-image-maps": "map area",
  "html-semantics": "article aside details figcaption figure footer header main mark nav section summary time",
  "html-rt": "rt",
  "html-rp": "rp",
};
const elementAttributes = {
  "html-mailto-links": "a href=mailto",
  "html-input-checkbox": "input type=checkbox",
  "html-input-hidden": "input type=hidden",
  "html-input-radio": "input type=radio",
  "html-input-reset": "input type=reset",
  "html-input-submit": "input type=submit",
  "html-input-text": "input type=text",
  "html-button-reset": "button type=reset",
  "html-button-submit": "button type=submit",
  "html-meta-color-scheme": "meta name=color-scheme",
};
const attributes = new Set(
  "align aria-describedby aria-hidden aria-label aria-labelledby aria-live background cellpadding cellspacing dir height hidden lang popover required role srcset target valign width".split(
    " ",
  ),
);
const pictures = {
  "image-jpg": "jpg jpeg",
  "image-heif": "heif heic",
  "image-tiff": "tiff tif",
  "image-base64": "base64",
};
// Rows about what is no fault of a mail: rules for its own selectors, or what every HTML mail has.
const left =
  /^(amp|bimi)$|^css-(selector-|comments|important|sytem-ui|nesting|modern-color|intrinsic-size|unit-initial|display$|function-light-dark)|^html-(comments|doctype|body|anchor-links|inert)/;

/** How a row is recognised: its kind and names, or null where the checks have no eyes for it. */
function recognised(slug) {
  if (left.test(slug)) return null;
  if (slug === "css-inert-attribute") return ["attribute", "inert"];
  if (slug === "html-loading-attribute") return ["attribute", "loading"];
  if (pairs[slug]) return ["pair", pairs[slug]];
  if (functions[slug]) return ["function", functions[slug]];
  if (families[slug]) return ["property", families[slug]];
  if (elements[slug]) return ["element", elements[slug]];
  if (elementAttributes[slug]) return ["attribute", elementAttributes[slug]];
  if (slug.startsWith("css-at-media-")) return ["media", slug.slice("css-at-media-".length)];
  if (slug.startsWith("css-at-")) return ["at-rule", slug.slice("css-at-".length)];
  if (slug.startsWith("css-pseudo-class-")) return ["pseudo", slug.slice("css-pseudo-class-".length)];
  if (slug.startsWith("css-pseudo-element-")) return ["pseudo", slug.slice("css-pseudo-element-".length)];
  if (slug.startsWith("css-function-")) return ["function", slug.slice("css-function-".length)];
  if (slug.startsWith("css-unit-")) return ["unit", slug.slice("css-unit-".length)];
  if (slug.startsWith("css-")) return ["property", slug.slice("css-".length)];
  if (slug.startsWith("image-")) return ["picture", pictures[slug] ?? slug.slice("image-".length)];
  const tag = slug.slice("html-".length);
  return [attributes.has(tag) ? "attribute" : "element", tag];
}

function supportOf(feature) {
  const found = {};
  for (const [program, [family, platform]] of Object.entries(programs)) {
    const versions = feature.stats[family]?.[platform] ?? {};
    const newest = Object.keys(versions)
      .sort(new Intl.Collator("en", { numeric: true }).compare)
      .at(-1);
    const [level, ...marks] = (newest === undefined ? "u" : versions[newest]).split(/\s+/);
    const notes = marks.map((mark) => feature.notes_by_num?.[mark.replace("#", "")]).filter(Boolean);
    if (level === "n" || level === "a") found[program] = { level: level === "n" ? "none" : "part", notes };
  }
  return found;
}

const { data, last_update_date: updatedAt } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const features = data.flatMap((feature) => {
  const how = recognised(feature.slug);
  const support = supportOf(feature);
  if (!how || Object.keys(support).length === 0) return [];
  return [{ title: feature.title, url: feature.url, kind: how[0], names: how[1].split(" "), support }];
});
const rows = features.map((feature) => JSON.stringify(feature)).join(",\n");
const target = new URL("../integrations/caniemail/features.json", import.meta.url);
writeFileSync(target, `{"updatedAt":${JSON.stringify(updatedAt.slice(0, 10))},"features":[\n${rows}\n]}\n`);
console.log(`${features.length} of ${data.length} rows, as of ${updatedAt}`);
