import { followLink } from "../follow-link.ts";

type Context = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return followLink((await params).token, request);
}

/** Scanners ask without opening: they are shown the way as well, and counted as the machines that they are. */
export const HEAD = GET;
