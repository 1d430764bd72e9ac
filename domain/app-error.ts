export const errorStatus = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  limited: 429,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** A request that cannot be answered, by one of six codes; the one wrapper turns it into `{error:{code,message,field?}}`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly field: string | null;

  constructor(code: ErrorCode, message: string, field: string | null = null) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.field = field;
  }
}
