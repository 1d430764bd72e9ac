import type { ArrivalRefusal, MailSource } from "#domain/inbox.ts";

export const arrivalRefusalLabels: Record<ArrivalRefusal, string> = {
  too_large: "Larger than 25 MB",
  unreadable: "Nobody could read it: broken, or nested or headed beyond all measure. It is kept as it came",
  no_sender: "It names no sender. It is kept as it came",
  gone: "The provider did not give its content",
  erased: "Its person was erased",
};

export const mailSourceLabels: Record<MailSource, string> = {
  resend: "Resend",
  smtp: "SMTP",
  upload: "By hand",
};
