import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { loadPicture, type PictureAnswer } from "#integrations/load-picture.ts";

type Refusal = Extract<PictureAnswer, { kind: "refused" }>["reason"];

const complaints: Record<Refusal, string> = {
  private: "This address is not a public one",
  redirected: "This address leads on to another: give the picture's own",
  too_long: "The picture weighs more than 2 MB",
  silent: "Nothing answered at this address",
  status: "There is no picture at this address",
  no_picture: "This is no PNG, JPEG, GIF or WebP: mail programs show nothing else",
};

/** A logo's address with its measures, once it has loaded; refused when it does not. */
export async function measuredLogo(
  logoUrl: string | null,
): Promise<{ logoUrl: string | null; logoWidth: number | null; logoHeight: number | null }> {
  if (logoUrl === null) return { logoUrl, logoWidth: null, logoHeight: null };
  const answer = await loadPicture(logoUrl, { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES });
  if (answer.kind === "refused") throw new AppError("invalid", complaints[answer.reason], "logoUrl");
  return { logoUrl, logoWidth: answer.width, logoHeight: answer.height };
}
