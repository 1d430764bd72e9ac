import { authHandler } from "#auth/handler.ts";

export { authHandler as GET, authHandler as POST };
