import type { FileRefusal } from "../inbox.ts";
import { mostFileBytes } from "./limits.ts";

type Sniffed = { type: string; refusedBecause: FileRefusal | null };

/** What programs, pages and containers begin with that may do something when they are opened. */
const dangerous: [string, string][] = [
  ["4d5a", "application/x-msdownload"],
  ["7f454c46", "application/x-elf"],
  ["cafebabe", "application/java-vm"],
  ["feedface", "application/x-mach-binary"],
  ["feedfacf", "application/x-mach-binary"],
  ["cefaedfe", "application/x-mach-binary"],
  ["cffaedfe", "application/x-mach-binary"],
  ["2321", "text/x-script"],
  ["4c0000000114020", "application/x-ms-shortcut"],
];

const archives: [string, string][] = [
  ["504b0304", "application/zip"],
  ["504b0506", "application/zip"],
  ["1f8b", "application/gzip"],
  ["526172211a07", "application/vnd.rar"],
  ["377abcaf271c", "application/x-7z-compressed"],
  ["fd377a585a00", "application/x-xz"],
  ["425a68", "application/x-bzip2"],
  ["28b52ffd", "application/zstd"],
];

const harmless: [string, string][] = [
  ["255044462d", "application/pdf"],
  ["89504e470d0a1a0a", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["474946383761", "image/gif"],
  ["474946383961", "image/gif"],
  ["49492a00", "image/tiff"],
  ["4d4d002a", "image/tiff"],
  ["7b5c727466", "application/rtf"],
  ["d0cf11e0a1b11ae1", "application/x-ole-storage"],
];

/** Documents that are archives inside; they are never unpacked here. Those with macros are not among them. */
const documents = new Map([
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["odt", "application/vnd.oasis.opendocument.text"],
  ["ods", "application/vnd.oasis.opendocument.spreadsheet"],
]);

const dangerousNames =
  /\.(?:exe|dll|com|bat|cmd|msi|msp|scr|pif|cpl|hta|js|jse|mjs|vbs?|vbe|wsf|wsh|ps1|psm1|reg|lnk|jar|apk|app|dmg|iso|img|sh|bash|py|pl|php|html?|xhtml|shtml|svgz?|swf|docm|xlsm|pptm|xll|url|one|chm)$/i;
const markup = /^\ufeff?\s*(?:<!doctype|<\?xml|<html|<head|<body|<script|<svg|<iframe|<meta|<!--)/i;

/** What a file is by its bytes, whatever it is called, and why it is not kept. Archives are never unpacked, nor trusted. */
export function fileTypeOf(name: string, claimedType: string, content: Uint8Array): Sniffed {
  if (content.byteLength === 0) return { type: "application/octet-stream", refusedBecause: "empty" };
  const sniffed = sniff(name, claimedType, content);
  if (sniffed.refusedBecause === "dangerous_type") return sniffed;
  if (dangerousNames.test(name.trim())) return { ...sniffed, refusedBecause: "dangerous_type" };
  return content.byteLength > mostFileBytes ? { ...sniffed, refusedBecause: "too_large" } : sniffed;
}

function sniff(name: string, claimedType: string, content: Uint8Array): Sniffed {
  const head = hexOf(content.subarray(0, 16));
  const among = (table: [string, string][]) => table.find(([magic]) => head.startsWith(magic))?.[1];
  const bad = among(dangerous);
  if (bad) return { type: bad, refusedBecause: "dangerous_type" };
  const archive = among(archives);
  const document = archive === "application/zip" ? documents.get(extensionOf(name)) : undefined;
  if (archive) return document ? ok(document) : { type: archive, refusedBecause: "archive" };
  const good = among(harmless) ?? boxed(content);
  return good ? ok(good) : textOf(claimedType, content);
}

const ok = (type: string): Sniffed => ({ type, refusedBecause: null });

/** Formats whose mark stands behind a length: WebP in RIFF, HEIC, AVIF and films in ISO boxes. */
function boxed(content: Uint8Array): string | undefined {
  const at = (from: number) => String.fromCharCode(...content.subarray(from, from + 4));
  if (at(0) === "RIFF" && at(8) === "WEBP") return "image/webp";
  if (at(4) !== "ftyp") return undefined;
  if (/^(?:heic|heix|mif1|hevc)$/.test(at(8))) return "image/heic";
  return at(8) === "avif" ? "image/avif" : "video/mp4";
}

const textTypes = new Set(["text/plain", "text/csv", "text/calendar", "text/vcard", "message/rfc822"]);

function textOf(claimedType: string, content: Uint8Array): Sniffed {
  const start = content.subarray(0, 4_096);
  if (start.includes(0)) return { type: "application/octet-stream", refusedBecause: "unknown_type" };
  const text = new TextDecoder("latin1").decode(start);
  if (markup.test(text)) return { type: "text/html", refusedBecause: "dangerous_type" };
  const claimed = claimedType.toLowerCase();
  if (textTypes.has(claimed)) return ok(claimed);
  const odd = text.replace(/[\t\n\r\x20-\x7e\x80-\xff]/g, "").length;
  return odd === 0 ? ok("text/plain") : { type: "application/octet-stream", refusedBecause: "unknown_type" };
}

const extensionOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
