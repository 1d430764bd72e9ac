import { followLink } from "../follow-link.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return followLink((await params).token);
}

/** Mail scanners ask without opening: no click, no body. */
export function HEAD(): Response {
  return new Response(null, { status: 200 });
}
