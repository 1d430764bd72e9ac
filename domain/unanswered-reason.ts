/** Why a shop that must be asked for the rest of an event gave no answer that another try would change. */
export type UnansweredReason =
  | "no_credentials"
  | "api_not_configured"
  | "api_unauthorized"
  | "api_refused"
  | "api_redirected"
  | "api_foreign_host";
