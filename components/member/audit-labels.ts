/** Sentences of the activity list. Actions of other rooms that are not named here are shown by their own name. */
const actionLabels: Record<string, string> = {
  "member.signed_in": "signed in",
  "member.invited": "invited a member",
  "member.role_changed": "changed a role",
  "member.removed": "removed a member",
  "member.password_changed": "changed their password",
  "tenant.created": "set up this tenant",
  "tenant.changed": "changed the company",
  "tenant.paused": "paused all sending",
  "tenant.resumed": "let sending go on",
  "shop.created": "connected a shop",
  "shop.changed": "changed a shop",
  "shop.disabled": "stopped receiving from a shop",
  "shop.enabled": "received from a shop again",
  "shop.secret_rotated": "rotated a signing secret",
  "key.created": "made a key",
  "key.revoked": "revoked a key",
  "policy.changed": "changed oversight or sending",
  "brand.changed": "changed the brand",
  "incentive.created": "added an incentive",
  "incentive.changed": "changed an incentive",
  "incentive.archived": "took an incentive out of use",
  "incentive_rules.changed": "changed the rules by cart value",
  "sequence.created": "made a sequence",
  "sequence.saved": "saved a sequence",
  "sequence.published": "published a sequence",
  "sequence.withdrawn": "withdrew a sequence",
  "draft.reviewed": "reviewed a draft",
  "run.cancelled": "cancelled a run",
  "run.retried": "retried a run",
};

export function actionLabel(action: string): string {
  return actionLabels[action] ?? action.replace(/[._]/g, " ");
}
