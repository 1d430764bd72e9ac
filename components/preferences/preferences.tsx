import { directionOf, type Language } from "#domain/language.ts";
import { Button } from "../ui/button.tsx";
import { preferenceLabels } from "./labels.ts";
import { ShopperPage } from "./shopper-page.tsx";

/** `returned`: the address itself stopped the mail, by a bounce or a complaint, and no button brings it back. */
export type PreferenceState = "subscribed" | "unsubscribed" | "returned";

export type PreferencesProps = {
  brand: string;
  /** Masked: whoever a mail was passed on to need not learn the address. */
  address: string;
  language: Language;
  state: PreferenceState;
  /** Where the form is sent to, which works without scripts. */
  action: string;
};

/** One question with one button; after it, the answer and the way back. */
export function Preferences({ brand, address, language, state, action }: PreferencesProps) {
  const labels = preferenceLabels[language];
  const words = {
    subscribed: { title: labels.ask(brand), text: labels.asks },
    unsubscribed: { title: labels.done, text: labels.willNot(brand) },
    returned: { title: labels.stopped, text: labels.returned(brand) },
  }[state];
  const direction = directionOf(language);
  return (
    <ShopperPage brand={brand} language={language} direction={direction} title={words.title} text={words.text}>
      <p className="mt-5 break-all rounded-md bg-sunken px-3 py-2.5 text-ink-soft">
        <bdi dir="ltr">{address}</bdi>
      </p>
      {state === "returned" ? null : (
        <form method="post" action={action} className="mt-5">
          <input type="hidden" name="action" value={state === "subscribed" ? "unsubscribe" : "subscribe"} />
          <Button
            type="submit"
            size="lg"
            variant={state === "subscribed" ? "primary" : "secondary"}
            className="h-11 w-full whitespace-normal"
          >
            {state === "subscribed" ? labels.unsubscribe : labels.again}
          </Button>
        </form>
      )}
    </ShopperPage>
  );
}
