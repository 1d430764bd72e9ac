import { acrossTenantsPublicKeys } from "#db/across-tenants-identity.ts";
import { currentTime } from "#db/clock.ts";

/** What statements are checked with, for anybody: RFC 7517. Also at /.well-known/jwks.json. */
export async function GET(): Promise<Response> {
  const keys = await acrossTenantsPublicKeys(await currentTime());
  return Response.json(
    { keys: keys.map(({ publicJwk }) => publicJwk) },
    { headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" } },
  );
}
