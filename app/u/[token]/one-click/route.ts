import { subscribeAgain, unsubscribe } from "../../unsubscribe.ts";

type Params = { params: Promise<{ token: string }> };

/**
 * RFC 8058 one-click and the page's own form. Both form encodings, no cookie, no origin check and no redirect for a mail
 * program; a browser's form goes back to the page.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => new FormData());
  const done = form.get("action") === "subscribe" ? await subscribeAgain(token) : await unsubscribe(token);
  if (!form.has("action")) return new Response(null, { status: done ? 200 : 404 });
  return new Response(null, { status: 303, headers: { location: `/u/${token}` } });
}

/** Opening the link never unsubscribes: it leads to the page that asks. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return new Response(null, { status: 302, headers: { location: `/u/${(await params).token}` } });
}
