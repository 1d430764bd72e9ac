/** What a picture says around its chart, for it will be looked at without the page. */
export type PictureTexts = { title: string; period: string; source: string };

const inlined = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"],
  ...["font-size", "font-weight", "text-anchor", "dominant-baseline", "visibility", "display"],
] as const;

const margin = 24;
const scale = 2;
const sourceHeight = 15;
const font = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * A chart's own SVG as a PNG, with its title, days and source written around it. Colours are taken as they are seen, for a
 * picture knows nothing of the page's.
 */
export async function pictureOf(svg: SVGSVGElement, texts: PictureTexts): Promise<Blob> {
  const page = getComputedStyle(document.documentElement);
  const [ink, soft, ground] = [resolved("--ink"), resolved("--ink-faint"), resolved("--surface")];
  const { width, height } = svg.getBoundingClientRect();
  const source = wrapped(texts.source, Math.floor(width / 5.6));
  const below = 62 + source.length * sourceHeight;
  const whole = { width: Math.ceil(width) + margin * 2, height: Math.ceil(height) + margin * 2 + below };
  const copy = withOwnStyles(svg);
  copy.setAttribute("x", String(margin));
  copy.setAttribute("y", String(margin + 46));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const around = [
    lineOf(texts.title, { y: margin + 14, size: 16, weight: 600, fill: ink }),
    lineOf(texts.period, { y: margin + 34, size: 12, weight: 400, fill: soft }),
    ...source.map((line, index) => {
      const y = whole.height - margin + 4 - (source.length - 1 - index) * sourceHeight;
      return lineOf(line, { y, size: 11, weight: 400, fill: soft });
    }),
  ].join("");
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" font-family="${escaped(font)}"
    style="color-scheme:${escaped(page.colorScheme)}"><rect width="100%" height="100%" fill="${ground}"/>${around}${new XMLSerializer().serializeToString(copy)}</svg>`;
  return drawnOn(drawn, whole);
}

/** A text in lines of at most so many letters, broken between words. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type LineLook = { y: number; size: number; weight: number; fill: string };

function lineOf(text: string, { y, size, weight, fill }: LineLook): string {
  return `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
}

/** A variable of the page's colours as the colour that it is now. */
function resolved(variable: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function withOwnStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    const target = copies[index];
    for (const name of inlined) target?.style.setProperty(name, style.getPropertyValue(name));
    target?.removeAttribute("class");
    target?.removeAttribute("tabindex");
  }
  return copy;
}

async function drawnOn(drawn: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  context?.scale(scale, scale);
  context?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser drew no picture"))), "image/png"),
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
