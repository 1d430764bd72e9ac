import { z } from "zod";
import type { LetterFile } from "#db/letters.ts";
import { AppError } from "#domain/app-error.ts";
import { headerText } from "./shapes.ts";

const mebibyte = 1_048_576;
export const mostFileBytes = 10 * mebibyte;
/** Base64 takes four characters for three bytes; the words and names come on top. */
export const mostLetterBytes = 16 * mebibyte;

const begins =
  (...bytes: number[]) =>
  (content: Uint8Array) =>
    bytes.every((byte, at) => content[at] === byte);
const isText = (content: Uint8Array) => !content.includes(0);
const isZip = begins(0x50, 0x4b);
const ofOffice = "application/vnd.openxmlformats-officedocument";

/** What may be sent along, by the name's ending, and how its content begins. What could run on a desk is not among it. */
const kinds: Record<string, { contentType: string; looksLikeIt: (content: Uint8Array) => boolean }> = {
  pdf: { contentType: "application/pdf", looksLikeIt: begins(0x25, 0x50, 0x44, 0x46) },
  png: { contentType: "image/png", looksLikeIt: begins(0x89, 0x50, 0x4e, 0x47) },
  jpg: { contentType: "image/jpeg", looksLikeIt: begins(0xff, 0xd8, 0xff) },
  jpeg: { contentType: "image/jpeg", looksLikeIt: begins(0xff, 0xd8, 0xff) },
  gif: { contentType: "image/gif", looksLikeIt: begins(0x47, 0x49, 0x46, 0x38) },
  webp: { contentType: "image/webp", looksLikeIt: begins(0x52, 0x49, 0x46, 0x46) },
  txt: { contentType: "text/plain", looksLikeIt: isText },
  csv: { contentType: "text/csv", looksLikeIt: isText },
  ics: { contentType: "text/calendar", looksLikeIt: isText },
  docx: { contentType: `${ofOffice}.wordprocessingml.document`, looksLikeIt: isZip },
  xlsx: { contentType: `${ofOffice}.spreadsheetml.sheet`, looksLikeIt: isZip },
};

export const attachments = z
  .array(
    z.strictObject({
      filename: headerText(200).refine((name) => !/[/\\]/.test(name), "A name, not a path"),
      content: z.string().min(1).meta({ description: "The file in base64" }),
      content_type: z
        .string()
        .max(200)
        .optional()
        .meta({ description: "Told by the name's ending where it is left out" }),
    }),
  )
  .max(10)
  .meta({ description: `At most ten, ${mostFileBytes / mebibyte} MiB together: ${Object.keys(kinds).join(", ")}` });

/** The files as they are stored. Refuses what is no base64, too much, of another kind, or not what its name says. */
export function filesOf(said: z.infer<typeof attachments>): LetterFile[] {
  const files = said.map(({ filename, content, content_type }, at) => {
    const refuse = (why: string, part: string): never => {
      throw new AppError("invalid", why, `attachments.${at}.${part}`);
    };
    const ending = filename.slice(filename.lastIndexOf(".") + 1).toLowerCase();
    const kind = filename.includes(".") ? kinds[ending] : undefined;
    if (!kind) return refuse(`Files of this kind are not sent; ${Object.keys(kinds).join(", ")} are`, "filename");
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) return refuse("This is not base64", "content");
    const bytes = Buffer.from(content, "base64");
    const { contentType } = kind;
    if (content_type && content_type.split(";")[0]?.trim().toLowerCase() !== contentType)
      return refuse(`A .${ending} file is ${contentType}`, "content_type");
    if (bytes.byteLength === 0 || !kind.looksLikeIt(bytes)) return refuse(`This is no .${ending} file`, "content");
    return { name: filename, contentType, byteCount: bytes.byteLength, content: bytes };
  });
  if (files.reduce((sum, { byteCount }) => sum + byteCount, 0) > mostFileBytes)
    throw new AppError("invalid", `The files are larger than ${mostFileBytes / mebibyte} MiB together`, "attachments");
  return files;
}
