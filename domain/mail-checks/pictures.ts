import { type Finding, finding } from "./finding.ts";
import { type MailElement, type MailPage, placeOf } from "./page.ts";

const fileName =
  /\.(jpe?g|png|gif|webp|svg|avif|bmp)$|^(img|image|dsc|pic|photo|screenshot|untitled)[-_ ]?\d*$|^[\w-]*[_-][\w-]*\d{3,}[\w-]*$/i;

export function checkPictures(page: MailPage): Finding[] {
  return page.elements
    .filter(({ tag }) => tag === "img")
    .flatMap((image) => [...altFaults(page, image), ...sourceFaults(page, image)]);
}

function altFaults(page: MailPage, image: MailElement): Finding[] {
  const alt = image.attributes.get("alt");
  const silent = image.attributes.get("role") === "presentation" || image.attributes.get("aria-hidden") === "true";
  if (alt === undefined && !silent && !isPixel(image)) {
    return [
      finding(
        ["alt_missing", "error"],
        ["A picture has no alt text.", 'Say what it shows; alt="" when it only decorates.'],
        placeOf(page, image),
      ),
    ];
  }
  if (alt && fileName.test(alt.trim())) {
    return [
      finding(
        ["alt_file_name", "warning"],
        [`The alt text "${alt.slice(0, 60)}" is a file's name.`, "Say what the picture shows."],
        placeOf(page, image),
      ),
    ];
  }
  return [];
}

function sourceFaults(page: MailPage, image: MailElement): Finding[] {
  const source = (image.attributes.get("src") ?? "").trim();
  const place = placeOf(page, image);
  const found: Finding[] = [];
  if (/^http:/i.test(source) && !/^http:\/\/(localhost|127\.)/i.test(source)) {
    found.push(
      finding(
        ["picture_insecure", "warning"],
        ["A picture is loaded over http://.", "Use https://: some programs show no others."],
        place,
      ),
    );
  } else if (/^data:/i.test(source)) {
    found.push(
      finding(
        ["picture_inline", "warning"],
        [
          "A picture is part of the HTML.",
          "Gmail and Outlook show none of these and they eat the 102 kB: give it an address.",
        ],
        place,
      ),
    );
  } else if (!/^(https?|cid):/i.test(source)) {
    found.push(
      finding(["picture_relative", "error"], ["A picture has no full address.", "Begin it with https://."], place),
    );
  }
  if (!image.attributes.has("width") && !/(^|;)\s*(max-)?width\s*:/i.test(image.attributes.get("style") ?? "")) {
    found.push(
      finding(
        ["picture_unsized", "note"],
        ["A picture says no width.", "Outlook on Windows draws it as large as the file is: give it a width."],
        place,
      ),
    );
  }
  return found;
}

/** Counted opens, which nobody is meant to see. */
function isPixel({ attributes }: MailElement): boolean {
  return attributes.get("width") === "1" && attributes.get("height") === "1";
}
