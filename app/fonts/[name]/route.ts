import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Web fonts of messages, by the names that emails/parts/look.ts gives them. */
const files: Record<string, string> = {
  "inter.woff2": "inter/files/inter-latin-wght-normal.woff2",
  "inter-ext.woff2": "inter/files/inter-latin-ext-wght-normal.woff2",
};

/** Fonts for mail programs, which ask from any origin or none. Served by us, so that no third party learns who reads. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) return new Response(null, { status: 404 });
  const font = await readFile(join(process.cwd(), "node_modules/@fontsource-variable", file));
  return new Response(new Uint8Array(font), {
    headers: {
      "content-type": "font/woff2",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
