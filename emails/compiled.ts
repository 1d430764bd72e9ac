import { everyBlock } from "#domain/template-document/texts.ts";
import { escapeHtml } from "./escape.ts";
import { mapLine, mapTexts } from "./map-texts.ts";
import { recentlyUsed } from "./recently-used.ts";
import type { RecoveryLine, RecoveryProps } from "./recovery-message.ts";
import { renderTemplate } from "./templates.ts";

/** HTML cut at the places of its texts: `literals` has one more than `places`, which stand between them. */
type Cut = { literals: string[]; places: string[] };
/** A message compiled: what stands before and after its repeated lines; `after` is null where it repeats none. */
type Frame = { before: Cut; after: Cut | null };

// Characters for private use, which no label or style of ours contains. Values are put in afterwards and never searched.
const [open, close, from, to] = ["\uE000", "\uE001", "\uE002", "\uE003"];
const mark = (text: string, place: string) => (text === "" ? "" : `${open}${place}${close}`);

// About 25 kB and 3 kB each.
const frames = recentlyUsed<Frame>(400);
const rows = recentlyUsed<Cut>(800);

/**
 * A message's HTML, filled into what React rendered once for all messages of one shape: the same template and language
 * with the same facts present. Compiling takes React some milliseconds, filling some twenty microseconds. Of the lines the
 * first is part of the shape, because some templates make more of it; further ones repeat a row compiled by itself.
 */
export async function compiledHtml(props: RecoveryProps): Promise<string> {
  const { values, shape } = read(props);
  const frame = await frames.get(shape, () => compileFrame(props));
  let html = fill(frame.before, values);
  if (!frame.after) return html;
  for (const line of props.lines.slice(1)) {
    const key = `${nameOf(props)} ${props.language} ${readLine(line, values)}`;
    html += fill(await rows.get(key, () => compileRow(props, line)), values);
  }
  return html + fill(frame.after, values);
}

async function compileFrame(props: RecoveryProps): Promise<Frame> {
  const [first, second] = props.lines;
  const { before, after } = await renderMarked(props, [...(first ? [first] : []), ...(second ? [second] : [])]);
  return { before: cut(before), after: after === null ? null : cut(after) };
}

async function compileRow(props: RecoveryProps, line: RecoveryLine): Promise<Cut> {
  const { row } = await renderMarked(props, [...props.lines.slice(0, 1), line]);
  return cut(row);
}

/** Renders with marks for texts, the second line between edges. */
async function renderMarked(props: RecoveryProps, lines: RecoveryLine[]) {
  const marked = mapTexts({ ...props, lines: lines.slice(0, 1) }, mark);
  const [repeated] = lines.slice(1);
  if (repeated) {
    const edges: [string, string] = [from, to];
    marked.lines.push({ ...mapLine(repeated, (text, place) => mark(text, `line.${place}`)), edges });
  }
  const html = await renderTemplate(marked);
  if (!html.includes(from)) return { before: html, row: "", after: null };
  const [before = "", rest = "", ...more] = html.split(from);
  const [row = "", after = "", ...others] = rest.split(to);
  if (more.length > 0 || others.length > 0) throw new Error(`${props.template} repeats its lines in two places`);
  return { before, row, after };
}

function cut(html: string): Cut {
  const pieces = html.split(/\uE000([^\uE001]*)\uE001/);
  return {
    literals: pieces.filter((_, index) => index % 2 === 0),
    places: pieces.filter((_, index) => index % 2 === 1),
  };
}

function fill({ literals, places }: Cut, values: Map<string, string>): string {
  let html = literals[0] ?? "";
  for (let index = 0; index < places.length; index += 1) {
    const value = values.get(places[index] ?? "");
    if (value === undefined) throw new Error(`nothing fills ${places[index]}`);
    html += escapeHtml(value) + (literals[index + 1] ?? "");
  }
  return html;
}

/** What a message is drawn by: a template, or a saved one's version with the blocks that are there. */
function nameOf({ template, design }: RecoveryProps): string {
  return design ? `${design.key} ${everyBlock(design).map(({ id }) => id)}` : template;
}

/** A message's texts by their places, and what else decides how it is drawn: which of them are there, and how many. */
function read(props: RecoveryProps): { values: Map<string, string>; shape: string } {
  const values = new Map<string, string>();
  let shape = `${nameOf(props)} ${props.language} ${props.lines.length > 1}`;
  for (const { strong } of props.totals) shape += strong ? " strong" : " weak";
  mapTexts({ ...props, lines: props.lines.slice(0, 1) }, (text, place) => {
    values.set(place, text);
    shape += text === "" ? ` -${place}` : ` ${place}`;
    return text;
  });
  return { values, shape };
}

/** The same for one repeated line, whose texts take the places of the line before it. */
function readLine(line: RecoveryLine, values: Map<string, string>): string {
  let shape = "";
  mapLine(line, (text, place) => {
    values.set(`line.${place}`, text);
    shape += text === "" ? ` -${place}` : ` ${place}`;
    return text;
  });
  return shape;
}
