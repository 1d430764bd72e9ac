import type { MessageEventKind, MessageStatus } from "#domain/message.ts";
import type { MailKind } from "#domain/rows.ts";
import type { Tone } from "../ui/badge.tsx";

export const statusLabels: Record<MessageStatus, string> = {
  queued: "Queued",
  sending: "Sending",
  held: "Held back",
  sent: "Sent",
  failed: "Failed",
  stopped: "Stopped",
};

export const statusTones: Record<MessageStatus, Tone> = {
  queued: "accent",
  sending: "accent",
  held: "neutral",
  sent: "good",
  failed: "bad",
  stopped: "neutral",
};

export const reportLabels: Record<MessageEventKind, string> = {
  delivered: "Delivered",
  opened: "Opened",
  clicked: "Clicked",
  bounced: "Bounced",
  soft_bounced: "Bounced for now",
  complained: "Marked as spam",
  delayed: "Delayed",
  failed: "Failed",
};

export const reportTones: Record<MessageEventKind, Tone> = {
  delivered: "neutral",
  opened: "neutral",
  clicked: "accent",
  bounced: "bad",
  soft_bounced: "warn",
  complained: "bad",
  delayed: "warn",
  failed: "bad",
};

export const kindLabels: Record<MailKind, string> = {
  recovery: "Recovery",
  letter: "Letter",
  magic_link: "Sign-in link",
  invitation: "Invitation",
  digest: "Digest",
  test_send: "Test",
  sequence_step: "Step of a sequence",
  one_time_code: "One-time code",
  webhook_paused: "Webhook paused",
  experiment: "Experiment",
  report: "Report",
};
