import { getSystemErrorMessage } from "node:util";

/**
 * What the operating system said, e.g. `ENOSPC: no space left on device`, without the paths that Node puts into its messages: it
 * is shown in the page and logged. What is no system error gives its own message.
 */
export function formatSystemError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, errno } = error as NodeJS.ErrnoException;
	if (code === undefined) return error.message;
	return typeof errno === "number" && errno < 0 ? `${code}: ${getSystemErrorMessage(errno)}` : code;
}
