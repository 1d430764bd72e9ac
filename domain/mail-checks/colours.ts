const named: Record<string, string> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  gray: "#808080",
  grey: "#808080",
  silver: "#c0c0c0",
  maroon: "#800000",
  purple: "#800080",
  navy: "#000080",
  teal: "#008080",
  orange: "#ffa500",
  yellow: "#ffff00",
  lime: "#00ff00",
  aqua: "#00ffff",
  fuchsia: "#ff00ff",
  olive: "#808000",
  pink: "#ffc0cb",
  lightgray: "#d3d3d3",
  lightgrey: "#d3d3d3",
  darkgray: "#a9a9a9",
  darkgrey: "#a9a9a9",
  whitesmoke: "#f5f5f5",
  gold: "#ffd700",
  tomato: "#ff6347",
  crimson: "#dc143c",
  beige: "#f5f5dc",
  ivory: "#fffff0",
};

/** A colour with what shows through it. */
export type Paint = { colour: string; alpha: number };

/** A colour as mail programs read it, as #rrggbb with its alpha; null for what is none or is not known. */
export function readColour(value: string): Paint | null {
  const text = value.trim().toLowerCase();
  if (text === "transparent") return { colour: "#000000", alpha: 0 };
  const name = named[text];
  if (name) return { colour: name, alpha: 1 };
  return hexColour(text) ?? rgbColour(text);
}

function hexColour(text: string): Paint | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/.exec(text);
  if (short) {
    const [, red, green, blue, alpha = "f"] = short;
    return { colour: `#${red}${red}${green}${green}${blue}${blue}`, alpha: Number.parseInt(alpha, 16) / 15 };
  }
  const long = /^#([0-9a-f]{6})([0-9a-f]{2})?$/.exec(text);
  return long ? { colour: `#${long[1]}`, alpha: Number.parseInt(long[2] ?? "ff", 16) / 255 } : null;
}

function rgbColour(text: string): Paint | null {
  const read = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%)?)?\s*\)$/.exec(text);
  if (!read) return null;
  const hex = read.slice(1, 4).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0"));
  const alpha = read[4] === undefined ? 1 : Number(read[4]) / (read[5] ? 100 : 1);
  return { colour: `#${hex.join("")}`, alpha: Math.min(1, alpha) };
}
