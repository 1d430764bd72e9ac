import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readInboundFile } from "#db/inbound-mail-views.ts";

const params = z.strictObject({
  id: z.string().min(1).max(64),
  position: z.coerce.number().int().min(0).max(1_000),
});

/**
 * A stranger's file, to be saved: never shown in our origin. Whatever its bytes are, the browser is told nothing of their
 * kind by which it could run or draw them.
 */
export const GET = tenantRoute({ params }, async ({ scope, params: { id, position } }) => {
  const { filename, content } = await readInboundFile(scope, id, position);
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": dispositionOf(filename),
      "content-length": String(content.byteLength),
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
});

/** RFC 6266: a plain name for all, the true one encoded beside it; nothing in a name can end the header. */
function dispositionOf(filename: string): string {
  const plain = filename.replace(/[^A-Za-z0-9._ -]/g, "_").slice(0, 100) || "file";
  const encoded = encodeURIComponent(filename.toWellFormed().slice(0, 200)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
