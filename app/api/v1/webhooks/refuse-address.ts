import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { addressRefusal } from "#integrations/webhooks.ts";

/** Refuses an address that would never be posted to, while somebody is there to read why; the post itself asks again. */
export async function refuseAddress(url: string): Promise<void> {
  const allowPrivate = env().ALLOW_PRIVATE_ADDRESSES;
  const refusal = await addressRefusal(url, { allowPrivate });
  if (refusal === "private_address")
    throw new AppError("invalid", "This address is of this machine or its network, where nothing is posted to", "url");
  if (refusal) throw new AppError("invalid", "Give a web address, without a name and password in it", "url");
  if (!allowPrivate && new URL(url).protocol !== "https:")
    throw new AppError("invalid", "Give an address that begins with https://", "url");
}
