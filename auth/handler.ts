import NextAuth from "next-auth";
import { authOptions } from "./options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };
type NextRequest = Parameters<typeof NextAuth>[0];

/** The endpoints of next-auth under /api/auth; options are read at the first request, so that a build needs no secrets. */
export async function authHandler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}
